CREATE OR REPLACE VIEW sale_margin AS
SELECT l.book_month, l.day, l.channel_id, l.product_id, l.supplier_id, l.quantity, l.amount,
  CASE WHEN d.location_id IS NULL OR l.product_id IS NULL THEN l.amount
    ELSE coalesce(cut_of(l.amount, u.quantity, b.quantity), 0.00) END AS uncosted, 0.00 AS cost,
  l.document_id, l.line_no
FROM line l
JOIN document d ON d.document_id = l.document_id AND d.book_month = l.book_month
LEFT JOIN line o ON o.document_id = l.of_document AND o.line_no = l.of_line AND o.of_document IS NOT NULL
LEFT JOIN (  -- of each sale, what is missing and what left without a cost
  SELECT p.document_id, p.line_no, sum(p.quantity) AS quantity
  FROM (
    SELECT w.document_id, w.line_no, w.quantity FROM shortage w WHERE w.quantity > 0
    UNION ALL
    SELECT t.document_id, t.line_no, -t.quantity FROM shortage_cover t WHERE NOT t.written_off
    UNION ALL
    SELECT m.document_id, m.line_no, -m.quantity FROM stock_move m
    WHERE m.kind IN ('issue', 'settle', 'undo') AND m.value = 0 AND m.document_id IS NOT NULL
  ) p
  GROUP BY p.document_id, p.line_no
  HAVING sum(p.quantity) > 0
) u ON u.document_id = coalesce(o.of_document, l.of_document, l.document_id)
  AND u.line_no = coalesce(o.of_line, l.of_line, l.line_no)
LEFT JOIN line b ON b.document_id = u.document_id AND b.line_no = u.line_no
WHERE l.judged IS NULL
UNION ALL
SELECT l.book_month, l.day, l.channel_id, l.product_id, l.supplier_id, 0, 0, 0, -m.value, l.document_id,
  l.line_no
FROM line l
JOIN stock_move m ON m.document_id = l.document_id AND m.line_no = l.line_no
-- what a platform's customer sent back, by the newest line of the order that reports it: a refund, else the sale
UNION ALL
SELECT l.book_month, l.day, l.channel_id, l.product_id, l.supplier_id, 0, 0, 0, -m.value, l.document_id,
  l.line_no
FROM goods_back b
JOIN stock_move m ON m.posting_id = b.posting_id AND m.move_no = b.move_no
CROSS JOIN LATERAL (
  SELECT n.book_month, n.day, n.channel_id, n.product_id, n.supplier_id, n.document_id, n.line_no
  FROM claim c
  JOIN line n ON n.claim_id = c.claim_id
  WHERE c.order_no = b.order_no AND c.platform = b.platform AND n.product_id = m.product_id AND NOT n.reverses
    AND n.judged IS NULL
  ORDER BY n.side, n.document_id DESC LIMIT 1
) l
WHERE NOT EXISTS (SELECT FROM posting u WHERE u.undoes = b.posting_id);
COMMENT ON VIEW sale_margin IS
  'What was sold, and what it cost: sales less refunds by line, and of them what has no cost that is known (the '
  'supplier ships, what was sold is still missing, or came in without a cost); and the cost that moves of stock give '
  'to a line, on the line''s own day. To be added up.';

CREATE OR REPLACE VIEW month_margin AS
SELECT s.book_month, s.day, s.channel_id, s.product_id, s.supplier_id, s.quantity, s.amount, s.uncosted, s.cost
FROM sale_margin s
UNION ALL
SELECT r.month, s.day, s.channel_id, s.product_id, s.supplier_id, r.sign * s.quantity, r.sign * s.amount,
  r.sign * s.uncosted, r.sign * s.cost
FROM restated_part r
JOIN restated_line n ON n.posting_id = r.posting_id AND n.document_id = r.document_id AND n.line_no = r.line_no
  AND n.from_month <> n.to_month
JOIN sale_margin s ON s.document_id = r.document_id AND s.line_no = r.line_no AND s.book_month = r.book_month;
COMMENT ON VIEW month_margin IS
  'The margin of lines by the month that they are counted in: as they are booked, or as they were restated.';

CREATE OR REPLACE FUNCTION report_bounds(
  of_month date, first_day date, last_day date, OUT months date[], OUT days date[])
LANGUAGE sql IMMUTABLE AS $$
  SELECT ARRAY[coalesce(of_month, month_of(first_day)), CASE WHEN of_month IS NULL THEN 'infinity'
      ELSE month_of(last_day) END],
    CASE WHEN of_month IS NULL THEN ARRAY[first_day, last_day] ELSE ARRAY['-infinity', 'infinity']::date[] END
$$;
COMMENT ON FUNCTION report_bounds IS
  'The book months and days that a report reads: all days of the book months from one that is given to the last '
  'day''s, else the days of a period, which are booked in their own months or later ones.';

CREATE OR REPLACE FUNCTION margin_report(dimension text, of_month date, first_day date, last_day date)
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
    SELECT CASE WHEN dimension = 'product' THEN s.product_id WHEN dimension = 'channel' THEN s.channel_id
      ELSE s.supplier_id END
      AS id,
      CASE WHEN dimension <> 'channel' AND s.product_id IS NULL THEN 'listing'
        WHEN dimension = 'supplier' AND s.supplier_id IS NULL THEN 'supplier' ELSE '' END AS missing,
      sum(s.quantity) AS quantity, sum(s.amount) AS sales, sum(s.uncosted) AS uncosted, sum(s.cost) AS cost
    FROM month_margin s
    WHERE s.book_month BETWEEN months[1] AND months[2] AND s.day BETWEEN days[1] AND days[2]
    GROUP BY 1, 2
  ), named AS (
    SELECT false AS is_total, coalesce(p.sku, c.code, u.code, '') AS code, coalesce(p.name, c.name, u.name, '') AS name,
      coalesce(p.unit, '') AS unit, CASE WHEN dimension = 'product' THEN w.quantity END AS quantity, w.sales,
      w.uncosted, w.cost, w.missing
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
COMMENT ON FUNCTION margin_report IS
  'Margin by product, channel or supplier, of a book month, or of the days of a period where none is given. The last '
  'row is the total. What has no code is missing a ''listing'' that is mapped to a product, or its product a '
  '''supplier''.';
