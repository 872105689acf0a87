-- Signed agreements (签约): promises to buy, kept as records of their own. No sum of lines reads them.

CREATE OR REPLACE VIEW agreement_standing AS
SELECT a.agreement_id, NULL::text AS order_no, NULL::bigint AS file_id, a.day, a.at, a.channel_id, a.buyer_id,
  l.line_no,
  l.product_id, l.supplier_id, l.quantity, l.amount, p.operator
FROM agreement a
JOIN agreement_line l ON l.agreement_id = a.agreement_id
JOIN posting p ON p.posting_id = a.posting_id
WHERE NOT EXISTS (SELECT FROM agreement_end e WHERE e.agreement_id = a.agreement_id)
UNION ALL
SELECT NULL, c.order_no, v.file_id, business_day(s.paid_at, g.timezone, g.day_start), s.paid_at, c.channel_id, NULL,
  coalesce(q.part_no, 1), q.product_id, r.supplier_id, (v.quantity * q.quantity)::numeric(14,3),
  share_of(v.goods, q.share_before, q.share, q.share_total), p.operator
FROM claim_snapshot v
JOIN claim c ON c.claim_id = v.claim_id AND c.value_id = v.snapshot_id
JOIN claim_snapshot s ON s.snapshot_id = c.status_id
JOIN import_file f ON f.file_id = v.file_id
JOIN posting p ON p.posting_id = f.posting_id
LEFT JOIN listing_part q ON q.listing_id = v.listing_id
LEFT JOIN product r ON r.product_id = q.product_id
CROSS JOIN programme g
WHERE v.signed AND s.paid_at IS NOT NULL;
COMMENT ON VIEW agreement_standing IS
  'Every signed agreement that stands, a row a product: those that somebody entered, by number, and those that '
  'imported sheets report, by the sheet''s order. Quantities in base units, amounts in yuan. In no report''s sums.';

CREATE OR REPLACE FUNCTION keep_agreement(
  it document, products bigint[], suppliers bigint[], quantities numeric[], amounts numeric[], discounts numeric[],
  units text[], entered numeric[]) RETURNS void
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  INSERT INTO agreement (agreement_id, posting_id, day, at, channel_id, buyer_id, total)
  VALUES (it.document_id, it.posting_id, it.day, it.at, it.channel_id, it.buyer_id, it.total);
  INSERT INTO agreement_line (agreement_id, line_no, product_id, supplier_id, quantity, amount, discount, entered_unit,
    entered_quantity)
  SELECT it.document_id, i.n, i.product, i.supplier, i.quantity, i.amount, coalesce(i.discount, 0), i.unit, i.entered
  FROM unnest(products, suppliers, quantities, amounts, discounts, units, entered) WITH ORDINALITY
    AS i(product, supplier, quantity, amount, discount, unit, entered, n);
END $$;
COMMENT ON FUNCTION keep_agreement IS
  'Keeps what would have been an order as an agreement, under its number. Amounts and discounts in yuan.';

CREATE OR REPLACE FUNCTION cancel_agreement(
  wanted bigint, because text, happened_at timestamptz, by_operator text, by_command text,
  OUT posting bigint, OUT total numeric)
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  it agreement;
BEGIN
  PERFORM refuse_without_reason(because);
  SELECT * INTO it FROM agreement a WHERE a.agreement_id = wanted FOR UPDATE;
  IF it.agreement_id IS NULL OR EXISTS (SELECT FROM agreement_end e WHERE e.agreement_id = wanted) THEN
    PERFORM refuse(CASE WHEN it.agreement_id IS NULL THEN 'agreement_unknown' ELSE 'agreement_cancelled' END,
      jsonb_build_object('number', wanted));
  END IF;
  SELECT b.batch INTO posting FROM begin_move(by_operator, by_command, because, happened_at, it.posting_id) b;
  INSERT INTO agreement_end (posting_id, agreement_id) VALUES (posting, wanted);
  total := it.total;
END $$;
COMMENT ON FUNCTION cancel_agreement IS
  'Cancels an agreement that somebody entered, whole. Returns the act''s number and the yuan that it was worth. '
  'Raises agreement_unknown, agreement_cancelled.';
