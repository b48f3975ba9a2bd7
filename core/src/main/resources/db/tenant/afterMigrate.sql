-- The default privileges of the schema gave the church its own migration history to rewrite.
REVOKE INSERT, UPDATE, DELETE ON schema_history FROM "${tenant}";
