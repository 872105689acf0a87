-- The book months and days that a report reads: all days of a month that is given, else the days of a period, which are
-- booked in their own months or later ones.
CREATE OR REPLACE FUNCTION report_bounds(of_month date, first_day date, last_day date, OUT months date[], OUT days date[])
LANGUAGE sql IMMUTABLE AS $$
  SELECT ARRAY[coalesce(of_month, date_trunc('month', first_day)::date), coalesce(of_month, 'infinity')],
    CASE WHEN of_month IS NULL THEN ARRAY[first_day, last_day] ELSE ARRAY['-infinity', 'infinity']::date[] END
$$;

-- Margin by product, channel or supplier, of a book month, or of the days of a period where none is given. The last row
-- is the total.
-- What has no code is missing a 'listing' that is mapped to a product, or its product a 'supplier'.
DROP FUNCTION IF EXISTS margin_report(text, date, date, date);
CREATE FUNCTION margin_report(dimension text, of_month date, first_day date, last_day date)
RETURNS TABLE (is_total boolean, code text, name text, unit text, quantity numeric, sales numeric, uncosted numeric,
  costed numeric, cost numeric, margin numeric, percent numeric, missing text)
LANGUAGE plpgsql STABLE SET search_path FROM CURRENT AS $$
#variable_conflict use_column
DECLARE
  months date[];
  days   date[];
BEGIN
  SELECT * INTO months, days FROM report_bounds(of_month, first_day, last_day);
  RETURN QUERY
  WITH sums AS (
    SELECT CASE dimension WHEN 'product' THEN s.product_id WHEN 'channel' THEN s.channel_id ELSE s.supplier_id END AS id,
      CASE WHEN dimension <> 'channel' AND s.product_id IS NULL THEN 'listing'
        WHEN dimension = 'supplier' AND s.supplier_id IS NULL THEN 'supplier' ELSE '' END AS missing,
      sum(s.quantity) AS quantity, sum(s.amount) AS sales, sum(s.uncosted) AS uncosted, sum(s.cost) AS cost
    FROM sale_margin s
    WHERE s.book_month BETWEEN months[1] AND months[2] AND s.day BETWEEN days[1] AND days[2]
    GROUP BY 1, 2
  ), named AS (
    SELECT false AS is_total, coalesce(p.sku, c.code, u.code, '') AS code, coalesce(p.name, c.name, u.name, '') AS name,
      coalesce(p.unit, '') AS unit, CASE WHEN dimension = 'product' THEN w.quantity END AS quantity, w.sales,
        w.uncosted, w.cost,
      w.missing
    FROM sums w
    LEFT JOIN product p ON dimension = 'product' AND p.product_id = w.id
    LEFT JOIN channel c ON dimension = 'channel' AND c.channel_id = w.id
    LEFT JOIN supplier u ON dimension = 'supplier' AND u.supplier_id = w.id
    WHERE w.sales <> 0 OR w.uncosted <> 0 OR w.cost <> 0 OR w.quantity <> 0
    UNION ALL
    SELECT true, '', '', '', NULL, coalesce(sum(w.sales), 0.00), coalesce(sum(w.uncosted), 0.00),
      coalesce(sum(w.cost), 0.00), ''
    FROM sums w
  )
  SELECT n.is_total, n.code, n.name, n.unit, n.quantity, n.sales, n.uncosted, n.sales - n.uncosted, n.cost,
    n.sales - n.uncosted - n.cost,
    CASE WHEN n.sales > n.uncosted THEN round(100 * (n.sales - n.uncosted - n.cost) / (n.sales - n.uncosted), 1) END,
    n.missing
  FROM named n
  ORDER BY n.is_total, n.sales DESC, n.code;
END $$;
