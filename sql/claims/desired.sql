CREATE OR REPLACE FUNCTION known_refund(order_says text, aftersales_say text) RETURNS text
LANGUAGE sql IMMUTABLE
RETURN CASE
  WHEN aftersales_say = 'unknown' THEN 'status_unknown'
  WHEN aftersales_say = 'back' AND order_says = 'amount_unknown' THEN 'part'
  ELSE order_says END;
COMMENT ON FUNCTION known_refund IS
  'What is known of a claim''s refund, by its order file and its after-sale rows together.';

CREATE OR REPLACE VIEW claim_live AS
SELECT c.claim_id, c.order_no, c.channel_id, c.aftersale, c.province, c.file_id, c.listing_id, c.quantity, c.goods,
  c.cash AS paid, c.freight, c.exact, c.paid_at, c.refund, coalesce(c.cash, c.goods) AS cash,
  CASE WHEN c.refund = 'full' THEN coalesce(c.cash, c.goods)
    WHEN c.refund = 'part' THEN least(c.refunded, coalesce(c.cash, c.goods)) END
    AS cash_reported_back
FROM (
  -- Most order lines live by one snapshot: it is read once. (Of = and <> the planner would think that they hold never
  -- and always.)
  SELECT c.claim_id, c.platform, c.order_no, c.channel_id, c.aftersale, c.province, c.estimated, v.file_id,
    v.listing_id, v.quantity, v.goods, v.cash, v.freight, v.exact, v.signed, v.paid_at, v.refund, v.refunded
  FROM claim c
  JOIN claim_snapshot v ON v.snapshot_id = c.value_id
  WHERE NOT coalesce(c.status_id <> c.value_id, true)
  UNION ALL
  SELECT c.claim_id, c.platform, c.order_no, c.channel_id, c.aftersale, c.province, c.estimated, v.file_id,
    v.listing_id, v.quantity, v.goods, v.cash, v.freight, v.exact, v.signed, s.paid_at, s.refund, s.refunded
  FROM claim c
  JOIN claim_snapshot v ON v.snapshot_id = c.value_id
  JOIN claim_snapshot s ON s.snapshot_id = c.status_id
  WHERE coalesce(c.status_id <> c.value_id, false)
) c
WHERE c.paid_at IS NOT NULL AND NOT c.signed
  AND NOT (c.estimated AND EXISTS (
    SELECT FROM claim e
    WHERE e.platform = c.platform AND e.order_no = c.order_no AND e.value_id IS NOT NULL AND NOT e.estimated));
COMMENT ON VIEW claim_live IS
  'The sale that each claim''s live snapshots report: what it is worth, by one, and how far it has come, by the other; '
  'and what refunds are a part of: the cash paid for the goods, and how much of it the order file says went back. A '
  'signed agreement is no sale. An estimated share of an order is dropped as soon as the order has exact lines.';

CREATE OR REPLACE VIEW claim_desired AS
SELECT c.claim_id, part_of_level(coalesce(q.part_no, 1), w.level) AS part, c.order_no, c.channel_id,
  h.ships_from AS location_id, c.file_id,
  c.paid_at, t.day,
  q.product_id, CASE WHEN w.level > 0 THEN 0 ELSE coalesce(c.quantity * q.quantity, 0) END::numeric(14,3) AS quantity,
  CASE WHEN x.is_cut
    THEN share_of(level_after(w.level, c.goods, v.counted, v.waiting), q.share_before, q.share, q.share_total)
      - share_of(level_before(w.level, v.counted, v.waiting), q.share_before, q.share, q.share_total)
    ELSE share_of(c.goods, q.share_before, q.share, q.share_total) END AS amount,
  CASE WHEN q.part_no > 1 OR w.level > 0 THEN 0 ELSE c.freight END AS freight, NOT c.exact AS estimated,
  pending_rule_of(known_refund(c.refund, c.aftersale), q.product_id, c.quantity) AS pending_rule,
  c.aftersale <> 'unknown' OR c.refund IN ('full', 'part') AS refund_known,
  c.cash, c.cash_reported_back, c.province AS destination,
  CASE WHEN x.is_cut AND v.waits
    THEN share_of(level_before(w.level, v.counted, v.waiting), q.share_before, q.share, q.share_total)
    ELSE 0 END AS amount_before
FROM claim_live c
JOIN channel h ON h.channel_id = c.channel_id
LEFT JOIN listing_part q ON q.listing_id = c.listing_id
JOIN rule_calendar k ON k.holds = (c.claim_id > 0)
CROSS JOIN LATERAL (
  SELECT business_day(c.paid_at, k.timezone, k.day_start) AS day
) t
CROSS JOIN LATERAL (
  SELECT is_cut(k.cuts, c.goods, c.paid, h.kind) AS is_cut
) x
CROSS JOIN LATERAL (
  SELECT CASE WHEN x.is_cut THEN rules_on(t.day, k.sets, k.days) END AS rules,
    CASE WHEN x.is_cut AND h.kind = 'supermarket'
      THEN (SELECT s FROM supermarket_share s WHERE s.claim_id = c.claim_id) END AS share
) y
CROSS JOIN LATERAL (
  SELECT coalesce(waits_for_supermarket(h.kind, (y.rules).supermarket), false) AS waits,
    CASE WHEN x.is_cut THEN counted_of(c.goods, c.paid, h.kind, (y.rules).subsidies, (y.rules).supermarket,
      (y.share).settled, (y.share).paid) ELSE c.goods END AS counted,
    CASE WHEN x.is_cut THEN coalesce(waiting_of(c.goods, h.kind, (y.rules).supermarket, (y.share).due, (y.share).paid),
      0) ELSE 0 END AS waiting
) v
JOIN (VALUES (false, false, 0), (true, false, 0), (true, false, 2), (false, true, 0), (false, true, 1), (true, true, 0),
    (true, true, 1), (true, true, 2)) AS w(has_waiting, has_rest, level)
  ON w.has_waiting = (v.waiting > 0) AND w.has_rest = (c.goods > v.counted + v.waiting);
COMMENT ON VIEW claim_desired IS
  'What each claim should have posted: the sale its live snapshots report, a row for each product of its listing, '
  'others for a subsidy that is not to count and for what a supermarket withholds or has not paid (part_of_level), '
  'and what refunds are a part of (claim_refund says what went back). Nothing is refunded while nobody knows what an '
  'after-sale row says. `amount_before`: the yuan of lines of other levels that come before, where what goes back is '
  'cut over all of them, so that it adds up.';

CREATE OR REPLACE VIEW claim_posted AS
SELECT l.claim_id, l.part, l.document_id, l.line_no, l.book_month, l.day, l.side, l.channel_id, l.product_id,
  l.supplier_id, l.quantity, l.amount, l.freight, l.judgement, l.verdict, l.rule, l.estimated,
  l.of_document, l.of_line,
  CASE WHEN waits_for_claim(l.first_rule) THEN l.first_rule END AS pending_rule, l.destination
FROM standing_line l
WHERE l.claim_id IS NOT NULL AND NOT l.reverses
  AND NOT EXISTS (
    SELECT FROM line r WHERE r.of_document = l.document_id AND r.of_line = l.line_no AND r.reverses);
COMMENT ON VIEW claim_posted IS
  'What each claim has posted: its lines that no correction has reversed; a sale for each part, and its refunds by '
  'day.';
