-- One role a service, each with its own tables and no others. The superuser runs it, for a new database or an older one: doing it twice
-- changes nothing. A role can sign in once it has a password.
DO $$
DECLARE
  member text;
  own record;
  part text;
BEGIN
  FOREACH member IN ARRAY ARRAY['identity', 'content', 'feedback', 'consultations', 'projector', 'transparency_log', 'gateway', 'vault'] LOOP
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'isegoria_' || member) THEN
      EXECUTE format('CREATE ROLE %I', 'isegoria_' || member);
    END IF;
    IF member <> 'vault' THEN EXECUTE format('ALTER ROLE %I LOGIN', 'isegoria_' || member); END IF;
  END LOOP;

  -- What belongs to whom. The vault belongs to a role that nobody signs in as.
  FOR own IN
    SELECT * FROM (VALUES
      ('identity', 'identity'), ('identity_answers', 'identity'), ('content', 'content'), ('content_answers', 'content'), ('feedback_answers', 'feedback'),
      ('consultations', 'consultations'), ('consultations_answers', 'consultations'), ('consultations_files', 'consultations'), ('projector_answers', 'projector'),
      ('log', 'transparency_log'), ('vault', 'vault')) AS owned (name, member)
    UNION ALL SELECT nspname, 'projector' FROM pg_namespace WHERE nspname LIKE 'read\_%'
  LOOP
    EXECUTE format('CREATE SCHEMA IF NOT EXISTS %I', own.name);
    EXECUTE format('ALTER SCHEMA %I OWNER TO %I', own.name, 'isegoria_' || own.member);
    FOR part IN SELECT format('%I.%I', schemaname, tablename) FROM pg_tables WHERE schemaname = own.name LOOP
      EXECUTE format('ALTER TABLE %s OWNER TO %I', part, 'isegoria_' || own.member);
    END LOOP;
  END LOOP;

  -- The projector builds read models beside each other, each in a schema of its own.
  EXECUTE format('REVOKE CREATE, TEMPORARY ON DATABASE %I FROM PUBLIC', current_database());
  EXECUTE format('GRANT CREATE ON DATABASE %I TO isegoria_projector', current_database());
END $$;
REVOKE ALL ON SCHEMA public FROM PUBLIC;

-- Those who seal words and name people by pseudonym share the vault; the gateway, which only opens, reads it.
GRANT isegoria_vault TO isegoria_identity, isegoria_feedback, isegoria_consultations;
GRANT USAGE ON SCHEMA vault TO isegoria_gateway;
GRANT SELECT ON ALL TABLES IN SCHEMA vault TO isegoria_gateway;
ALTER DEFAULT PRIVILEGES FOR ROLE isegoria_vault IN SCHEMA vault GRANT SELECT ON TABLES TO isegoria_gateway;

-- The gateway keeps the bytes of the files that it takes, and gives them; the content service records and deletes them.
GRANT USAGE ON SCHEMA content TO isegoria_gateway;
GRANT SELECT, INSERT ON ALL TABLES IN SCHEMA content TO isegoria_gateway;
ALTER DEFAULT PRIVILEGES FOR ROLE isegoria_content IN SCHEMA content GRANT SELECT, INSERT ON TABLES TO isegoria_gateway;

-- The same of files that people answer surveys with, sealed.
GRANT USAGE ON SCHEMA consultations_files TO isegoria_gateway;
GRANT SELECT, INSERT ON ALL TABLES IN SCHEMA consultations_files TO isegoria_gateway;
ALTER DEFAULT PRIVILEGES FOR ROLE isegoria_consultations IN SCHEMA consultations_files GRANT SELECT, INSERT ON TABLES TO isegoria_gateway;

-- The gateway answers from the read models; identity asks them when everything that a released credential matters for is closed.
ALTER DEFAULT PRIVILEGES FOR ROLE isegoria_projector GRANT USAGE ON SCHEMAS TO isegoria_gateway, isegoria_identity;
ALTER DEFAULT PRIVILEGES FOR ROLE isegoria_projector GRANT SELECT ON TABLES TO isegoria_gateway, isegoria_identity;
DO $$
DECLARE
  model text;
BEGIN
  FOR model IN SELECT nspname FROM pg_namespace WHERE nspname LIKE 'read\_%' LOOP
    EXECUTE format('GRANT USAGE ON SCHEMA %I TO isegoria_gateway, isegoria_identity', model);
    EXECUTE format('GRANT SELECT ON ALL TABLES IN SCHEMA %I TO isegoria_gateway, isegoria_identity', model);
  END LOOP;
END $$;
