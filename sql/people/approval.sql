-- A second person: whose act needs one, who asks, who gives, and that an approval allows one act once.

CREATE OR REPLACE VIEW approval_rule_now AS
SELECT DISTINCT ON (r.kind, r.role) r.*
FROM approval_rule r
ORDER BY r.kind, r.role, r.rule_no DESC;
COMMENT ON VIEW approval_rule_now IS
  'Of each kind of act and role, the rule that holds: above how many yuan a second person is needed, and who may be.';

CREATE OR REPLACE VIEW approval_standing AS
SELECT a.approval_id, a.kind, a.amount, a.what, a.digest, a.parties, a.asked_by, a.operator, a.reason, a.asked_at,
  e.given, e.ended_by, e.reason AS end_reason, e.ended_at, u.posting_id,
  CASE WHEN u.posting_id IS NOT NULL THEN 'used'
    WHEN e.given AND e.ended_at < now() - interval '1 day' OR e.given IS NULL AND a.asked_at < now() - interval '7 days'
      THEN 'lapsed'
    WHEN e.given THEN 'given'
    WHEN e.ended_by = a.asked_by THEN 'withdrawn'
    WHEN NOT e.given THEN 'refused'
    ELSE 'open' END AS state
FROM approval a
LEFT JOIN approval_end e ON e.approval_id = a.approval_id
LEFT JOIN approval_use u ON u.approval_id = a.approval_id;
COMMENT ON VIEW approval_standing IS
  'How approvals stand: open for seven days, given for one, used once.';

CREATE OR REPLACE FUNCTION is_one_person() RETURNS boolean
LANGUAGE plpgsql STABLE SET search_path FROM CURRENT AS $$
BEGIN
  RETURN EXISTS (SELECT FROM programme_change_now c WHERE c.one_person);
END $$;
COMMENT ON FUNCTION is_one_person IS
  'Whether the programme has said that it has one person alone.';

CREATE OR REPLACE FUNCTION is_approved_by_login() RETURNS boolean
LANGUAGE plpgsql STABLE SET search_path FROM CURRENT AS $$
BEGIN
  RETURN EXISTS (SELECT FROM person);
END $$;
COMMENT ON FUNCTION is_approved_by_login IS
  'Whether a second person proves who they are by a login; without persons the owner types names.';

CREATE OR REPLACE FUNCTION approval_token(of_kind text, of_amount numeric, of_what jsonb, of_digest bytea,
  of_parties text[]) RETURNS text
LANGUAGE plpgsql STABLE SET search_path FROM CURRENT AS $$
BEGIN
  RETURN (
    SELECT encode(sha256(k.key || convert_to(ROW(of_kind, of_amount::numeric(14,2), of_what, encode(of_digest, 'hex'),
      of_parties, session_user)::text, 'UTF8') || k.key), 'hex')
    FROM approval_key k);
END $$;
COMMENT ON FUNCTION approval_token IS
  'The database''s own mark on what needs an approval, which nobody else can make.';

CREATE OR REPLACE FUNCTION expect_approval(batch bigint, of_kind text, of_amount numeric, of_what jsonb,
  of_digest bytea, others text[] DEFAULT '{}', OUT approved_by text)
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  parties text[] := CASE WHEN cardinality(others) > 0 THEN others ELSE ARRAY[session_user::text] END;
  rule    approval_rule;
  known   approval_standing;
BEGIN
  IF NOT is_approved_by_login() OR is_one_person() THEN
    RETURN;
  END IF;
  SELECT * INTO rule FROM approval_rule_now r WHERE r.kind = of_kind AND r.role = role_of(session_user);
  IF rule.above IS NULL OR of_amount <= rule.above AND rule.above > 0 THEN
    RETURN;
  ELSIF session_user <> ALL (parties) AND role_of(session_user) = ANY (rule.approvers) THEN
    approved_by := session_user;  -- somebody who did not take part is the second person
    RETURN;
  END IF;
  SELECT * INTO known FROM approval_standing s
  WHERE s.kind = of_kind AND s.digest = of_digest AND s.amount = of_amount::numeric(14,2) AND s.what = of_what
    AND s.asked_by = session_user AND s.state = 'given'
  ORDER BY s.approval_id
  LIMIT 1;
  IF known.approval_id IS NULL THEN
    PERFORM refuse('approval_needed', jsonb_build_object('kind', of_kind, 'amount', of_amount::text,
      'above', rule.above::text, 'may', array_to_string(rule.approvers, ', '), 'what', of_what::text,
      'digest', encode(of_digest, 'hex'), 'parties', array_to_string(parties, ','),
      'token', approval_token(of_kind, of_amount, of_what, of_digest, parties)));
  END IF;
  INSERT INTO approval_use (approval_id, posting_id) VALUES (known.approval_id, batch);
  approved_by := known.ended_by;
END $$;
COMMENT ON FUNCTION expect_approval IS
  'Refuses an act that needs a second person and has none; else keeps which approval allowed it, and returns that '
  'person''s login (null: none is needed). The act is known by its kind, yuan, what it is, and the digest of all '
  'that was asked; `others` took part in it, by default the one who acts. Raises approval_needed.';

CREATE OR REPLACE FUNCTION ask_approval(of_kind text, of_amount numeric, of_what jsonb, of_digest text,
  of_parties text[], token text, because text, by_operator text) RETURNS bigint
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  number bigint := nextval('approval_number');
  batch  bigint;
