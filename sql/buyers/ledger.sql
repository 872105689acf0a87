-- What buyers owe: sales on account, what was refunded of them, and payments.

CREATE OR REPLACE VIEW buyer_ledger AS
SELECT d.posting_id, d.buyer_id, d.day, d.kind, d.receivable AS amount,
  coalesce(o.of_document, d.of_document, d.document_id) AS document_id
FROM document d
LEFT JOIN document o ON o.document_id = d.of_document
WHERE d.buyer_id IS NOT NULL AND d.receivable <> 0 AND NOT d.signed
UNION ALL
SELECT p.posting_id, p.buyer_id, p.day, CASE WHEN p.reverses IS NULL THEN 'payment' ELSE 'reversal' END,
  -p.amount + coalesce(n.amount, 0), NULL
FROM buyer_payment p
LEFT JOIN (SELECT posting_id, sum(amount) AS amount FROM buyer_payment_document GROUP BY posting_id) n
  ON n.posting_id = p.posting_id
WHERE p.amount <> coalesce(n.amount, 0)
UNION ALL
SELECT p.posting_id, p.buyer_id, p.day, CASE WHEN p.reverses IS NULL THEN 'payment' ELSE 'reversal' END, -n.amount,
  n.document_id
FROM buyer_payment p
JOIN buyer_payment_document n ON n.posting_id = p.posting_id;
COMMENT ON VIEW buyer_ledger IS
  'Every entry of the buyers'' accounts: above zero what raises what they owe, below what lowers it. With the sale '
  'that it is of or for: what refunds a sale, or undoes that, is of it.';

CREATE OR REPLACE FUNCTION buyer_open_on(of_buyer bigint, on_day date)
RETURNS TABLE (buyer_id bigint, document_id bigint, day date, amount numeric, open numeric)
LANGUAGE plpgsql STABLE SET search_path FROM CURRENT AS $$
#variable_conflict use_column
BEGIN
  RETURN QUERY
  WITH entry AS MATERIALIZED (
    SELECT l.buyer_id, l.document_id, l.day, l.kind, l.amount FROM buyer_ledger l
    WHERE (of_buyer IS NULL OR l.buyer_id = of_buyer) AND l.day <= on_day
  ), charge AS (
    SELECT e.buyer_id, e.document_id, min(e.day) FILTER (WHERE e.kind = 'sale') AS day,
      sum(e.amount) FILTER (WHERE e.kind = 'sale') AS amount,
      coalesce(-sum(e.amount) FILTER (WHERE e.kind <> 'sale'), 0) AS named
    FROM entry e WHERE e.document_id IS NOT NULL
    GROUP BY e.buyer_id, e.document_id
  ), rest AS (
    SELECT c.buyer_id, c.document_id, c.day, c.amount, c.amount - least(c.amount, c.named) AS rest,
      c.named - least(c.amount, c.named) AS over
    FROM charge c
  ), queue AS (
    SELECT r.*, coalesce(g.amount, 0) + sum(r.over) OVER (PARTITION BY r.buyer_id) AS pool,
      sum(r.rest) OVER (PARTITION BY r.buyer_id ORDER BY r.day, r.document_id) - r.rest AS before
    FROM rest r
    LEFT JOIN (SELECT e.buyer_id, -sum(e.amount) AS amount FROM entry e WHERE e.document_id IS NULL
               GROUP BY e.buyer_id) g ON g.buyer_id = r.buyer_id
  )
  SELECT q.buyer_id, q.document_id, q.day, q.amount, q.rest - least(q.rest, greatest(q.pool - q.before, 0))
  FROM queue q;
END $$;
COMMENT ON FUNCTION buyer_open_on IS
  'What was still to be paid of each sale at the end of a day, of one buyer or (null) of all, in yuan. What names a '
  'sale pays that one, as do its refunds; all other payments pay the oldest first.';

CREATE OR REPLACE FUNCTION buyer_ageing_on(of_buyer bigint, on_day date)
RETURNS TABLE (buyer_id bigint, not_due numeric, to_30 numeric, to_60 numeric, to_90 numeric, older numeric,
  advance numeric, owed numeric)
LANGUAGE plpgsql STABLE SET search_path FROM CURRENT AS $$
#variable_conflict use_column
BEGIN
  RETURN QUERY
  SELECT a.buyer_id, a.not_due, a.to_30, a.to_60, a.to_90, a.older, a.owed - a.open, a.owed
  FROM (
    SELECT b.buyer_id, l.owed, coalesce(sum(o.open), 0.00) AS open,
      coalesce(sum(o.open) FILTER (WHERE o.day + b.terms > on_day), 0.00) AS not_due,
      coalesce(sum(o.open) FILTER (WHERE on_day - o.day - b.terms BETWEEN 0 AND 30), 0.00) AS to_30,
      coalesce(sum(o.open) FILTER (WHERE on_day - o.day - b.terms BETWEEN 31 AND 60), 0.00) AS to_60,
      coalesce(sum(o.open) FILTER (WHERE on_day - o.day - b.terms BETWEEN 61 AND 90), 0.00) AS to_90,
      coalesce(sum(o.open) FILTER (WHERE on_day - o.day - b.terms > 90), 0.00) AS older
    FROM buyer b
    JOIN (SELECT e.buyer_id, sum(e.amount) AS owed FROM buyer_ledger e
          WHERE (of_buyer IS NULL OR e.buyer_id = of_buyer) AND e.day <= on_day GROUP BY e.buyer_id) l
      ON l.buyer_id = b.buyer_id
    LEFT JOIN buyer_open_on(of_buyer, on_day) o ON o.buyer_id = b.buyer_id AND o.open > 0
    GROUP BY b.buyer_id, l.owed
  ) a;
END $$;
COMMENT ON FUNCTION buyer_ageing_on IS
  'What a buyer owed at the end of a day, or (null) each of them, in yuan by days past the terms: not due, to 30, to '
  '60, to 90, older; less what was paid in advance (`advance`, below zero).';
