#!/usr/bin/env python3
"""Writes two files of which some sales are one, and what is: 拼多多's orders, and those of 832平台.

    claims.py FOLDER ROWS SEED

ROWS in all. Of a hundred sales of the one file ten are in the other, too: as they are, under an order number with an
affix, under another number, a day or two later, in two lines, refunded in the one and not in the other. Beside them
stand honest equal purchases: the same product, quantity and day, sold twice by one source, or by both to others.
Prints nothing; `truth.csv` has the order numbers that are one, and how they were planted.
"""

import csv
import random
import sys
from pathlib import Path

PRODUCTS = {"BC01": 12800, "BC02": 9800, "BC04": 3990, "HS02": 4990, "HS03": 1850, "SF01": 1680, "SF02": 4500,
            "DF02": 1990, "YC01": 8600, "YC02": 13800, "YC03": 3200, "YC04": 4500, "MX01": 5800, "FM01": 8800,
            "LR01": 7600}
PLATFORM = ["订单号", "商品", "商品数量(件)", "商品id", "商家编码-规格维度", "商家实收金额(元)", "邮费(元)", "订单成交时间",
            "订单状态", "售后状态"]
PURCHASES = ["订单编号", "下单时间", "付款时间", "订单状态", "采购单位", "商品编码", "商品名称", "规格", "数量", "金额", "运费"]
KINDS = ["exact", "affix", "other number", "shifted day", "split", "refunded"]


def main():
    folder, rows, chance = Path(sys.argv[1]), int(sys.argv[2]), random.Random(int(sys.argv[3]))
    platform, purchases, truth = [], [], []
    months = max(1, rows // 40000)
    skus = list(PRODUCTS)

    def at(day):
        """A day and what follows it, over as many months as there are many rows."""
        month, number = divmod(day, 28)
        return f"{2025 - month // 12}-{12 - month % 12:02}-{number + 1:02}"

    def sell(order, sku, pieces, day, status="已收货", fen=None):
        platform.append([order, sku, pieces, sku, sku, yuan(fen or pieces * PRODUCTS[sku]), "0",
                         f"{at(day)} {chance.randrange(24):02}:00:00", status, "无售后或售后取消"])

    def buy(order, sku, pieces, day, fen=None, spec=""):
        time = f"{at(day)} {chance.randrange(24):02}:30:00"
        purchases.append([order, time, time, "已完成", "聊城第一中学", sku, sku, spec, pieces,
                          yuan(fen or pieces * PRODUCTS[sku]), "0"])

    number = 0
    while len(platform) + len(purchases) < rows:
        number += 1
        order = f"25{number // 1000:04}-{chance.randrange(10**10):010}{number % 1000:05}"
        sku, day = chance.choice(skus), chance.randrange(28 * months)
        # What goes twice is wholesale: canteens and unions; people buy by the piece.
        if chance.random() < 0.1:
            pieces, kind = chance.randrange(20, 3000), KINDS[number % len(KINDS)]
            sell(order, sku, pieces, day, "未发货，退款成功" if kind == "refunded" else "已收货")
            other = order if kind in ("exact", "refunded") else order + chance.choice(["-1", "A"]) \
                if kind == "affix" else f"832{chance.randrange(10**12):012}"
            later = min(28 * months - 1, day + chance.randrange(1, 3)) if kind == "shifted day" else day
            if kind == "split":
                first = pieces // 3
                buy(other, sku, first, day, spec="甲")
                buy(other, sku, pieces - first, day, spec="乙")
            else:
                buy(other, sku, pieces, later)
            truth.append([order, other, kind])
        elif chance.random() < 0.6:
            pieces = chance.choice([1, 1, 1, 2, 3])
            sell(order, sku, pieces, day)
            if chance.random() < 0.05:  # an equal one of the same source
                sell(order[:-1] + "x", sku, pieces, day)
        else:
            buy(f"832{chance.randrange(10**12):012}", sku, chance.choice([1, 2, 5, 10, chance.randrange(20, 3000)]), day)
    for name, header, lines in (("1767225600_pinduoduo.csv", PLATFORM, platform),
                                ("1767225600_832.csv", PURCHASES, purchases),
                                ("truth.csv", ["one", "other", "kind"], truth)):
        chance.shuffle(lines)
        with open(folder / name, "w", newline="", encoding="utf-8") as file:
            csv.writer(file).writerows([header, *lines])


def yuan(fen):
    return f"{fen // 100}.{fen % 100:02}"


main()
