-- What is still to be paid of each receipt, and of what was charged without one. What names a receipt pays that one;
-- all other payments, returns and buy-backs pay the oldest first.
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
      SELECT l.supplier_id, coalesce(l.receipt_id, l.posting_id) AS receipt_id, min(l.day) AS day, sum(l.amount) AS amount
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
