CREATE OR REPLACE FUNCTION canteen_act_of(wanted bigint, OUT act text, OUT order_id bigint)
LANGUAGE plpgsql STABLE SET search_path FROM CURRENT AS $$
BEGIN
  SELECT f.act, f.order_id INTO act, order_id
  FROM (
    SELECT 'order' AS act, o.posting_id AS order_id FROM canteen_order o WHERE o.posting_id = wanted
    UNION ALL SELECT 'end', e.order_id FROM canteen_order_end e WHERE e.posting_id = wanted
    UNION ALL SELECT 'delivery', d.order_id FROM canteen_delivery d WHERE d.posting_id = wanted
    UNION ALL SELECT 'acceptance', d.order_id
      FROM canteen_acceptance a JOIN canteen_delivery d ON d.posting_id = a.delivery_id WHERE a.posting_id = wanted
    UNION ALL SELECT 'invoice', d.order_id
      FROM canteen_invoice i JOIN canteen_acceptance a ON a.posting_id = i.acceptance_id
      JOIN canteen_delivery d ON d.posting_id = a.delivery_id WHERE i.posting_id = wanted
    UNION ALL SELECT 'weekly_order', NULL FROM weekly_order w WHERE w.posting_id = wanted
    UNION ALL SELECT CASE WHEN s.answer = 'confirmed' THEN 'confirmation' ELSE 'dispute' END, NULL
      FROM statement_answer s WHERE s.posting_id = wanted
  ) f
  LIMIT 1;
END $$;
COMMENT ON FUNCTION canteen_act_of IS
  'What a posting did for an order (order, end, delivery, acceptance, invoice), and of which; or for a statement '
  '(confirmation, dispute), or a weekly order. Null where it did nothing of these.';

CREATE OR REPLACE FUNCTION standing_on_canteen(wanted bigint) RETURNS text
LANGUAGE plpgsql STABLE SET search_path FROM CURRENT AS $$
BEGIN
  RETURN (
    SELECT string_agg(concat_ws(' ', p.command, p.posting_id), ', ' ORDER BY p.posting_id)
    FROM (
      SELECT d.posting_id FROM canteen_delivery d WHERE d.order_id = wanted
      UNION SELECT e.posting_id FROM canteen_order_end e WHERE e.order_id = wanted
      UNION SELECT a.posting_id FROM canteen_acceptance a WHERE a.delivery_id = wanted
      UNION SELECT i.posting_id FROM canteen_invoice i WHERE i.acceptance_id = wanted
      UNION SELECT w.posting_id FROM weekly_order v
        JOIN weekly_order w ON w.weekly_id = v.weekly_id AND w.posting_id > v.posting_id
        WHERE v.posting_id = wanted
      UNION SELECT m.posting_id FROM weekly_order_made m WHERE m.weekly_id = wanted
    ) f
    JOIN posting p ON p.posting_id = f.posting_id
    WHERE NOT EXISTS (SELECT FROM posting u WHERE u.undoes = p.posting_id));
END $$;
COMMENT ON FUNCTION standing_on_canteen IS
  'What stands on an act of an order and has to be undone before it, as people know it; null where nothing does.';

CREATE OR REPLACE FUNCTION undo_canteen(
  wanted bigint, because text, happened_at timestamptz, by_operator text, by_command text,
  OUT posting bigint, OUT act text, OUT of_order bigint)
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  it    document;
  later text;
  why   text;
BEGIN
  PERFORM refuse_without_reason(because);
  SELECT c.act, c.order_id INTO act, of_order FROM canteen_act_of(wanted) c;
  PERFORM FROM canteen_order o WHERE o.posting_id = of_order FOR UPDATE;
  later := standing_on_canteen(wanted);
  IF act IS NULL THEN
    PERFORM refuse('canteen_act_unknown', jsonb_build_object('number', wanted));
  ELSIF EXISTS (SELECT FROM posting u WHERE u.undoes = wanted) THEN
    PERFORM refuse('undone_already', jsonb_build_object('number', wanted));
  ELSIF later IS NOT NULL THEN
    PERFORM refuse('undo_stands', jsonb_build_object('number', wanted, 'later', later));
  ELSIF act = 'invoice' AND role_of(session_user) = 'clerk' THEN
    PERFORM refuse('right_missing', jsonb_build_object('login', session_user, 'may', 'accountant'));
  END IF;
  SELECT d.* INTO it
  FROM canteen_acceptance a JOIN document d ON d.document_id = a.document_id WHERE a.posting_id = wanted;
  IF it.document_id IS NOT NULL THEN
    it := lock_order(it.document_id);
    IF EXISTS (SELECT FROM line_back l WHERE l.of_document = it.document_id) THEN
      PERFORM refuse('order_refunded', jsonb_build_object('document', it.document_id));
    END IF;
    SELECT r.batch INTO posting FROM reverse_document(it, happened_at, by_operator, by_command, because, true) r;
  ELSE
    SELECT b.batch INTO posting FROM begin_move(by_operator, by_command, because, happened_at, wanted) b;
  END IF;
  IF act IN ('delivery', 'acceptance') THEN
    PERFORM undo_moves(posting, wanted, ARRAY['deliver', 'accept', 'refuse', 'waste', 'settle']);
  END IF;
  why := canteen_order_open(of_order);
  UPDATE canteen_order_line l SET open = CASE WHEN why IS NULL THEN l.quantity - coalesce(d.quantity, 0) ELSE 0 END
  FROM canteen_order_line n
  LEFT JOIN canteen_delivered d ON d.order_id = n.posting_id AND d.product_id = n.product_id
  WHERE n.posting_id = of_order AND l.posting_id = n.posting_id AND l.line_no = n.line_no
    AND act IN ('order', 'end', 'delivery');
END $$;
COMMENT ON FUNCTION undo_canteen IS
  'Undoes an order, its end, a delivery, an acceptance, an invoice, what was said of a statement, or what was said '
  'last of a weekly order, by its number, where nothing stands on it: goods that were delivered are on the shelf '
  'again, those that were accepted are with the buyer again and their sale is reversed. Returns the act that does it, '
  'what it undid, and of which order. Raises canteen_act_unknown, undone_already, undo_stands, right_missing, '
  'order_refunded.';
