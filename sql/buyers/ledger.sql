-- What buyers owe: sales on account, what was refunded of them, and payments.

CREATE OR REPLACE VIEW buyer_entry AS
SELECT d.posting_id, d.buyer_id, d.day, d.kind, d.receivable AS amount, d.document_id,
  CASE WHEN d.kind = 'correction' THEN coalesce(
      (SELECT o.of_document FROM document o WHERE o.document_id = d.of_document), d.of_document, d.document_id)
    ELSE coalesce(d.of_document, d.document_id) END AS of_sale
FROM document d
WHERE d.buyer_id IS NOT NULL AND d.receivable <> 0 AND NOT d.signed
UNION ALL
SELECT p.posting_id, p.buyer_id, p.day, CASE WHEN p.reverses IS NULL THEN 'payment' ELSE 'reversal' END, -p.amount,
  NULL, NULL
FROM buyer_payment p;
COMMENT ON VIEW buyer_entry IS
  'Every entry of the buyers'' accounts, a row a document or a payment: above zero what raises what they owe, below '
  'what lowers it. With the sale that a document is of: what refunds one, or undoes that, is of it.';

CREATE OR REPLACE VIEW buyer_ledger AS
SELECT e.posting_id, e.buyer_id, e.day, e.kind, e.amount, e.of_sale AS document_id
FROM buyer_entry e
WHERE e.document_id IS NOT NULL
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
  'The entries of the buyers'' accounts by the sale that each is of or for: a payment is as many rows as the documents '
  'that it names, and one for the rest.';

CREATE OR REPLACE VIEW buyer_named AS
SELECT e.buyer_id, e.day, e.of_sale AS document_id, -e.amount AS amount
FROM buyer_entry e
WHERE e.document_id IS NOT NULL AND e.kind <> 'sale'
UNION ALL
SELECT p.buyer_id, p.day, n.document_id, n.amount
FROM buyer_payment p
JOIN buyer_payment_document n ON n.posting_id = p.posting_id;
COMMENT ON VIEW buyer_named IS
  'What was refunded of each sale on account, or paid for it by name, in yuan; below zero what undoes that.';

CREATE OR REPLACE FUNCTION buyer_open_on(of_buyer bigint, on_day date)
RETURNS TABLE (buyer_id bigint, document_id bigint, day date, amount numeric, open numeric)
LANGUAGE plpgsql STABLE SET search_path FROM CURRENT AS $$
#variable_conflict use_column
BEGIN
  RETURN QUERY
  WITH named AS MATERIALIZED (
    SELECT n.document_id, sum(n.amount) AS amount FROM buyer_named n
    WHERE (of_buyer IS NULL OR n.buyer_id = of_buyer) AND n.day <= on_day
    GROUP BY n.document_id
  ), owed AS MATERIALIZED (
    SELECT e.buyer_id, sum(e.amount) AS amount FROM buyer_entry e
    WHERE (of_buyer IS NULL OR e.buyer_id = of_buyer) AND e.day <= on_day
    GROUP BY e.buyer_id
  ), rest AS (
    SELECT e.buyer_id, e.document_id, e.day, e.amount, e.amount - least(e.amount, coalesce(n.amount, 0)) AS rest
    FROM buyer_entry e
    LEFT JOIN named n ON n.document_id = e.document_id
    WHERE e.kind = 'sale' AND (of_buyer IS NULL OR e.buyer_id = of_buyer) AND e.day <= on_day
  )
  SELECT q.buyer_id, q.document_id, q.day, q.amount, least(q.rest, greatest(o.amount - q.newer, 0.00))
  FROM (SELECT r.*, sum(r.rest) OVER (PARTITION BY r.buyer_id ORDER BY r.day DESC, r.document_id DESC
          ROWS UNBOUNDED PRECEDING) - r.rest AS newer
        FROM rest r) q
  JOIN owed o ON o.buyer_id = q.buyer_id;
END $$;
COMMENT ON FUNCTION buyer_open_on IS
  'What was still to be paid of each sale at the end of a day, of one buyer or (null) of all, in yuan. What names a '
  'sale pays that one, as do its refunds; all other payments pay the oldest first: so what is owed is what the newest '
  'lack.';

CREATE OR REPLACE FUNCTION buyer_ageing_on(of_buyer bigint, on_day date)
RETURNS TABLE (buyer_id bigint, not_due numeric, to_30 numeric, to_60 numeric, to_90 numeric, older numeric,
  advance numeric, owed numeric)
LANGUAGE plpgsql STABLE SET search_path FROM CURRENT AS $$
#variable_conflict use_column
BEGIN
  RETURN QUERY
  WITH named AS MATERIALIZED (
    SELECT n.document_id, sum(n.amount) AS amount FROM buyer_named n
    WHERE (of_buyer IS NULL OR n.buyer_id = of_buyer) AND n.day <= on_day
    GROUP BY n.document_id
  ), by_day AS MATERIALIZED (  -- `rest`: what nobody paid by name, of the sales of a day
    SELECT e.buyer_id, e.day, sum(e.amount) AS amount,
      sum(e.amount - least(e.amount, coalesce(n.amount, 0))) FILTER (WHERE e.kind = 'sale') AS rest
    FROM buyer_entry e
    LEFT JOIN named n ON n.document_id = e.document_id
    WHERE (of_buyer IS NULL OR e.buyer_id = of_buyer) AND e.day <= on_day
    GROUP BY e.buyer_id, e.day
  ), part AS (  -- 0: not due, then by 30 days past the terms
    SELECT d.buyer_id, CASE WHEN d.day + b.terms > on_day THEN 0
        ELSE least(greatest((on_day - d.day - b.terms + 29) / 30, 1), 4) END AS place, sum(d.rest) AS rest
    FROM by_day d
    JOIN buyer b ON b.buyer_id = d.buyer_id
    WHERE d.rest IS NOT NULL
    GROUP BY 1, 2
  ), owed AS (
    SELECT d.buyer_id, sum(d.amount) AS amount FROM by_day d GROUP BY d.buyer_id
  ), open AS (
    SELECT o.buyer_id, o.amount AS owed, p.place, least(p.rest, greatest(o.amount - (
      sum(p.rest) OVER (PARTITION BY p.buyer_id ORDER BY p.place) - p.rest), 0.00)) AS open
    FROM owed o
    LEFT JOIN part p ON p.buyer_id = o.buyer_id
  )
  SELECT o.buyer_id, coalesce(sum(o.open) FILTER (WHERE o.place = 0), 0.00),
    coalesce(sum(o.open) FILTER (WHERE o.place = 1), 0.00), coalesce(sum(o.open) FILTER (WHERE o.place = 2), 0.00),
    coalesce(sum(o.open) FILTER (WHERE o.place = 3), 0.00), coalesce(sum(o.open) FILTER (WHERE o.place = 4), 0.00),
    o.owed - coalesce(sum(o.open), 0.00), o.owed
  FROM open o
  GROUP BY o.buyer_id, o.owed;
END $$;
COMMENT ON FUNCTION buyer_ageing_on IS
  'What a buyer owed at the end of a day, or (null) each of them, in yuan by days past the terms: not due, to 30, to '
  '60, to 90, older; less what was paid in advance (`advance`, below zero).';
