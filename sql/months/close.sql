-- Closes a month. Sales of it that are being posted are waited for; who comes later books in the next one.

CREATE OR REPLACE FUNCTION lock_to_close(wanted date) RETURNS void
LANGUAGE plpgsql SET search_path FROM CURRENT SET lock_timeout = '5s' AS $$
DECLARE
  known book_month;
BEGIN
  PERFORM open_book_month(wanted);
  SELECT * INTO known FROM book_month b WHERE b.month = wanted FOR UPDATE;
  IF known.status = 'closed' THEN
    PERFORM refuse('month_is_closed', jsonb_build_object('month', month_text(wanted)));
  END IF;
EXCEPTION WHEN lock_not_available THEN
  PERFORM refuse('month_busy', jsonb_build_object('month', month_text(wanted)));
END $$;
COMMENT ON FUNCTION lock_to_close IS
  'Locks a month that is about to be closed, for sales that are being posted into it, but not for an import that takes '
  'minutes. Raises month_is_closed, month_busy.';

CREATE OR REPLACE FUNCTION close_month(
  wanted date, keys text[], reasons text[], violated text[], violations bigint[], examples text[], because text,
  by_operator text, by_command text,
  OUT posting bigint, OUT documents bigint, OUT lines bigint, OUT gross numeric, OUT refunds numeric, OUT signed bigint)
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  earlier date;
  points  month_point[];
  wrong   record;
BEGIN
  PERFORM refuse_not_over(wanted);
  PERFORM refuse_without_reason(r) FROM unnest(reasons) AS r;
  PERFORM lock_to_close(wanted);
  SELECT b.month INTO earlier
  FROM book_month b
  WHERE b.month < wanted AND b.status = 'open' AND EXISTS (SELECT FROM document d WHERE d.book_month = b.month)
  ORDER BY b.month LIMIT 1;
  IF earlier IS NOT NULL THEN
    PERFORM refuse('month_before_open', jsonb_build_object('month', month_text(wanted),
      'earlier', month_text(earlier)));
  END IF;
  points := ARRAY(SELECT p FROM month_points(wanted, violated, violations, examples) p);
  SELECT count(*) FILTER (WHERE s.key IS NULL) AS open, min(s.key) FILTER (WHERE p.key IS NULL) AS stale,
    min(s.key) FILTER (WHERE s.times > 1) AS twice INTO wrong
  FROM unnest(points) AS p
  FULL JOIN (SELECT k.key, count(*) AS times FROM unnest(keys) AS k(key) GROUP BY k.key) s ON s.key = p.key;
  IF wrong.stale IS NOT NULL THEN
    PERFORM refuse('point_unknown', jsonb_build_object('key', wrong.stale, 'month', month_text(wanted)));
  ELSIF wrong.twice IS NOT NULL THEN
    PERFORM refuse('point_signed_twice', jsonb_build_object('key', wrong.twice));
  ELSIF wrong.open > 0 THEN
    PERFORM refuse('month_points_open', jsonb_build_object('month', month_text(wanted), 'count', wrong.open));
  END IF;
  SELECT count(*), coalesce(sum(l.amount) FILTER (WHERE l.side = 'sale'), 0),
    coalesce(-sum(l.amount) FILTER (WHERE l.side = 'refund'), 0) INTO lines, gross, refunds
  FROM line l
  WHERE l.book_month = wanted;
  SELECT count(*) INTO documents FROM document d WHERE d.book_month = wanted;
  SELECT b.batch INTO posting FROM begin_move(by_operator, by_command, because, now()) b;
  INSERT INTO month_close (posting_id, month, documents, lines, gross, refunds)
  VALUES (posting, wanted, close_month.documents, close_month.lines, close_month.gross, close_month.refunds);
  INSERT INTO month_signature (posting_id, key, kind, channel, many, amount, subject, example, reason)
  SELECT posting, p.key, p.kind, p.channel, p.many, p.amount, p.subject, p.example, s.reason
  FROM unnest(points) AS p
  JOIN unnest(keys, reasons) AS s(key, reason) ON s.key = p.key;
  signed := cardinality(points);
  UPDATE book_month SET status = 'closed' WHERE month = wanted;
END $$;
COMMENT ON FUNCTION close_month IS
  'Closes a month that is over: it refuses rows from then on, and stays closed. Points are signed for by their keys, '
  'with a reason each; the checks that are violated come from whoever ran them. Returns the act''s number, and what '
  'the month holds, in yuan. Raises month_before_open, point_unknown, point_signed_twice, month_points_open.';
