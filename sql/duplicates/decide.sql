-- What people decide of candidates, and which of the sales that are one counts.

CREATE OR REPLACE VIEW duplicate_decision_standing AS
SELECT d.posting_id, d.group_id
FROM duplicate_decision d
WHERE NOT EXISTS (SELECT FROM posting u WHERE u.undoes = d.posting_id);
COMMENT ON VIEW duplicate_decision_standing IS
  'The decisions that nobody has undone.';

CREATE OR REPLACE FUNCTION units_to_count(decisions bigint[])
RETURNS TABLE (unit bigint, decision_id bigint, counts boolean, chosen boolean)
LANGUAGE plpgsql STABLE SET search_path FROM CURRENT AS $$
BEGIN
  RETURN QUERY
  SELECT r.unit, r.posting_id, r.nth = 1, r.is_chosen
  FROM (
    SELECT u.unit, u.posting_id, u.unit IS NOT DISTINCT FROM c.unit AS is_chosen,
      row_number() OVER (PARTITION BY u.posting_id ORDER BY s.unit IS NULL, (u.unit IS DISTINCT FROM c.unit),
        s.location_id IS NULL, NOT s.is_filed, s.amount DESC, s.document_id, s.line_no) AS nth
    FROM duplicate_decided u
    JOIN duplicate_decision_standing d ON d.posting_id = u.posting_id
    LEFT JOIN (
      SELECT DISTINCT ON (x.decision_id) x.decision_id, x.unit
      FROM duplicate_choice x
      WHERE NOT EXISTS (SELECT FROM posting v WHERE v.undoes = x.posting_id)
      ORDER BY x.decision_id, x.posting_id DESC
    ) c ON c.decision_id = u.posting_id
    LEFT JOIN sales_reported(ARRAY(  -- each once, though an undone decision was of it, too
      SELECT DISTINCT x.unit FROM duplicate_decided x WHERE decisions IS NULL OR x.posting_id = ANY (decisions))) s
      ON s.unit = u.unit
    WHERE u.same AND (decisions IS NULL OR u.posting_id = ANY (decisions))
  ) r;
END $$;
COMMENT ON FUNCTION units_to_count IS
  'Of the sales that are one by some decisions (null: all), which counts: the one that somebody chose while it stands; '
  'else the one whose goods left our stock, then one that a file reports, then the largest, then the first.';

CREATE OR REPLACE FUNCTION keep_duplicate_units(decisions bigint[]) RETURNS void
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  DELETE FROM duplicate_unit u WHERE u.decision_id = ANY (decisions);
  INSERT INTO duplicate_unit (unit, decision_id, counts)
  SELECT u.unit, u.decision_id, u.counts FROM units_to_count(decisions) u;
END $$;
COMMENT ON FUNCTION keep_duplicate_units IS
  'Computes anew which sales are one by some decisions, and which of them counts.';

CREATE OR REPLACE FUNCTION sales_of(units bigint[]) RETURNS bigint[]
LANGUAGE plpgsql STABLE SET search_path FROM CURRENT AS $$
BEGIN
  RETURN ARRAY(
    SELECT l.document_id FROM unnest(units) AS u(unit) JOIN line l ON l.claim_id = u.unit / 1000 WHERE u.unit > 0
    UNION SELECT (-u.unit) / 65536 FROM unnest(units) AS u(unit) WHERE u.unit < 0);
END $$;
COMMENT ON FUNCTION sales_of IS
  'The documents that have lines of some sales.';

CREATE OR REPLACE FUNCTION judge_units(batch bigint, decisions bigint[]) RETURNS bigint
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  units  bigint[] := ARRAY(SELECT DISTINCT u.unit FROM duplicate_decided u WHERE u.posting_id = ANY (decisions));
  judged bigint;
BEGIN
  PERFORM keep_duplicate_units(decisions);
  judged := rejudge(batch, sales => sales_of(units));
  PERFORM move_duplicate_goods(batch, units);
  RETURN judged;
END $$;
COMMENT ON FUNCTION judge_units IS
  'Brings the lines of what some decisions concern up to date, and their goods; returns how many lines were judged '
  'anew.';

