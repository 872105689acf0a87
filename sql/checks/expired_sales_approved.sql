-- Goods that had expired were sold only where a second person allowed it; an import's sales had happened.
SELECT concat_ws(' ', e.document_id, e.line_no, 'lot', e.lot, 'expired', e.expires, 'approved by', a.approved_by)
  AS example
FROM expired_sale e
JOIN posting p ON p.posting_id = e.posting_id
LEFT JOIN expired_approval a ON a.posting_id = e.posting_id
WHERE e.file_id IS NULL AND (a.posting_id IS NULL OR lower(a.approved_by) = lower(trimmed(p.operator)))
