-- The reserved share (预留份额): areas, percentages and deadlines as data; budgets of units; what was bought on the
-- 832 platform, which is what counts.

CREATE OR REPLACE VIEW reserve_area_standing AS
SELECT DISTINCT ON (a.code) a.posting_id, a.code, a.name, a.parent
FROM reserve_area a
WHERE NOT EXISTS (SELECT FROM posting u WHERE u.undoes = a.posting_id)
ORDER BY a.code, a.posting_id DESC;
COMMENT ON VIEW reserve_area_standing IS
  'The areas as they were said last.';

CREATE OR REPLACE VIEW reserve_rule_standing AS
SELECT DISTINCT ON (r.year, coalesce(r.area, '')) r.posting_id, r.year, r.area, r.percent, r.deadline, r.source
FROM reserve_rule r
WHERE NOT EXISTS (SELECT FROM posting u WHERE u.undoes = r.posting_id)
ORDER BY r.year, coalesce(r.area, ''), r.posting_id DESC;
COMMENT ON VIEW reserve_rule_standing IS
  'What was said last of the reserved share of a year, of each area and of the country.';

CREATE OR REPLACE VIEW reserve_budget_standing AS
SELECT DISTINCT ON (b.buyer_id, b.year) b.posting_id, b.buyer_id, b.year, b.area, b.state, b.budget, b.percent,
  b.reported_by
FROM reserve_budget b
WHERE NOT EXISTS (SELECT FROM posting u WHERE u.undoes = b.posting_id)
ORDER BY b.buyer_id, b.year, b.posting_id DESC;
COMMENT ON VIEW reserve_budget_standing IS
  'What was said last of each unit''s food budget of a year.';

CREATE OR REPLACE VIEW order_unit_standing AS
SELECT DISTINCT ON (f.platform, u.order_no) f.platform, u.order_no, u.buyer_id, u.purchase_type
FROM (
  SELECT DISTINCT ON (o.file_id, o.order_no) o.* FROM order_unit o
  ORDER BY o.file_id, o.order_no, o.posting_id DESC
) u
JOIN import_file f ON f.file_id = u.file_id AND f.state = 'live'
ORDER BY f.platform, u.order_no, f.snapshot_at DESC NULLS LAST, u.buyer_id NULLS LAST, u.purchase_type, u.file_id;
COMMENT ON VIEW order_unit_standing IS
  'Which unit each order was for, by the newest live file that has it.';

CREATE OR REPLACE FUNCTION reserve_areas_of(area_code text) RETURNS text[]
LANGUAGE plpgsql STABLE SET search_path FROM CURRENT AS $$
BEGIN
  RETURN ARRAY(
    WITH RECURSIVE up AS (
      SELECT a.code, a.parent, 1 AS step FROM reserve_area_standing a WHERE a.code = area_code
      UNION ALL
      SELECT a.code, a.parent, u.step + 1 FROM up u JOIN reserve_area_standing a ON a.code = u.parent
      WHERE u.step < 10
    )
    SELECT u.code FROM up u ORDER BY u.step);
END $$;
COMMENT ON FUNCTION reserve_areas_of IS
  'An area and those that it is a part of, the nearest first.';

CREATE OR REPLACE FUNCTION reserve_in_force(of_year integer, area_code text, OUT percent numeric, OUT deadline date)
LANGUAGE plpgsql STABLE SET search_path FROM CURRENT AS $$
BEGIN
  SELECT (array_agg(r.percent ORDER BY n.step) FILTER (WHERE r.percent IS NOT NULL))[1],
    (array_agg(r.deadline ORDER BY n.step) FILTER (WHERE r.deadline IS NOT NULL))[1]
  INTO percent, deadline
  FROM unnest(reserve_areas_of(area_code) || NULL::text) WITH ORDINALITY AS n(code, step)
  JOIN reserve_rule_standing r ON r.year = of_year AND r.area IS NOT DISTINCT FROM n.code;
  percent := greatest(percent, coalesce((
    SELECT r.percent FROM reserve_rule_standing r WHERE r.year = of_year AND r.area IS NULL),
    10.00));  -- 财库〔2019〕41号 and the notices of each year since: at least 10 %
  deadline := coalesce(deadline, make_date(of_year, 12, 31));
END $$;
COMMENT ON FUNCTION reserve_in_force IS
  'The percentage that is reserved in an area (null: the country) in a year, and until when: what its own row says, '
  'else that of the area it is a part of, else the country''s, else 10 % until the end of the year. A percentage is '
  'never under the country''s, which may have been raised since.';

