-- Persons: logins of PostgreSQL's own, what each may do, and who acts.

CREATE OR REPLACE FUNCTION recorder() RETURNS name
LANGUAGE plpgsql STABLE SET search_path FROM CURRENT AS $$
BEGIN
  -- Inside a function that runs with its owner's rights the current user is the owner. No sale of the owner's pays
  -- for a query.
  IF session_user = current_user THEN
    RETURN session_user;
  END IF;
  IF NOT EXISTS (SELECT FROM person p WHERE p.login = session_user AND NOT p.retired)
    AND NOT pg_has_role(session_user, current_user, 'MEMBER') THEN
    PERFORM refuse('person_unknown', jsonb_build_object('login', session_user));
  END IF;
  RETURN session_user;
END $$;
COMMENT ON FUNCTION recorder IS
  'The login that acts, as facts record it: the owner, or a person who is not retired. Raises person_unknown.';

CREATE OR REPLACE FUNCTION role_of(asked_login text) RETURNS text
LANGUAGE plpgsql STABLE SET search_path FROM CURRENT AS $$
BEGIN
  RETURN coalesce((SELECT p.role FROM person p WHERE p.login = asked_login AND NOT p.retired), CASE
    WHEN pg_has_role(asked_login, current_user, 'MEMBER') THEN 'owner' END);
END $$;
COMMENT ON FUNCTION role_of IS
  'The role of a login in this programme: a person''s, owner, or null.';

CREATE OR REPLACE FUNCTION read_schema() RETURNS text
LANGUAGE plpgsql STABLE SET search_path FROM CURRENT AS $$
BEGIN
  RETURN current_schema() || '_read';
END $$;
COMMENT ON FUNCTION read_schema IS
  'The schema that persons read tables through: a view for each table that some role may read, under its name.';

CREATE OR REPLACE FUNCTION keep_person_change(of_login text, asked_act text, because text, by_operator text,
  by_command text) RETURNS void
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  number bigint := nextval('person_change_number');
  batch  bigint;
BEGIN
  SELECT b.batch INTO batch FROM begin_move(by_operator, by_command, because, now()) b;
  INSERT INTO person_change (change_no, login, act, name, role, reason, changed_by, operator, command, changed_at,
    posting_id)
  SELECT number, p.login, asked_act, p.name, p.role, because, recorder(), by_operator, by_command, now(), batch
  FROM person p
  WHERE p.login = of_login;
END $$;
COMMENT ON FUNCTION keep_person_change IS
  'Keeps what was done to a person as a fact.';

CREATE OR REPLACE FUNCTION refuse_password(verifier text) RETURNS void
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  IF verifier !~ '^SCRAM-SHA-256\$\d+:[A-Za-z0-9+/=]+\$[A-Za-z0-9+/=]+:[A-Za-z0-9+/=]+$' THEN
    PERFORM refuse('password_plain', '{}');
  END IF;
END $$;
COMMENT ON FUNCTION refuse_password IS
  'Refuses a password that is not hashed: the server would write it into its log. Raises password_plain.';

CREATE OR REPLACE FUNCTION has_login_elsewhere(asked_login text) RETURNS boolean
LANGUAGE plpgsql STABLE SET search_path FROM CURRENT AS $$
BEGIN
  RETURN EXISTS (
    SELECT FROM pg_shdepend s
    WHERE s.refclassid = 'pg_authid'::regclass AND s.classid = 'pg_namespace'::regclass
      AND s.refobjid = (SELECT r.oid FROM pg_roles r WHERE r.rolname = asked_login)
      AND (s.dbid, s.objid) NOT IN (
        SELECT d.oid, n.oid
        FROM pg_database d, pg_namespace n
        WHERE d.datname = current_database() AND n.nspname IN (current_schema(), read_schema())));
END $$;
COMMENT ON FUNCTION has_login_elsewhere IS
  'Whether a login works in another programme of the server, which shares its role.';

CREATE OR REPLACE FUNCTION person_of(asked_login text) RETURNS person
LANGUAGE plpgsql STABLE SET search_path FROM CURRENT AS $$
DECLARE
  it person;
BEGIN
  SELECT * INTO it FROM person p WHERE p.login = asked_login;
  IF it.login IS NULL THEN
    IF pg_has_role((SELECT r.rolname FROM pg_roles r WHERE r.rolname = asked_login), current_user, 'MEMBER') THEN
      PERFORM refuse('login_is_owner', jsonb_build_object('login', asked_login));
    END IF;
    PERFORM refuse('person_unknown', jsonb_build_object('login', asked_login));
  END IF;
  RETURN it;
END $$;
COMMENT ON FUNCTION person_of IS
  'The person of a login, retired or not. Raises login_is_owner, person_unknown.';

