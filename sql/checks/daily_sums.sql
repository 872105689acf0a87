-- The kept daily sums are what documents and lines add up to.
SELECT concat_ws(' ', to_char(book_month, 'YYYY-MM'), of_table, example) AS example
FROM daily_difference
