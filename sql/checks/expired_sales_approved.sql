-- Goods that had expired were sold only where a second person allowed it, or none was needed: one person worked alone,
-- or a rule said so. An import's sales had happened.
SELECT concat_ws(' ', e.document_id, e.line_no, 'lot', e.lot, 'expired', e.expires, 'approved by', a.approved_by)
  AS example
FROM expired_sale e
JOIN posting p ON p.posting_id = e.posting_id
LEFT JOIN expired_approval a ON a.posting_id = e.posting_id
LEFT JOIN LATERAL (
  SELECT c.one_person FROM programme_change c WHERE c.changed_at <= p.recorded_at ORDER BY c.change_no DESC LIMIT 1
) o ON true
WHERE e.file_id IS NULL AND (a.posting_id IS NULL
  OR lower(a.approved_by) = lower(trimmed(p.operator)) AND o.one_person IS NOT TRUE
    AND NOT EXISTS (
      SELECT FROM approval_rule r
      WHERE r.kind = 'expired' AND r.set_at <= p.recorded_at AND (r.above > 0 OR r.above IS NULL)))
