-- Finds the sales that two sources may report: pairs by keys that they share, compared field by field.

CREATE OR REPLACE FUNCTION stage_duplicates(first_day date, last_day date) RETURNS bigint
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  batch_no bigint := nextval('posting_number');
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext(current_schema() || '.duplicates'));
  PERFORM plan_for_bulk(1000000);
  INSERT INTO duplicate_stage (batch, unit, source, order_no, order_key, day, product_id, quantity, amount,
    order_amount, buyer_id, rare)
  SELECT batch_no, r.unit, r.source, r.order_no, order_key(r.order_no), r.day, r.product_id, r.quantity, r.amount,
    sum(r.amount) OVER (PARTITION BY r.source, coalesce(order_key(r.order_no), r.document_id::text), r.product_id),
    r.buyer_id, count(*) OVER (PARTITION BY r.quantity) <= greatest(2, count(*) OVER () / 100)
  FROM reported_sale r
  WHERE r.day BETWEEN first_day - 7 AND last_day + 7 AND r.amount > 0;
  ANALYZE duplicate_stage;
  -- Goods that are sold by the dozen a day cannot be distinguished by what they are: of them only order numbers say it.
  INSERT INTO duplicate_match (batch, one, other, one_source, other_source, levels)
  WITH around AS MATERIALIZED (
    SELECT s.*, count(*) OVER (PARTITION BY s.source, s.product_id, s.quantity, s.day) AS like_it
    FROM duplicate_stage s
    WHERE s.batch = batch_no
  ), near AS MATERIALIZED (
    SELECT t.unit, t.source, t.product_id, t.quantity, t.order_amount, t.day + n.days AS near_day
    FROM around t
    CROSS JOIN generate_series(-3, 3) AS n(days)
    WHERE t.product_id IS NOT NULL AND t.like_it <= 20
  ), pair AS (
    SELECT a.unit AS one, b.unit AS other
    FROM around a JOIN around b ON b.order_key = a.order_key AND b.source > a.source
    UNION
    SELECT least(a.unit, b.unit), greatest(a.unit, b.unit)
    FROM near a
    JOIN around b ON b.product_id = a.product_id AND b.quantity = a.quantity AND b.day = a.near_day AND b.like_it <= 20
      AND b.source > a.source
    UNION
    SELECT least(a.unit, b.unit), greatest(a.unit, b.unit)
    FROM near a
    JOIN around b ON b.product_id = a.product_id AND b.order_amount = a.order_amount AND b.day = a.near_day
      AND b.quantity <> a.quantity AND b.like_it <= 20 AND b.source > a.source  -- of equal ones the pair is known
    UNION
    SELECT least(a.unit, b.unit), greatest(a.unit, b.unit)
    FROM around a
    JOIN around b ON b.buyer_id = a.buyer_id AND b.amount = a.amount AND b.source > a.source
      AND b.day BETWEEN a.day - 7 AND a.day + 7
  )
  SELECT batch_no, p.one, p.other, a.source, b.source, levels_of(a, b)
  FROM (SELECT DISTINCT least(p.one, p.other) AS one, greatest(p.one, p.other) AS other FROM pair p) p
  JOIN duplicate_stage a ON a.batch = batch_no AND a.unit = p.one
  JOIN duplicate_stage b ON b.batch = batch_no AND b.unit = p.other
  WHERE (a.day BETWEEN first_day AND last_day OR b.day BETWEEN first_day AND last_day)
    AND NOT EXISTS (  -- what was decided is not asked again
      SELECT FROM duplicate_decided x
      JOIN duplicate_decided y ON y.posting_id = x.posting_id AND y.unit = p.other
      WHERE x.unit = p.one AND NOT EXISTS (SELECT FROM posting u WHERE u.undoes = x.posting_id));
  ANALYZE duplicate_match;
  RETURN batch_no;
END $$;
COMMENT ON FUNCTION stage_duplicates IS
  'Stages the sales around some days, and the pairs of different sources that share a key: an order number, or one '
  'without its affix; a product, its quantity or the worth of its order, and a day within three; a buyer, an amount '
  'and a week. Returns their batch.';

