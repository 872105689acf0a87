-- The short way for a file that is imported again and stands as it was: nothing is to be judged.

-- Whether the staged claims are what the live file says already, each by its digest. It may not be so where the file
-- is read another way than before.
CREATE OR REPLACE FUNCTION import_stands(batch_no bigint, file bigint, channel bigint) RETURNS boolean
LANGUAGE sql STABLE SET search_path FROM CURRENT AS $$
  SELECT EXISTS (SELECT FROM import_file f WHERE f.file_id = file AND f.state = 'live' AND f.channel_id = channel)
    AND NOT EXISTS (SELECT FROM import_stage s WHERE s.batch = batch_no AND s.repeated)
    AND (SELECT count(*) FROM import_stage s WHERE s.batch = batch_no) = (
      SELECT count(*)
      FROM import_stage s
      JOIN claim_snapshot k ON k.snapshot_id = (file << 24) | s.ordinal AND k.digest = s.digest
      WHERE s.batch = batch_no AND k.snapshot_id BETWEEN file << 24 AND (file << 24) + 16777215);
$$;

-- How many rows of a live file differ from what another file of the same instant says, which goes before it.
CREATE OR REPLACE FUNCTION standing_conflicts(file bigint, platform_code text) RETURNS integer
LANGUAGE plpgsql STABLE SET search_path FROM CURRENT AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM import_file f
    WHERE f.platform = platform_code AND f.file_id <> file AND f.state = 'live') THEN
    RETURN 0;
  END IF;
  RETURN (
    SELECT count(DISTINCT k.row_no)
    FROM claim_snapshot k
    JOIN claim c ON c.claim_id = k.claim_id AND c.status_id <> k.snapshot_id
    JOIN claim_snapshot v ON v.snapshot_id = c.value_id
    JOIN claim_snapshot t ON t.snapshot_id = c.status_id
    WHERE k.snapshot_id BETWEEN file << 24 AND (file << 24) + 16777215
      AND k.digest <> t.digest AND k.effective_at = t.effective_at AND k.exact = v.exact);
END $$;
