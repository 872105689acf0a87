-- Agreements are followed by the sales that deliver them; only those are sales.

CREATE OR REPLACE VIEW delivery_standing AS
SELECT d.posting_id, d.agreement_id, d.channel_id, d.order_no, d.document_id
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
SELECT d.agreement_id, d.channel_id, d.order_no, l.product_id, sum(l.quantity) AS quantity, sum(l.amount) AS amount
FROM delivery_standing d
JOIN document_line l ON l.of_sale = d.document_id
GROUP BY d.agreement_id, d.channel_id, d.order_no, l.product_id;
COMMENT ON VIEW delivered IS
  'What was delivered of each agreement, by product: its sales without what came back of them. One that a sheet '
  'reports has a channel and an order in place of a number.';

CREATE OR REPLACE FUNCTION lock_agreement(
  wanted bigint, sheet_order text, channel_code text, OUT agreement_id bigint, OUT channel_id bigint,
  OUT order_no text, OUT buyer_id bigint, OUT day date, OUT total numeric)
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  said     jsonb := jsonb_build_object('number', coalesce(wanted::text, sheet_order));
  channels text[];
BEGIN
  IF wanted IS NOT NULL THEN
    SELECT a.agreement_id, a.buyer_id, a.day, a.total INTO agreement_id, buyer_id, day, total
    FROM agreement a WHERE a.agreement_id = wanted FOR UPDATE;
    IF agreement_id IS NULL OR EXISTS (SELECT FROM agreement_end e WHERE e.agreement_id = wanted) THEN
      PERFORM refuse(CASE WHEN agreement_id IS NULL THEN 'agreement_unknown' ELSE 'agreement_cancelled' END, said);
    END IF;
    RETURN;
  END IF;
  PERFORM FROM claim c WHERE c.order_no = sheet_order ORDER BY c.claim_id FOR UPDATE;
  SELECT array_agg(c.code ORDER BY c.code), min(s.channel_id), min(s.order_no), min(s.day), min(s.total)
  INTO channels, channel_id, order_no, day, total
  FROM (
    SELECT a.channel_id, a.order_no, min(a.day) AS day, sum(a.amount) AS total
    FROM agreement_standing a WHERE a.order_no = sheet_order
    GROUP BY a.channel_id, a.order_no
  ) s
  JOIN channel c ON c.channel_id = s.channel_id AND (channel_code IS NULL OR c.code = channel_code);
  IF channels IS NULL THEN
    PERFORM refuse('agreement_unknown', said);
  ELSIF cardinality(channels) > 1 THEN
    PERFORM refuse('agreement_of_channels', said || jsonb_build_object('channels', array_to_string(channels, ', ')));
  END IF;
END $$;
COMMENT ON FUNCTION lock_agreement IS
  'Finds an agreement that stands, by its number, or (null) by the order of the sheet that reports it and the channel, '
  'and holds it. Raises agreement_unknown, agreement_cancelled, agreement_of_channels.';

CREATE OR REPLACE FUNCTION refuse_delivery_beyond(wanted bigint, of_channel bigint, sheet_order text) RETURNS void
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  more record;
BEGIN
  WITH agreed AS MATERIALIZED (
    SELECT a.product_id, CASE WHEN bool_and(a.quantity > 0) THEN sum(a.quantity) END AS quantity,
      sum(a.amount) AS amount
    FROM agreement_standing a
    WHERE a.agreement_id = wanted OR wanted IS NULL AND a.channel_id = of_channel AND a.order_no = sheet_order
    GROUP BY a.product_id
  ), came AS MATERIALIZED (
    SELECT d.product_id, d.quantity, d.amount
    FROM delivered d
    WHERE d.agreement_id = wanted OR wanted IS NULL AND d.channel_id = of_channel AND d.order_no = sheet_order
  )
  SELECT p.sku, p.unit, d.quantity, d.amount, a.quantity AS agreed, a.amount AS agreed_amount,
    a.product_id IS NULL AS strange, EXISTS (SELECT FROM agreed u WHERE u.product_id IS NULL) AS unmapped
  INTO more
  FROM came d
  JOIN product p ON p.product_id = d.product_id
  LEFT JOIN agreed a ON a.product_id = d.product_id
  WHERE a.product_id IS NULL AND d.quantity > 0 OR d.quantity > a.quantity
    OR a.quantity IS NULL AND d.amount > a.amount
  ORDER BY p.sku
  LIMIT 1;
  IF more.sku IS NULL THEN
    RETURN;
  END IF;
  PERFORM refuse(CASE
      WHEN more.strange AND more.unmapped THEN 'delivery_of_unmapped'
      WHEN more.strange OR more.agreed IS NOT NULL THEN 'delivery_exceeds'
      ELSE 'delivery_exceeds_amount' END,
    jsonb_build_object('sku', more.sku, 'unit', more.unit, 'number', coalesce(wanted::text, sheet_order),
      'agreed', trim_scale(coalesce(more.agreed, 0)), 'delivered', trim_scale(more.quantity),
      'agreed_amount', more.agreed_amount::text, 'amount', more.amount::text));