CREATE OR REPLACE FUNCTION levels_of(a duplicate_stage, b duplicate_stage) RETURNS smallint[]
LANGUAGE sql IMMUTABLE
RETURN ARRAY[
  CASE WHEN (a).order_no IS NULL OR (b).order_no IS NULL THEN -1
    WHEN (a).order_no = (b).order_no THEN 2 WHEN (a).order_key = (b).order_key THEN 1 ELSE 0 END,
  CASE WHEN (a).day = (b).day THEN 3 WHEN abs((a).day - (b).day) <= 1 THEN 2
    WHEN abs((a).day - (b).day) <= 3 THEN 1 ELSE 0 END,
  CASE WHEN (a).product_id <> (b).product_id THEN 0
    WHEN (a).amount = (b).amount AND (a).quantity = (b).quantity AND (a).product_id = (b).product_id
      THEN CASE WHEN (a).rare THEN 5 ELSE 4 END
    WHEN (a).order_amount = (b).order_amount THEN 3
    WHEN (a).amount = (b).amount OR (a).quantity = (b).quantity AND (a).product_id = (b).product_id THEN 2
    WHEN (a).product_id = (b).product_id THEN 1 ELSE 0 END,
  CASE WHEN (a).buyer_id IS NULL OR (b).buyer_id IS NULL THEN -1
    WHEN (a).buyer_id = (b).buyer_id THEN 1 ELSE 0 END]::smallint[];
COMMENT ON FUNCTION levels_of IS
  'How two sales compare: by order number (2 equal, 1 but for an affix, 0 not), day (3 the same, 2 next to it, 1 '
  'within three, 0 not), goods (5 product, amount and a rare quantity, 4 product, amount and quantity, 3 the worth of '
  'its order, 2 quantity or amount, 1 product alone, 0 not) and buyer (1 the same, 0 not); -1 where either does not '
  'say.';

CREATE OR REPLACE FUNCTION sample_of(batch_no bigint) RETURNS SETOF duplicate_stage
LANGUAGE plpgsql STABLE SET search_path FROM CURRENT AS $$
BEGIN
  RETURN QUERY
  SELECT s.* FROM duplicate_stage s WHERE s.batch = batch_no ORDER BY hashint8(s.unit) LIMIT 1500;
END $$;
COMMENT ON FUNCTION sample_of IS
  'Some of the staged sales, the same each time.';

CREATE OR REPLACE FUNCTION duplicate_patterns(batch_no bigint)
RETURNS TABLE (levels smallint[], pairs bigint, is_sample boolean, all_pairs bigint)
LANGUAGE plpgsql STABLE SET search_path FROM CURRENT AS $$
BEGIN
  RETURN QUERY
  SELECT p.levels, p.pairs, p.is_sample, w.pairs
  FROM (
    SELECT m.levels, count(*) AS pairs, false AS is_sample
    FROM duplicate_match m WHERE m.batch = batch_no GROUP BY m.levels
    UNION ALL
    SELECT levels_of(a, b), count(*), true
    FROM sample_of(batch_no) a JOIN sample_of(batch_no) b ON b.source > a.source
    WHERE NOT EXISTS (
      SELECT FROM duplicate_match m
      WHERE m.batch = batch_no AND m.one = least(a.unit, b.unit) AND m.other = greatest(a.unit, b.unit))
    GROUP BY levels_of(a, b)
  ) p
  CROSS JOIN (
    SELECT ((sum(n.many) * sum(n.many) - sum(n.many * n.many)) / 2)::bigint AS pairs
    FROM (SELECT count(*) AS many FROM duplicate_stage s WHERE s.batch = batch_no GROUP BY s.source) n
  ) w;
END $$;
COMMENT ON FUNCTION duplicate_patterns IS
  'How many pairs of a batch compare in each way; and how many of a sample of pairs of different sources that share '
  'no key, which are hardly ever one sale; and how many pairs of different sources there are.';

CREATE OR REPLACE FUNCTION keep_duplicates(
  batch_no bigint, patterns text[], pattern_weights real[], field_weights text[], probabilities real[],
  OUT groups bigint, OUT pairs bigint)
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  moved bigint;
BEGIN
  DELETE FROM duplicate_match m WHERE m.batch = batch_no AND m.levels::text <> ALL (patterns);
  UPDATE duplicate_match m SET weight = w.weight, group_id = least(m.one, m.other)
  FROM unnest(patterns, pattern_weights) AS w(levels, weight)
  WHERE m.batch = batch_no AND m.levels = w.levels::smallint[];
  PERFORM match_once(batch_no);
  LOOP  -- the pairs that hang together are one group: each takes the least number that it can reach
    UPDATE duplicate_match m SET group_id = n.least
    FROM (
      SELECT p.one, p.other, least(a.least, b.least) AS least
      FROM duplicate_match p
      JOIN (SELECT u.unit, min(u.group_id) AS least FROM (
          SELECT x.one AS unit, x.group_id FROM duplicate_match x WHERE x.batch = batch_no
          UNION ALL SELECT x.other, x.group_id FROM duplicate_match x WHERE x.batch = batch_no) u
        GROUP BY u.unit) a ON a.unit = p.one
      JOIN (SELECT u.unit, min(u.group_id) AS least FROM (
          SELECT x.one AS unit, x.group_id FROM duplicate_match x WHERE x.batch = batch_no
          UNION ALL SELECT x.other, x.group_id FROM duplicate_match x WHERE x.batch = batch_no) u
        GROUP BY u.unit) b ON b.unit = p.other
      WHERE p.batch = batch_no
    ) n
    WHERE m.batch = batch_no AND m.one = n.one AND m.other = n.other AND n.least < m.group_id;
    GET DIAGNOSTICS moved = ROW_COUNT;
    EXIT WHEN moved = 0;
  END LOOP;
  SELECT count(DISTINCT m.group_id), count(*) INTO groups, pairs FROM duplicate_match m WHERE m.batch = batch_no;
  PERFORM replace_candidates(batch_no, next_numbers('duplicate_group_number', groups), patterns, field_weights,
    probabilities);
  DELETE FROM duplicate_stage s WHERE s.batch = batch_no;
  DELETE FROM duplicate_match m WHERE m.batch = batch_no;
