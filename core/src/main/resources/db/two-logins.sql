-- Gives migrations a login of their own in a database where one login did everything, and takes from that one,
-- which stays the connection pool's, all that only migrations need. An administrator runs it in the database;
-- run again, it changes nothing. Our own database runs it at each start.
DO $$
DECLARE
  pool       CONSTANT text := 'verger';
  migrations CONSTANT text := 'verger_migrations';
  administered regrole[];
  churches     regrole[];
  role         regrole;
  membership   record;
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = migrations) THEN
    EXECUTE format('CREATE ROLE %I LOGIN NOINHERIT CREATEROLE', migrations);
  END IF;
  EXECUTE format('ALTER ROLE %I NOCREATEROLE', pool);
  IF (SELECT datdba = to_regrole(pool) FROM pg_database WHERE datname = current_database()) THEN
    EXECUTE format('ALTER DATABASE %I OWNER TO %I', current_database(), migrations);
  END IF;

  administered := ARRAY(SELECT DISTINCT m.roleid::regrole FROM pg_auth_members m
                        WHERE m.member = to_regrole(pool) AND m.admin_option);
  IF cardinality(administered) = 0 THEN
    RETURN;
  END IF;
  churches := ARRAY(SELECT DISTINCT m.member::regrole FROM pg_auth_members m
                    WHERE m.roleid = to_regrole('verger_tenants')
                      AND m.member = ANY (administered));
  FOREACH role IN ARRAY administered LOOP
    EXECUTE format('GRANT %s TO %I WITH ADMIN TRUE, INHERIT FALSE, SET TRUE', role, migrations);
  END LOOP;
  -- What the pool's login granted with the right it loses goes with it, its own memberships first.
  FOR membership IN SELECT m.roleid::regrole AS role, m.grantor::regrole AS grantor
                    FROM pg_auth_members m WHERE m.member = to_regrole(pool) LOOP
    EXECUTE format('REVOKE %s FROM %I GRANTED BY %s CASCADE', membership.role, pool, membership.grantor);
  END LOOP;
  FOREACH role IN ARRAY churches LOOP
    EXECUTE format('GRANT verger_tenants TO %s', role);
    EXECUTE format('GRANT %s TO %I WITH ADMIN FALSE, INHERIT FALSE, SET TRUE', role, pool);
  END LOOP;
END $$;
