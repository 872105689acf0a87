-- Which snapshot wins: the one place where it is decided which row of which file a claim or a case goes by.

CREATE OR REPLACE VIEW snapshot_newness AS
SELECT s.effective_at, s.rank, s.exact, s.digest FROM claim_snapshot s;
COMMENT ON VIEW snapshot_newness IS
  'How new snapshots are: rows that are compared as wholes (newness).';

CREATE OR REPLACE FUNCTION newness(effective_at timestamptz, rank smallint, exact boolean, digest uuid)
RETURNS snapshot_newness
LANGUAGE sql IMMUTABLE
RETURN ROW(effective_at, rank, exact, digest)::snapshot_newness;
COMMENT ON FUNCTION newness IS
  'How new a snapshot is, as a row that is compared: the later, of equal times the one whose status comes later, then '
  'an exact one, then by content. Of cases, and where exactness is looked at before, all are exact.';

CREATE OR REPLACE FUNCTION outcome_of(
  prior boolean, exact boolean, effective_at timestamptz, rank smallint, digest uuid,
  live_exact boolean, live_at timestamptz, live_rank smallint, live_digest uuid) RETURNS text
LANGUAGE sql IMMUTABLE
RETURN CASE
  WHEN NOT prior THEN 'new'
  WHEN digest = live_digest THEN 'same'
  WHEN exact AND NOT live_exact
    OR newness(effective_at, rank, true, digest) > newness(live_at, live_rank, true, live_digest) THEN 'changed'
  ELSE 'same' END;
COMMENT ON FUNCTION outcome_of IS
  'What a snapshot is beside the live one of its line or case (`prior`: there is one): new; changed, where it wins and '
  'says something else; else the same.';

CREATE OR REPLACE FUNCTION in_conflict(
  exact boolean, effective_at timestamptz, digest uuid, live_exact boolean, live_at timestamptz, live_digest uuid)
RETURNS boolean
LANGUAGE sql IMMUTABLE
RETURN digest <> live_digest AND effective_at = live_at AND exact = live_exact;
COMMENT ON FUNCTION in_conflict IS
  'Whether a snapshot says something else than the live one of the same instant, so that only their content decides.';

CREATE OR REPLACE VIEW claim_winner AS
SELECT s.claim_id,
  (array_agg(s.snapshot_id ORDER BY s.exact DESC, newness(s.effective_at, s.rank, s.exact, s.digest) DESC,
    s.snapshot_id) FILTER (WHERE f.state = 'live'))[1] AS value_id,
  (array_agg(s.snapshot_id ORDER BY newness(s.effective_at, s.rank, s.exact, s.digest) DESC,
    s.snapshot_id) FILTER (WHERE f.state = 'live'))[1] AS status_id,
  (array_agg(s.province ORDER BY newness(s.effective_at, s.rank, s.exact, s.digest) DESC)
    FILTER (WHERE f.state = 'live' AND s.province IS NOT NULL))[1] AS province,
  coalesce(NOT bool_or(s.exact) FILTER (WHERE f.state = 'live'), false) AS estimated,
  min(f.channel_id) FILTER (WHERE f.state = 'live') AS channel_id
FROM claim_snapshot s
LEFT JOIN import_file f ON f.file_id = s.file_id
GROUP BY s.claim_id;
COMMENT ON VIEW claim_winner IS
  'Which snapshot of live files wins of each order line: what was sold is said by an exact one before an estimated '
  'share, then by the newest; how it stands, by the newest; where it goes, by the newest that says a '
  'province. A maximum, so that the order of files does not matter.';

CREATE OR REPLACE VIEW aftersale_winner AS
SELECT DISTINCT ON (s.aftersale_id) s.aftersale_id, s.snapshot_id, s.file_id, s.line_no, s.item, s.state,
  s.cash, f.channel_id,
  coalesce(s.back_at, min(s.effective_at) FILTER (WHERE s.state = 'back' AND s.dated) OVER of_case,
    min(s.effective_at) FILTER (WHERE s.state = 'back') OVER of_case, s.effective_at) AS back_at
FROM aftersale_snapshot s
JOIN import_file f ON f.file_id = s.file_id AND f.state = 'live'
WINDOW of_case AS (PARTITION BY s.aftersale_id)
ORDER BY s.aftersale_id, newness(s.effective_at, s.rank, true, s.digest) DESC, s.snapshot_id;
COMMENT ON VIEW aftersale_winner IS
  'Which snapshot of live files wins of each after-sale case, the newest, and when the money went back: as it says, '
  'else by the earliest dated snapshot that shows it. Cases of which no file lives have no row.';