END $$;
COMMENT ON FUNCTION keep_duplicates IS
  'Keeps of the staged pairs those that compare in some ways, with their weights in bits, and makes groups of what '
  'hangs together; what was a candidate before and was not decided is found again, or is none any more.';

CREATE OR REPLACE FUNCTION match_once(batch_no bigint) RETURNS void
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  fallen bigint;
BEGIN
  LOOP  -- of equal sales here and there each is one of the other source's, and no more than one
    DELETE FROM duplicate_match m
    USING (
      WITH ranked AS MATERIALIZED (
        SELECT p.one, p.other, p.one_source, p.other_source,
          row_number() OVER (PARTITION BY p.one, p.other_source ORDER BY p.weight DESC, p.other) AS of_one,
          row_number() OVER (PARTITION BY p.other, p.one_source ORDER BY p.weight DESC, p.one) AS of_other
        FROM duplicate_match p
        WHERE p.batch = batch_no AND (p.levels)[3] <> 3
      ), best AS MATERIALIZED (
        SELECT r.one, r.other, r.one_source, r.other_source FROM ranked r WHERE r.of_one = 1 AND r.of_other = 1
      )
      SELECT r.one, r.other FROM ranked r JOIN best t ON t.one = r.one AND t.other_source = r.other_source
      WHERE t.other <> r.other
      UNION
      SELECT r.one, r.other FROM ranked r JOIN best t ON t.other = r.other AND t.one_source = r.one_source
      WHERE t.one <> r.one
    ) f
    WHERE m.batch = batch_no AND m.one = f.one AND m.other = f.other;
    GET DIAGNOSTICS fallen = ROW_COUNT;
    EXIT WHEN fallen = 0;
  END LOOP;
END $$;
COMMENT ON FUNCTION match_once IS
  'Leaves of the staged pairs each sale the one of each other source that it compares best with; but of a sale that '
  'another source reports in parts, all of them.';

CREATE OR REPLACE FUNCTION replace_candidates(
  batch_no bigint, numbers bigint[], patterns text[], field_weights text[], probabilities real[]) RETURNS void
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  DELETE FROM duplicate_candidate c WHERE c.unit IN (SELECT s.unit FROM duplicate_stage s WHERE s.batch = batch_no);
  DELETE FROM duplicate_pair p
  WHERE NOT EXISTS (SELECT FROM duplicate_candidate c WHERE c.unit = p.one)
    OR NOT EXISTS (SELECT FROM duplicate_candidate c WHERE c.unit = p.other);
  DELETE FROM duplicate_candidate c
  WHERE NOT EXISTS (SELECT FROM duplicate_pair p WHERE p.one = c.unit OR p.other = c.unit);
  INSERT INTO duplicate_pair (one, other, group_id, levels, weights, weight, probability)
  SELECT m.one, m.other, numbers[g.nth], m.levels, w.weights::real[], m.weight, w.probability
  FROM duplicate_match m
  JOIN (SELECT d.group_id, row_number() OVER (ORDER BY d.group_id) AS nth FROM (
    SELECT DISTINCT x.group_id FROM duplicate_match x WHERE x.batch = batch_no) d) g ON g.group_id = m.group_id
  JOIN unnest(patterns, field_weights, probabilities) AS w(levels, weights, probability)
    ON w.levels::smallint[] = m.levels
  WHERE m.batch = batch_no;
  INSERT INTO duplicate_candidate (unit, group_id)
  SELECT DISTINCT u.unit, u.group_id
  FROM (SELECT p.one AS unit, p.group_id FROM duplicate_pair p UNION SELECT p.other, p.group_id FROM duplicate_pair p) u
  WHERE NOT EXISTS (SELECT FROM duplicate_candidate c WHERE c.unit = u.unit);
END $$;
COMMENT ON FUNCTION replace_candidates IS
  'Puts the groups that were just found in the place of those of the same sales that nobody has decided.';