CREATE OR REPLACE FUNCTION expect_area(area_code text) RETURNS void
LANGUAGE plpgsql STABLE SET search_path FROM CURRENT AS $$
BEGIN
  IF area_code IS NOT NULL AND NOT EXISTS (SELECT FROM reserve_area_standing a WHERE a.code = area_code) THEN
    PERFORM refuse('reserve_area_unknown', jsonb_build_object('code', area_code));
  END IF;
END $$;
COMMENT ON FUNCTION expect_area IS
  'Refuses an area that is not known. Raises reserve_area_unknown.';

CREATE OR REPLACE FUNCTION save_reserve_area(
  area_code text, area_name text, of_parent text, because text, happened_at timestamptz, by_operator text,
  by_command text) RETURNS bigint
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  batch bigint;
BEGIN
  PERFORM FROM programme FOR UPDATE;
  PERFORM expect_area(of_parent);
  IF area_code = ANY (reserve_areas_of(of_parent)) THEN
    PERFORM refuse('reserve_area_circle', jsonb_build_object('code', area_code, 'parent', of_parent));
  END IF;
  SELECT b.batch INTO batch FROM begin_move(by_operator, by_command, because, happened_at) b;
  INSERT INTO reserve_area (posting_id, code, name, parent) VALUES (batch, area_code, trimmed(area_name), of_parent);
  RETURN batch;
END $$;
COMMENT ON FUNCTION save_reserve_area IS
  'Adds an area, or changes its name and what it is a part of. Returns the act. Raises reserve_area_circle.';

CREATE OR REPLACE FUNCTION save_reserve_rule(
  of_year integer, area_code text, of_percent numeric, until_day date, said_in text, because text,
  happened_at timestamptz, by_operator text, by_command text) RETURNS bigint
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  batch bigint;
  least numeric := (reserve_in_force(of_year, NULL)).percent;
  known reserve_rule_standing;
BEGIN
  PERFORM FROM programme FOR UPDATE;
  PERFORM expect_area(area_code);
  IF area_code IS NOT NULL AND of_percent < least THEN
    PERFORM refuse('reserve_under_floor', jsonb_build_object('percent', of_percent::text, 'least', least::text,
      'year', of_year));
  ELSIF until_day < make_date(of_year, 1, 1) OR until_day > make_date(of_year + 1, 12, 31) THEN
    PERFORM refuse('reserve_deadline_far', jsonb_build_object('day', until_day, 'year', of_year));
  END IF;
  SELECT * INTO known FROM reserve_rule_standing r
  WHERE r.year = of_year AND r.area IS NOT DISTINCT FROM area_code;
  SELECT b.batch INTO batch FROM begin_move(by_operator, by_command, because, happened_at) b;
  INSERT INTO reserve_rule (posting_id, year, area, percent, deadline, source)
  VALUES (batch, of_year, area_code, coalesce(of_percent, known.percent), coalesce(until_day, known.deadline),
    trimmed(said_in));
  RETURN batch;
END $$;
COMMENT ON FUNCTION save_reserve_rule IS
  'Says the percentage and the deadline of a year, of an area or (null) of the country; what is null stays as it was '
  'said. An area''s is never under the country''s. Returns the act. Raises reserve_under_floor, reserve_deadline_far.';

CREATE OR REPLACE FUNCTION save_reserve_budget(
  buyer_code text, of_year integer, area_code text, of_state text, of_budget numeric, of_percent numeric,
  reporter_code text, because text, happened_at timestamptz, by_operator text, by_command text, OUT posting bigint,
  OUT percent numeric, OUT reserved numeric)
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  who      bigint;
  reporter bigint;
  in_area  text;
  least    numeric;
