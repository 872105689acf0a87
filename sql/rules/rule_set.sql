-- Rule sets are set by acts, and say what counts from their day on.

CREATE OR REPLACE FUNCTION first_rules(by_operator text) RETURNS void
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  number bigint;
BEGIN
  IF EXISTS (SELECT FROM rule_set) OR NOT EXISTS (SELECT FROM programme) THEN
    RETURN;
  END IF;
  number := nextval('rule_set_number');
  INSERT INTO posting (posting_id, command, operator, recorded_by, recorded_at)
  VALUES (0, 'setup', by_operator, recorder(), now())
  ON CONFLICT (posting_id) DO NOTHING;
  INSERT INTO rule_set (rule_set_id, posting_id, from_day, recognition, origins, certificates, supermarket, subsidies,
    tourism)
  SELECT number, 0, '2010-01-01',
    '{"counter": "paid", "canteen": "paid", "supermarket": "paid", "fair": "paid", "livestream": "paid",
      "marketplace": "paid", "tourism": "paid"}', ARRAY[g.county], 'none', 'till', 'in', 'in'
  FROM programme g;
END $$;
COMMENT ON FUNCTION first_rules IS
  'Gives a programme its first rule set, unless it has one: all that comes from its county counts, on the day it is '
  'paid. Its posting is 0, so that acts of people are numbered from 1.';

CREATE OR REPLACE FUNCTION refuse_rules(sets jsonb) RETURNS void
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  wrong record;
BEGIN
  SELECT p.name INTO wrong
  FROM jsonb_array_elements(sets) s
  CROSS JOIN jsonb_array_elements_text(CASE jsonb_typeof(s->'provinces') WHEN 'array' THEN s->'provinces' ELSE '[]' END)
    AS p(name)
  WHERE NOT EXISTS (SELECT FROM province v WHERE v.name = p.name)
  LIMIT 1;
  IF FOUND THEN
    PERFORM refuse('province_unknown', jsonb_build_object('province', wrong.name));
  END IF;
  SELECT r.key, r.value INTO wrong
  FROM jsonb_array_elements(sets) s
  CROSS JOIN LATERAL (
    SELECT 'recognition.' || e.key AS key, e.value FROM jsonb_each_text(s->'recognition') e
    WHERE e.value <> 'paid' AND e.key <> 'canteen'  -- whose deliveries and acceptances are kept
  ) r
  LIMIT 1;
  IF FOUND THEN
    PERFORM refuse('rule_fact_missing', jsonb_build_object('rule', wrong.key, 'value', wrong.value));
  END IF;
END $$;
COMMENT ON FUNCTION refuse_rules IS
  'Refuses rules that name a province that there is not, or ask for facts that nothing keeps yet: deliveries and '
  'acceptances of others than canteens. Raises province_unknown, rule_fact_missing.';

CREATE OR REPLACE FUNCTION split_subsidies(since date, by_operator text, by_command text) RETURNS void
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  batch_no bigint;
  touched  bigint;
  platform text;
  closed   date;
BEGIN
  IF NOT EXISTS (SELECT FROM rule_set s WHERE s.subsidies = 'out' OR s.supermarket <> 'till') THEN
    RETURN;
  END IF;
  FOR platform IN SELECT DISTINCT h.platform FROM channel h WHERE h.platform IS NOT NULL ORDER BY 1 LOOP
    PERFORM lock_platform(platform);
  END LOOP;
  batch_no := nextval('posting_number');
  INSERT INTO import_affected (batch, claim_id, fresh, merged)
  SELECT batch_no, c.claim_id, false, true
  FROM claim c
  JOIN claim_snapshot v ON v.snapshot_id = c.value_id
  JOIN channel h ON h.channel_id = c.channel_id AND (v.cash < v.goods OR h.kind = 'supermarket')
  JOIN (SELECT DISTINCT p.claim_id FROM claim_posted p WHERE p.side = 'sale' AND p.day >= since) p
    ON p.claim_id = c.claim_id;
  GET DIAGNOSTICS touched = ROW_COUNT;
  SELECT min(p.book_month) INTO closed
  FROM import_affected a
  JOIN claim_posted p ON p.claim_id = a.claim_id AND p.side = 'sale'
  JOIN book_month m ON m.month = p.book_month AND m.status = 'closed'
  LEFT JOIN claim_desired d ON d.claim_id = p.claim_id AND d.part = p.part
  WHERE a.batch = batch_no AND d.amount IS DISTINCT FROM p.amount;
  IF closed IS NOT NULL THEN
    PERFORM refuse('subsidies_closed', jsonb_build_object('month', to_char(closed, 'YYYY-MM')));
  END IF;
  IF touched > 0 THEN
    PERFORM plan_for_bulk(touched);
    PERFORM stage_claims(batch_no);
    IF EXISTS (SELECT FROM import_line_stage s WHERE s.posting_id = batch_no) THEN
      INSERT INTO posting (posting_id, command, operator, recorded_by, recorded_at)
      VALUES (batch_no, by_command, by_operator, recorder(), now());
      PERFORM post_staged(batch_no);
    END IF;
  END IF;
  PERFORM clear_import_stage(batch_no);
END $$;
COMMENT ON FUNCTION split_subsidies IS
  'Gives the subsidies of what was sold since a day lines of their own, and what a supermarket withholds or has not '
  'paid, or takes them away, as the rules of now say. '
  'Raises subsidies_closed.';

