-- Settlement lines (结算明细): what files say of the money of orders. They are recorded, and post nothing.

CREATE OR REPLACE FUNCTION settlement_digest(reported settlement_snapshot, number text, zone text) RETURNS bytea
LANGUAGE sql STABLE
RETURN substr(sha256(convert_to(concat_ws(E'\x1F', number, reported.order_no, reported.ledger, reported.entry,
  reported.host, to_char(reported.settled_at AT TIME ZONE zone, 'YYYY-MM-DD HH24:MI:SS'), reported.sale,
  reported.subsidy, reported.refund, reported.service_fee, reported.commission, reported.agent_fee,
  reported.promotion_fee, reported.insurance, reported.payment_fee, reported.other_fee, reported.compensation,
  reported.deposit, reported.withdrawal, reported.transfer, reported.unknown, reported.neutral, ''), 'UTF8')), 1, 16);
COMMENT ON FUNCTION settlement_digest IS
  'The digest of what a row says of a settlement line, as the program that reads the file computes it.';

CREATE OR REPLACE FUNCTION number_equal_settlements(batch_no bigint, number_lines boolean) RETURNS void
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  UPDATE settlement_stage s
  SET first_ordinal = CASE WHEN number_lines THEN s.ordinal ELSE n.first_ordinal END,
    number = CASE WHEN n.nth > 1 AND number_lines THEN s.number || '#' || n.nth ELSE s.number END
  FROM (
    SELECT s.ordinal, min(s.ordinal) OVER (PARTITION BY s.number) AS first_ordinal,
      row_number() OVER (PARTITION BY s.number ORDER BY s.amount DESC, s.digest, s.ordinal) AS nth
    FROM settlement_stage s
    JOIN (SELECT DISTINCT r.number FROM settlement_stage r WHERE r.batch = batch_no AND r.first_ordinal <> r.ordinal) k
      ON k.number = s.number
    WHERE s.batch = batch_no
  ) n
  WHERE s.batch = batch_no AND s.ordinal = n.ordinal;
END $$;
COMMENT ON FUNCTION number_equal_settlements IS
  'Numbers the settlement lines that have one number, where the platform gives lines none of their own: the second is '
  '#2. They are put in order by what they are worth, so that the order of rows does not matter. Elsewhere they are one '
  'line, and the first row stands for it.';

CREATE OR REPLACE VIEW settlement_winner AS
SELECT w.settlement_id, w.snapshot_id, w.differs, w.channel_id, s.ledger, s.order_no, s.day, s.amount,
  s.sale + s.subsidy AS income, s.refund, s.deposit + s.withdrawal + s.transfer AS moved, s.unknown
FROM (
  SELECT n.settlement_id,
    (array_agg(n.snapshot_id ORDER BY newness(n.effective_at, 0::smallint, true, n.digest) DESC, n.snapshot_id))[1]
      AS snapshot_id,
    count(DISTINCT n.digest) > 1 AND min(n.ledger) <> 'commission' AS differs, min(f.channel_id) AS channel_id
  FROM settlement_snapshot n
  JOIN import_file f ON f.file_id = n.file_id AND f.state = 'live'
  GROUP BY n.settlement_id
) w
JOIN settlement_snapshot s ON s.snapshot_id = w.snapshot_id;
COMMENT ON VIEW settlement_winner IS
  'Which snapshot of live files wins of each settlement line, the newest, what it says, and whether another one says '
  'something else; a list of commission follows its orders, and its newest row holds. A maximum, so that the order '
  'of files does not matter. Lines of which no file lives have no row.';

CREATE OR REPLACE FUNCTION merge_settlements(batch_no bigint) RETURNS void
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  touched bigint[] := ARRAY(SELECT t.settlement_id FROM import_settlement t WHERE t.batch = batch_no);
BEGIN
  IF touched <> '{}' THEN
    UPDATE settlement t
    SET snapshot_id = w.snapshot_id, differs = coalesce(w.differs, false),
      channel_id = coalesce(w.channel_id, t.channel_id), ledger = w.ledger, order_no = w.order_no, day = w.day,
      amount = w.amount, income = w.income, refund = w.refund, moved = w.moved, unknown = w.unknown
    FROM unnest(touched) AS k(settlement_id)
    LEFT JOIN (SELECT * FROM settlement_winner n WHERE n.settlement_id = ANY (touched)) w
      ON w.settlement_id = k.settlement_id
    WHERE t.settlement_id = k.settlement_id;
  END IF;
END $$;
COMMENT ON FUNCTION merge_settlements IS
  'Chooses the live snapshot of touched settlement lines anew, as settlement_winner says.';

CREATE OR REPLACE FUNCTION import_settlements(
  batch_no bigint, file bigint, known boolean, revived boolean, channel bigint, source_code text,
  snapshot timestamptz, OUT lines integer, OUT new integer, OUT same integer, OUT changed integer,
  OUT conflicts integer, OUT first_day date, OUT last_day date)
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  zone          text;
  starts        interval;
  other_line    text;
  foreign_order text;