END $$;
COMMENT ON FUNCTION refuse_delivery_beyond IS
  'Refuses that more is delivered of an agreement than it promises: of a product as often as was agreed, or, where the '
  'sheet says no quantity, for as many yuan. Raises delivery_of_unmapped, delivery_exceeds, delivery_exceeds_amount.';

CREATE OR REPLACE FUNCTION deliver_agreement(
  wanted bigint, sheet_order text, channel_code text, of_document bigint, happened_at timestamptz, by_operator text,
  by_command text, OUT posting bigint, OUT still_open numeric)
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  it    record;
  sale  document;
  known text;
BEGIN
  SELECT * INTO it FROM lock_agreement(wanted, sheet_order, channel_code);
  sale := lock_order(of_document);
  known := (SELECT coalesce(d.agreement_id::text, d.order_no) FROM delivery_standing d
    WHERE d.document_id = of_document);
  IF sale.day < it.day OR wanted IS NOT NULL AND sale.buyer_id IS DISTINCT FROM it.buyer_id THEN
    PERFORM refuse(CASE WHEN sale.day < it.day THEN 'delivery_before_agreement' ELSE 'delivery_of_another_buyer' END,
      jsonb_build_object('document', of_document, 'number', coalesce(wanted::text, sheet_order)));
  ELSIF known IS NOT NULL THEN
    PERFORM refuse('delivery_known', jsonb_build_object('document', of_document, 'number', known));
  END IF;
  SELECT b.batch INTO posting FROM begin_move(by_operator, by_command, NULL, happened_at) b;
  INSERT INTO agreement_delivery (posting_id, agreement_id, document_id, channel_id, order_no)
  VALUES (posting, wanted, of_document, it.channel_id, it.order_no);
  PERFORM refuse_delivery_beyond(wanted, it.channel_id, it.order_no);
  still_open := it.total - coalesce((
    SELECT sum(d.amount) FROM delivered d
    WHERE d.agreement_id = wanted OR wanted IS NULL AND d.channel_id = it.channel_id AND d.order_no = it.order_no), 0);
END $$;
COMMENT ON FUNCTION deliver_agreement IS
  'Says that a sale delivers goods of an agreement, no more than it promised: one that somebody entered, by its '
  'number, to the same buyer; one that a sheet reports (its number is null), by the sheet''s order, to whomever. '
  'Returns the act''s number and the yuan that are still open. Raises delivery_before_agreement, '
  'delivery_of_another_buyer, delivery_known.';

CREATE OR REPLACE FUNCTION undo_delivery(
  of_document bigint, because text, happened_at timestamptz, by_operator text, by_command text,
  OUT posting bigint, OUT agreement bigint, OUT sheet_order text)
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  original bigint;
BEGIN
  PERFORM refuse_without_reason(because);
  SELECT d.posting_id, d.agreement_id, d.order_no INTO original, agreement, sheet_order
  FROM delivery_standing d WHERE d.document_id = of_document;
  IF original IS NULL THEN
    PERFORM refuse('delivery_unknown', jsonb_build_object('document', of_document));
  END IF;
  SELECT b.batch INTO posting FROM begin_move(by_operator, by_command, because, happened_at, original) b;
END $$;
COMMENT ON FUNCTION undo_delivery IS
  'Takes a sale off the agreement that it was to deliver. Returns the act''s number and the agreement''s, or the order '
  'of its sheet. Raises delivery_unknown.';