CREATE OR REPLACE FUNCTION refuse_other_days(since date) RETURNS void
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  wrong record;
BEGIN
  SELECT a.posting_id, a.day INTO wrong
  FROM canteen_acceptance_standing a
  JOIN canteen_delivery d ON d.posting_id = a.delivery_id
  JOIN document s ON s.document_id = a.document_id
  JOIN channel c ON c.channel_id = s.channel_id
  JOIN rule_period r ON a.day BETWEEN r.from_day AND r.to_day
  WHERE a.day >= since
    AND s.day <> CASE WHEN r.recognition->>c.kind = 'delivered' THEN d.day ELSE a.day END
  ORDER BY a.day DESC LIMIT 1;
  IF FOUND THEN
    PERFORM refuse('recognition_used', jsonb_build_object('acceptance', wrong.posting_id, 'day', wrong.day));
  END IF;
END $$;
COMMENT ON FUNCTION refuse_other_days IS
  'Refuses rules by which what was accepted since a day would be of another day than it was sold on: its day is not '
  'changed any more. Raises recognition_used.';

CREATE OR REPLACE FUNCTION judge_by_rules(batch bigint, since date, by_operator text, by_command text) RETURNS bigint
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  PERFORM refuse_other_days(since);
  PERFORM split_subsidies(since, by_operator, by_command);
  RETURN rejudge(batch, NULL, since);
END $$;
COMMENT ON FUNCTION judge_by_rules IS
  'Brings the lines since a day under the rules that hold now; returns how many were judged anew.';

CREATE OR REPLACE FUNCTION set_rules(
  sets jsonb, because text, happened_at timestamptz, by_operator text, by_command text,
  OUT posting bigint, OUT judged bigint)
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  numbers bigint[] := next_numbers('rule_set_number', jsonb_array_length(sets));
BEGIN
  PERFORM refuse_without_reason(because);
  PERFORM refuse_rules(sets);
  PERFORM lock_judging();
  SELECT b.batch INTO posting FROM begin_move(by_operator, by_command, because, happened_at) b;
  INSERT INTO rule_set (rule_set_id, posting_id, from_day, recognition, origins, certificates, provinces, supermarket,
    subsidies, tourism)
  SELECT u.number, posting, (s.rules->>'from')::date, s.rules->'recognition',
    ARRAY(SELECT jsonb_array_elements_text(s.rules->'origins')), s.rules->>'certificates',
    CASE jsonb_typeof(s.rules->'provinces') WHEN 'array'
      THEN ARRAY(SELECT jsonb_array_elements_text(s.rules->'provinces')) END,
    s.rules->>'supermarket', s.rules->>'subsidies', s.rules->>'tourism'
  FROM jsonb_array_elements(sets) WITH ORDINALITY AS s(rules, n)
  JOIN unnest(numbers) WITH ORDINALITY AS u(number, n) ON u.n = s.n;
  judged := judge_by_rules(posting, (SELECT min(r.from_day) FROM rule_set r WHERE r.posting_id = posting), by_operator,
    by_command);
END $$;
COMMENT ON FUNCTION set_rules IS
  'Sets rule sets, each from its day, and judges the open months by them; returns the act''s number, and how many '
  'lines were judged anew.';

CREATE OR REPLACE FUNCTION undo_rules(
  wanted bigint, because text, happened_at timestamptz, by_operator text, by_command text,
  OUT posting bigint, OUT judged bigint)
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  since date;
BEGIN
  PERFORM refuse_without_reason(because);
  PERFORM lock_judging();
  SELECT min(s.from_day) INTO since FROM rule_set s WHERE s.posting_id = wanted;
  IF since IS NULL THEN
    PERFORM refuse('rules_unknown', jsonb_build_object('number', wanted));
  ELSIF wanted = (SELECT s.posting_id FROM rule_set s ORDER BY s.rule_set_id LIMIT 1) THEN
    PERFORM refuse('rules_first', '{}');
  ELSIF EXISTS (SELECT FROM posting u WHERE u.undoes = wanted) THEN
    PERFORM refuse('undone_already', jsonb_build_object('number', wanted));
  END IF;
  SELECT b.batch INTO posting FROM begin_move(by_operator, by_command, because, happened_at, wanted) b;
  judged := judge_by_rules(posting, since, by_operator, by_command);
END $$;
COMMENT ON FUNCTION undo_rules IS
  'Undoes an act that set rules, by its number: what held before holds again. Raises rules_unknown, rules_first, '
  'undone_already.';

CREATE OR REPLACE FUNCTION judge_anew(by_operator text, by_command text, because text) RETURNS bigint
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  batch bigint;
BEGIN
  PERFORM lock_judging();
  IF NOT EXISTS (
    SELECT FROM line_misjudged m JOIN book_month b ON b.month = m.book_month AND b.status = 'open') THEN
    RETURN 0;
  END IF;
  SELECT b.batch INTO batch FROM begin_move(by_operator, by_command, because, now()) b;
  RETURN rejudge(batch);
END $$;
COMMENT ON FUNCTION judge_anew IS
  'Judges the open months anew after a change of the catalogue: an origin, a province, a kind; returns how many lines '
  'were judged anew.';
