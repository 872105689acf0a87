-- Nothing is left staged: a staged line exists only inside the transaction that posts it.
SELECT concat_ws(' ', 'import', posting_id, document_id) AS example FROM import_line_stage
UNION ALL SELECT concat_ws(' ', 'claim', batch, ordinal) FROM import_stage
UNION ALL SELECT concat_ws(' ', 'after-sale', batch, ordinal) FROM aftersale_stage
UNION ALL SELECT concat_ws(' ', 'loser', batch, ordinal) FROM import_loser
UNION ALL SELECT concat_ws(' ', 'returned', batch, ordinal) FROM import_returned
UNION ALL SELECT concat_ws(' ', 'judged', batch, ordinal) FROM import_judged
UNION ALL SELECT concat_ws(' ', 'affected order line', batch, claim_id) FROM import_affected
UNION ALL SELECT concat_ws(' ', 'affected case', batch, aftersale_id) FROM import_aftersale
UNION ALL SELECT concat_ws(' ', 'settlement line', batch, ordinal) FROM settlement_stage
UNION ALL SELECT concat_ws(' ', 'affected settlement line', batch, settlement_id) FROM import_settlement
UNION ALL SELECT concat_ws(' ', 'rejected row', batch, row_no) FROM reject_stage
UNION ALL SELECT concat_ws(' ', 'batch', batch, login) FROM import_batch