CREATE OR REPLACE FUNCTION decide_duplicates(
  of_group bigint, are_same boolean, same_units bigint[], counted bigint, because text, happened_at timestamptz,
  by_operator text, by_command text, OUT posting bigint, OUT judged bigint)
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  units bigint[];
  wrong bigint;
  taken record;
BEGIN
  PERFORM refuse_without_reason(because);
  PERFORM lock_judging();
  units := ARRAY(SELECT c.unit FROM duplicate_candidate c WHERE c.group_id = of_group ORDER BY c.unit);
  IF units = '{}' THEN
    PERFORM refuse(CASE WHEN EXISTS (SELECT FROM duplicate_decision_standing d WHERE d.group_id = of_group)
        THEN 'group_decided' WHEN of_group <= (SELECT s.last_value FROM duplicate_group_number s) AND of_group > 0
        THEN 'group_dissolved' ELSE 'duplicates_unknown' END,
      jsonb_build_object('group', of_group, 'decision', (
        SELECT max(d.posting_id) FROM duplicate_decision_standing d WHERE d.group_id = of_group)));
  END IF;
  same_units := CASE WHEN NOT are_same THEN '{}' WHEN cardinality(same_units) > 0 THEN same_units ELSE units END;
  SELECT u.unit INTO wrong
  FROM (SELECT unnest(same_units) UNION ALL SELECT counted WHERE counted IS NOT NULL) AS u(unit)
  WHERE u.unit <> ALL (CASE WHEN u.unit = counted THEN same_units ELSE units END) LIMIT 1;
  IF wrong IS NOT NULL THEN
    PERFORM refuse('sale_not_of_group', jsonb_build_object('group', of_group, 'sale', wrong));
  ELSIF are_same AND cardinality(same_units) < 2 THEN
    PERFORM refuse('group_of_one', jsonb_build_object('group', of_group));
  END IF;
  SELECT u.unit, u.decision_id INTO taken FROM duplicate_unit u WHERE u.unit = ANY (same_units) LIMIT 1;
  IF FOUND THEN
    PERFORM refuse('sale_decided', jsonb_build_object('sale', taken.unit, 'decision', taken.decision_id));
  END IF;
  SELECT b.batch INTO posting FROM begin_move(by_operator, by_command, because, happened_at) b;
  INSERT INTO duplicate_decision (posting_id, group_id) VALUES (posting, of_group);
  INSERT INTO duplicate_decided (posting_id, unit, same)
  SELECT posting, u.unit, u.unit = ANY (same_units) FROM unnest(units) AS u(unit);
  IF counted IS NOT NULL THEN
    INSERT INTO duplicate_choice (posting_id, decision_id, unit) VALUES (posting, posting, counted);
  END IF;
  DELETE FROM duplicate_pair p WHERE p.group_id = of_group;
  DELETE FROM duplicate_candidate c WHERE c.group_id = of_group;
  judged := judge_units(posting, ARRAY[posting]);
END $$;
COMMENT ON FUNCTION decide_duplicates IS
  'Decides a group: that all its sales are one, or some of them (`same_units`), or none; and maybe which counts. '
  'Returns the decision''s number, and how many lines were judged anew. Raises group_decided, group_dissolved, '
  'duplicates_unknown, sale_not_of_group, group_of_one, sale_decided.';

CREATE OR REPLACE FUNCTION expect_decision(wanted bigint) RETURNS void
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM duplicate_decision d WHERE d.posting_id = wanted) THEN
    PERFORM refuse('decision_unknown', jsonb_build_object('number', wanted));
  ELSIF NOT EXISTS (SELECT FROM duplicate_decision_standing d WHERE d.posting_id = wanted) THEN
    PERFORM refuse('undone_already', jsonb_build_object('number', wanted));
  END IF;
END $$;
COMMENT ON FUNCTION expect_decision IS
  'Refuses a number that is of no decision that stands. Raises decision_unknown, undone_already.';