CREATE OR REPLACE FUNCTION working_person(asked_login text) RETURNS person
LANGUAGE plpgsql STABLE SET search_path FROM CURRENT AS $$
DECLARE
  it person := person_of(asked_login);
BEGIN
  IF it.retired THEN
    PERFORM refuse('person_retired', jsonb_build_object('login', asked_login));
  END IF;
  RETURN it;
END $$;
COMMENT ON FUNCTION working_person IS
  'The person of a login, who is not retired. Raises person_retired.';

CREATE OR REPLACE FUNCTION role_names() RETURNS text[]
LANGUAGE plpgsql STABLE SET search_path FROM CURRENT AS $$
BEGIN
  RETURN ARRAY['clerk', 'accountant', 'official', 'reader'];
END $$;
COMMENT ON FUNCTION role_names IS
  'The roles of persons, as the constraint person_role_known has them; each is a role bangfu_… of the server.';

CREATE OR REPLACE FUNCTION refuse_role(asked_role text) RETURNS void
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  IF asked_role <> ALL (role_names()) THEN
    PERFORM refuse('role_unknown', jsonb_build_object('role', asked_role));
  END IF;
END $$;
COMMENT ON FUNCTION refuse_role IS
  'Refuses a role that there is not. Raises role_unknown.';

CREATE OR REPLACE FUNCTION refuse_login(asked_login text, asked_role text) RETURNS void
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  rights text;
BEGIN
  IF asked_login !~ '^[a-z][a-z0-9_]{0,39}$' OR asked_login ~ '^(bangfu|pg_|public$|none$)' THEN
    PERFORM refuse('login_malformed', jsonb_build_object('login', asked_login));
  ELSIF EXISTS (SELECT FROM person p WHERE p.login = asked_login) THEN
    PERFORM refuse('person_exists', jsonb_build_object('login', asked_login));
  END IF;
  SELECT concat_ws(', ', CASE WHEN r.rolsuper THEN 'SUPERUSER' END, CASE WHEN r.rolcreaterole THEN 'CREATEROLE' END,
      CASE WHEN r.rolcreatedb THEN 'CREATEDB' END, CASE WHEN r.rolreplication THEN 'REPLICATION' END,
      CASE WHEN r.rolbypassrls THEN 'BYPASSRLS' END, (
        SELECT string_agg(g.rolname, ', ' ORDER BY g.rolname)
        FROM pg_auth_members m JOIN pg_roles g ON g.oid = m.roleid
        WHERE m.member = r.oid AND g.rolname <> 'bangfu_' || asked_role),
      (SELECT 'pg_class: ' || count(*) FROM pg_class c WHERE c.relowner = r.oid HAVING count(*) > 0)) INTO rights
  FROM pg_roles r
  WHERE r.rolname = asked_login;
  IF rights <> '' THEN
    PERFORM refuse('login_has_rights', jsonb_build_object('login', asked_login, 'rights', rights));
  END IF;
END $$;
COMMENT ON FUNCTION refuse_login IS
  'Refuses a login that is no plain word, that is a person already, or that has other rights than its role gives. '
  'Raises login_malformed, person_exists, login_has_rights.';

CREATE OR REPLACE FUNCTION make_login(asked_login text, asked_role text, verifier text) RETURNS void
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  role text;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('bangfu.roles'));
  FOREACH role IN ARRAY role_names() LOOP
    IF NOT EXISTS (SELECT FROM pg_roles r WHERE r.rolname = 'bangfu_' || role) THEN
      BEGIN
        EXECUTE format('CREATE ROLE %I NOLOGIN', 'bangfu_' || role);
      EXCEPTION WHEN duplicate_object OR unique_violation THEN
        NULL;  -- a programme of another database has made it meanwhile
      END;
    END IF;
  END LOOP;
  IF NOT EXISTS (SELECT FROM pg_roles r WHERE r.rolname = asked_login) THEN
    EXECUTE format('CREATE ROLE %I LOGIN', asked_login);
  END IF;
  IF verifier IS NOT NULL THEN
    EXECUTE format('ALTER ROLE %I LOGIN PASSWORD %L', asked_login, verifier);
  END IF;
  IF NOT pg_has_role(asked_login, 'bangfu_' || asked_role, 'MEMBER') THEN
    EXECUTE format('GRANT %I TO %I', 'bangfu_' || asked_role, asked_login);
  END IF;
EXCEPTION WHEN insufficient_privilege THEN
  PERFORM refuse('person_needs_administrator', jsonb_build_object('login', asked_login, 'role', asked_role));
END $$;
COMMENT ON FUNCTION make_login IS
  'Makes the roles that are missing, and a login with its role and a hashed password (null: as it is). Where the '
  'owner may not, an administrator does before. Raises person_needs_administrator.';

