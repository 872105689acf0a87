CREATE OR REPLACE FUNCTION reported_back(refund text, refunded numeric, goods numeric) RETURNS numeric
LANGUAGE sql IMMUTABLE
RETURN CASE WHEN refund = 'full' THEN goods WHEN refund = 'part' THEN least(refunded, goods) ELSE 0 END;
COMMENT ON FUNCTION reported_back IS
  'What a row says went back of a sale, in goods value, as far as the row alone can say.';

CREATE OR REPLACE FUNCTION claim_refund(claims bigint[]) RETURNS TABLE (claim_id bigint, part smallint, order_no text,
  channel_id bigint, location_id bigint, product_id bigint, estimated boolean, day date, at timestamptz, file_id bigint,
  amount numeric(14,2), quantity numeric(14,3), freight numeric)
LANGUAGE plpgsql STABLE SET search_path FROM CURRENT SET plan_cache_mode = force_custom_plan AS $$
#variable_conflict use_column
DECLARE
  zone      text := (SELECT g.timezone FROM programme g);
  day_start interval := (SELECT g.day_start FROM programme g);
  reporting bigint[] := ARRAY(
    SELECT s.claim_id FROM claim_snapshot s WHERE s.claim_id = ANY (claims) AND s.refund IN ('full', 'part')
    UNION SELECT a.claim_id FROM aftersale a WHERE a.claim_id = ANY (claims) AND a.state = 'back');
BEGIN
  RETURN QUERY
  WITH live AS MATERIALIZED (
    SELECT d.claim_id, d.cash, d.cash_reported_back FROM claim_live d WHERE d.claim_id = ANY (reporting)
  ), reported AS (  -- so much cash in all, at each time
    SELECT a.claim_id, a.back_at AS at, a.file_id, a.back_at, a.number,
      sum(a.cash) OVER (PARTITION BY a.claim_id ORDER BY a.back_at, a.number) AS upto
    FROM aftersale a
    WHERE a.claim_id = ANY (reporting) AND a.state = 'back'
    UNION ALL
    SELECT DISTINCT o.claim_id, o.times[o.first], o.files[o.first], NULL::timestamptz, NULL, o.upto
    FROM (  -- the first that shows as much
      SELECT l.claim_id, l.upto, min(l.nth) OVER (PARTITION BY l.claim_id ORDER BY l.upto DESC) AS first,
        array_agg(l.effective_at) OVER whole AS times, array_agg(l.file_id) OVER whole AS files
      FROM (
        SELECT d.claim_id, s.effective_at, s.file_id,
          least(CASE WHEN s.refund = 'full' THEN d.cash ELSE s.refunded END, d.cash_reported_back) AS upto,
          row_number() OVER (PARTITION BY d.claim_id ORDER BY s.dated DESC, s.effective_at, s.file_id) AS nth
        FROM live d
        JOIN claim_snapshot s ON s.claim_id = d.claim_id AND s.refund IN ('full', 'part')
        JOIN import_file i ON i.file_id = s.file_id AND i.state = 'live'
        WHERE d.cash_reported_back IS NOT NULL
      ) l
      WINDOW whole AS
        (PARTITION BY l.claim_id ORDER BY l.nth ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)
    ) o
  ), desired AS MATERIALIZED (
    SELECT d.* FROM claim_desired d WHERE d.claim_id = ANY (reporting) AND d.refund_known
  ), paired AS MATERIALIZED (
    SELECT t, d FROM reported t FULL JOIN desired d ON d.claim_id = t.claim_id
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
            SELECT (n.t).claim_id, greatest(business_day((n.t).at, zone, day_start), (n.d).day) AS day,
              (n.t).file_id AS evidence_file, row_number() OVER cases AS nth,
              max(least((n.t).upto, (n.d).cash)) OVER cases AS cash_now,
              (n.d).part, (n.d).order_no, (n.d).channel_id, (n.d).location_id, (n.d).product_id, (n.d).estimated,
              (n.d).quantity, (n.d).amount, (n.d).amount_before, (n.d).freight, (n.d).cash
            FROM paired n
            WHERE (n.t).claim_id IS NOT NULL AND (n.d).claim_id IS NOT NULL
            WINDOW cases AS
              (PARTITION BY (n.t).claim_id, (n.d).part ORDER BY (n.t).back_at NULLS LAST, (n.t).number, (n.t).upto)
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
  'Only the rows of those claims are read: all that is counted is counted by claim. The planner cannot estimate how '
  'many there are: no table is asked for them and for a joined row''s at once, which would be each for each, and what '
  'they report is joined in full, which is never by nested loops.';