BEGIN
  IF token IS DISTINCT FROM approval_token(of_kind, of_amount, of_what, decode(of_digest, 'hex'), of_parties) THEN
    PERFORM refuse('approval_unasked', '{}');
  END IF;
  SELECT b.batch INTO batch FROM begin_move(by_operator, 'approval ask', because, now()) b;
  INSERT INTO approval (approval_id, kind, amount, what, digest, parties, asked_by, operator, reason, asked_at,
    posting_id)
  VALUES (number, of_kind, of_amount, of_what, decode(of_digest, 'hex'), of_parties, recorder(), by_operator, because,
    now(), batch);
  RETURN number;
END $$;
COMMENT ON FUNCTION ask_approval IS
  'Asks for an approval of what an act was refused for, in the words and with the mark of that refusal. '
  'Raises approval_unasked.';

CREATE OR REPLACE FUNCTION end_approval(wanted bigint, is_given boolean, because text, by_operator text) RETURNS void
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  it    approval_standing;
  mine  text := role_of(session_user);
  may   text[];
  batch bigint;
BEGIN
  PERFORM FROM approval a WHERE a.approval_id = wanted FOR UPDATE;
  SELECT * INTO it FROM approval_standing s WHERE s.approval_id = wanted;
  IF it.approval_id IS NULL THEN
    PERFORM refuse('approval_unknown', jsonb_build_object('number', wanted));
  ELSIF it.state <> 'open' THEN
    PERFORM refuse('approval_ended', jsonb_build_object('number', wanted, 'state', it.state));
  END IF;
  SELECT r.approvers INTO may FROM approval_rule_now r WHERE r.kind = it.kind AND r.role = role_of(it.asked_by);
  IF is_given AND (session_user = it.asked_by OR session_user = ANY (it.parties)) THEN
    PERFORM refuse('approval_by_party', jsonb_build_object('login', session_user, 'number', wanted));
  ELSIF session_user <> it.asked_by AND (mine IS NULL OR mine <> ALL (may)) THEN
    PERFORM refuse('approval_not_by_role', jsonb_build_object('login', session_user, 'may',
      array_to_string(may, ', ')));
  END IF;
  SELECT b.batch INTO batch
  FROM begin_move(by_operator, CASE WHEN is_given THEN 'approval give' ELSE 'approval refuse' END, because, now()) b;
  INSERT INTO approval_end (approval_id, given, ended_by, operator, reason, ended_at, posting_id)
  VALUES (wanted, is_given, recorder(), by_operator, because, now(), batch);
END $$;
COMMENT ON FUNCTION end_approval IS
  'Gives or refuses an approval, by somebody whose role may and who took no part; whoever asked may withdraw. '
  'Raises approval_unknown, approval_ended, approval_by_party, approval_not_by_role.';

CREATE OR REPLACE FUNCTION keep_attempt(approver text, by_operator text) RETURNS integer
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  number bigint := nextval('approval_number');
  batch  bigint;
BEGIN
  SELECT b.batch INTO batch FROM begin_move(by_operator, 'approval attempt', NULL, now()) b;
  INSERT INTO approval_attempt (attempt_no, approver, asked_by, operator, attempted_at, posting_id)
  VALUES (number, approver, recorder(), by_operator, now(), batch);
  RETURN (SELECT count(*) FROM approval_attempt a
    WHERE a.asked_by = session_user AND a.attempted_at > now() - interval '1 hour');
END $$;
COMMENT ON FUNCTION keep_attempt IS
  'Keeps that a wrong password was given for a second person; returns how many there were within an hour.';

CREATE OR REPLACE FUNCTION set_approval_rule(of_kind text, of_role text, of_above numeric, of_approvers text[],
  because text, by_operator text) RETURNS void
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  number bigint;
  batch  bigint;
BEGIN
  PERFORM refuse_without_reason(because);
  LOCK TABLE approval_rule IN SHARE ROW EXCLUSIVE MODE;
  SELECT max(r.rule_no) + 1 INTO number FROM approval_rule r;
  SELECT b.batch INTO batch FROM begin_move(by_operator, 'approval rule', because, now()) b;
  INSERT INTO approval_rule (rule_no, kind, role, above, approvers, set_by, operator, reason, set_at, posting_id)
  SELECT number, of_kind, of_role, of_above, coalesce(of_approvers, r.approvers), recorder(), by_operator, because,
    now(), batch
  FROM approval_rule_now r
  WHERE r.kind = of_kind AND r.role = of_role;
  IF NOT FOUND THEN
    PERFORM refuse('approval_rule_unknown', jsonb_build_object('kind', of_kind, 'role', of_role));
  END IF;
END $$;
COMMENT ON FUNCTION set_approval_rule IS
  'Says above how many yuan (null: never, zero: always) an act of a kind by a role needs a second person, and maybe '
  'of which roles. Raises approval_rule_unknown.';

CREATE OR REPLACE FUNCTION set_one_person(is_one boolean, because text, by_operator text) RETURNS void
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  number bigint := nextval('approval_number');
  batch  bigint;
BEGIN
  PERFORM refuse_without_reason(because);
  SELECT b.batch INTO batch FROM begin_move(by_operator, 'programme change', because, now()) b;
  INSERT INTO programme_change (change_no, one_person, reason, changed_by, operator, changed_at, posting_id)
  VALUES (number, is_one, because, recorder(), by_operator, now(), batch);
END $$;
COMMENT ON FUNCTION set_one_person IS
  'Says whether the programme has one person alone: nothing needs a second then, and every report shows it.';
