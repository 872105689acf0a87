COPY (
  SELECT l.code, p.sku, p.name, h.quantity, p.unit, h.value
  FROM pengshui.stock_on_hand h
  JOIN pengshui.location l ON l.location_id = h.location_id
  JOIN pengshui.product p ON p.product_id = h.product_id
  ORDER BY l.code, p.sku
) TO STDOUT WITH (FORMAT csv, HEADER);
