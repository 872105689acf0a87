-- The measures that every product of their kind may be entered in, in whole grams, millilitres or centimetres.
CREATE OR REPLACE VIEW measure AS
SELECT m.code, m.kind, m.size
FROM (VALUES
  ('吨', 'weight', 1000000), ('t', 'weight', 1000000), ('公斤', 'weight', 1000), ('千克', 'weight', 1000),
  ('kg', 'weight', 1000), ('斤', 'weight', 500), ('市斤', 'weight', 500), ('两', 'weight', 50), ('克', 'weight', 1),
  ('g', 'weight', 1), ('升', 'volume', 1000), ('l', 'volume', 1000), ('毫升', 'volume', 1), ('ml', 'volume', 1),
  ('米', 'length', 100), ('m', 'length', 100), ('厘米', 'length', 1), ('cm', 'length', 1)
) AS m(code, kind, size);

-- The units each product may be entered in: its base unit, its own, and the measures of its base unit's kind. One of it
-- holds numerator / denominator base units.
CREATE OR REPLACE VIEW unit_of_product AS
SELECT p.product_id, p.unit AS code, 1::bigint AS numerator, 1::bigint AS denominator, true AS built_in
FROM product p
UNION ALL
SELECT q.product_id, q.unit, q.numerator, q.denominator, false
FROM product_unit q
UNION ALL
SELECT p.product_id, m.code, (m.size / gcd(m.size, b.size))::bigint, (b.size / gcd(m.size, b.size))::bigint, true
FROM product p
JOIN measure b ON b.code = lower(p.unit)
JOIN measure m ON m.kind = b.kind AND m.code <> b.code;
