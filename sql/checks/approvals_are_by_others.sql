-- An approval is given by somebody who took no part, whose role might, and allowed one act of whoever asked.
SELECT a.approval_id::text AS example
FROM approval a
JOIN approval_end e ON e.approval_id = a.approval_id
WHERE e.given AND (e.ended_by = a.asked_by OR e.ended_by = ANY (a.parties))
UNION ALL
SELECT u.approval_id::text
FROM approval_use u
JOIN approval a ON a.approval_id = u.approval_id
JOIN approval_end e ON e.approval_id = u.approval_id
JOIN posting p ON p.posting_id = u.posting_id
WHERE NOT e.given OR p.recorded_by <> a.asked_by OR p.recorded_at < e.ended_at
  OR p.recorded_at > e.ended_at + interval '1 day'
