-- No more of an order's goods came back than had left for it.
SELECT concat_ws(' ', o.platform, o.order_no, 'product', v.product_id, 'back beyond', sum(v.quantity)) AS example
FROM (SELECT DISTINCT platform, order_no FROM goods_back) o
CROSS JOIN LATERAL (
  SELECT m.product_id, m.quantity FROM order_move m WHERE m.platform = o.platform AND m.order_no = o.order_no
) v
GROUP BY o.platform, o.order_no, v.product_id
HAVING sum(v.quantity) > 0
