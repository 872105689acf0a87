-- Views and functions are applied whole after the migrations: first all of the schema's go, so that none
-- stays behind and any may change its parameters. Trigger functions are replaced in place.
DO $$
DECLARE
  views     text;
  functions text;
  guard     name;
BEGIN
  FOR guard IN
    SELECT e.evtname FROM pg_event_trigger e
    WHERE e.evtname IN ('closed_months_of_' || current_schema(), 'closed_months_first_of_' || current_schema())
      AND pg_has_role(e.evtowner, 'MEMBER')
  LOOP
    EXECUTE format('DROP EVENT TRIGGER %I', guard);
  END LOOP;
  EXECUTE format('DROP SCHEMA IF EXISTS %I CASCADE', current_schema() || '_read');
  SELECT string_agg(c.oid::regclass::text, ', ') INTO views
  FROM pg_class c
  WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'v';
  IF views IS NOT NULL THEN
    EXECUTE 'DROP VIEW ' || views || ' CASCADE';
  END IF;
  SELECT string_agg(p.oid::regprocedure::text, ', ') INTO functions
  FROM pg_proc p
  WHERE p.pronamespace = current_schema()::regnamespace AND p.prorettype <> 'trigger'::regtype;
  IF functions IS NOT NULL THEN
    EXECUTE 'DROP ROUTINE ' || functions || ' CASCADE';
  END IF;
END $$;