BEGIN
  PERFORM FROM programme FOR UPDATE;
  who := lock_buyer(buyer_code);
  PERFORM expect_area(area_code);
  in_area := coalesce(area_code, (SELECT b.area FROM reserve_budget_standing b WHERE b.buyer_id = who
    ORDER BY b.year = of_year DESC, b.year DESC LIMIT 1));
  IF reporter_code IS NOT NULL THEN
    reporter := lock_buyer(reporter_code);
    IF NOT EXISTS (SELECT FROM reserve_budget_standing b
      WHERE b.buyer_id = reporter AND b.year = of_year AND b.state = 'canteen') OR reporter = who THEN
      PERFORM refuse('reserve_reporter_without_budget', jsonb_build_object('code', reporter_code, 'year', of_year));
    END IF;
  END IF;
  IF of_state <> 'canteen' AND EXISTS (SELECT FROM reserve_budget_standing b
    WHERE b.reported_by = who AND b.year = of_year) THEN
    PERFORM refuse('reserve_reports_others', jsonb_build_object('code', buyer_code, 'year', of_year));
  END IF;
  least := (reserve_in_force(of_year, in_area)).percent;
  IF of_percent < least THEN
    PERFORM refuse('reserve_under_floor', jsonb_build_object('percent', of_percent::text, 'least', least::text,
      'year', of_year));
  END IF;
  SELECT b.batch INTO posting FROM begin_move(by_operator, by_command, because, happened_at) b;
  INSERT INTO reserve_budget (posting_id, buyer_id, year, area, state, budget, percent, reported_by)
  VALUES (posting, who, of_year, in_area, of_state, of_budget, of_percent, reporter);
  percent := CASE WHEN of_state = 'canteen' THEN coalesce(of_percent, least) END;
  reserved := round(of_budget * percent / 100, 2);
END $$;
COMMENT ON FUNCTION save_reserve_budget IS
  'Says a unit''s food budget of a year in yuan, maybe with a percentage of its own, never under that of its area; or '
  'that it has no canteen, or shares one that another unit reports. Returns the act, and what is reserved. Raises '
  'reserve_reporter_without_budget, reserve_reports_others, reserve_under_floor.';

CREATE OR REPLACE FUNCTION undo_reserve(
  wanted bigint, because text, happened_at timestamptz, by_operator text, by_command text) RETURNS bigint
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  it    record;
  later bigint;
BEGIN
  PERFORM refuse_without_reason(because);
  PERFORM FROM programme FOR UPDATE;
  SELECT 'area' AS kind, a.code AS key, NULL::integer AS year INTO it FROM reserve_area a WHERE a.posting_id = wanted
  UNION ALL SELECT 'rule', coalesce(r.area, ''), r.year FROM reserve_rule r WHERE r.posting_id = wanted
  UNION ALL SELECT 'budget', b.buyer_id::text, b.year FROM reserve_budget b WHERE b.posting_id = wanted;
  IF it.kind IS NULL THEN
    PERFORM refuse('reserve_act_unknown', jsonb_build_object('number', wanted));
  ELSIF EXISTS (SELECT FROM posting u WHERE u.undoes = wanted) THEN
    PERFORM refuse('undone_already', jsonb_build_object('number', wanted));
  END IF;
  SELECT min(f.posting_id) INTO later
  FROM (
    SELECT b.posting_id FROM reserve_budget b
    WHERE it.kind = 'area' AND b.area = it.key
      OR it.kind = 'budget' AND b.reported_by::text = it.key AND b.year = it.year
    UNION ALL SELECT r.posting_id FROM reserve_rule r WHERE it.kind = 'area' AND r.area = it.key
    UNION ALL SELECT a.posting_id FROM reserve_area a WHERE it.kind = 'area' AND a.parent = it.key
  ) f
  WHERE NOT EXISTS (SELECT FROM posting u WHERE u.undoes = f.posting_id)
    AND NOT EXISTS (  -- what was said of the same before holds again
      SELECT FROM reserve_area a WHERE it.kind = 'area' AND a.code = it.key AND a.posting_id <> wanted
        AND NOT EXISTS (SELECT FROM posting u WHERE u.undoes = a.posting_id));
  IF later IS NOT NULL THEN
    PERFORM refuse('undo_stands', jsonb_build_object('number', wanted, 'later', later));
  END IF;
  RETURN (SELECT b.batch FROM begin_move(by_operator, by_command, because, happened_at, wanted) b);
END $$;
COMMENT ON FUNCTION undo_reserve IS
  'Undoes what was said of an area, of a percentage or of a budget, by its number: what was said before holds again. '
  'Returns the act. Raises reserve_act_unknown, undone_already, undo_stands.';

CREATE OR REPLACE FUNCTION keep_order_units(
  batch_no bigint, orders text[], units text[], types text[], by_operator text, by_command text) RETURNS integer
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  it    import_batch := own_batch(batch_no);
  fresh record;
  batch bigint;
