-- An approval is given by somebody who took no part, whose role might, and allowed one act of whoever asked, of its
-- kind.
SELECT a.approval_id::text AS example
FROM approval a
JOIN approval_end e ON e.approval_id = a.approval_id
WHERE e.given AND (e.ended_by = a.asked_by OR e.ended_by = ANY (a.parties))
UNION ALL
SELECT a.approval_id::text
FROM approval a
JOIN approval_end e ON e.approval_id = a.approval_id
WHERE e.ended_at < a.asked_at OR e.ended_by <> a.asked_by AND NOT EXISTS (
  -- A rule, and a role of each, that held at some moment since it was asked for.
  SELECT FROM approval_rule r
  JOIN person_change c ON c.login = e.ended_by AND c.changed_at <= e.ended_at AND c.role = ANY (r.approvers)
  LEFT JOIN person_change o ON o.login = a.asked_by AND o.changed_at <= e.ended_at
  WHERE r.kind = a.kind AND r.set_at <= e.ended_at AND r.role = coalesce(o.role, 'owner')
    AND NOT EXISTS (SELECT FROM approval_rule n
      WHERE n.kind = r.kind AND n.role = r.role AND n.rule_no > r.rule_no AND n.set_at < a.asked_at)
    AND NOT EXISTS (SELECT FROM person_change n
      WHERE n.login = c.login AND n.change_no > c.change_no AND n.changed_at < a.asked_at))
UNION ALL
SELECT u.approval_id::text
FROM approval_use u
LEFT JOIN approval a ON a.approval_id = u.approval_id
LEFT JOIN approval_end e ON e.approval_id = u.approval_id
LEFT JOIN posting p ON p.posting_id = u.posting_id
WHERE (e.given AND p.recorded_by = a.asked_by AND p.recorded_at BETWEEN a.asked_at AND e.ended_at + interval '1 day')
  IS NOT TRUE
UNION ALL
SELECT u.approval_id::text
FROM approval_use u
JOIN approval a ON a.approval_id = u.approval_id
JOIN approval_end e ON e.approval_id = u.approval_id
LEFT JOIN document d ON d.posting_id = u.posting_id
WHERE NOT CASE a.kind
  WHEN 'expired' THEN EXISTS (
    SELECT FROM expired_approval x
    WHERE x.posting_id = u.posting_id AND x.approved_by = e.ended_by AND d.total = a.amount)
  WHEN 'discount' THEN coalesce(d.kind = 'sale', false)
    OR EXISTS (SELECT FROM canteen_order o WHERE o.posting_id = u.posting_id)
  WHEN 'refund' THEN coalesce(d.kind IN ('refund', 'correction') AND abs(d.total) = a.amount, false)
  WHEN 'count' THEN EXISTS (SELECT FROM stock_count c WHERE c.ended_by = u.posting_id)
  WHEN 'target' THEN EXISTS (SELECT FROM target t WHERE u.posting_id IN (t.posting_id, t.ended_by))
  WHEN 'publish' THEN EXISTS (SELECT FROM figure_version v WHERE v.posting_id = u.posting_id AND v.version = 1)
  WHEN 'restate' THEN EXISTS (SELECT FROM restatement r WHERE r.posting_id = u.posting_id)
  ELSE true END
UNION ALL
SELECT 'approval_key'
WHERE NOT EXISTS (SELECT FROM approval_key)
