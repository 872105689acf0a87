-- Statements of account (对账单): for any period what was ordered, accepted, returned and paid, and what was said
-- of it.

CREATE OR REPLACE VIEW statement_answer_standing AS
SELECT DISTINCT ON (n.entry_id) n.entry_id, a.posting_id, a.buyer_id, a.answer, a.said_by, a.day,
  p.reason
FROM statement_answer a
JOIN statement_answer_entry n ON n.posting_id = a.posting_id
JOIN posting p ON p.posting_id = a.posting_id
WHERE NOT EXISTS (SELECT FROM posting u WHERE u.undoes = a.posting_id)
ORDER BY n.entry_id, a.posting_id DESC;
COMMENT ON VIEW statement_answer_standing IS
  'What buyers said last of each line of their statements, and was not undone.';

CREATE OR REPLACE FUNCTION buyer_statement(of_buyer bigint, first_day date, last_day date)
RETURNS TABLE (day date, kind text, number bigint, document text, invoice text, note text, method text,
  ordered numeric, amount numeric, owed numeric, state text, said_by text, said_on date, said text)
LANGUAGE plpgsql STABLE SET search_path FROM CURRENT AS $$
#variable_conflict use_column
BEGIN
  RETURN QUERY
  WITH opening AS MATERIALIZED (
    SELECT coalesce(sum(e.amount), 0.00) AS owed FROM buyer_entry e WHERE e.buyer_id = of_buyer AND e.day < first_day
  ), paid AS MATERIALIZED (
    SELECT p.posting_id, p.method, d.documents
    FROM buyer_payment p
    LEFT JOIN LATERAL (
      SELECT string_agg(n.document_id::text, ' ' ORDER BY n.document_id) AS documents
      FROM buyer_payment_document n WHERE n.posting_id = p.posting_id
    ) d ON true
    WHERE p.buyer_id = of_buyer AND p.day BETWEEN first_day AND last_day
  ), answer AS MATERIALIZED (
    SELECT s.* FROM statement_answer_standing s WHERE s.buyer_id = of_buyer
  ), entry AS (
    SELECT e.posting_id, e.day, e.kind, e.document_id, e.amount, NULL::numeric AS ordered
    FROM buyer_entry e
    WHERE e.buyer_id = of_buyer AND e.day BETWEEN first_day AND last_day
    UNION ALL
    SELECT o.posting_id, o.day, 'order', NULL, NULL, (
      SELECT sum(canteen_amount(l.price, l.quantity, l.quantity, l.entered_quantity))
      FROM canteen_order_line l WHERE l.posting_id = o.posting_id)
    FROM canteen_order o
    WHERE o.buyer_id = of_buyer AND o.day BETWEEN first_day AND last_day
      AND NOT EXISTS (SELECT FROM posting u WHERE u.undoes = o.posting_id)
  )
  SELECT e.day, CASE WHEN a.posting_id IS NOT NULL AND e.kind = 'sale' THEN 'acceptance' ELSE e.kind END,
    e.posting_id, coalesce(e.document_id::text, p.documents), i.number, q.reason, p.method, e.ordered, e.amount,
    o.owed + coalesce(sum(e.amount) OVER (ORDER BY e.day, e.posting_id, e.document_id ROWS UNBOUNDED PRECEDING), 0),
    coalesce(s.answer, 'unanswered'), s.said_by, s.day, s.reason
  FROM entry e
  CROSS JOIN opening o
  JOIN posting q ON q.posting_id = e.posting_id
  LEFT JOIN paid p ON p.posting_id = e.posting_id
  LEFT JOIN canteen_acceptance a ON a.posting_id = e.posting_id
  LEFT JOIN canteen_invoice_standing i ON i.acceptance_id = a.posting_id
  LEFT JOIN answer s ON s.entry_id = e.posting_id
  ORDER BY e.day, e.posting_id, e.document_id;
END $$;
COMMENT ON FUNCTION buyer_statement IS
  'The lines of a buyer''s statement for some days, in order of time: what was ordered, which is owed by nobody yet, '
  'and each entry of the account, with what is owed after it, in yuan; and what the buyer said of each.';

CREATE OR REPLACE FUNCTION answer_statement(
  buyer_code text, numbers bigint[], first_day date, last_day date, said_answer text, signer text, said_day date,
  because text, happened_at timestamptz, by_operator text, by_command text,
  OUT posting bigint, OUT lines bigint, OUT amount numeric)
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  who    bigint := lock_buyer(buyer_code);
  today  date;
  on_day date;
  wanted bigint[] := numbers;
  wrong  record;
BEGIN
  IF said_answer = 'disputed' THEN
    PERFORM refuse_without_reason(because);
  END IF;
  SELECT * INTO posting, today FROM begin_move(by_operator, by_command, because, happened_at);
  on_day := past_day(said_day, today);
  IF cardinality(wanted) = 0 THEN
    wanted := ARRAY(SELECT DISTINCT s.number FROM buyer_statement(who, first_day, least(last_day, on_day)) s
      WHERE s.state = 'unanswered');
    IF cardinality(wanted) = 0 THEN
      PERFORM refuse('statement_nothing_open', jsonb_build_object('code', buyer_code, 'from', first_day,
        'to', least(last_day, on_day)));
    END IF;
  END IF;
  SELECT i.entry, e.day, s.answer INTO wrong
  FROM unnest(wanted) AS i(entry)
  LEFT JOIN (
    SELECT b.posting_id, max(b.day) AS day FROM buyer_entry b
    WHERE b.buyer_id = who AND b.posting_id = ANY (wanted) GROUP BY b.posting_id
    UNION ALL
    SELECT o.posting_id, o.day FROM canteen_order o
    WHERE o.buyer_id = who AND o.posting_id = ANY (wanted)
      AND NOT EXISTS (SELECT FROM posting u WHERE u.undoes = o.posting_id)
  ) e ON e.posting_id = i.entry
  LEFT JOIN statement_answer_standing s ON s.entry_id = i.entry AND s.answer = said_answer
  WHERE e.day IS NULL OR e.day > on_day OR s.answer IS NOT NULL
  ORDER BY i.entry LIMIT 1;
  IF wrong.day > on_day THEN
    PERFORM refuse_before(NULL, on_day, NULL, wrong.day, jsonb_build_object('number', wrong.entry));
  ELSIF FOUND THEN
    PERFORM refuse(CASE WHEN wrong.day IS NULL THEN 'statement_line_unknown' ELSE 'statement_line_answered' END,
      jsonb_build_object('number', wrong.entry, 'code', buyer_code, 'answer', said_answer));
  END IF;
  INSERT INTO statement_answer (posting_id, buyer_id, answer, said_by, day)
  VALUES (posting, who, said_answer, trimmed(signer), on_day);
  INSERT INTO statement_answer_entry (posting_id, entry_id) SELECT DISTINCT posting, w FROM unnest(wanted) AS w;
  SELECT count(DISTINCT w), coalesce((SELECT sum(e.amount) FROM buyer_entry e
    WHERE e.buyer_id = who AND e.posting_id = ANY (wanted)), 0.00) INTO lines, amount
  FROM unnest(wanted) AS w;
END $$;
COMMENT ON FUNCTION answer_statement IS
  'Keeps that a buyer confirmed or disputed lines of its statement, by their numbers; where none is named, those of a '
  'period that nobody answered for. What is said last holds. Returns the act, how many lines, and what they change in '
  'what is owed, in yuan. Raises statement_nothing_open, statement_line_unknown, statement_line_answered.';
