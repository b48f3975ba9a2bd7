#!/bin/bash
# Runs once, when the database is empty: the login of the connection pool, which owns
# nothing, and that of migrations, which owns the database.
set -euo pipefail
psql --set=ON_ERROR_STOP=1 --username="$POSTGRES_USER" --set=password="$VERGER_DATABASE_PASSWORD" \
  --set=migrations_password="$VERGER_MIGRATIONS_PASSWORD" <<'SQL'
CREATE ROLE verger LOGIN NOINHERIT PASSWORD :'password';
CREATE ROLE verger_migrations LOGIN NOINHERIT CREATEROLE PASSWORD :'migrations_password';
CREATE DATABASE verger OWNER verger_migrations;
SQL
