-- Settlements of supermarkets: a period, what it settles, what it deducts, what it pays. Each is undone by an act.

CREATE OR REPLACE FUNCTION deduction_known(kind text) RETURNS boolean
LANGUAGE sql IMMUTABLE
RETURN kind IN ('进场费', '开户费', '条码费', '专柜费', '陈列费', '堆场费', '节日赞助费', '店庆费', '促销费', '促销管理费',
  '扣点', '扣点返利', '广告费', '转户费', '报损', '折扣', '运费', '税费', '管理费', '水电费', '押金');
COMMENT ON FUNCTION deduction_known IS
  'Whether supermarkets are known to deduct for that; others are kept and named.';

CREATE OR REPLACE FUNCTION period_begin(to_day date, last_day integer) RETURNS date
LANGUAGE sql IMMUTABLE
RETURN least((date_trunc('month', to_day::timestamp) - interval '1 month')::date + (last_day - 1),
  (date_trunc('month', to_day::timestamp))::date - 1) + 1;
COMMENT ON FUNCTION period_begin IS
  'The first day of the settlement period that ends on a day, where periods end on so many days of a month: of one '
  'that ends on the 25th the 26th of the month before.';

CREATE OR REPLACE FUNCTION period_end(to_day date, last_day integer) RETURNS date
LANGUAGE sql IMMUTABLE
RETURN least(date_trunc('month', to_day::timestamp)::date + (last_day - 1),
  (date_trunc('month', to_day::timestamp) + interval '1 month')::date - 1);
COMMENT ON FUNCTION period_end IS
  'The day of a month on which a settlement period ends.';

CREATE OR REPLACE VIEW supermarket_reckoned AS
SELECT l.claim_id, l.channel_id, l.day, l.goods - l.back AS till,
  l.goods - l.back - round((l.goods - l.back) * coalesce(t.rate, 0) / 100, 2) AS settlement
FROM supermarket_sale l
LEFT JOIN supermarket_terms t ON t.channel_id = l.channel_id AND l.day BETWEEN t.from_day AND t.to_day;
COMMENT ON VIEW supermarket_reckoned IS
  'What each order line of a supermarket''s sheets sold, less what went back, and what is to be settled for it by the '
  'terms of its day, in yuan, rounded once. A consignment sheet says what is settled itself.';

CREATE OR REPLACE FUNCTION settle_supermarket(
  request uuid, channel_code text, begins_on date, ends_on date, settled_amount numeric, till_said numeric,
  kinds text[], amounts numeric[], sure boolean, because text, happened_at timestamptz, by_operator text,
  by_command text, OUT settlement bigint, OUT repeated boolean)
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  chain bigint := supermarket_of(channel_code);
  terms supermarket_terms;
  today date;
  first date;
  ours  record;
  wrong record;
  asked numeric;
