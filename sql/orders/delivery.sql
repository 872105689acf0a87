-- Agreements are followed by the sales that deliver them; only those are sales.

CREATE OR REPLACE VIEW delivery_standing AS
SELECT d.posting_id, d.agreement_id, d.document_id
FROM agreement_delivery d
WHERE NOT EXISTS (SELECT FROM posting u WHERE u.undoes = d.posting_id);
COMMENT ON VIEW delivery_standing IS
  'The sales that deliver what agreements promised, and were not taken off them again.';

CREATE OR REPLACE VIEW document_line AS
SELECT l.document_id AS of_sale, l.product_id, l.side, l.quantity, l.amount
FROM line l WHERE l.of_document IS NULL AND l.judged IS NULL
UNION ALL
SELECT l.of_document, l.product_id, l.side, l.quantity, l.amount
FROM line l WHERE l.of_document IS NOT NULL AND l.judged IS NULL;
COMMENT ON VIEW document_line IS
  'The lines of each document and of what refunds or reverses it, whenever that was: looked up by the document.';

CREATE OR REPLACE VIEW delivered AS
SELECT d.agreement_id, l.product_id, sum(l.quantity) AS quantity, sum(l.amount) AS amount
FROM delivery_standing d
JOIN document_line l ON l.of_sale = d.document_id
GROUP BY d.agreement_id, l.product_id;
COMMENT ON VIEW delivered IS
  'What was delivered of each agreement, by product: its sales without what came back of them.';

CREATE OR REPLACE FUNCTION deliver_agreement(
  wanted bigint, of_document bigint, happened_at timestamptz, by_operator text, by_command text,
  OUT posting bigint, OUT still_open numeric)
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  it   agreement;
  sale document;
  more record;
BEGIN
  SELECT * INTO it FROM agreement a WHERE a.agreement_id = wanted FOR UPDATE;
  IF it.agreement_id IS NULL OR EXISTS (SELECT FROM agreement_end e WHERE e.agreement_id = wanted) THEN
    PERFORM refuse(CASE WHEN it.agreement_id IS NULL THEN 'agreement_unknown' ELSE 'agreement_cancelled' END,
      jsonb_build_object('number', wanted));
  END IF;
  sale := lock_order(of_document);
  IF sale.buyer_id IS DISTINCT FROM it.buyer_id OR sale.day < it.day THEN
    PERFORM refuse(CASE WHEN sale.day < it.day THEN 'delivery_before_agreement' ELSE 'delivery_of_another_buyer' END,
      jsonb_build_object('document', of_document, 'number', wanted));
  ELSIF EXISTS (SELECT FROM delivery_standing d WHERE d.document_id = of_document) THEN
    PERFORM refuse('delivery_known', jsonb_build_object('document', of_document, 'number',
      (SELECT d.agreement_id FROM delivery_standing d WHERE d.document_id = of_document)));
  END IF;
  SELECT b.batch INTO posting FROM begin_move(by_operator, by_command, NULL, happened_at) b;
  INSERT INTO agreement_delivery (posting_id, agreement_id, document_id) VALUES (posting, wanted, of_document);
  SELECT p.sku, p.unit, d.quantity, coalesce(a.quantity, 0) AS agreed INTO more
  FROM delivered d
  JOIN product p ON p.product_id = d.product_id
  LEFT JOIN (
    SELECT l.product_id, sum(l.quantity) AS quantity
    FROM agreement_line l WHERE l.agreement_id = wanted GROUP BY l.product_id
  ) a ON a.product_id = d.product_id
  WHERE d.agreement_id = wanted AND d.quantity > coalesce(a.quantity, 0)
  ORDER BY p.sku
  LIMIT 1;
  IF more.sku IS NOT NULL THEN
    PERFORM refuse('delivery_exceeds', jsonb_build_object('sku', more.sku, 'unit', more.unit, 'number', wanted,
      'agreed', trim_scale(more.agreed), 'delivered', trim_scale(more.quantity)));
  END IF;
  still_open := it.total - coalesce((SELECT sum(d.amount) FROM delivered d WHERE d.agreement_id = wanted), 0);
END $$;
COMMENT ON FUNCTION deliver_agreement IS
  'Says that a sale to the same buyer delivers goods of an agreement, no more than it promised. Returns the act''s '
  'number and the yuan that are still open. Raises agreement_unknown, agreement_cancelled, '
  'delivery_before_agreement, delivery_of_another_buyer, delivery_known, delivery_exceeds.';

CREATE OR REPLACE FUNCTION undo_delivery(
  of_document bigint, because text, happened_at timestamptz, by_operator text, by_command text,
  OUT posting bigint, OUT agreement bigint)
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  original bigint;
BEGIN
  PERFORM refuse_without_reason(because);
  SELECT d.posting_id, d.agreement_id INTO original, agreement
  FROM delivery_standing d WHERE d.document_id = of_document;
  IF original IS NULL THEN
    PERFORM refuse('delivery_unknown', jsonb_build_object('document', of_document));
  END IF;
  SELECT b.batch INTO posting FROM begin_move(by_operator, by_command, because, happened_at, original) b;
END $$;
COMMENT ON FUNCTION undo_delivery IS
  'Takes a sale off the agreement that it was to deliver. Returns the act''s number and the agreement''s. Raises '
  'delivery_unknown.';
