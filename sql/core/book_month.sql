CREATE OR REPLACE FUNCTION open_book_month(wanted date) RETURNS void
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  fact text;
  part text;
BEGIN
  IF EXISTS (SELECT FROM book_month WHERE month = wanted) THEN
    RETURN;
  END IF;
  PERFORM pg_advisory_xact_lock(hashtext(current_schema() || '.book_month'));
  IF EXISTS (SELECT FROM book_month WHERE month = wanted) THEN
    RETURN;
  END IF;
  IF wanted NOT BETWEEN '2010-01-01' AND '2099-12-01' THEN
    PERFORM refuse('day_implausible', jsonb_build_object('day', wanted));
  END IF;
  FOREACH fact IN ARRAY ARRAY['document', 'line'] LOOP
    part := fact || '_' || to_char(wanted, 'YYYY_MM');
    EXECUTE format('CREATE TABLE %I (LIKE %I INCLUDING DEFAULTS INCLUDING CONSTRAINTS)', part, fact);
    EXECUTE format('ALTER TABLE %I ATTACH PARTITION %I FOR VALUES FROM (%L) TO (%L)',
      fact, part, wanted, (wanted + interval '1 month')::date);
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON %I
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', part);
  END LOOP;
  INSERT INTO book_month (month) VALUES (wanted);
END $$;
COMMENT ON FUNCTION open_book_month IS
  'Opens a month: its row, and its partitions of document and line, each with its own guard. The partition is built '
  'apart and attached, so that nobody who is posting waits; where the month is there, nobody waits for who opens '
  'another. Raises day_implausible.';

CREATE OR REPLACE FUNCTION book_month_of(day date) RETURNS date
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  own      date := month_of(day);
  earliest date;
BEGIN
  IF day NOT BETWEEN '2010-01-01' AND '2099-12-31' THEN
    PERFORM refuse('day_implausible', jsonb_build_object('day', day));
  END IF;
  SELECT b.month INTO earliest FROM book_month b WHERE b.month = own AND b.status = 'open' FOR KEY SHARE;
  IF earliest IS NOT NULL THEN
    RETURN earliest;
  END IF;
  IF NOT EXISTS (SELECT FROM book_month b WHERE b.month = own) THEN
    PERFORM open_book_month(own);
    RETURN own;
  END IF;
  earliest := own;
  LOOP  -- the next month of the calendar that is not closed, whichever months have been opened so far
    earliest := (earliest + interval '1 month')::date;
    PERFORM open_book_month(earliest);
    PERFORM FROM book_month b WHERE b.month = earliest AND b.status = 'open' FOR KEY SHARE;
    EXIT WHEN FOUND;
  END LOOP;
  RETURN earliest;
END $$;
COMMENT ON FUNCTION book_month_of IS
  'The month a line of `day` is booked in: its own if that is open, else the earliest open one after it. Holds the '
  'month''s row FOR KEY SHARE, so that it cannot be closed meanwhile. Raises day_implausible.';
