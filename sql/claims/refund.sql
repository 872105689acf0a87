CREATE OR REPLACE FUNCTION reported_back(refund text, refunded numeric, goods numeric) RETURNS numeric
LANGUAGE sql IMMUTABLE
RETURN CASE WHEN refund = 'full' THEN goods WHEN refund = 'part' THEN least(refunded, goods) ELSE 0 END;
COMMENT ON FUNCTION reported_back IS
  'What a row says went back of a sale, in goods value, as far as the row alone can say.';

CREATE OR REPLACE FUNCTION claim_refund(claims bigint[]) RETURNS TABLE (claim_id bigint, part smallint, order_no text,
  channel_id bigint, location_id bigint, product_id bigint, estimated boolean, day date, at timestamptz, file_id bigint,
  amount numeric(14,2), quantity numeric(14,3), freight numeric)
LANGUAGE plpgsql STABLE SET search_path FROM CURRENT AS $$
#variable_conflict use_column
DECLARE
  zone      text := (SELECT g.timezone FROM programme g);
  day_start interval := (SELECT g.day_start FROM programme g);
BEGIN
  RETURN QUERY
  WITH live AS MATERIALIZED (
    SELECT d.claim_id, d.cash, d.cash_reported_back FROM claim_live d WHERE d.claim_id = ANY (claims)
  ), reported AS (  -- so much cash in all, at each time
    SELECT a.claim_id, a.back_at AS at, a.file_id, a.back_at, a.number,
      sum(a.cash) OVER (PARTITION BY a.claim_id ORDER BY a.back_at, a.number) AS upto
    FROM aftersale a
    WHERE a.claim_id = ANY (claims) AND a.state = 'back'
    UNION ALL
    SELECT o.claim_id, o.effective_at, o.file_id, NULL, NULL, o.upto
    FROM (
      SELECT DISTINCT ON (l.claim_id, l.upto) l.claim_id, l.upto, f.effective_at, f.file_id
      FROM (
        SELECT DISTINCT s.claim_id, d.cash,
          least(CASE WHEN s.refund = 'full' THEN d.cash ELSE s.refunded END, d.cash_reported_back) AS upto
        FROM claim_snapshot s
        JOIN import_file i ON i.file_id = s.file_id AND i.state = 'live'
        JOIN live d ON d.claim_id = s.claim_id
        WHERE s.claim_id = ANY (claims) AND s.refund IN ('full', 'part') AND d.cash_reported_back IS NOT NULL
      ) l
      JOIN claim_snapshot f ON f.claim_id = l.claim_id AND f.claim_id = ANY (claims)
        AND CASE WHEN f.refund = 'full' THEN l.cash WHEN f.refund = 'part' THEN f.refunded END >= l.upto
      JOIN import_file i ON i.file_id = f.file_id AND i.state = 'live'
      ORDER BY l.claim_id, l.upto, f.dated DESC, f.effective_at, f.file_id
    ) o
  )
  SELECT r.claim_id, r.part, r.order_no, r.channel_id, r.location_id, r.product_id, r.estimated,
    r.day, (r.day + day_start) AT TIME ZONE zone, r.file_id, r.back::numeric(14,2),
    CASE WHEN r.completes THEN r.quantity ELSE 0 END::numeric(14,3),
    CASE WHEN r.completes THEN r.freight ELSE 0 END
  FROM (
    SELECT p.claim_id, p.part, p.order_no, p.channel_id, p.location_id, p.product_id, p.estimated, p.quantity,
      p.freight, p.day, max(p.evidence_file) AS file_id, bool_or(p.completes) AS completes,
      sum(CASE WHEN p.completes THEN p.amount - least(p.goods - p.goods_alone, p.amount)
        WHEN p.cash_before >= p.cash THEN 0
        ELSE least(p.goods, p.amount) - least(p.goods - p.goods_alone, p.amount) END) AS back
    FROM (
      SELECT c.*, c.cash_now >= c.cash AND (c.cash_before < c.cash OR c.nth = 1) AS completes,
        sum(c.goods_alone) OVER (PARTITION BY c.claim_id, c.part ORDER BY c.nth) AS goods
      FROM (
        SELECT b.*, coalesce(cut_of(b.amount_before + b.amount, b.cash_now - b.cash_before, b.cash)
              - cut_of(b.amount_before, b.cash_now - b.cash_before, b.cash), 0) AS goods_alone
        FROM (
          SELECT u.*, coalesce(lag(u.cash_now) OVER (PARTITION BY u.claim_id, u.part ORDER BY u.nth), 0) AS cash_before
          FROM (
            SELECT t.claim_id, greatest(business_day(t.at, zone, day_start), d.day) AS day, t.file_id AS evidence_file,
              row_number() OVER cases AS nth,
              max(least(t.upto, d.cash)) OVER cases AS cash_now,
              d.part, d.order_no, d.channel_id, d.location_id, d.product_id, d.estimated, d.quantity, d.amount,
              d.amount_before, d.freight, d.cash
            FROM reported t
            JOIN claim_desired d ON d.claim_id = t.claim_id AND d.claim_id = ANY (claims) AND d.refund_known
            WINDOW cases AS (PARTITION BY t.claim_id, d.part ORDER BY t.back_at NULLS LAST, t.number, t.upto)
          ) u
        ) b
      ) c
    ) p
    GROUP BY p.claim_id, p.part, p.order_no, p.channel_id, p.location_id, p.product_id, p.estimated, p.quantity,
      p.freight, p.day
  ) r
  WHERE r.back <> 0 OR r.completes AND r.quantity <> 0;
END $$;
COMMENT ON FUNCTION claim_refund IS
  'What should have gone back of some claims: a row for each day and product, in goods value. What after-sale cases '
  'report comes first, on the days they say; what the order file says beyond it went back on the '
  'day of the earliest live snapshot that shows as much. A refund of part of the cash is of the same part of the '
  'goods value, rounded once and never more than is left; the one that completes it takes what is left, and the '
  'quantity. (Design: refunds are kept in goods value.) Evidence that is before its sale takes the sale''s day. '
  'Only the rows of those claims are read: all that is counted is counted by claim.';
