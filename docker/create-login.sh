#!/bin/bash
# Runs once, when the database is empty: the login that owns nothing but the database.
set -euo pipefail
psql --set=ON_ERROR_STOP=1 --username="$POSTGRES_USER" --set=password="$VERGER_DATABASE_PASSWORD" <<'SQL'
CREATE ROLE verger LOGIN NOINHERIT CREATEROLE PASSWORD :'password';
CREATE DATABASE verger OWNER verger;
SQL