CREATE OR REPLACE FUNCTION undo_decision(
  wanted bigint, because text, happened_at timestamptz, by_operator text, by_command text,
  OUT posting bigint, OUT judged bigint)
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  PERFORM refuse_without_reason(because);
  PERFORM lock_judging();
  PERFORM expect_decision(wanted);
  SELECT b.batch INTO posting FROM begin_move(by_operator, by_command, because, happened_at, wanted) b;
  judged := judge_units(posting, ARRAY[wanted]);
END $$;
COMMENT ON FUNCTION undo_decision IS
  'Undoes a decision: its sales are what they were, and may be found again.';

CREATE OR REPLACE FUNCTION choose_counted(
  wanted bigint, counted bigint, because text, happened_at timestamptz, by_operator text, by_command text,
  OUT posting bigint, OUT judged bigint)
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  PERFORM refuse_without_reason(because);
  PERFORM lock_judging();
  PERFORM expect_decision(wanted);
  IF NOT EXISTS (SELECT FROM duplicate_decided u WHERE u.posting_id = wanted AND u.unit = counted AND u.same) THEN
    PERFORM refuse('sale_not_of_group', jsonb_build_object('group', wanted, 'sale', counted));
  END IF;
  SELECT b.batch INTO posting FROM begin_move(by_operator, by_command, because, happened_at) b;
  INSERT INTO duplicate_choice (posting_id, decision_id, unit) VALUES (posting, wanted, counted);
  judged := judge_units(posting, ARRAY[wanted]);
END $$;
COMMENT ON FUNCTION choose_counted IS
  'Says which of the sales that a decision made one is to count. Raises sale_not_of_group.';

CREATE OR REPLACE FUNCTION judge_affected_units(batch_no bigint) RETURNS void
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  decisions bigint[];
BEGIN
  IF NOT EXISTS (SELECT FROM duplicate_unit) THEN
    RETURN;
  END IF;
  decisions := ARRAY(
    SELECT DISTINCT u.decision_id
    FROM import_affected a JOIN duplicate_unit u ON u.unit BETWEEN a.claim_id * 1000 AND a.claim_id * 1000 + 999
    WHERE a.batch = batch_no);
  IF decisions <> '{}' THEN
    DELETE FROM import_line_stage s WHERE s.posting_id = batch_no;  -- it is posted
    PERFORM judge_units(batch_no, decisions);
  END IF;
END $$;
COMMENT ON FUNCTION judge_affected_units IS
  'After an import has posted: of what it changed and decisions made one with others, chooses anew what counts.';

CREATE OR REPLACE FUNCTION judge_reversed_units(batch bigint, document bigint) RETURNS void
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  decisions bigint[];
BEGIN
  decisions := ARRAY(
    SELECT DISTINCT u.decision_id FROM duplicate_unit u
    WHERE u.unit BETWEEN -(document * 65536 + 65535) AND -(document * 65536));
  IF decisions <> '{}' THEN
    PERFORM judge_units(batch, decisions);
  END IF;
END $$;
COMMENT ON FUNCTION judge_reversed_units IS
  'After a document was reversed: of what decisions made one with it, chooses anew what counts.';

CREATE OR REPLACE VIEW undecided_sale AS
SELECT c.group_id, c.unit, r.book_month, r.day, r.source, r.document_id, r.line_no, r.order_no, r.product_id,
  r.quantity, r.amount, r.buyer_id, (r.judgement).verdict, (r.judgement).rule,
  row_number() OVER (PARTITION BY c.group_id ORDER BY (r.judgement).verdict <> 'counted', r.location_id IS NULL,
    NOT r.is_filed, r.amount DESC, r.document_id, r.line_no) AS nth,
  coalesce((
    SELECT -sum(b.amount) FROM line_back b WHERE b.of_document = r.document_id AND b.of_line = r.line_no), 0.00)
    AS refunded
FROM duplicate_candidate c
JOIN sales_reported(ARRAY(SELECT x.unit FROM duplicate_candidate x)) r ON r.unit = c.unit;
COMMENT ON VIEW undecided_sale IS
  'The sales of groups that nobody has decided; the first of each would count if they were one.';
