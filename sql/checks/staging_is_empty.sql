-- Nothing is left staged: a staged line exists only inside the transaction that posts it.
SELECT concat_ws(' ', 'order', posting_id, document_id) AS example FROM order_stage
UNION ALL SELECT concat_ws(' ', 'import', posting_id, document_id) FROM import_line_stage
UNION ALL SELECT concat_ws(' ', 'claim', batch, ordinal) FROM import_stage
UNION ALL SELECT concat_ws(' ', 'after-sale', batch, ordinal) FROM aftersale_stage
