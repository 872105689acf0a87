-- That a channel sold nothing in a month: signed, and undone.

CREATE OR REPLACE VIEW month_nil_standing AS
SELECT n.posting_id, n.channel_id, n.month
FROM month_nil n
WHERE NOT EXISTS (SELECT FROM posting u WHERE u.undoes = n.posting_id);
COMMENT ON VIEW month_nil_standing IS
  'The channels and months of which somebody signed that nothing was sold, and nobody undid it.';

CREATE OR REPLACE FUNCTION month_text(month date) RETURNS text
LANGUAGE sql STABLE
RETURN to_char(month, 'YYYY-MM');
COMMENT ON FUNCTION month_text IS
  'A month as people write it, such as 2026-10.';

CREATE OR REPLACE FUNCTION refuse_not_over(wanted date) RETURNS void
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  IF wanted NOT BETWEEN '2010-01-01' AND '2099-12-01' THEN
    PERFORM refuse('day_implausible', jsonb_build_object('day', wanted));
  ELSIF (SELECT month_of(business_day(now(), g.timezone, g.day_start)) FROM programme g) <= wanted THEN
    PERFORM refuse('month_not_over', jsonb_build_object('month', month_text(wanted)));
  END IF;
END $$;
COMMENT ON FUNCTION refuse_not_over IS
  'Refuses a month that is not over by the programme''s clock. Raises day_implausible, month_not_over.';

CREATE OR REPLACE FUNCTION lock_open_month(wanted date) RETURNS void
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  PERFORM FROM book_month b WHERE b.month = wanted AND b.status = 'closed' FOR KEY SHARE;
  IF FOUND THEN
    PERFORM refuse('month_is_closed', jsonb_build_object('month', month_text(wanted)));
  END IF;
  PERFORM FROM book_month b WHERE b.month = wanted FOR KEY SHARE;
END $$;
COMMENT ON FUNCTION lock_open_month IS
  'Keeps a month, where it has a row, from being closed meanwhile. Raises month_is_closed.';

CREATE OR REPLACE FUNCTION sign_nil(
  channel_code text, wanted date, is_undone boolean, because text, by_operator text, by_command text) RETURNS bigint
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  of_channel bigint;
  standing   bigint;
  day_sold   date;
  batch      bigint;
BEGIN
  PERFORM refuse_without_reason(because);
  PERFORM refuse_not_over(wanted);
  SELECT c.channel_id INTO of_channel FROM channel c WHERE c.code = channel_code FOR NO KEY UPDATE;
  IF of_channel IS NULL THEN
    PERFORM refuse('channel_unknown', jsonb_build_object('code', channel_code));
  END IF;
  PERFORM lock_open_month(wanted);
  SELECT n.posting_id INTO standing FROM month_nil_standing n WHERE n.channel_id = of_channel AND n.month = wanted;
  IF is_undone <> (standing IS NOT NULL) THEN
    PERFORM refuse(CASE WHEN is_undone THEN 'nil_unknown' ELSE 'nil_stands' END,
      jsonb_build_object('channel', channel_code, 'month', month_text(wanted)));
  END IF;
  SELECT min(d.day) INTO day_sold
  FROM daily_document d
  WHERE d.channel_id = of_channel AND month_of(d.day) = wanted AND (d.gross <> 0 OR d.refunds <> 0);
  IF day_sold IS NOT NULL AND NOT is_undone THEN
    PERFORM refuse('nil_sold', jsonb_build_object('channel', channel_code, 'month', month_text(wanted),
      'day', day_sold));
  END IF;
  SELECT b.batch INTO batch FROM begin_move(by_operator, by_command, because, now(), standing) b;
  IF NOT is_undone THEN
    INSERT INTO month_nil (posting_id, channel_id, month) VALUES (batch, of_channel, wanted);
  END IF;
  RETURN batch;
END $$;
COMMENT ON FUNCTION sign_nil IS
  'Signs that a channel sold nothing in a month, or undoes that. Returns the act''s number. Raises channel_unknown, '
  'nil_unknown, nil_stands, nil_sold.';
