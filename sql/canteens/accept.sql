-- Acceptance: what the buyer weighed or counted is sold, what was refused comes back, the rest was lost on the way.

CREATE OR REPLACE FUNCTION canteen_sold_at(
  kind text, delivered_at timestamptz, delivered date, accepted_at timestamptz, accepted date,
  OUT at timestamptz, OUT day date)
LANGUAGE plpgsql STABLE SET search_path FROM CURRENT AS $$
BEGIN
  SELECT CASE WHEN r.recognition->>kind = 'delivered' THEN delivered_at ELSE accepted_at END,
    CASE WHEN r.recognition->>kind = 'delivered' THEN delivered ELSE accepted END
  INTO at, day
  FROM rule_period r WHERE accepted BETWEEN r.from_day AND r.to_day;
END $$;
COMMENT ON FUNCTION canteen_sold_at IS
  'The instant and the day of the sale of what was accepted, by the event that the rules of the day of acceptance '
  'name: delivered, else accepted. What is sold on account is not waited for until it is paid.';

CREATE OR REPLACE FUNCTION judge_goods(products bigint[], on_day date, via channel, who buyer) RETURNS judgement[]
LANGUAGE plpgsql STABLE SET search_path FROM CURRENT AS $$
DECLARE
  goes_to text := sold_to(NULL, province_of(who.province), via.province);
BEGIN
  RETURN (
    SELECT array_agg(ROW(verdict_of(j.rule), j.rule, fact_of(j.rule, j.origin, goes_to, via.kind), j.rule_set_id,
      j.certificate_id, goes_to, way_of(via.kind, via.platform, who.kind))::judgement ORDER BY j.n)
    FROM (
      SELECT i.n, p.origin, t.certificate_id, r.rule_set_id,
        rule_of(NULL, p.origin, t.certificate_id, goes_to, via.kind, 0, r) AS rule
      FROM unnest(products) WITH ORDINALITY AS i(product, n)
      JOIN product p ON p.product_id = i.product
      LEFT JOIN certificate_period t ON t.product_id = p.product_id AND t.supplier_id = coalesce(p.supplier_id, 0)
        AND on_day BETWEEN t.from_day AND t.to_day
      JOIN rule_period r ON on_day BETWEEN r.from_day AND r.to_day
    ) j);
END $$;
COMMENT ON FUNCTION judge_goods IS
  'What lines of these products count as, sold to a buyer through a channel on a day.';

CREATE OR REPLACE FUNCTION lock_delivery(wanted bigint) RETURNS canteen_delivery
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  it    canteen_delivery;
  known record;
BEGIN
  PERFORM FROM canteen_order o
  WHERE o.posting_id = (SELECT d.order_id FROM canteen_delivery d WHERE d.posting_id = wanted) FOR UPDATE;
  SELECT * INTO it FROM canteen_delivery d WHERE d.posting_id = wanted;
  SELECT a.posting_id, i.number INTO known
  FROM canteen_acceptance_standing a
  LEFT JOIN canteen_invoice_standing i ON i.acceptance_id = a.posting_id
  WHERE a.delivery_id = wanted;
  IF it.posting_id IS NULL OR known.posting_id IS NOT NULL
    OR EXISTS (SELECT FROM posting u WHERE u.undoes = wanted) THEN
    PERFORM refuse(CASE WHEN it.posting_id IS NULL THEN 'canteen_delivery_unknown'
        WHEN known.number IS NOT NULL THEN 'delivery_invoiced'
        WHEN known.posting_id IS NOT NULL THEN 'delivery_accepted' ELSE 'undone_already' END,
      jsonb_build_object('delivery', wanted, 'number', wanted, 'acceptance', known.posting_id,
        'invoice', known.number));
  END IF;
  RETURN it;
END $$;
COMMENT ON FUNCTION lock_delivery IS
  'Finds a delivery that waits for its acceptance, its order locked. Raises canteen_delivery_unknown, '
  'delivery_invoiced, delivery_accepted, undone_already.';