BEGIN
  SELECT g.timezone, g.day_start INTO zone, starts FROM programme g;
  WITH judged AS (
    SELECT s.*, s.first_ordinal <> s.ordinal AS repeated, t.settlement_id AS known_id,
      t.snapshot_id IS NOT NULL AS prior, t.snapshot_id IS NOT NULL AND t.channel_id <> channel AS elsewhere,
      coalesce(snapshot, s.settled_at AT TIME ZONE zone) AS effective_at,
      n.effective_at AS live_at, n.digest AS live_digest, t.differs
    FROM settlement_stage s
    LEFT JOIN settlement t ON t.source = source_code AND t.number = s.number
    LEFT JOIN settlement_snapshot n ON n.snapshot_id = t.snapshot_id
    WHERE s.batch = batch_no
  ), decided AS MATERIALIZED (
    SELECT j.*, day_of(j.settled_at, starts) AS day,
      coalesce(j.known_id, number_in(file, j.first_ordinal)) AS settlement_id,
      CASE WHEN j.repeated THEN 'same' ELSE outcome_of(j.prior, true, j.effective_at, 0::smallint, j.digest,
        true, j.live_at, 0::smallint, j.live_digest) END AS outcome,
      j.prior AND NOT j.repeated AND j.digest <> j.live_digest AND j.ledger <> 'commission' AS conflict
    FROM judged j
  ), made AS (
    INSERT INTO settlement (settlement_id, source, number, channel_id, snapshot_id, ledger, order_no, day, amount,
      income, refund, moved, unknown)
    SELECT d.settlement_id, source_code, d.number, channel, number_in(file, d.ordinal), d.ledger, d.order_no, d.day,
      d.amount, d.sale + d.subsidy, d.refund, d.deposit + d.withdrawal + d.transfer, d.unknown
    FROM decided d
    WHERE d.known_id IS NULL AND NOT d.repeated
  ), kept AS (
    INSERT INTO settlement_snapshot (snapshot_id, settlement_id, file_id, row_no, outcome, conflict, effective_at,
      dated, digest, ledger, order_no, entry, host, settled_at, day, amount, sale, subsidy, refund, service_fee,
      commission, agent_fee, promotion_fee, insurance, payment_fee, other_fee, compensation, deposit, withdrawal,
      transfer, unknown, neutral)
    SELECT number_in(file, d.ordinal), d.settlement_id, file, d.row_no, d.outcome,
      d.conflict, d.effective_at, snapshot IS NOT NULL, d.digest, d.ledger, d.order_no, d.entry, d.host,
      d.settled_at AT TIME ZONE zone, d.day, d.amount, d.sale, d.subsidy, d.refund, d.service_fee, d.commission,
      d.agent_fee, d.promotion_fee, d.insurance, d.payment_fee, d.other_fee, d.compensation, d.deposit, d.withdrawal,
      d.transfer, d.unknown, d.neutral
    FROM decided d
    WHERE NOT known
    ORDER BY d.ordinal
  ), touched AS (
    INSERT INTO import_settlement (batch, settlement_id)
    SELECT batch_no, d.known_id
    FROM decided d
    WHERE d.known_id IS NOT NULL AND NOT d.repeated AND (revived OR NOT d.prior
      OR NOT known AND NOT (d.digest = d.live_digest AND d.effective_at = d.live_at))
  )
  SELECT count(*), count(*) FILTER (WHERE d.outcome = 'new'), count(*) FILTER (WHERE d.outcome = 'same'),
    count(*) FILTER (WHERE d.outcome = 'changed'),
    count(*) FILTER (WHERE d.conflict OR known AND d.prior AND d.differs),
    min(d.day), max(d.day), min(d.number) FILTER (WHERE d.elsewhere)
  INTO lines, new, same, changed, conflicts, first_day, last_day, other_line
  FROM decided d;

  IF other_line IS NOT NULL THEN
    PERFORM refuse('settlement_elsewhere', jsonb_build_object('number', other_line, 'channel', (
      SELECT h.code FROM settlement t JOIN channel h ON h.channel_id = t.channel_id
      WHERE t.source = source_code AND t.number = other_line)));
  END IF;
  IF lines > 0 AND (SELECT count(*) FROM channel h JOIN channel o ON o.platform = h.platform
                    WHERE h.channel_id = channel) > 1 THEN
    SELECT min(s.order_no) INTO foreign_order
    FROM settlement_stage s
    JOIN channel h ON h.channel_id = channel
    JOIN claim c ON c.platform = h.platform AND c.order_no = s.order_no AND c.value_id IS NOT NULL
    WHERE s.batch = batch_no AND c.channel_id <> channel;
    IF foreign_order IS NOT NULL THEN
      PERFORM refuse_elsewhere((SELECT h.platform FROM channel h WHERE h.channel_id = channel), foreign_order, channel);
    END IF;
  END IF;
END $$;
COMMENT ON FUNCTION import_settlements IS
  'Judges and records the staged settlement lines of one file: each is once on its source (`source_code`), whichever '
  'files say it; one that a live file says otherwise is in conflict, whatever their times, but for '
  'lists of commission. Returns how many `lines` are staged, and their outcomes. Raises settlement_elsewhere.';

CREATE OR REPLACE FUNCTION settled_outcomes(file bigint, OUT new bigint, OUT same bigint, OUT changed bigint)
LANGUAGE plpgsql STABLE SET search_path FROM CURRENT AS $$
BEGIN
  SELECT count(*) FILTER (WHERE r.is_new), count(*) FILTER (WHERE NOT r.is_new AND NOT r.is_changed),
    count(*) FILTER (WHERE NOT r.is_new AND r.is_changed)
  INTO new, same, changed
  FROM (
    SELECT s.row_no, bool_or(s.outcome = 'new') AS is_new, bool_or(s.outcome = 'changed') AS is_changed
    FROM (
      SELECT l.row_no, l.outcome FROM settlement_snapshot l
      WHERE l.snapshot_id BETWEEN first_in(file) AND last_in(file)
      UNION ALL
      SELECT c.row_no, c.outcome FROM aftersale_snapshot c
      WHERE c.snapshot_id BETWEEN first_in(file) AND last_in(file)
    ) s
    GROUP BY s.row_no
  ) r;
END $$;
COMMENT ON FUNCTION settled_outcomes IS
  'The outcomes of the rows of a file of settlement lines, of which some report a refund as well: a row counts once.';
