-- Visitors of tourism: how many came from where, by sale, and what its reduction was for.

CREATE OR REPLACE VIEW tourism_standing AS
SELECT DISTINCT ON (v.document_id) v.document_id, v.posting_id, v.reduction
FROM tourism_visit v
WHERE NOT EXISTS (SELECT FROM posting u WHERE u.undoes = v.posting_id)
ORDER BY v.document_id, v.posting_id DESC;
COMMENT ON VIEW tourism_standing IS
  'What was said last of each sale''s visitors and was not undone.';

CREATE OR REPLACE FUNCTION say_visitors(
  sale_number bigint, provinces text[], people integer[], for_what text, because text, happened_at timestamptz,
  by_operator text, by_command text) RETURNS bigint
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  sale  record;
  wrong text;
  batch bigint;
BEGIN
  SELECT d.document_id, d.kind, h.code, h.kind AS channel_kind, d.signed, s.state,
    (SELECT coalesce(sum(l.discount), 0) FROM line l WHERE l.document_id = d.document_id) AS discount
  INTO sale
  FROM document d
  JOIN channel h ON h.channel_id = d.channel_id
  JOIN document_state s ON s.document_id = d.document_id AND s.book_month = d.book_month
  WHERE d.document_id = sale_number;
  IF sale.document_id IS NULL OR sale.kind <> 'sale' OR sale.state = 'voided' THEN
    PERFORM refuse('visit_unknown_sale', jsonb_build_object('document', sale_number));
  ELSIF sale.channel_kind <> 'tourism' THEN
    PERFORM refuse('visit_channel', jsonb_build_object('document', sale_number, 'channel', sale.code));
  END IF;
  SELECT p INTO wrong FROM unnest(provinces) AS p
  WHERE NOT EXISTS (SELECT FROM province v WHERE v.name = p) ORDER BY 1 LIMIT 1;
  IF wrong IS NOT NULL THEN
    PERFORM refuse('province_unknown', jsonb_build_object('province', wrong));
  END IF;
  SELECT p INTO wrong FROM unnest(provinces) AS p GROUP BY p HAVING count(*) > 1 ORDER BY 1 LIMIT 1;
  IF wrong IS NOT NULL THEN
    PERFORM refuse('province_twice', jsonb_build_object('province', wrong));
  ELSIF trimmed(for_what) <> '' AND sale.discount = 0 THEN
    PERFORM refuse('reduction_missing', jsonb_build_object('document', sale_number));
  END IF;
  SELECT b.batch INTO batch FROM begin_move(by_operator, by_command, because, happened_at) b;
  INSERT INTO tourism_visit (posting_id, document_id, reduction) VALUES (batch, sale_number, trimmed(for_what));
  INSERT INTO tourism_visitor (posting_id, province, people)
  SELECT batch, v.province, v.people FROM unnest(provinces, say_visitors.people) AS v(province, people);
  RETURN batch;
END $$;
COMMENT ON FUNCTION say_visitors IS
  'Keeps how many visitors of a sale of tourism came from which provinces, and what its discount was for; what was '
  'said of it before no longer holds. Returns the act''s number. Raises visit_unknown_sale, visit_channel, '
  'province_unknown, province_twice, reduction_missing.';

CREATE OR REPLACE FUNCTION undo_visitors(
  wanted bigint, because text, happened_at timestamptz, by_operator text, by_command text) RETURNS bigint
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  PERFORM refuse_without_reason(because);
  IF NOT EXISTS (SELECT FROM tourism_visit v WHERE v.posting_id = wanted) THEN
    PERFORM refuse('visit_unknown', jsonb_build_object('number', wanted));
  ELSIF EXISTS (SELECT FROM posting u WHERE u.undoes = wanted) THEN
    PERFORM refuse('undone_already', jsonb_build_object('number', wanted));
  END IF;
  RETURN (SELECT b.batch FROM begin_move(by_operator, by_command, because, happened_at, wanted) b);
END $$;
COMMENT ON FUNCTION undo_visitors IS
  'Undoes what was said of a sale''s visitors, by its number: what was said before holds again. Raises visit_unknown, '
  'undone_already.';

CREATE OR REPLACE VIEW tourism_line AS
SELECT coalesce(o.of_document, l.of_document, d.document_id) AS sale, d.document_id, d.kind, d.day, l.product_id,
  l.verdict, l.side, l.amount, l.discount
FROM channel h
JOIN document d ON d.channel_id = h.channel_id AND NOT d.signed
JOIN line l ON l.document_id = d.document_id AND l.book_month = d.book_month
LEFT JOIN line o ON o.document_id = l.of_document AND o.line_no = l.of_line
WHERE h.kind = 'tourism';
COMMENT ON VIEW tourism_line IS
  'The lines of documents of tourism channels, with the sale that they are of, refund, reverse or judge anew.';

CREATE OR REPLACE FUNCTION tourism_report(first_day date, last_day date, by_what text) RETURNS TABLE (
  key text, name text, visitors bigint, sales bigint, listed numeric, reductions numeric, gross numeric,
  refunds numeric, counted numeric, not_counted numeric)
LANGUAGE plpgsql STABLE SET search_path FROM CURRENT AS $$
#variable_conflict use_column
BEGIN
  IF by_what = 'province' THEN
    RETURN QUERY
    SELECT p.province, '', sum(p.people), count(DISTINCT t.document_id), NULL::numeric, NULL::numeric, NULL::numeric,
      NULL::numeric, NULL::numeric, NULL::numeric
    FROM tourism_standing t
    JOIN tourism_visitor p ON p.posting_id = t.posting_id
    JOIN document d ON d.document_id = t.document_id
    JOIN document_state s ON s.document_id = d.document_id AND s.book_month = d.book_month AND s.state <> 'voided'
    WHERE d.day BETWEEN first_day AND last_day
    GROUP BY p.province;
    RETURN;
  END IF;
  RETURN QUERY
  SELECT CASE WHEN by_what = 'product' THEN coalesce(p.sku, '') ELSE coalesce(t.reduction, '') END,
    CASE WHEN by_what = 'product' THEN coalesce(p.name, '') ELSE '' END, NULL::bigint,
    count(DISTINCT w.document_id) FILTER (WHERE w.kind = 'sale'),
    sum(w.amount + w.discount) FILTER (WHERE w.side = 'sale'), sum(w.discount) FILTER (WHERE w.side = 'sale'),
    coalesce(sum(w.amount) FILTER (WHERE w.side = 'sale'), 0.00),
    coalesce(-sum(w.amount) FILTER (WHERE w.side = 'refund'), 0.00),
    coalesce(sum(w.amount) FILTER (WHERE w.verdict = 'counted'), 0.00),
    coalesce(sum(w.amount) FILTER (WHERE w.verdict <> 'counted'), 0.00)
  FROM tourism_line w
  LEFT JOIN product p ON p.product_id = w.product_id
  LEFT JOIN tourism_standing t ON t.document_id = w.sale
  WHERE w.day BETWEEN first_day AND last_day
  GROUP BY 1, 2;
END $$;
COMMENT ON FUNCTION tourism_report IS
  'What tourism sold on some days, by product or by what reductions were for (''product'', ''reduction''): listed '
  'price - reductions = gross; gross - refunds = counted + not counted, by the rule set, in yuan; or how many visitors '
  'came, by province (''province'').';