BEGIN
  PERFORM lock_platform('supermarket');
  SELECT * INTO settlement, today, repeated FROM begin_once(request,
    sha256(convert_to(ROW('supermarket settle', channel_code, begins_on, ends_on, settled_amount, till_said, kinds,
    amounts, because)::text, 'UTF8')), by_operator, by_command, because, happened_at);
  IF repeated THEN
    RETURN;
  END IF;
  PERFORM past_day(ends_on, today);
  SELECT * INTO terms FROM supermarket_terms t
  WHERE t.channel_id = chain AND ends_on BETWEEN t.from_day AND t.to_day;
  IF terms.contract_id IS NULL THEN
    PERFORM refuse('supermarket_terms_missing', jsonb_build_object('channel', channel_code, 'day', ends_on));
  END IF;
  first := coalesce(begins_on, period_begin(ends_on, terms.last_day));
  IF first > ends_on THEN
    PERFORM refuse('settlement_days', jsonb_build_object('from', first, 'to', ends_on));
  ELSIF ends_on <> period_end(ends_on, terms.last_day) AND NOT sure THEN
    PERFORM refuse('settlement_other_period', jsonb_build_object('to', ends_on, 'channel', channel_code,
      'end', period_end(ends_on, terms.last_day)));
  ELSIF ends_on < today - 180 AND NOT sure THEN
    PERFORM refuse('sheet_old', jsonb_build_object('from', first, 'to', ends_on));
  END IF;
  SELECT s.* INTO wrong FROM supermarket_settled s
  WHERE s.channel_id = chain AND s.from_day <= ends_on AND s.to_day >= first
  ORDER BY s.from_day LIMIT 1;
  IF FOUND THEN
    PERFORM refuse('settlement_overlaps', jsonb_build_object('number', wrong.settlement_id, 'from', wrong.from_day,
      'to', wrong.to_day));
  END IF;
  SELECT k.kind INTO wrong FROM unnest(kinds) AS k(kind) GROUP BY k.kind HAVING count(*) > 1 ORDER BY 1 LIMIT 1;
  IF FOUND THEN
    PERFORM refuse('deduction_twice', jsonb_build_object('kind', wrong.kind));
  END IF;
  SELECT coalesce(sum(r.till), 0.00) AS till, coalesce(sum(r.settlement), 0.00) AS settlement INTO ours
  FROM supermarket_reckoned r WHERE r.channel_id = chain AND r.day BETWEEN first AND ends_on;
  asked := coalesce(settled_amount, ours.settlement);
  IF ours.till = 0 THEN
    PERFORM refuse('settlement_without_sales', jsonb_build_object('channel', channel_code, 'from', first,
      'to', ends_on));
  ELSIF asked > ours.till THEN
    PERFORM refuse('settlement_over_till', jsonb_build_object('settled', asked::text, 'till', ours.till::text));
  ELSIF (SELECT coalesce(sum(a), 0) FROM unnest(amounts) AS a) > asked THEN
    PERFORM refuse('deductions_over', jsonb_build_object('settled', asked::text, 'deducted',
      (SELECT sum(a) FROM unnest(amounts) AS a)::text));
  END IF;
  INSERT INTO supermarket_settlement (posting_id, channel_id, from_day, to_day, settled, till)
  VALUES (settlement, chain, first, ends_on, asked, till_said);
  INSERT INTO supermarket_deduction (posting_id, kind, amount)
  SELECT settlement, trimmed(d.kind), d.amount FROM unnest(kinds, amounts) AS d(kind, amount);
  PERFORM keep_supermarket_shares(settlement, settlement);
END $$;
COMMENT ON FUNCTION settle_supermarket IS
  'Keeps what a supermarket settled for a period (null: what its terms make of its sheets; from null: since the last '
  'period of the terms), and what it deducts; returns its number. Raises supermarket_terms_missing, settlement_days, '
  'settlement_other_period, sheet_old, settlement_overlaps, deduction_twice, settlement_without_sales, '
  'settlement_over_till, deductions_over.';

CREATE OR REPLACE FUNCTION settlement_of(wanted bigint) RETURNS supermarket_settled
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  it supermarket_settled;
BEGIN
  SELECT * INTO it FROM supermarket_settled s WHERE s.settlement_id = wanted;
  IF it.settlement_id IS NULL THEN
    PERFORM refuse('supermarket_settlement_unknown', jsonb_build_object('number', wanted));
  END IF;
  RETURN it;
END $$;
COMMENT ON FUNCTION settlement_of IS
  'The settlement of a number, which nobody has undone. Raises supermarket_settlement_unknown.';

CREATE OR REPLACE FUNCTION pay_supermarket(
  request uuid, wanted bigint, amount numeric, said_day date, by_method text, because text, happened_at timestamptz,
  by_operator text, by_command text, OUT payment bigint, OUT owed numeric, OUT repeated boolean)
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  it     supermarket_settled;
  today  date;
  on_day date;
