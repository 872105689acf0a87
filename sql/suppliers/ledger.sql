CREATE OR REPLACE VIEW supplier_ledger AS
SELECT l.receipt_id AS posting_id, l.supplier_id, l.day, 'purchase' AS kind, sum(l.amount) AS amount, l.receipt_id,
  NULL::bigint AS household_id
FROM purchase_line l
GROUP BY l.receipt_id, l.supplier_id, l.day
UNION ALL
SELECT r.posting_id, r.supplier_id, r.day, 'give_back', -sum(r.amount), r.receipt_id, NULL
FROM supplier_credit r
GROUP BY r.posting_id, r.supplier_id, r.day, r.receipt_id
UNION ALL
SELECT p.posting_id, p.supplier_id, p.day, CASE WHEN p.reverses IS NULL THEN 'payment'
  ELSE 'reversal' END, -p.amount + coalesce(n.amount, 0),
  NULL, p.household_id
FROM supplier_payment p
LEFT JOIN (SELECT posting_id, sum(amount) AS amount FROM supplier_payment_receipt GROUP BY posting_id) n
  ON n.posting_id = p.posting_id
WHERE p.amount <> coalesce(n.amount, 0)
UNION ALL
SELECT p.posting_id, p.supplier_id, p.day, CASE WHEN p.reverses IS NULL THEN 'payment'
  ELSE 'reversal' END, -n.amount, n.receipt_id,
  p.household_id
FROM supplier_payment p
JOIN supplier_payment_receipt n ON n.posting_id = p.posting_id
UNION ALL
SELECT a.posting_id, a.supplier_id, a.day, 'adjustment', a.amount, a.receipt_id, NULL
FROM supplier_adjustment a
WHERE NOT EXISTS (SELECT FROM posting u WHERE u.undoes = a.posting_id)
UNION ALL
SELECT b.posting_id, b.supplier_id, b.day, CASE WHEN b.reverses IS NULL THEN 'buy_back' ELSE 'buy_back_undo' END,
  -sum(b.amount), NULL, NULL
FROM buy_back b
GROUP BY b.posting_id, b.supplier_id, b.day, b.reverses;
COMMENT ON VIEW supplier_ledger IS
  'Every entry of the suppliers'' accounts: above zero what raises what is owed to them, below what lowers it. With '
  'the receipt that it is for, where it is for one.';

CREATE OR REPLACE VIEW purchase_open AS
SELECT w.supplier_id, w.receipt_id, w.day, w.amount,
  w.rest - least(w.rest, greatest(w.pool - w.before, 0)) AS open
FROM (
  SELECT i.supplier_id, i.receipt_id, i.day, i.amount, i.amount - i.named AS rest,
    sum(i.amount - i.named) OVER oldest - (i.amount - i.named) AS before,
    coalesce(g.amount, 0) + sum(i.over) OVER (PARTITION BY i.supplier_id) AS pool
  FROM (
    SELECT c.supplier_id, c.receipt_id, c.day, c.amount, least(c.amount, coalesce(n.amount, 0)) AS named,
      coalesce(n.amount, 0) - least(c.amount, coalesce(n.amount, 0)) AS over
    FROM (
      SELECT l.supplier_id, coalesce(l.receipt_id, l.posting_id) AS receipt_id, min(l.day) AS day, sum(l.amount)
        AS amount
      FROM supplier_ledger l
      WHERE l.kind = 'purchase' OR l.kind = 'adjustment' AND l.amount > 0
      GROUP BY l.supplier_id, coalesce(l.receipt_id, l.posting_id)
    ) c
    LEFT JOIN (
      SELECT l.receipt_id, -sum(l.amount) AS amount
      FROM supplier_ledger l
      WHERE l.receipt_id IS NOT NULL AND l.kind <> 'purchase' AND NOT (l.kind = 'adjustment' AND l.amount > 0)
      GROUP BY l.receipt_id
    ) n ON n.receipt_id = c.receipt_id
  ) i
  LEFT JOIN (
    SELECT l.supplier_id, -sum(l.amount) AS amount
    FROM supplier_ledger l
    WHERE l.receipt_id IS NULL AND NOT (l.kind = 'adjustment' AND l.amount > 0)
    GROUP BY l.supplier_id
  ) g ON g.supplier_id = i.supplier_id
  WINDOW oldest AS (PARTITION BY i.supplier_id ORDER BY i.day, i.receipt_id)
) w;
COMMENT ON VIEW purchase_open IS
  'What is still to be paid of each receipt, and of what was charged without one. What names a receipt pays that '
  'one; all other payments, returns and buy-backs pay the oldest first.';
