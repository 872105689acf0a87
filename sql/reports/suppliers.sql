CREATE OR REPLACE FUNCTION supplier_report(of_month date, first_day date, last_day date)
RETURNS TABLE (is_total boolean, code text, name text, kind text, households bigint, quantity numeric, unit text,
  bought numeric, returned numeric, bought_back numeric, gross numeric, refunds numeric, counted numeric,
  uncosted numeric,
  cost numeric, margin numeric, paid numeric, owed numeric,
  missing text)
LANGUAGE plpgsql STABLE SET search_path FROM CURRENT AS $$
#variable_conflict use_column
DECLARE
  months date[];
  days   date[];
BEGIN
  SELECT * INTO months, days FROM report_bounds(of_month, first_day, last_day);
  first_day := coalesce(of_month, first_day);
  RETURN QUERY
  WITH account AS (
    SELECT l.supplier_id,
      coalesce(sum(l.amount) FILTER (WHERE l.day >= first_day AND l.kind IN ('purchase', 'adjustment')), 0.00)
        AS bought,
      coalesce(-sum(l.amount) FILTER (WHERE l.day >= first_day AND l.kind = 'give_back'), 0.00) AS returned,
      coalesce(-sum(l.amount) FILTER (WHERE l.day >= first_day AND l.kind IN ('buy_back', 'buy_back_undo')), 0.00)
        AS bought_back,
      coalesce(-sum(l.amount) FILTER (WHERE l.day >= first_day AND l.kind IN ('payment', 'reversal')), 0.00) AS paid,
      sum(l.amount) AS owed
    FROM supplier_ledger l WHERE l.day <= last_day
    GROUP BY l.supplier_id
  ), came AS (
    SELECT b.supplier_id, sum(b.quantity) AS quantity, min(p.unit) AS unit
    FROM purchase_line b JOIN product p ON p.product_id = b.product_id
    WHERE b.day BETWEEN first_day AND last_day
    GROUP BY b.supplier_id HAVING min(p.unit) = max(p.unit)
  ), sold AS (
    SELECT CASE WHEN s.supplier_id = 0 AND s.product_id = 0 THEN -1 ELSE s.supplier_id END AS supplier_id,
      sum(s.gross) AS gross, sum(s.refunds) AS refunds,
      coalesce(sum(s.gross - s.refunds) FILTER (WHERE s.verdict = 'counted'), 0.00) AS counted
    FROM month_sales s
    WHERE s.book_month BETWEEN months[1] AND months[2] AND s.day BETWEEN days[1] AND days[2]
    GROUP BY 1
  ), costs AS (
    SELECT coalesce(s.supplier_id, CASE WHEN s.product_id IS NULL THEN -1 ELSE 0 END) AS supplier_id,
      sum(s.amount) AS sales, sum(s.uncosted) AS uncosted, sum(s.cost) AS cost
    FROM month_margin s
    WHERE s.book_month BETWEEN months[1] AND months[2] AND s.day BETWEEN days[1] AND days[2]
    GROUP BY 1
  ), linked AS (
    SELECT l.supplier_id, count(DISTINCT l.household_id) AS households
    FROM supplier_link l WHERE l.from_day <= last_day AND coalesce(l.to_day, 'infinity') >= first_day
    GROUP BY l.supplier_id
  ), rows AS (
    SELECT false AS is_total, coalesce(u.code, '') AS code, coalesce(u.name, '') AS name, coalesce(u.kind, '') AS kind,
      coalesce(u.households, 0) + coalesce(k.households, 0) AS households, m.quantity, coalesce(m.unit, '') AS unit,
      coalesce(a.bought, 0.00) AS bought, coalesce(a.returned, 0.00) AS returned,
      coalesce(a.bought_back, 0.00) AS bought_back,
      coalesce(d.gross, 0.00) AS gross, coalesce(d.refunds, 0.00) AS refunds, coalesce(d.counted, 0.00) AS counted,
      coalesce(c.uncosted, 0.00) AS uncosted, coalesce(c.cost, 0.00) AS cost,
      coalesce(c.sales - c.uncosted - c.cost, 0.00) AS margin, coalesce(a.paid, 0.00) AS paid,
      coalesce(a.owed, 0.00) AS owed,
      CASE WHEN i.supplier_id = -1 THEN 'listing' WHEN i.supplier_id = 0 THEN 'supplier' ELSE '' END AS missing
    FROM (SELECT supplier_id FROM account UNION SELECT supplier_id FROM sold UNION SELECT supplier_id FROM costs
          UNION SELECT supplier_id FROM linked) i
    LEFT JOIN supplier u ON u.supplier_id = i.supplier_id
    LEFT JOIN account a ON a.supplier_id = i.supplier_id
    LEFT JOIN came m ON m.supplier_id = i.supplier_id
    LEFT JOIN sold d ON d.supplier_id = i.supplier_id
    LEFT JOIN costs c ON c.supplier_id = i.supplier_id
    LEFT JOIN linked k ON k.supplier_id = i.supplier_id
  )
  SELECT * FROM (
    SELECT * FROM rows r
    UNION ALL
    SELECT true, '', '', '', coalesce(sum(r.households), 0)::bigint, NULL, '', coalesce(sum(r.bought), 0.00),
      coalesce(sum(r.returned), 0.00),
      coalesce(sum(r.bought_back), 0.00), coalesce(sum(r.gross), 0.00), coalesce(sum(r.refunds), 0.00),
      coalesce(sum(r.counted), 0.00), coalesce(sum(r.uncosted), 0.00), coalesce(sum(r.cost), 0.00),
      coalesce(sum(r.margin), 0.00), coalesce(sum(r.paid), 0.00), coalesce(sum(r.owed), 0.00), ''
    FROM rows r
  ) t
  ORDER BY t.is_total, t.bought DESC, t.gross DESC, t.code;
END $$;
COMMENT ON FUNCTION supplier_report IS
  'What was bought from each supplier and sold of it, of a book month, or of the days of a period where none is '
  'given; and what is owed at the end of the period. Bought is with adjustments; purchases and payments go by day, '
  'sales by book month or day. The last row is the total. Sales without a supplier are missing a ''listing'' that is '
  'mapped to a product, or their product a ''supplier''.';
