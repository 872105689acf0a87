-- Turns the list of rights into grants: after every set-up, and when a person comes, changes or goes.

CREATE OR REPLACE FUNCTION has_roles() RETURNS boolean
LANGUAGE plpgsql STABLE SET search_path FROM CURRENT AS $$
BEGIN
  RETURN (
    SELECT count(*) = 4
    FROM pg_roles r
    WHERE r.rolname IN (SELECT 'bangfu_' || n FROM unnest(role_names()) AS n));
END $$;
COMMENT ON FUNCTION has_roles IS
  'Whether the server has the four roles.';

CREATE OR REPLACE FUNCTION may_make_roles() RETURNS boolean
LANGUAGE plpgsql STABLE SET search_path FROM CURRENT AS $$
BEGIN
  RETURN (SELECT r.rolsuper OR r.rolcreaterole FROM pg_roles r WHERE r.rolname = current_user);
END $$;
COMMENT ON FUNCTION may_make_roles IS
  'Whether the owner may make logins; on a server of others its administrator does.';

CREATE OR REPLACE FUNCTION grant_functions() RETURNS void
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  it record;
BEGIN
  EXECUTE format('REVOKE ALL ON ALL ROUTINES IN SCHEMA %I FROM PUBLIC', current_schema());
  FOR it IN
    SELECT p.oid::regprocedure AS routine, p.provolatile <> 'i' AS reads, (
      SELECT string_agg('bangfu_' || role, ', ') FROM unnest(coalesce(r.roles,
        role_names())) AS role) AS roles
    FROM pg_proc p
    LEFT JOIN object_right r ON r.object = p.proname AND r.kind = 'function'
    WHERE p.pronamespace = current_schema()::regnamespace
      AND p.prorettype NOT IN ('trigger'::regtype, 'event_trigger'::regtype)
      AND (r.object IS NOT NULL OR p.provolatile = 'i')  -- what computes alone, views need of whoever reads them
  LOOP
    IF it.reads THEN
      EXECUTE format('ALTER ROUTINE %s SECURITY DEFINER', it.routine);
    END IF;
    EXECUTE format('GRANT EXECUTE ON ROUTINE %s TO %s', it.routine, it.roles);
  END LOOP;
END $$;
COMMENT ON FUNCTION grant_functions IS
  'Lets each role call what it may, with the rights of the programme''s owner; nobody else may call anything.';

CREATE OR REPLACE FUNCTION grant_reading() RETURNS void
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  it record;
BEGIN
  IF to_regnamespace(quote_ident(read_schema())) IS NULL THEN
    EXECUTE format('CREATE SCHEMA %I', read_schema());
  END IF;
  FOR it IN
    SELECT r.kind, r.object, (SELECT string_agg('bangfu_' || role, ', ') FROM unnest(r.roles) AS role) AS roles
    FROM object_right r
    WHERE r.kind IN ('view', 'table', 'staging')
  LOOP
    IF it.kind = 'table' THEN
      EXECUTE format('CREATE OR REPLACE VIEW %I.%I AS SELECT * FROM %I.%I', read_schema(), it.object, current_schema(),
        it.object);
      EXECUTE format('GRANT SELECT ON %I.%I TO %s', read_schema(), it.object, it.roles);
    ELSIF it.kind = 'view' THEN
      EXECUTE format('GRANT SELECT ON %I TO %s', it.object, it.roles);
    ELSE
      EXECUTE format('GRANT INSERT ON %I TO %s', it.object, it.roles);
      PERFORM guard(ARRAY[it.object], 'own_batch', 'AFTER INSERT',
        'REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION refuse_other_batches()');
    END IF;
  END LOOP;
END $$;
COMMENT ON FUNCTION grant_reading IS
  'Lets each role read what it may: views, tables through views of their names, and fill staging tables, each '
  'in batches of its own.';

CREATE OR REPLACE FUNCTION withhold_large_objects() RETURNS void
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  IF (SELECT r.rolsuper FROM pg_roles r WHERE r.rolname = current_user) THEN
    REVOKE EXECUTE ON FUNCTION lo_creat(integer), lo_create(oid), lo_from_bytea(oid, bytea) FROM PUBLIC;
  END IF;
END $$;
COMMENT ON FUNCTION withhold_large_objects IS
  'Keeps whoever is no owner from making large objects, which PostgreSQL lets everybody make: where the owner may.';

CREATE OR REPLACE FUNCTION grant_rights() RETURNS void
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  it person;
BEGIN
  IF NOT EXISTS (SELECT FROM person) OR NOT (has_roles() OR may_make_roles()) THEN
    RETURN;
  END IF;
  PERFORM make_login(p.login, p.role, NULL) FROM person p
  WHERE NOT p.retired AND NOT EXISTS (SELECT FROM pg_roles r WHERE r.rolname = p.login);
  PERFORM grant_functions();
  PERFORM grant_reading();
  PERFORM withhold_large_objects();
  FOR it IN SELECT p.* FROM person p JOIN pg_roles r ON r.rolname = p.login LOOP
    EXECUTE format(CASE WHEN it.retired THEN 'REVOKE USAGE ON SCHEMA %I, %I FROM %I'
      ELSE 'GRANT USAGE ON SCHEMA %I, %I TO %I' END, current_schema(), read_schema(), it.login);
  END LOOP;
END $$;
COMMENT ON FUNCTION grant_rights IS
  'Grants what the list of rights says, where the programme has persons: to the roles what they may use, and to each '
  'person the programme''s schemas. In a server that a backup is restored into, logins that are missing are made '
  'without passwords; one that is there gets no role by that.';
