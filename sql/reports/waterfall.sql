CREATE OR REPLACE FUNCTION waterfall_report(of_month date, first_day date, last_day date)
RETURNS TABLE (section text, code text, name text, households bigint, amount numeric)
LANGUAGE plpgsql STABLE SET search_path FROM CURRENT AS $$
#variable_conflict use_column
DECLARE
  months date[];
  days   date[];
BEGIN
  SELECT * INTO months, days FROM report_bounds(of_month, first_day, last_day);
  RETURN QUERY
  WITH sold AS MATERIALIZED (
    SELECT s.channel_id, s.supplier_id, s.product_id, s.verdict, s.rule, s.certified, s.province, s.way,
      sum(s.gross) AS gross, sum(s.refunds) AS refunds
    FROM month_sales s
    WHERE s.book_month BETWEEN months[1] AND months[2] AND s.day BETWEEN days[1] AND days[2]
    GROUP BY s.channel_id, s.supplier_id, s.product_id, s.verdict, s.rule, s.certified, s.province, s.way
  ), counted AS (
    SELECT c.*, c.gross - c.refunds AS net FROM sold c WHERE c.verdict = 'counted'
  ), steps AS (
    SELECT 1 AS place, 'bridge' AS section, 'gross' AS code, '' AS name, NULL::bigint AS households,
      sum(s.gross) AS amount
    FROM sold s
    UNION ALL SELECT 2, 'bridge', 'refunds', '', NULL, -sum(s.refunds) FROM sold s
    UNION ALL SELECT 3, 'bridge', 'duplicates', '', NULL, -sum(s.gross - s.refunds) FROM sold s
      WHERE s.verdict = 'duplicate'
    UNION ALL SELECT 4, 'bridge', 'excluded', '', NULL, -sum(s.gross - s.refunds) FROM sold s
      WHERE s.verdict = 'excluded'
    UNION ALL SELECT 5, 'bridge', 'pending', '', NULL, -sum(s.gross - s.refunds) FROM sold s
      WHERE s.verdict = 'pending'
    UNION ALL SELECT 6, 'bridge', 'counted', '', NULL, sum(c.net) FROM counted c
    UNION ALL SELECT 10, s.verdict, s.rule, '', NULL, -sum(s.gross - s.refunds) FROM sold s
      WHERE s.verdict <> 'counted' GROUP BY s.verdict, s.rule
    UNION ALL SELECT 20, 'certificates', w.code, '', NULL, sum(c.net)
      FROM (VALUES ('certified', true), ('uncertified', false)) AS w(code, certified)
      LEFT JOIN counted c ON c.certified = w.certified GROUP BY w.code
    UNION ALL SELECT 21, 'destination', CASE WHEN c.province = '' THEN 'unknown' WHEN p.eastern THEN 'eastern'
      ELSE 'elsewhere' END, '', NULL, sum(c.net)
      FROM counted c LEFT JOIN province p ON p.name = c.province GROUP BY 3
    UNION ALL SELECT 22, 'platform', CASE WHEN h.platform = 'fupin832' THEN 'fupin832' ELSE 'other' END, '',
      NULL, sum(c.net)
      FROM counted c JOIN channel h ON h.channel_id = c.channel_id GROUP BY 3
    UNION ALL SELECT 23, 'way', CASE WHEN c.way = '' THEN 'unknown' ELSE c.way END, '', NULL, sum(c.net)
      FROM counted c GROUP BY 3
    UNION ALL SELECT 30, 'supplier', coalesce(u.code, ''), coalesce(u.name, ''),
      coalesce(u.households, 0) + coalesce(k.households, 0), sum(c.net)
      FROM counted c
      LEFT JOIN supplier u ON u.supplier_id = c.supplier_id
      LEFT JOIN (
        SELECT l.supplier_id, count(DISTINCT l.household_id) AS households
        FROM supplier_link l
        WHERE l.from_day <= last_day
          AND coalesce(l.to_day, 'infinity') >= coalesce(of_month, first_day)
        GROUP BY l.supplier_id
      ) k ON k.supplier_id = c.supplier_id
      GROUP BY u.code, u.name, u.households, k.households
    UNION ALL SELECT 40, 'agreement', 'signed', '', NULL, coalesce(sum(a.amount), 0.00)
      FROM agreement_standing a
      WHERE a.day BETWEEN coalesce(of_month, first_day) AND last_day
  )
  SELECT t.section, t.code, t.name, t.households, coalesce(t.amount, 0.00)
  FROM steps t
  WHERE t.amount <> 0 OR t.place < 10 OR t.place = 20 OR t.place = 40
  ORDER BY t.place, t.section, CASE WHEN t.place = 30 THEN -t.amount END, t.code;
END $$;
COMMENT ON FUNCTION waterfall_report IS
  'How gross leads to counted, of book months, or of the days of a period where none is given: the steps, in yuan, '
  'what is taken off with a minus; their reasons by rule; and what counts by certificate, destination, platform, way '
  'and supplier, with its linked households. Signed agreements stand apart, in no sum.';
