-- The account of one buyer: 100,000 documents over 690 days, a fifth of them by order, delivery and acceptance, a
-- twentieth of them refunds; 20,000 payments, a tenth of them for a document that they name.
SET search_path = pengshui;
SELECT open_book_month(m::date) FROM generate_series('2025-01-01'::date, '2026-11-01', interval '1 month') AS m;

CREATE TEMP TABLE plan AS
SELECT n, '2025-01-01'::date + n * 690 / 100000 AS day, n % 20 = 7 AS is_refund, n % 5 = 0 AS is_ordered,
  100 + (n * 7919 % 90000) / 100.0 AS amount
FROM generate_series(1, 100000) AS n;

INSERT INTO posting (posting_id, command, operator, recorded_by, recorded_at, reason, document_id, book_month)
SELECT 1000000 + n,
  CASE WHEN is_refund THEN 'order refund' WHEN is_ordered THEN 'canteen accept' ELSE 'order enter' END, 'li', 'bench', day + time '12:00', CASE WHEN is_refund THEN '压坏' END, n, date_trunc('month', day)::date
FROM plan;
INSERT INTO document (document_id, book_month, day, at, kind, side, channel_id, location_id, buyer_id, posting_id,
  of_document, signed, total, receivable)
SELECT p.n, date_trunc('month', p.day)::date, p.day, p.day + time '12:00', CASE WHEN p.is_refund THEN 'refund'
    ELSE 'sale' END, CASE WHEN p.is_refund THEN 'refund' ELSE 'sale' END, c.channel_id, 1, b.buyer_id, 1000000 + p.n,
  CASE WHEN p.is_refund THEN p.n - 1 END, false, t.amount, t.amount
FROM plan p
CROSS JOIN channel c
CROSS JOIN buyer b
CROSS JOIN LATERAL (SELECT (CASE WHEN p.is_refund THEN -10 ELSE p.amount END)::numeric(14,2) AS amount) t
WHERE c.code = 'canteen' AND b.code = 'LCYZ';

INSERT INTO posting (posting_id, command, operator, recorded_by, recorded_at)
SELECT k.base + p.n, k.command, 'li', 'bench', p.day + time '10:00'
FROM plan p CROSS JOIN (VALUES (2000000, 'canteen order'), (3000000, 'canteen deliver')) AS k(base, command)
WHERE p.is_ordered;
INSERT INTO canteen_order (posting_id, buyer_id, channel_id, location_id, day)
SELECT 2000000 + p.n, d.buyer_id, d.channel_id, 1, p.day
FROM plan p JOIN document d ON d.document_id = p.n
WHERE p.is_ordered;
INSERT INTO canteen_order_line (posting_id, line_no, product_id, quantity, price, wished, open)
SELECT 2000000 + p.n, 1, 1, 1, p.amount, p.day, 0 FROM plan p WHERE p.is_ordered;
INSERT INTO canteen_delivery (posting_id, order_id, day, at)
SELECT 3000000 + p.n, 2000000 + p.n, p.day, p.day + time '10:00' FROM plan p WHERE p.is_ordered;
INSERT INTO canteen_acceptance (posting_id, delivery_id, document_id, day, at, signed_by)
SELECT 1000000 + p.n, 3000000 + p.n, p.n, p.day, p.day + time '12:00', '王老师' FROM plan p WHERE p.is_ordered;

INSERT INTO posting (posting_id, command, operator, recorded_by, recorded_at, reason)
SELECT 4000000 + n, 'buyer pay', 'li', 'bench', day + time '15:00', '回单' || n FROM plan WHERE n % 5 = 3;
INSERT INTO buyer_payment (posting_id, buyer_id, day, amount, method)
SELECT 4000000 + p.n, b.buyer_id, p.day, 2000, 'bank'
FROM plan p CROSS JOIN buyer b WHERE p.n % 5 = 3 AND b.code = 'LCYZ';
INSERT INTO buyer_payment_document (posting_id, document_id, amount)
SELECT 4000000 + p.n, p.n, 50 FROM plan p WHERE p.n % 50 = 3;
RESET search_path;
VACUUM ANALYZE;
