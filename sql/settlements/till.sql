-- What tills took by 微信 and 支付宝, against the bills of these services.

CREATE OR REPLACE VIEW till_line AS
SELECT t.*, CASE WHEN starts_with(t.source, 'wechat') THEN 'wechat' WHEN starts_with(t.source, 'alipay') THEN 'alipay'
    ELSE '' END AS method
FROM settled_line t
JOIN channel c ON c.channel_id = t.channel_id AND c.platform IS NULL
WHERE NOT EXISTS (
  SELECT FROM document d WHERE d.channel_id = t.channel_id AND d.order_no = t.order_no AND d.file_id IS NOT NULL);
COMMENT ON VIEW till_line IS
  'The settlement lines of channels without a platform, whose orders are entered at a till: no number of an order '
  'joins them, only the day and the method of payment. Empty where the service is none that a till knows.';

CREATE OR REPLACE FUNCTION settled_days(channel_code text, of_month date) RETURNS TABLE (
  day date, method text, orders bigint, paid numeric, refunds numeric, fees numeric, settled numeric, open numeric,
  reason text)
LANGUAGE plpgsql STABLE SET search_path FROM CURRENT AS $$
#variable_conflict use_column
DECLARE
  via   channel := settled_channel(channel_code);
  until date := of_month + interval '1 month';
BEGIN
  IF via.platform IS NOT NULL THEN
    RETURN;
  END IF;
  RETURN QUERY
  SELECT s.day, s.method, s.orders, s.paid, s.refunds, s.income + s.refund - s.settled, s.settled,
    s.paid - s.refunds - s.income - s.refund,
    CASE WHEN s.differs THEN 'reported_twice'
      WHEN s.unknown THEN 'kind_unknown'
      WHEN s.paid - s.refunds = s.income + s.refund THEN CASE WHEN s.day IN (
          SELECT r.day FROM settled_rates(channel_code, of_month) r WHERE r.differs) THEN 'fee_differs'
        ELSE 'settled' END
      WHEN s.billed = 0 THEN 'not_in_bill'
      WHEN s.income > s.paid THEN 'not_entered'
      WHEN s.income < s.paid THEN 'missing_in_bill'
      WHEN -s.refund > s.refunds THEN 'refund_not_entered'
      ELSE 'refund_not_settled' END
  FROM (
    SELECT u.day, u.method, coalesce(sum(u.orders), 0)::bigint AS orders, coalesce(sum(u.paid), 0.00) AS paid,
      coalesce(sum(u.refunds), 0.00) AS refunds, coalesce(sum(u.income), 0.00) AS income,
      coalesce(sum(u.refund), 0.00) AS refund, coalesce(sum(u.settled), 0.00) AS settled, sum(u.billed) AS billed,
      bool_or(u.differs) AS differs, bool_or(u.unknown) AS unknown
    FROM (
      SELECT d.day, m.method, CASE WHEN d.kind = 'sale' THEN 1 WHEN d.side = 'sale' THEN -1 END AS orders,
        CASE WHEN d.side = 'sale' THEN m.amount END AS paid, CASE WHEN d.side = 'refund' THEN -m.amount END AS refunds,
        NULL::numeric AS income, NULL::numeric AS refund, NULL::numeric AS settled, 0 AS billed, false AS differs,
        false AS unknown
      FROM document d
      JOIN tender m ON m.document_id = d.document_id AND m.method IN ('wechat', 'alipay')
      WHERE d.channel_id = via.channel_id AND d.file_id IS NULL AND d.day >= of_month
        AND d.day < until
      UNION ALL
      SELECT t.day, t.method, NULL, NULL, NULL, t.income, t.refund, t.amount - t.moved, 1, t.differs, t.unknown <> 0
      FROM till_line t
      WHERE t.channel_id = via.channel_id AND t.day >= of_month AND t.day < until
        AND (t.income <> 0 OR t.refund <> 0 OR t.amount <> t.moved OR t.differs)
    ) u
    GROUP BY u.day, u.method
  ) s;
END $$;
COMMENT ON FUNCTION settled_days IS
  'What tills of a channel without a platform took by 微信 and 支付宝 in a month, by day, against the lines of the '
  'services'' bills, in yuan: paid - refunds - fees = settled + open. The reason says why it is open: reported_twice, '
  'kind_unknown, not_in_bill (no line of that day), not_entered (the bill has more), missing_in_bill (less), '
  'refund_not_entered, refund_not_settled; else fee_differs (settled_rates) or settled. A channel with a '
  'platform has no such day.';
