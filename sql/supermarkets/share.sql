-- What of each order line a supermarket settled, owes and paid: the sums of a settlement, cut over what it sold.

CREATE OR REPLACE VIEW supermarket_paid AS
SELECT p.settlement_id, sum(p.amount) AS paid
FROM supermarket_payment p GROUP BY p.settlement_id;
COMMENT ON VIEW supermarket_paid IS
  'What was paid of each settlement, in yuan.';

CREATE OR REPLACE VIEW supermarket_settled AS
SELECT s.posting_id AS settlement_id, s.channel_id, s.from_day, s.to_day, s.till AS till_said, s.settled,
  coalesce(d.deducted, 0.00) AS deducted, s.settled - coalesce(d.deducted, 0.00) AS due,
  coalesce(p.paid, 0.00) AS paid
FROM supermarket_settlement s
LEFT JOIN (
  SELECT d.posting_id, sum(d.amount) AS deducted FROM supermarket_deduction d GROUP BY d.posting_id
) d ON d.posting_id = s.posting_id
LEFT JOIN supermarket_paid p ON p.settlement_id = s.posting_id
WHERE NOT EXISTS (SELECT FROM posting u WHERE u.undoes = s.posting_id);
COMMENT ON VIEW supermarket_settled IS
  'The settlements that were not undone: what the supermarket settled, deducted and paid; due is settled less '
  'deducted.';

CREATE OR REPLACE VIEW supermarket_sale AS
SELECT c.claim_id, c.channel_id, c.day, c.goods,
  least(greatest(coalesce(r.back, 0), coalesce(c.cash_reported_back, 0)), c.goods) AS back
FROM (
  SELECT v.claim_id, v.channel_id, v.goods, v.cash_reported_back,
    business_day(v.paid_at, (SELECT g.timezone FROM programme g), (SELECT g.day_start FROM programme g)) AS day
  FROM claim_live v
  JOIN channel h ON h.channel_id = v.channel_id AND h.kind = 'supermarket'
) c
LEFT JOIN (
  SELECT a.claim_id, sum(a.cash) AS back FROM aftersale a WHERE a.state = 'back' GROUP BY a.claim_id
) r ON r.claim_id = c.claim_id;
COMMENT ON VIEW supermarket_sale IS
  'The order lines that sheets of supermarkets report: what was sold, and what of it went back, in yuan.';

CREATE OR REPLACE FUNCTION sold_of(net numeric, goods numeric, back numeric) RETURNS numeric
LANGUAGE plpgsql IMMUTABLE SET search_path FROM CURRENT AS $$
BEGIN
  IF back = 0 OR net = 0 OR net = goods - back THEN
    RETURN CASE WHEN back = 0 OR net = 0 THEN net ELSE goods END;
  END IF;
  RETURN (
    SELECT coalesce(max(t.sold) FILTER (WHERE t.sold - cut_of(t.sold, back, goods) = net),
      least(goods, cut_of(goods, net, goods - back)))
    FROM (
      SELECT cut_of(goods, net, goods - back) + n * 0.01 AS sold FROM generate_series(-3, 3) AS n
    ) t
    WHERE t.sold BETWEEN 0 AND goods);
END $$;
COMMENT ON FUNCTION sold_of IS
  'How many yuan of what was sold leave `net` when so much of all of it goes back (cut_of).';

-- A sum is cut by whole fen, what is left goes to the largest remainders, and each cut is of the one before, so that
-- no line has more due than settled, or more paid than due.
CREATE OR REPLACE VIEW supermarket_cut_settled AS
SELECT t.*, t.floor + CASE WHEN row_number() OVER (PARTITION BY t.settlement_id ORDER BY t.rest DESC, t.claim_id)
    <= t.settled_in_all * 100 - sum(t.floor) OVER (PARTITION BY t.settlement_id) THEN 1 ELSE 0 END AS settled
FROM (
  SELECT n.*, div(n.settled_in_all * n.net * 100, nullif(n.till, 0)) AS floor,
    mod(n.settled_in_all * n.net * 100, nullif(n.till, 0)) AS rest
  FROM (
    SELECT s.settlement_id, s.settled AS settled_in_all, s.due AS due_in_all, s.paid AS paid_in_all, l.claim_id,
      l.goods, l.back, l.goods - l.back AS net, sum(l.goods - l.back) OVER (PARTITION BY s.settlement_id) AS till
    FROM supermarket_settled s
    JOIN supermarket_sale l ON l.channel_id = s.channel_id AND l.day BETWEEN s.from_day AND s.to_day
  ) n
) t;
COMMENT ON VIEW supermarket_cut_settled IS
  'What of each order line of a settled period was settled, less what went back, in fen, by largest remainder.';

CREATE OR REPLACE VIEW supermarket_cut_due AS
SELECT t.settlement_id, t.claim_id, t.goods, t.back, t.settled, t.due_in_all, t.paid_in_all,
  t.floor + CASE WHEN row_number() OVER (PARTITION BY t.settlement_id ORDER BY t.rest DESC, t.claim_id)
    <= t.due_in_all * 100 - sum(t.floor) OVER (PARTITION BY t.settlement_id) THEN 1 ELSE 0 END AS due
