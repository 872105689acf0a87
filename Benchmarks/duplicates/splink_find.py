#!/usr/bin/env python3
"""Finds by Splink, on DuckDB, what is one of the sales that bangfu compares, by the same keys; and says how well both do.

    splink_find.py FOLDER

FOLDER has `claims.csv` (unit, source, order_no, order_key, day, product_id, quantity, amount, order_amount, buyer_id),
`pairs.csv` (the units that bangfu found to be one) and `truth.csv`. Prints the seconds that Splink took, from claims in
memory to pairs; then, a line each, of bangfu, of Splink, and of Splink at the threshold at which it is as precise:
recall, precision, how many honest pairs were found, and how many of each kind of planted ones.
"""

import csv
import logging
import sys
import time
from pathlib import Path

import duckdb
from splink import Linker, SettingsCreator, block_on
from splink import comparison_library as cl
from splink.internals.duckdb.database_api import DuckDBAPI

FOLDER = Path(sys.argv[1])
# As `stage_duplicates` blocks: goods that are sold by the dozen a day are compared by order number alone.
KEYS = [
    "l.order_key = r.order_key",
    "l.product_id = r.product_id and l.quantity = r.quantity and abs(l.n - r.n) <= 3 and l.like_it <= 20 and r.like_it <= 20",
    "l.product_id = r.product_id and l.order_amount = r.order_amount and abs(l.n - r.n) <= 3 and l.like_it <= 20 "
    "and r.like_it <= 20",
    "l.buyer_id = r.buyer_id and l.amount = r.amount and abs(l.n - r.n) <= 7",
]


def level(condition, label, **more):
    return {"sql_condition": condition, "label_for_charts": label, **more}


def comparison(name, *levels, null=None):
    first = [level(null, "null", is_null_level=True)] if null else []
    return {"output_column_name": name, "comparison_levels": [*first, *levels, level("ELSE", "else")]}


COMPARISONS = [
    comparison("order_no", level("order_no_l = order_no_r", "equal"), level("order_key_l = order_key_r", "but an affix"),
               null="order_no_l IS NULL OR order_no_r IS NULL"),
    comparison("n", level("n_l = n_r", "the same day"), level("abs(n_l - n_r) <= 1", "a day"),
               level("abs(n_l - n_r) <= 3", "three days")),
    comparison(
        "goods",
        level("amount_l = amount_r and quantity_l = quantity_r and product_id_l = product_id_r", "all"),
        level("order_amount_l = order_amount_r and product_id_l = product_id_r", "the order's worth"),
        level("(amount_l = amount_r or quantity_l = quantity_r) and product_id_l = product_id_r", "amount or quantity"),
        level("product_id_l = product_id_r", "product")),
]


def splink_pairs():
    """What Splink finds, with how likely it is; and the seconds."""
    db = duckdb.connect()
    db.execute(f"""
        CREATE TABLE claim AS SELECT *, day - DATE '2000-01-01' AS n,
          count(*) OVER (PARTITION BY source, product_id, quantity, day) AS like_it
        FROM read_csv('{FOLDER / 'claims.csv'}', header = true, types = {{'order_no': 'VARCHAR', 'order_key': 'VARCHAR'}})""")
    sources = [row[0] for row in db.execute("SELECT DISTINCT source FROM claim ORDER BY 1").fetchall()]
    api = DuckDBAPI(db)
    begin = time.monotonic()
    tables = []
    for number, source in enumerate(sources):
        db.execute(f"CREATE TABLE source_{number} AS SELECT * FROM claim WHERE source = '{source}'")
        tables.append(api.register(f"source_{number}", dataset_display_name=f"source_{number}"))
    settings = SettingsCreator(
        link_type="link_only", unique_id_column_name="unit", comparisons=COMPARISONS,
        blocking_rules_to_generate_predictions=KEYS, additional_columns_to_retain=["order_no"])
    linker = Linker(tables, settings, log_level=logging.ERROR)
    linker.training.estimate_probability_two_random_records_match([KEYS[0]], recall=0.4)
    linker.training.estimate_u_using_random_sampling(max_pairs=1e6, seed=1)
    for key in (KEYS[0], KEYS[1]):
        linker.training.estimate_parameters_using_expectation_maximisation(key, fix_u_probabilities=True)
    found = linker.inference.predict(threshold_match_probability=0.001)
    pairs = found.as_duckdbpyrelation().project("unit_l, unit_r, match_probability").fetchall()
    return pairs, time.monotonic() - begin, len(db.execute("SELECT unit FROM claim").fetchall())


def main():
    rows = list(csv.DictReader(open(FOLDER / "claims.csv", encoding="utf-8")))
    order = {int(row["unit"]): row["order_no"] for row in rows}
    truth = {(row["one"], row["other"]): row["kind"] for row in csv.DictReader(open(FOLDER / "truth.csv", encoding="utf-8"))}
    kinds = {kind: sum(k == kind for k in truth.values()) for kind in sorted(set(truth.values()))}
    # A planted pair is found when one of the lines of its orders is.
    known = {**truth, **{(other, one): kind for (one, other), kind in truth.items()}}

    def score(pairs):
        named = [(order[one], order[other]) for one, other in pairs]
        right = {tuple(sorted(pair)): known[pair] for pair in named if pair in known}
        wrong = sum(pair not in known for pair in named)
        return {"recall": len(right) / len(truth), "precision": 1 - wrong / max(1, len(named)), "honest": wrong,
                "by_kind": {kind: f"{sum(k == kind for k in right.values())}/{n}" for kind, n in kinds.items()}}

    ours = score([(int(row["one"]), int(row["other"])) for row in csv.DictReader(open(FOLDER / "pairs.csv", encoding="utf-8"))])
    pairs, seconds, claims = splink_pairs()
    theirs = score([(one, other) for one, other, p in pairs if p >= 0.5])
    for threshold in sorted({round(p, 4) for _, _, p in pairs}):
        at = score([(one, other) for one, other, p in pairs if p >= threshold])
        if at["precision"] >= ours["precision"]:
            break
    else:
        threshold, at = 1, score([])
    print(f"seconds {seconds:.3f} claims {claims}")
    for name, of in (("bangfu", ours), ("splink", theirs), (f"splink>={threshold}", at)):
        print(name, f"{of['recall']:.4f} {of['precision']:.4f} {of['honest']}", of["by_kind"])


main()