BEGIN
  SELECT array_agg(n.order_no) AS orders, array_agg(n.buyer_id) AS buyers, array_agg(n.type) AS types,
    count(n.buyer_id) AS known INTO fresh
  FROM (
    SELECT i.order_no, i.type, (SELECT min(b.buyer_id) FROM buyer b
      WHERE trimmed(i.unit) <> '' AND trimmed(i.unit) IN (b.name, b.code, b.credit_code)
      HAVING count(*) = 1) AS buyer_id
    FROM unnest(keep_order_units.orders, units, keep_order_units.types) AS i(order_no, unit, type)
  ) n
  LEFT JOIN LATERAL (
    SELECT o.buyer_id, o.purchase_type FROM order_unit o
    WHERE o.file_id = it.file_id AND o.order_no = n.order_no
    ORDER BY o.posting_id DESC LIMIT 1
  ) k ON true
  WHERE (k.purchase_type, k.buyer_id) IS DISTINCT FROM (n.type, n.buyer_id);
  IF fresh.orders IS NULL THEN
    RETURN 0;
  END IF;
  SELECT b.batch INTO batch FROM begin_move(by_operator, by_command, NULL, now()) b;
  INSERT INTO order_unit (posting_id, file_id, order_no, buyer_id, purchase_type)
  SELECT batch, it.file_id, f.order_no, f.buyer_id, f.type
  FROM unnest(fresh.orders, fresh.buyers, fresh.types) AS f(order_no, buyer_id, type);
  RETURN fresh.known;
END $$;
COMMENT ON FUNCTION keep_order_units IS
  'Keeps which unit each order of a file was for, and how it bought, where that is not what was kept of it: of a unit '
  'whose name, code or credit code no buyer has, the order alone. Returns how many units are known.';

CREATE OR REPLACE FUNCTION reserve_done(of_year integer)
RETURNS TABLE (buyer_id bigint, purchase_type text, amount numeric)
LANGUAGE plpgsql STABLE SET search_path FROM CURRENT AS $$
#variable_conflict use_column
BEGIN
  RETURN QUERY
  SELECT u.buyer_id, u.purchase_type, sum(d.total)
  FROM order_unit_standing u
  JOIN document d ON d.order_no = u.order_no AND d.file_id IS NOT NULL
  JOIN channel c ON c.channel_id = d.channel_id AND c.platform = u.platform
  WHERE NOT d.signed AND d.day BETWEEN make_date(of_year, 1, 1) AND make_date(of_year, 12, 31)
  GROUP BY u.buyer_id, u.purchase_type;
END $$;
COMMENT ON FUNCTION reserve_done IS
  'What each unit bought on the 832 platform in a year by how it bought, less what went back, in yuan; null is what '
  'units bought that no buyer is known by.';

CREATE OR REPLACE FUNCTION reserve_report(dimension text, of_year integer, today date)
RETURNS TABLE (is_total boolean, code text, name text, area text, state text, units bigint, budget numeric,
  percent numeric, reserved numeric, canteen numeric, of_union numeric, both_of numeric, personal numeric, done numeric,
  done_required numeric, done_percent numeric, behind numeric, months bigint, a_month numeric, deadline date)
