-- Runs once, after the functions, where migration 0012 ran: what earlier programs took for sales or booked too early is
-- posted as it should be, in the months that are open.
DO $$
DECLARE
  sale   document;
  back   document;
  batch  bigint;
  made   bigint;
  why    text := '签约不是销售 (signed agreements are no sales)';
BEGIN
  -- Signed agreements that somebody entered become records of their own, less what was refunded of them.
  FOR sale IN
    SELECT d.* FROM document d
    JOIN book_month m ON m.month = d.book_month AND m.status = 'open'
    WHERE d.signed AND d.kind = 'sale' AND d.file_id IS NULL AND d.buyer_id IS NOT NULL
      AND NOT EXISTS (SELECT FROM line_back v WHERE v.of_document = d.document_id AND v.reverses)
    ORDER BY d.document_id
  LOOP
    made := nextval('document_number');
    INSERT INTO agreement (agreement_id, posting_id, day, at, channel_id, buyer_id, total)
    SELECT made, sale.posting_id, sale.day, sale.at, sale.channel_id, sale.buyer_id, sum(o.amount_left)
    FROM order_line o WHERE o.document_id = sale.document_id AND o.quantity_left > 0
    HAVING count(*) > 0;
    IF FOUND THEN
      INSERT INTO agreement_line (agreement_id, line_no, product_id, supplier_id, quantity, amount, discount)
      SELECT made, row_number() OVER (ORDER BY o.line_no), o.product_id, o.supplier_id, o.quantity_left,
        o.amount_left, 0
      FROM order_line o WHERE o.document_id = sale.document_id AND o.quantity_left > 0;
    END IF;
    FOR back IN
      SELECT d.* FROM document d
      WHERE d.document_id IN (SELECT b.document_id FROM line_back b
        WHERE b.of_document = sale.document_id AND b.side = 'refund')
      ORDER BY d.document_id
    LOOP
      PERFORM reverse_document(back, now(), session_user, 'setup', why);
    END LOOP;
    PERFORM reverse_document(sale, now(), session_user, 'setup', why);
  END LOOP;

  -- Those that files report, and refunds that files report before their sale: as their claims should have posted.
  batch := nextval('posting_number');
  INSERT INTO import_affected (batch, claim_id, fresh, merged)
  SELECT DISTINCT batch, p.claim_id, false, true
  FROM claim_posted p
  JOIN claim c ON c.claim_id = p.claim_id
  LEFT JOIN claim_snapshot v ON v.snapshot_id = c.value_id
  LEFT JOIN line s ON s.document_id = p.of_document AND s.line_no = p.of_line
  JOIN book_month m ON m.month = p.book_month AND m.status = 'open'
  WHERE v.signed OR p.side = 'refund' AND p.day < s.day;
  IF FOUND THEN
    PERFORM reconcile_claims(batch, session_user, 'setup');
  END IF;
  PERFORM clear_import_stage(batch);
END $$;
