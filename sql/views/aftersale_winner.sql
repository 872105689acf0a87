-- Which snapshot of live files wins of each after-sale case, the newest, and when the money went back: as it says, else
-- by the earliest dated snapshot that shows it. Cases of which no file lives have no row.
CREATE OR REPLACE VIEW aftersale_winner AS
SELECT DISTINCT ON (s.aftersale_id) s.aftersale_id, s.snapshot_id, s.file_id, s.line_no, s.item, s.state,
  s.cash, f.channel_id,
  coalesce(s.back_at, min(s.effective_at) FILTER (WHERE s.state = 'back' AND s.dated) OVER of_case,
    min(s.effective_at) FILTER (WHERE s.state = 'back') OVER of_case, s.effective_at) AS back_at
FROM aftersale_snapshot s
JOIN import_file f ON f.file_id = s.file_id AND f.state = 'live'
WINDOW of_case AS (PARTITION BY s.aftersale_id)
ORDER BY s.aftersale_id, s.effective_at DESC, s.rank DESC, s.digest DESC, s.snapshot_id;
