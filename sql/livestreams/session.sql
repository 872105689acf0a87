-- Livestream sessions (直播场次): added, changed, undone. A host is in one session at a time.

CREATE OR REPLACE VIEW livestream_standing AS
SELECT DISTINCT ON (s.session_id) s.session_id, s.posting_id, s.channel_id, s.host, s.host_code, s.begins_at, s.ends_at
FROM livestream_session s
WHERE NOT EXISTS (SELECT FROM posting u WHERE u.undoes = s.posting_id)
ORDER BY s.session_id, s.posting_id DESC;
COMMENT ON VIEW livestream_standing IS
  'The livestream sessions as they stand: what was said last of each and was not undone.';

CREATE OR REPLACE FUNCTION is_host(host_code text, host text, numbers text[], names text[]) RETURNS boolean
LANGUAGE sql IMMUTABLE
RETURN coalesce(host_code <> '' AND host_code = ANY (CASE WHEN '' = ALL (numbers) THEN names ELSE numbers END)
  OR host = ANY (names) AND (host_code = '' OR '' = ALL (numbers)), false);
COMMENT ON FUNCTION is_host IS
  'Whether a session''s host is one of those that an order names: by number where both have one, else by what the host '
  'is called.';

CREATE OR REPLACE FUNCTION session_time(instant timestamptz) RETURNS text
LANGUAGE sql STABLE SET search_path FROM CURRENT
RETURN (SELECT to_char(instant AT TIME ZONE g.timezone, 'YYYY-MM-DD HH24:MI') FROM programme g);
COMMENT ON FUNCTION session_time IS
  'A time of a session by the programme''s clock, to the minute.';

CREATE OR REPLACE FUNCTION refuse_overlap(session bigint) RETURNS void
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  other record;
BEGIN
  SELECT o.* INTO other
  FROM livestream_standing s
  JOIN livestream_standing o ON o.session_id <> s.session_id AND o.begins_at < s.ends_at AND s.begins_at < o.ends_at
    AND (o.host = s.host OR o.host_code = s.host_code AND o.host_code <> '' AND o.channel_id = s.channel_id)
  WHERE s.session_id = session
  ORDER BY o.begins_at LIMIT 1;
  IF FOUND THEN
    PERFORM refuse('session_overlaps', jsonb_build_object('host', other.host, 'number', other.session_id,
      'from', session_time(other.begins_at), 'to', session_time(other.ends_at)));
  END IF;
END $$;
COMMENT ON FUNCTION refuse_overlap IS
  'Refuses a session that overlaps another one of its host. Raises session_overlaps.';

CREATE OR REPLACE FUNCTION lock_sessions() RETURNS void
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext(current_schema() || '.livestreams'));
END $$;
COMMENT ON FUNCTION lock_sessions IS
  'Lets one at a time change sessions, so that two of one host never overlap.';

CREATE OR REPLACE FUNCTION save_session(
  request uuid, changed bigint, channel_code text, host_name text, code text, first timestamptz, last timestamptz,
  because text, by_operator text, by_command text, OUT posting bigint, OUT session bigint, OUT repeated boolean)
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  old        record;
  of_channel bigint;
BEGIN
  SELECT b.batch, b.repeated INTO posting, repeated
  FROM begin_once(request, sha256(convert_to(concat_ws(E'\x1F', 'session', changed, channel_code, host_name, code,
    extract(epoch FROM first), extract(epoch FROM last)), 'UTF8')), by_operator, by_command, because, now()) b;
  IF repeated THEN
    session := (SELECT s.session_id FROM livestream_session s WHERE s.posting_id = posting);
    RETURN;
  END IF;
  PERFORM lock_sessions();
  host_name := trimmed(host_name);
  code := trimmed(code);
  IF changed IS NOT NULL THEN
    PERFORM refuse_without_reason(because);
    SELECT s.* INTO old FROM livestream_standing s WHERE s.session_id = changed;
    IF NOT FOUND THEN
      PERFORM refuse('session_unknown', jsonb_build_object('number', changed));
    END IF;
  END IF;
  IF channel_code IS NOT NULL THEN
    of_channel := (SELECT c.channel_id FROM channel c WHERE c.code = channel_code);
    IF of_channel IS NULL THEN
      PERFORM refuse('channel_unknown', jsonb_build_object('code', channel_code));
    END IF;
  END IF;
  session := coalesce(changed, posting);
  IF changed IS NOT NULL THEN
    of_channel := coalesce(of_channel, old.channel_id);
    host_name := coalesce(host_name, old.host);
    code := coalesce(code, old.host_code);
    first := coalesce(first, old.begins_at);
    last := coalesce(last, old.ends_at);
    IF (of_channel, host_name, code, first, last) = (old.channel_id, old.host, old.host_code, old.begins_at,
      old.ends_at) THEN
      PERFORM refuse('session_as_it_was', jsonb_build_object('number', changed));
    END IF;
  END IF;
  IF first >= last THEN
    PERFORM refuse('session_times', jsonb_build_object('from', session_time(first), 'to', session_time(last)));
  END IF;
  INSERT INTO livestream_session (posting_id, session_id, channel_id, host, host_code, begins_at, ends_at)
  VALUES (posting, session, of_channel, host_name, coalesce(code, ''), first, last);
  PERFORM refuse_overlap(session);
END $$;
COMMENT ON FUNCTION save_session IS
  'Adds a livestream session, or changes what is given of one (`changed`), with a reason; once a request. Returns the '
  'act''s number and the session''s. Raises session_unknown, channel_unknown, session_as_it_was, session_times.';

CREATE OR REPLACE FUNCTION undo_session(
  wanted bigint, because text, by_operator text, by_command text, OUT posting bigint, OUT session bigint)
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  later text;
BEGIN
  PERFORM refuse_without_reason(because);
  PERFORM lock_sessions();
  session := (SELECT s.session_id FROM livestream_session s WHERE s.posting_id = wanted);
  IF session IS NULL THEN
    PERFORM refuse('session_unknown', jsonb_build_object('number', wanted));
  ELSIF EXISTS (SELECT FROM posting u WHERE u.undoes = wanted) THEN
    PERFORM refuse('undone_already', jsonb_build_object('number', wanted));
  END IF;
  SELECT string_agg(concat_ws(' ', p.command, s.posting_id), ', ' ORDER BY s.posting_id) INTO later
  FROM livestream_session s JOIN posting p ON p.posting_id = s.posting_id
  WHERE s.session_id = session AND s.posting_id > wanted
    AND NOT EXISTS (SELECT FROM posting u WHERE u.undoes = s.posting_id);
  IF later IS NOT NULL THEN
    PERFORM refuse('undo_stands', jsonb_build_object('number', wanted, 'later', later));
  END IF;
  SELECT b.batch INTO posting FROM begin_move(by_operator, by_command, because, now(), wanted) b;
  PERFORM refuse_overlap(session);
END $$;
COMMENT ON FUNCTION undo_session IS
  'Undoes the adding or the last change of a session, by the act''s number. Returns the undo''s number and the '
  'session''s. Raises session_unknown, undone_already, undo_stands.';
