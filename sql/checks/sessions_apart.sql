-- A host is in one livestream session at a time, and what is said of a session is of one that was added.
SELECT concat_ws(' ', 'session', s.session_id, 'of', s.host, 'overlaps', o.session_id) AS example
FROM livestream_standing s
JOIN livestream_standing o ON o.session_id > s.session_id AND o.begins_at < s.ends_at AND s.begins_at < o.ends_at
  AND (o.host = s.host OR o.host_code = s.host_code AND o.host_code <> '' AND o.channel_id = s.channel_id)
UNION ALL
SELECT concat_ws(' ', 'session', s.session_id, 'said by', s.posting_id, 'was not added')
FROM livestream_session s
LEFT JOIN livestream_session f ON f.posting_id = s.session_id AND f.session_id = s.session_id
LEFT JOIN posting p ON p.posting_id = s.posting_id
LEFT JOIN channel c ON c.channel_id = s.channel_id
WHERE f.posting_id IS NULL OR c.channel_id IS NULL
  OR p.command IS DISTINCT FROM CASE WHEN s.posting_id = s.session_id THEN 'session add' ELSE 'session change' END
UNION ALL
SELECT concat_ws(' ', 'session', s.session_id, 'stands by', s.posting_id, 'though its adding was undone')
FROM livestream_standing s
JOIN posting u ON u.undoes = s.session_id