CREATE OR REPLACE FUNCTION accept_canteen(
  request uuid, wanted bigint, codes text[], asked numeric[], asked_units text[], refused_codes text[],
  refused_asked numeric[], refused_units text[], refused_lots text[], signer text, because text,
  happened_at timestamptz, by_operator text, by_command text,
  OUT acceptance bigint, OUT document bigint, OUT total numeric, OUT day date, OUT repeated boolean)
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  asked_digest bytea := sha256(convert_to(ROW('canteen accept', wanted, codes, asked, asked_units, refused_codes,
    refused_asked, refused_units, refused_lots, signer, because)::text, 'UTF8'));
  delivered canteen_delivery;
  ordered   canteen_order;
  via       channel;
  who       buyer;
  weighed   record;
  back      record;
  wrong     record;
  sold      record;
  it        document;
  today     date;
  products   bigint[];
  quantities numeric[];
  amounts    numeric[];
BEGIN
  repeated := EXISTS (SELECT FROM posting p WHERE p.request_id = request);
  IF repeated THEN
    SELECT b.batch INTO acceptance FROM begin_once(request, asked_digest, by_operator, by_command, because,
      happened_at) b;
    SELECT a.document_id INTO document FROM canteen_acceptance a WHERE a.posting_id = acceptance;
    SELECT d.total, d.day INTO total, day FROM document d WHERE d.document_id = accept_canteen.document;
    total := coalesce(total, 0.00);
    RETURN;
  END IF;
  delivered := lock_delivery(wanted);
  SELECT * INTO ordered FROM canteen_order o WHERE o.posting_id = delivered.order_id;
  SELECT * INTO via FROM channel c WHERE c.channel_id = ordered.channel_id;
  SELECT * INTO who FROM buyer b WHERE b.buyer_id = ordered.buyer_id;
  SELECT business_day(happened_at, g.timezone, g.day_start) INTO today FROM programme g;
  PERFORM refuse_to_come(happened_at, today);
  PERFORM refuse_before(happened_at, today, delivered.at, delivered.day, jsonb_build_object('delivery', wanted));
  IF cardinality(refused_codes) > 0 THEN
    PERFORM refuse_without_reason(because);
  END IF;
  SELECT g.products, g.quantities INTO weighed FROM goods_of(codes, asked, asked_units, true) g;
  PERFORM refuse_twice(weighed.products, NULL);
  SELECT g.products, g.quantities, lots_of(g.products, refused_lots) AS lots INTO back
  FROM goods_of(refused_codes, refused_asked, refused_units) g;
  PERFORM refuse_twice(back.products, refused_lots, true);

  SELECT p.sku, p.unit, coalesce(d.quantity, 0) AS quantity, coalesce(a.quantity, 0) AS accepted,
    coalesce(r.quantity, 0) AS refused INTO wrong
  FROM product p
  LEFT JOIN (SELECT o.product_id, sum(o.quantity) AS quantity FROM canteen_out o WHERE o.delivery_id = wanted
             GROUP BY o.product_id) d ON d.product_id = p.product_id
  LEFT JOIN unnest(weighed.products, weighed.quantities) AS a(product, quantity) ON a.product = p.product_id
  LEFT JOIN (SELECT u.product, sum(u.quantity) AS quantity
             FROM unnest(back.products, back.quantities) AS u(product, quantity) GROUP BY u.product) r
    ON r.product = p.product_id
  WHERE (a.product IS NOT NULL OR r.product IS NOT NULL)
    AND (d.product_id IS NULL OR coalesce(a.quantity, 0) + coalesce(r.quantity, 0) > d.quantity)
  ORDER BY p.sku LIMIT 1;
  IF NOT FOUND THEN  -- a lot that is named was delivered so much of
    SELECT p.sku, p.unit, coalesce(d.quantity, 0) AS quantity, 0 AS accepted, r.quantity AS refused INTO wrong
    FROM unnest(back.products, back.quantities, back.lots) AS r(product, quantity, lot)
    JOIN product p ON p.product_id = r.product
    LEFT JOIN canteen_out d ON d.delivery_id = wanted AND d.product_id = r.product AND d.lot_id = r.lot
    WHERE r.lot IS NOT NULL AND r.quantity > coalesce(d.quantity, 0)
    ORDER BY p.sku LIMIT 1;
  END IF;
  IF FOUND THEN
    PERFORM refuse('acceptance_over', jsonb_build_object('delivery', wanted, 'code', wrong.sku, 'unit', wrong.unit,
      'quantity', trim_scale(wrong.quantity)::text, 'accepted', trim_scale(wrong.accepted)::text,
      'refused', trim_scale(wrong.refused)::text));
  END IF;

  -- By line of the order: what the delivery had, what is accepted, refused and lost.
  SELECT array_agg(l.line_no ORDER BY l.line_no) AS lines, array_agg(l.product_id ORDER BY l.line_no) AS products,
    array_agg(l.delivered ORDER BY l.line_no) AS delivered, array_agg(l.accepted ORDER BY l.line_no) AS accepted,
    array_agg(l.refused ORDER BY l.line_no) AS refused,
    array_agg(canteen_amount(l.price, l.accepted, l.quantity, l.entered_quantity) ORDER BY l.line_no) AS amounts
  INTO sold
  FROM (
    SELECT n.line_no, n.product_id, n.price, n.quantity, n.entered_quantity, d.quantity AS delivered,
      coalesce(a.quantity, d.quantity - coalesce(r.quantity, 0)) AS accepted, coalesce(r.quantity, 0) AS refused
    FROM (SELECT o.product_id, sum(o.quantity) AS quantity FROM canteen_out o WHERE o.delivery_id = wanted
          GROUP BY o.product_id) d
    JOIN canteen_order_line n ON n.posting_id = ordered.posting_id AND n.product_id = d.product_id
    LEFT JOIN unnest(weighed.products, weighed.quantities) AS a(product, quantity) ON a.product = d.product_id
    LEFT JOIN (SELECT u.product, sum(u.quantity) AS quantity
               FROM unnest(back.products, back.quantities) AS u(product, quantity) GROUP BY u.product) r
      ON r.product = d.product_id
  ) l;

  SELECT s.at, s.day INTO it.at, it.day
  FROM canteen_sold_at(via.kind, delivered.at, delivered.day, happened_at, today) s;
  SELECT coalesce(sum(s.amount), 0.00), array_agg(s.product ORDER BY s.n), array_agg(s.accepted ORDER BY s.n),
    array_agg(s.amount ORDER BY s.n)
  INTO total, products, quantities, amounts
  FROM unnest(sold.products, sold.accepted, sold.amounts) WITH ORDINALITY AS s(product, accepted, amount, n)
  WHERE s.accepted > 0;
  IF products IS NOT NULL THEN
    document := nextval('document_number');
    day := it.day;
    it.book_month := book_month_of(it.day);
  END IF;
  SELECT b.batch INTO acceptance FROM begin_once(request, asked_digest, by_operator, by_command, because, happened_at,
    document, it.book_month) b;
  PERFORM lock_stock(array_fill(ordered.location_id, ARRAY[cardinality(sold.products)]), sold.products);
  PERFORM move_accepted(acceptance, wanted, document, sold.products, sold.accepted, sold.refused, refused_codes,
    refused_asked, refused_units, refused_lots);
  INSERT INTO canteen_acceptance (posting_id, delivery_id, document_id, day, at, signed_by)
  VALUES (acceptance, wanted, document, today, happened_at, trimmed(signer));
  INSERT INTO canteen_acceptance_line (posting_id, line_no, delivered, accepted, refused)
  SELECT acceptance, s.line_no, s.delivered, s.accepted, s.refused
  FROM unnest(sold.lines, sold.delivered, sold.accepted, sold.refused) AS s(line_no, delivered, accepted, refused);
  PERFORM settle_shortages(acceptance, ordered.location_id, r.products, today)
  FROM (SELECT array_agg(s.product) AS products FROM unnest(sold.products, sold.refused) AS s(product, refused)
        WHERE s.refused > 0) r
  WHERE r.products IS NOT NULL;
  IF document IS NULL THEN
    RETURN;
  END IF;
  it.document_id := document;
  it.posting_id := acceptance;
  it.kind := 'sale';
  it.side := 'sale';
  it.channel_id := ordered.channel_id;
  it.location_id := ordered.location_id;
  it.buyer_id := ordered.buyer_id;
  it.signed := false;
  it.total := total;
  it.freight := 0;
  it.receivable := total;
  PERFORM post_order(it, products, ARRAY(SELECT p.supplier_id FROM unnest(products) WITH ORDINALITY AS i(product, n)
      JOIN product p ON p.product_id = i.product ORDER BY i.n), quantities, amounts, NULL,
    judge_goods(products, it.day, via, who), NULL, NULL, held => true);
