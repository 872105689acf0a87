CREATE OR REPLACE FUNCTION set_target(
  first_day date, last_day date, promised numeric, because text, happened_at timestamptz, by_operator text,
  by_command text)
RETURNS void LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  known target;
  batch bigint;
BEGIN
  SELECT * INTO known FROM target t
  WHERE t.from_day = first_day AND t.to_day = last_day AND t.ended_by IS NULL FOR UPDATE;
  IF known.target_id IS NULL AND promised IS NULL THEN
    PERFORM refuse('target_unknown', jsonb_build_object('from', first_day, 'to', last_day));
  ELSIF known.amount = promised THEN
    RETURN;
  ELSIF known.target_id IS NOT NULL AND coalesce(trimmed(because), '') = '' THEN
    PERFORM refuse('target_reason_needed',
      jsonb_build_object('from', first_day, 'to', last_day, 'amount', known.amount::text));
  END IF;
  SELECT b.batch INTO batch FROM begin_move(by_operator, by_command, because, happened_at) b;
  UPDATE target t SET ended_by = batch WHERE t.target_id = known.target_id;
  INSERT INTO target (from_day, to_day, amount, posting_id)
  SELECT first_day, last_day, promised, batch WHERE promised IS NOT NULL;
  PERFORM expect_approval(batch, 'target', coalesce(promised, known.amount),
    jsonb_build_object('from', first_day, 'to', last_day, 'amount', promised),
    sha256(convert_to(ROW(first_day, last_day, promised)::text, 'UTF8')));
END $$;
COMMENT ON FUNCTION set_target IS
  'Sets the target of a period, in yuan, or takes it away (null). The one that stood before stays, with who ended '
  'it. A target that changes needs a reason; periods do not overlap. Raises target_unknown, target_reason_needed.';