BEGIN
  PERFORM lock_platform('supermarket');
  SELECT * INTO payment, today, repeated FROM begin_once(request,
    sha256(convert_to(ROW('supermarket pay', wanted, amount, said_day, by_method, because)::text, 'UTF8')),
    by_operator, by_command, because, happened_at);
  it := settlement_of(wanted);
  IF NOT repeated THEN
    on_day := past_day(said_day, today);
    PERFORM refuse_before(NULL, on_day, NULL, it.to_day, jsonb_build_object('settlement', wanted));
    IF amount > it.due - it.paid THEN
      PERFORM refuse('supermarket_payment_over', jsonb_build_object('number', wanted, 'amount', amount::text,
        'owed', (it.due - it.paid)::text));
    END IF;
    INSERT INTO supermarket_payment (posting_id, settlement_id, day, amount, method)
    VALUES (payment, wanted, on_day, pay_supermarket.amount, by_method);
    PERFORM keep_supermarket_shares(payment, wanted);
    it := settlement_of(wanted);
  END IF;
  owed := it.due - it.paid;
END $$;
COMMENT ON FUNCTION pay_supermarket IS
  'Keeps what a supermarket paid of a settlement, no more than is due; returns what is still owed. Raises '
  'supermarket_payment_over.';

CREATE OR REPLACE FUNCTION reverse_supermarket_payment(
  wanted bigint, because text, happened_at timestamptz, by_operator text, by_command text,
  OUT posting bigint, OUT owed numeric)
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  it    supermarket_payment;
  whole supermarket_settled;
  today date;
BEGIN
  PERFORM refuse_without_reason(because);
  PERFORM lock_platform('supermarket');
  SELECT * INTO it FROM supermarket_payment p WHERE p.posting_id = wanted;
  IF it.posting_id IS NULL OR it.reverses IS NOT NULL
    OR EXISTS (SELECT FROM supermarket_payment p WHERE p.reverses = wanted) THEN
    PERFORM refuse(CASE WHEN it.posting_id IS NULL THEN 'supermarket_payment_unknown'
        WHEN it.reverses IS NOT NULL THEN 'payment_is_reversal' ELSE 'payment_reversed' END,
      jsonb_build_object('payment', wanted));
  END IF;
  SELECT * INTO posting, today FROM begin_move(by_operator, by_command, because, happened_at);
  INSERT INTO supermarket_payment (posting_id, settlement_id, day, amount, method, reverses)
  VALUES (posting, it.settlement_id, greatest(today, it.day), -it.amount, it.method, wanted);
  PERFORM keep_supermarket_shares(posting, it.settlement_id);
  whole := settlement_of(it.settlement_id);
  owed := whole.due - whole.paid;
END $$;
COMMENT ON FUNCTION reverse_supermarket_payment IS
  'Reverses a payment of a supermarket, whole, as of today. Returns what is owed then. Raises '
  'supermarket_payment_unknown, payment_is_reversal, payment_reversed.';

CREATE OR REPLACE FUNCTION undo_supermarket(
  wanted bigint, because text, happened_at timestamptz, by_operator text, by_command text) RETURNS bigint
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  it    supermarket_settled;
  other bigint;
  batch bigint;
BEGIN
  PERFORM refuse_without_reason(because);
  PERFORM lock_platform('supermarket');
  IF EXISTS (SELECT FROM posting u WHERE u.undoes = wanted) THEN
    PERFORM refuse('undone_already', jsonb_build_object('number', wanted));
  ELSIF EXISTS (SELECT FROM supermarket_contract c WHERE c.posting_id = wanted) THEN
    RETURN (SELECT b.batch FROM begin_move(by_operator, by_command, because, happened_at, wanted) b);
  END IF;
  it := settlement_of(wanted);
  IF it.paid <> 0 THEN
    SELECT min(p.posting_id) INTO other FROM supermarket_payment p
    WHERE p.settlement_id = wanted AND p.reverses IS NULL
      AND NOT EXISTS (SELECT FROM supermarket_payment r WHERE r.reverses = p.posting_id);
    PERFORM refuse('settlement_paid', jsonb_build_object('number', wanted, 'payment', other));
  END IF;
  SELECT b.batch INTO batch FROM begin_move(by_operator, by_command, because, happened_at, wanted) b;
  PERFORM keep_supermarket_shares(batch, wanted);
  RETURN batch;
END $$;
COMMENT ON FUNCTION undo_supermarket IS
  'Undoes terms of a supermarket, or a settlement of which nothing is paid, by its number. Returns the act''s number. '
  'Raises undone_already, settlement_paid.';