FROM (
  SELECT c.settlement_id, c.claim_id, c.goods, c.back, c.settled, c.due_in_all, c.paid_in_all,
    div(c.due_in_all * c.settled, c.settled_in_all) AS floor, mod(c.due_in_all * c.settled, c.settled_in_all) AS rest
  FROM supermarket_cut_settled c
) t;
COMMENT ON VIEW supermarket_cut_due IS
  'The same, with what is due of it after deductions.';

CREATE OR REPLACE VIEW supermarket_cut_paid AS
SELECT t.settlement_id, t.claim_id, t.goods, t.back, (t.settled / 100)::numeric(14,2) AS settled,
  (t.due / 100)::numeric(14,2) AS due,
  ((t.floor + CASE WHEN row_number() OVER (PARTITION BY t.settlement_id ORDER BY t.rest DESC, t.claim_id)
    <= t.paid_in_all * 100 - sum(t.floor) OVER (PARTITION BY t.settlement_id) THEN 1 ELSE 0 END) / 100)::numeric(14,2)
    AS paid
FROM (
  SELECT c.*, coalesce(div(c.paid_in_all * c.due, nullif(c.due_in_all, 0)), 0) AS floor,
    coalesce(mod(c.paid_in_all * c.due, nullif(c.due_in_all, 0)), 0) AS rest
  FROM supermarket_cut_due c
) t;
COMMENT ON VIEW supermarket_cut_paid IS
  'The same, with what was paid of that; in yuan.';

CREATE OR REPLACE VIEW supermarket_share_wanted AS
SELECT p.claim_id, p.settlement_id, sold_of(p.settled, p.goods, p.back)::numeric(14,2) AS settled,
  sold_of(p.due, p.goods, p.back)::numeric(14,2) AS due, sold_of(p.paid, p.goods, p.back)::numeric(14,2) AS paid
FROM supermarket_cut_paid p;
COMMENT ON VIEW supermarket_share_wanted IS
  'What supermarket_share should hold: the parts of what was sold that leave those, when what went back takes its part '
  'of each.';

CREATE OR REPLACE FUNCTION refuse_settled_change(batch_no bigint) RETURNS void
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  wrong bigint;
BEGIN
  IF NOT EXISTS (SELECT FROM supermarket_share) OR (  -- what a batch concerns is of one platform
    SELECT h.kind FROM import_affected a
    JOIN claim c ON c.claim_id = a.claim_id
    JOIN channel h ON h.channel_id = c.channel_id
    WHERE a.batch = batch_no LIMIT 1) IS DISTINCT FROM 'supermarket' THEN
    RETURN;
  END IF;
  SELECT min(coalesce(w.settlement_id, s.settlement_id)) INTO wrong
  FROM supermarket_share_wanted w
  FULL JOIN supermarket_share s ON s.claim_id = w.claim_id
  WHERE (w.settlement_id, w.settled, w.due, w.paid) IS DISTINCT FROM (s.settlement_id, s.settled, s.due, s.paid);
  IF wrong IS NOT NULL THEN
    PERFORM refuse('sheet_settled', jsonb_build_object('number', wrong));
  END IF;
END $$;
COMMENT ON FUNCTION refuse_settled_change IS
  'Refuses what changes the sales of a period that a supermarket settled: the settlement is undone first. Raises '
  'sheet_settled.';

CREATE OR REPLACE FUNCTION keep_supermarket_shares(batch_no bigint, settlement bigint) RETURNS void
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  touched bigint[];
BEGIN
  PERFORM FROM programme FOR KEY SHARE;
  touched := ARRAY(
    SELECT coalesce(w.claim_id, s.claim_id)
    FROM (SELECT * FROM supermarket_share_wanted q WHERE q.settlement_id = settlement) w
    FULL JOIN (SELECT * FROM supermarket_share h WHERE h.settlement_id = settlement) s ON s.claim_id = w.claim_id
    WHERE (w.settled, w.due, w.paid) IS DISTINCT FROM (s.settled, s.due, s.paid));
  DELETE FROM supermarket_share s WHERE s.claim_id = ANY (touched);
  INSERT INTO supermarket_share (claim_id, settlement_id, settled, due, paid)
  SELECT w.claim_id, w.settlement_id, w.settled, w.due, w.paid
  FROM supermarket_share_wanted w
  WHERE w.settlement_id = settlement AND w.claim_id = ANY (touched);
  IF NOT EXISTS (SELECT FROM rule_set r WHERE r.supermarket <> 'till') THEN
    RETURN;
  END IF;
  PERFORM plan_for_bulk(cardinality(touched));
  INSERT INTO import_affected (batch, claim_id, fresh, merged)
  SELECT batch_no, t, false, true FROM unnest(touched) AS t;
  PERFORM stage_claims(batch_no);
  IF EXISTS (SELECT FROM import_line_stage s WHERE s.posting_id = batch_no) THEN
    PERFORM post_staged(batch_no);
  END IF;
  PERFORM clear_import_stage(batch_no);
END $$;
COMMENT ON FUNCTION keep_supermarket_shares IS
  'Brings the shares of a settlement''s order lines up to date, and posts what counts of them otherwise now, by the '
  'rule set of their days, in the months that are open.';
