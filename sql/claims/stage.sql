-- The staging tables of an import: what is done to the rows of a file before they are judged, and after.

CREATE OR REPLACE FUNCTION plan_for_bulk(rows bigint) RETURNS void
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  IF rows > 2000 THEN
    PERFORM set_config('enable_nestloop', 'off', true), set_config('work_mem', '192MB', true),
      set_config('default_statistics_target', '10', true);
  END IF;
END $$;
COMMENT ON FUNCTION plan_for_bulk IS
  'Plans the rest of the transaction for many rows: joins by hashing, with room for it. The planner takes order and '
  'line numbers for independent and expects one row where there are half a million. Small samples show it enough of '
  'the rows that are staged.';

CREATE OR REPLACE FUNCTION analyze_emptied(rows bigint) RETURNS void
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  emptied regclass;
BEGIN
  FOR emptied IN
    SELECT c.oid::regclass FROM pg_class c
    WHERE rows > 2000 AND c.relnamespace = current_schema()::regnamespace AND c.relkind = 'r' AND c.relpages > 0
      AND c.reltuples = 0
  LOOP
    EXECUTE format('ANALYZE %s', emptied);
  END LOOP;
END $$;
COMMENT ON FUNCTION analyze_emptied IS
  'Counts the tables anew that were empty when they were vacuumed last, as after imports that were only tried: '
  'whatever they hold by now, the planner takes them for empty, and joins a large file row by row.';

CREATE OR REPLACE FUNCTION any_estimated() RETURNS boolean
LANGUAGE plpgsql STABLE SET search_path FROM CURRENT AS $$
BEGIN
  RETURN (
    SELECT count(*) > 0 FROM (SELECT FROM claim c WHERE c.estimated ORDER BY c.platform, c.order_no LIMIT 1) e);
END $$;
COMMENT ON FUNCTION any_estimated IS
  'Whether the money of any claim is estimated. It is asked for in the order of the index on them: without '
  'statistics, as after the first large import, half of all claims are taken to be such, and all of them would be '
  'read for one.';

CREATE OR REPLACE FUNCTION number_equal_lines(batch_no bigint) RETURNS void
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  UPDATE import_stage s
  SET repeated = false, line_no = CASE WHEN n.nth = 1 THEN s.line_no ELSE s.line_no || '#' || n.nth END
  FROM (
    SELECT s.ordinal, row_number() OVER (PARTITION BY s.order_no, s.line_no
      ORDER BY s.goods DESC, s.quantity DESC NULLS LAST, s.ordinal) AS nth
    FROM import_stage s
    JOIN (SELECT DISTINCT r.order_no, r.line_no FROM import_stage r WHERE r.batch = batch_no AND r.repeated) k
      ON k.order_no = s.order_no AND k.line_no = s.line_no
    WHERE s.batch = batch_no
  ) n
  WHERE s.batch = batch_no AND s.ordinal = n.ordinal;

  UPDATE aftersale_stage s SET number = s.number || '#' || n.nth
  FROM (
    SELECT a.ordinal, row_number() OVER (PARTITION BY a.number ORDER BY a.cash DESC, a.ordinal) AS nth
    FROM aftersale_stage a WHERE a.batch = batch_no
  ) n
  WHERE s.batch = batch_no AND s.ordinal = n.ordinal AND n.nth > 1;
END $$;
COMMENT ON FUNCTION number_equal_lines IS
  'Numbers the equal lines of an order, where the platform gives lines no number: the second is #2. They are put in '
  'order by what they are worth, so that the order of rows does not matter.';

CREATE OR REPLACE FUNCTION rows_of_one_key(batch_no bigint) RETURNS TABLE (row_no integer, key text)
LANGUAGE plpgsql STABLE SET search_path FROM CURRENT AS $$
#variable_conflict use_column
BEGIN
  PERFORM own_batch(batch_no);
  RETURN QUERY
  SELECT s.row_no, min(s.order_no || CASE WHEN s.line_no = s.order_no THEN '' ELSE ' ' || s.line_no END)
  FROM import_stage s
  JOIN (
    SELECT t.order_no, t.line_no
    FROM import_stage t
    JOIN (SELECT DISTINCT r.order_no, r.line_no FROM import_stage r WHERE r.batch = batch_no AND r.repeated) k
      ON k.order_no = t.order_no AND k.line_no = t.line_no
    WHERE t.batch = batch_no
    GROUP BY t.order_no, t.line_no
    HAVING min(t.listing) <> max(t.listing) OR min(t.quantity) <> max(t.quantity)
      OR count(t.quantity) NOT IN (0, count(*))
      OR min(t.goods) <> max(t.goods) OR min(t.freight) <> max(t.freight) OR min(t.paid_at) <> max(t.paid_at)
  ) k ON k.order_no = s.order_no AND k.line_no = s.line_no
  WHERE s.batch = batch_no
  GROUP BY s.row_no
  UNION ALL
  SELECT s.row_no, s.number
  FROM aftersale_stage s
  JOIN (
    SELECT t.number, t.order_no
    FROM aftersale_stage t
    WHERE t.batch = batch_no
    GROUP BY t.number, t.order_no
    HAVING count(*) > 1 AND (min(t.line_no) <> max(t.line_no) OR min(t.item) <> max(t.item)
      OR min(t.cash) FILTER (WHERE t.state = 'back') <> max(t.cash) FILTER (WHERE t.state = 'back'))
  ) k ON k.number = s.number AND k.order_no = s.order_no
  WHERE s.batch = batch_no
  UNION
  SELECT s.row_no, s.number
  FROM settlement_stage s
  JOIN (
    SELECT t.number
    FROM settlement_stage t
    WHERE t.batch = batch_no
    GROUP BY t.number
    HAVING count(DISTINCT t.digest) > 1
  ) k ON k.number = s.number
  WHERE s.batch = batch_no;
END $$;
COMMENT ON FUNCTION rows_of_one_key IS
  'The staged rows that have one key but do not report one line, or one case: other goods, another quantity, '
  'amount or time of payment; a settlement line of any other content. Rows that differ in what became of an order '
  'line are snapshots of it, and are judged as such.';

CREATE OR REPLACE FUNCTION lock_platform(of_platform text) RETURNS void
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext(current_schema() || '.import.' || split_part(coalesce(of_platform, ''), '/',
    1)));
  PERFORM FROM channel c WHERE coalesce(c.platform, '') = split_part(coalesce(of_platform, ''), '/', 1) FOR SHARE;
END $$;
COMMENT ON FUNCTION lock_platform IS
  'Lets the transaction be the only one that changes the claims of a platform (of a channel without one: of all '
  'such), whose channels stay as they are. Who draws the number of its posting after it posts in the order of '
  'numbers.';