CREATE OR REPLACE FUNCTION add_person(asked_login text, asked_name text, asked_role text, verifier text,
  by_operator text, by_command text) RETURNS void
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  PERFORM refuse_login(asked_login, asked_role);
  PERFORM refuse_role(asked_role);
  IF verifier IS NOT NULL THEN
    PERFORM refuse_password(verifier);
  ELSIF NOT EXISTS (SELECT FROM pg_roles r WHERE r.rolname = asked_login) THEN
    PERFORM refuse('login_missing', jsonb_build_object('login', asked_login));
  END IF;
  PERFORM make_login(asked_login, asked_role, verifier);
  INSERT INTO person (login, name, role) VALUES (asked_login, trimmed(asked_name), asked_role);
  PERFORM keep_person_change(asked_login, 'add', NULL, by_operator, by_command);
  PERFORM grant_rights();
END $$;
COMMENT ON FUNCTION add_person IS
  'Adds a person: a login of the server, made where it is missing, with one role. Without a password the login must '
  'be there. Raises login_missing.';

CREATE OR REPLACE FUNCTION change_person(asked_login text, asked_name text, asked_role text, because text,
  by_operator text, by_command text) RETURNS void
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  it person := working_person(asked_login);
BEGIN
  IF asked_role <> it.role THEN
    PERFORM refuse_role(asked_role);
    IF has_login_elsewhere(asked_login) THEN
      PERFORM refuse('person_elsewhere', jsonb_build_object('login', asked_login));
    END IF;
    PERFORM refuse_without_reason(because);
    EXECUTE format('REVOKE %I FROM %I', 'bangfu_' || it.role, asked_login);
    PERFORM make_login(asked_login, asked_role, NULL);
  END IF;
  UPDATE person SET name = coalesce(trimmed(asked_name), name), role = coalesce(asked_role, role)
  WHERE login = asked_login;
  PERFORM keep_person_change(asked_login, 'change', because, by_operator, by_command);
END $$;
COMMENT ON FUNCTION change_person IS
  'Gives a person another name or, with a reason, another role. Raises person_elsewhere.';

CREATE OR REPLACE FUNCTION retire_person(asked_login text, is_back boolean, because text, by_operator text,
  by_command text) RETURNS void
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  it person := person_of(asked_login);
BEGIN
  PERFORM refuse_without_reason(because);
  IF it.retired <> is_back THEN
    PERFORM refuse(CASE WHEN is_back THEN 'person_works' ELSE 'person_retired' END,
      jsonb_build_object('login', asked_login));
  END IF;
  UPDATE person SET retired = NOT is_back WHERE login = asked_login;
  PERFORM keep_person_change(asked_login, CASE WHEN is_back THEN 'return' ELSE 'retire' END, because, by_operator,
    by_command);
  PERFORM grant_rights();
  -- Where an administrator makes the logins, whoever is retired can connect still, and see nothing of the programme.
  IF may_make_roles() THEN
    IF NOT has_login_elsewhere(asked_login) THEN
      EXECUTE format('ALTER ROLE %I %s', asked_login, CASE WHEN is_back THEN 'LOGIN' ELSE 'NOLOGIN' END);
    END IF;
    PERFORM pg_terminate_backend(a.pid) FROM pg_stat_activity a
    WHERE NOT is_back AND a.usename = asked_login AND a.datname = current_database();
  END IF;
END $$;
COMMENT ON FUNCTION retire_person IS
  'Retires a person, whose facts stay and who cannot connect any more, or lets them work again. '
  'Raises person_works, person_retired.';

CREATE OR REPLACE FUNCTION set_password(asked_login text, verifier text, because text, by_operator text,
  by_command text) RETURNS void
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  PERFORM working_person(asked_login);
  IF session_user <> asked_login AND coalesce(role_of(session_user), '') NOT IN ('official', 'owner') THEN
    PERFORM refuse('password_of_another', jsonb_build_object('login', asked_login));
  END IF;
  IF session_user <> asked_login AND role_of(session_user) = 'official' AND has_login_elsewhere(asked_login) THEN
    PERFORM refuse('person_elsewhere', jsonb_build_object('login', asked_login));
  END IF;
  PERFORM refuse_password(verifier);
  PERFORM keep_person_change(asked_login, 'password', because, by_operator, by_command);
  IF NOT may_make_roles() THEN
    PERFORM refuse('password_needs_administrator', jsonb_build_object('login', asked_login));
  END IF;
  EXECUTE format('ALTER ROLE %I PASSWORD %L', asked_login, verifier);
END $$;
COMMENT ON FUNCTION set_password IS
  'Sets a person''s password anew, hashed already, by themselves, an official or the owner; that it was set is a '
  'fact. An official has no say over a login that works in another programme, too. Raises '
  'password_of_another, person_elsewhere, password_needs_administrator.';
