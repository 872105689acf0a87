CREATE OR REPLACE FUNCTION refuse(code text, facts jsonb) RETURNS void
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  RAISE EXCEPTION USING ERRCODE = 'BF001', MESSAGE = code, DETAIL = facts::text;
END $$;
COMMENT ON FUNCTION refuse IS
  'Refuses what was asked: a code and its facts, which the program turns into a sentence.';

CREATE OR REPLACE FUNCTION refuse_without_reason(because text) RETURNS void
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  PERFORM refuse_blank(coalesce(because, ''));
END $$;
COMMENT ON FUNCTION refuse_without_reason IS
  'Refuses an act that needs a reason, and has none or one that says nothing.';

CREATE OR REPLACE FUNCTION refuse_blank(because text) RETURNS void
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  IF trimmed(because) = '' THEN
    PERFORM refuse('reason_blank', '{}');
  END IF;
END $$;
COMMENT ON FUNCTION refuse_blank IS
  'Refuses a reason that is given and says nothing. Raises reason_blank.';

CREATE OR REPLACE FUNCTION refuse_to_come(happened_at timestamptz, on_day date) RETURNS void
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  IF happened_at > now() + interval '1 day' THEN
    PERFORM refuse('day_to_come', jsonb_build_object('day', on_day));
  END IF;
END $$;
COMMENT ON FUNCTION refuse_to_come IS
  'Refuses what has not happened yet; a till''s clock may be wrong, by less than a day. Raises day_to_come.';

CREATE OR REPLACE FUNCTION is_before(at timestamptz, day date, of_at timestamptz, of_day date, zone text)
RETURNS boolean
LANGUAGE sql STABLE
RETURN day < of_day OR at < of_at AND (day > of_day OR (at AT TIME ZONE zone)::time <> '00:00');
COMMENT ON FUNCTION is_before IS
  'Whether an act is before the one that it follows. One of which only the day is known, which is kept as the '
  'midnight of that day, is compared by day.';

CREATE OR REPLACE FUNCTION refuse_before(at timestamptz, day date, of_at timestamptz, of_day date, facts jsonb)
RETURNS void
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  zone text := (SELECT g.timezone FROM programme g);
BEGIN
  IF is_before(at, day, of_at, of_day, zone) THEN
    PERFORM refuse('act_before', facts || jsonb_build_object(
      'at', coalesce(to_char(at AT TIME ZONE zone, 'YYYY-MM-DD HH24:MI'), day::text),
      'earliest', coalesce(to_char(of_at AT TIME ZONE zone, 'YYYY-MM-DD HH24:MI'), of_day::text)));
  END IF;
END $$;
COMMENT ON FUNCTION refuse_before IS
  'Refuses an act that people enter where it is before the one that it follows. Raises act_before.';