LANGUAGE plpgsql STABLE SET search_path FROM CURRENT AS $$
#variable_conflict use_column
BEGIN
  RETURN QUERY
  WITH done AS MATERIALIZED (  -- what a unit buys that shares a canteen is of the one that reports it
    SELECT coalesce(s.reported_by, n.buyer_id) AS buyer_id, n.purchase_type, sum(n.amount) AS amount
    FROM reserve_done(of_year) n
    LEFT JOIN reserve_budget_standing s ON s.buyer_id = n.buyer_id AND s.year = of_year
    GROUP BY 1, 2
  ), bought AS (
    SELECT n.buyer_id, coalesce(sum(n.amount) FILTER (WHERE n.purchase_type = 'canteen'), 0.00) AS canteen,
      coalesce(sum(n.amount) FILTER (WHERE n.purchase_type = 'union'), 0.00) AS of_union,
      coalesce(sum(n.amount) FILTER (WHERE n.purchase_type = 'both'), 0.00) AS both_of,
      coalesce(sum(n.amount) FILTER (WHERE n.purchase_type = 'personal'), 0.00) AS personal
    FROM done n
    GROUP BY n.buyer_id
  ), in_force AS MATERIALIZED (  -- once an area
    SELECT a.area, (a.rule).percent, (a.rule).deadline
    FROM (
      SELECT d.area, reserve_in_force(of_year, d.area) AS rule
      FROM (SELECT s.area FROM reserve_budget_standing s WHERE s.year = of_year UNION SELECT NULL) d
      OFFSET 0
    ) a
  ), unit AS MATERIALIZED (
    SELECT b.code, b.name, s.area, coalesce(s.state, 'not_reported') AS state, s.budget,
      CASE WHEN s.state = 'canteen' THEN greatest(s.percent, f.percent) END AS percent,
      round(s.budget * greatest(s.percent, f.percent) / 100, 2) AS reserved, f.deadline,
      coalesce(n.canteen, 0.00) AS canteen, coalesce(n.of_union, 0.00) AS of_union,
      coalesce(n.both_of, 0.00) AS both_of, coalesce(n.personal, 0.00) AS personal
    FROM (SELECT * FROM reserve_budget_standing s WHERE s.year = of_year) s
    FULL JOIN bought n ON n.buyer_id = s.buyer_id
    LEFT JOIN buyer b ON b.buyer_id = coalesce(s.buyer_id, n.buyer_id)
    JOIN in_force f ON f.area IS NOT DISTINCT FROM s.area
    WHERE s.buyer_id IS NOT NULL OR n.canteen + n.of_union + n.both_of + n.personal <> 0
  ), placed AS (
    SELECT u.*, CASE WHEN dimension = 'unit' THEN u.code WHEN dimension = 'county' THEN u.area
      ELSE coalesce((SELECT a.parent FROM reserve_area_standing a WHERE a.code = u.area), u.area) END AS place,
      u.canteen + u.of_union + u.both_of + u.personal AS done,
      greatest(u.reserved - u.canteen - u.of_union - u.both_of - u.personal, 0.00) AS behind,
      CASE WHEN u.deadline < today THEN 0 ELSE (extract(year FROM u.deadline) - extract(year FROM today)) * 12
        + extract(month FROM u.deadline) - extract(month FROM today) + 1 END::bigint AS months
    FROM unit u
  ), summed AS (
    SELECT p.place, false AS is_total, count(*) AS units, sum(p.budget) AS budget, sum(p.reserved) AS reserved,
      sum(p.canteen) AS canteen, sum(p.of_union) AS of_union, sum(p.both_of) AS both_of, sum(p.personal) AS personal,
      sum(p.done) AS done, sum(p.done) FILTER (WHERE p.reserved > 0) AS done_required, sum(p.behind) AS behind,
      sum(round(p.behind / nullif(p.months, 0), 2)) AS a_month, max(p.months) AS months, max(p.deadline) AS deadline,
      min(p.state) AS state, min(p.percent) AS percent, min(p.name) AS name, min(p.area) AS area
    FROM placed p
    GROUP BY p.place
    UNION ALL
    SELECT NULL, true, count(*), sum(p.budget), sum(p.reserved), sum(p.canteen), sum(p.of_union), sum(p.both_of),
      sum(p.personal), sum(p.done), sum(p.done) FILTER (WHERE p.reserved > 0), sum(p.behind),
      sum(round(p.behind / nullif(p.months, 0), 2)), NULL, NULL, NULL, NULL, NULL, NULL
    FROM placed p
  )
  SELECT s.is_total, s.place, CASE WHEN dimension = 'unit' THEN s.name ELSE a.name END,
    CASE WHEN dimension = 'unit' THEN s.area END,
    CASE WHEN dimension = 'unit' THEN s.state END, s.units, coalesce(s.budget, 0.00),
    CASE WHEN dimension = 'unit' THEN s.percent END, coalesce(s.reserved, 0.00), coalesce(s.canteen, 0.00),
    coalesce(s.of_union, 0.00), coalesce(s.both_of, 0.00), coalesce(s.personal, 0.00), coalesce(s.done, 0.00),
    coalesce(s.done_required, 0.00), CASE WHEN s.reserved > 0 THEN round(100 * s.done_required / s.reserved, 2) END,
    coalesce(s.behind, 0.00), s.months, coalesce(s.a_month, 0.00), s.deadline
  FROM summed s
  LEFT JOIN reserve_area_standing a ON a.code = s.place
  ORDER BY s.is_total, s.place IS NULL, s.place;
END $$;
COMMENT ON FUNCTION reserve_report IS
  'The reserved share of a year by unit, county (the unit''s area) or city (the area that it is a part of): budget, '
  'what is reserved of it, what was bought by canteens, unions, both and persons; what of that is of units that have '
  'a requirement, and how much of the reserved that is, which may pass 100 %; what is behind, and how much a month '
  'until the deadline, this month included. What units bought that nobody knows has no code. The last row is the '
  'total.';