END $$;
COMMENT ON FUNCTION accept_canteen IS
  'Accepts a delivery as the buyer weighed or counted it: what is accepted is sold, on account, at the agreed price; '
  'what is refused comes back into stock, of the lots that are named, else those that keep longest; what neither '
  'accounts for was lost on the way. What is not named is accepted as it was delivered. Returns the act, the sale''s '
  'document (null where nothing was accepted), its yuan and its day. Raises acceptance_over.';

CREATE OR REPLACE FUNCTION move_accepted(
  batch bigint, delivery bigint, document bigint, products bigint[], accepted numeric[], refused numeric[],
  refused_codes text[], refused_asked numeric[], refused_units text[], refused_lots text[]) RETURNS void
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  back record;
BEGIN
  SELECT g.products, g.quantities, lots_of(g.products, refused_lots) AS lots INTO back
  FROM goods_of(refused_codes, refused_asked, refused_units) g;
  WITH named AS MATERIALIZED (
    SELECT o.move_no, o.location_id, o.product_id, o.lot_id, o.quantity, o.value, l.expires,
      coalesce(r.quantity, 0) AS named
    FROM canteen_out o
    LEFT JOIN lot l ON l.lot_id = o.lot_id
    LEFT JOIN unnest(back.products, back.quantities, back.lots) AS r(product, quantity, lot)
      ON r.product = o.product_id AND r.lot = o.lot_id
    WHERE o.delivery_id = delivery
  ), product_back AS MATERIALIZED (
    SELECT s.product, s.refused, s.delivered - s.accepted - s.refused AS lost, s.line_no,
      s.refused - coalesce(n.named, 0) AS unnamed
    FROM (
      SELECT i.product, i.accepted, i.refused, d.quantity AS delivered,
        sum(CASE WHEN i.accepted > 0 THEN 1 ELSE 0 END) OVER (ORDER BY i.n) AS line_no
      FROM unnest(products, accepted, refused) WITH ORDINALITY AS i(product, accepted, refused, n)
      JOIN (SELECT k.product_id, sum(k.quantity) AS quantity FROM named k GROUP BY k.product_id) d
        ON d.product_id = i.product
    ) s
    LEFT JOIN (SELECT k.product_id, sum(k.named) AS named FROM named k GROUP BY k.product_id) n
      ON n.product_id = s.product
  ), sent_back AS MATERIALIZED (
    SELECT k.*, p.lost AS product_lost, p.line_no, k.named + taken_of(p.unnamed, sum(k.quantity - k.named) OVER keep,
      k.quantity - k.named) AS refused
    FROM named k
    JOIN product_back p ON p.product = k.product_id
    WINDOW keep AS (PARTITION BY k.product_id ORDER BY k.expires DESC NULLS FIRST, k.lot_id DESC, k.move_no DESC)
  ), part AS MATERIALIZED (
    SELECT b.*, taken_of(b.product_lost, sum(b.quantity - b.refused) OVER keep, b.quantity - b.refused) AS lost
    FROM sent_back b
    WINDOW keep AS (PARTITION BY b.product_id ORDER BY b.expires DESC NULLS FIRST, b.lot_id DESC, b.move_no DESC)
  )
  INSERT INTO stock_move (posting_id, move_no, kind, location_id, product_id, lot_id, quantity, value, document_id,
    line_no)
  SELECT batch, row_number() OVER (ORDER BY k.move_no, v.rank), v.kind, k.location_id, k.product_id, k.lot_id,
    v.quantity, v.value, CASE WHEN v.kind = 'issue' THEN document END, CASE WHEN v.kind = 'issue' THEN k.line_no END
  FROM part k
  CROSS JOIN LATERAL (VALUES
    (1, 'accept', k.quantity - k.refused, k.value - cut_of(k.value, k.refused, k.quantity)),
    (2, 'refuse', k.refused, cut_of(k.value, k.refused, k.quantity)),
    (3, 'waste', -k.lost, -cut_between(k.value, k.refused, k.refused + k.lost, k.quantity)),
    (4, 'issue', -(k.quantity - k.refused - k.lost), -cut_between(k.value, k.refused + k.lost, k.quantity, k.quantity))
  ) AS v(rank, kind, quantity, value)
  WHERE v.quantity <> 0;
  PERFORM keep_stock(batch);
END $$;
COMMENT ON FUNCTION move_accepted IS
  'Moves the goods of a delivery as they were accepted: what was held by the buyer comes back for an instant, and '
  'leaves for its sale or as waste, of the same lots, at the cost it left at; what is refused stays.';
