#!/usr/bin/env python3
"""Computes the figure of a year anew from the raw files of the platforms, by means of its own: Python and DuckDB.

    recompute.py FOLDER

FOLDER has the raw files, `setup.json` (products, certificates, rules) and `journal.json` (what was done, in its order:
import, undo, order, refund, decide, close, publish, restate). Prints, as JSON, the sums of each month as they are
counted in the end, and of each version that was published, in yuan. It shares nothing with the program that it is
compared with; the rules are those of docs/reference/profiles.md and docs/guide/figure.md.

Sections: 1 cells, 2 platforms, 3 claims, 4 the ledger, 5 the journal.
"""

import csv
import io
import json
import re
import sys
import tempfile
import zipfile
from datetime import datetime, timedelta, timezone
from pathlib import Path
from xml.etree import ElementTree

import duckdb

# 1. Cells: bytes to rows of text, and macros that read them.

PROVINCES = {
    11: "北京", 12: "天津", 13: "河北", 14: "山西", 15: "内蒙古", 21: "辽宁", 22: "吉林", 23: "黑龙江", 31: "上海", 32: "江苏",
    33: "浙江", 34: "安徽", 35: "福建", 36: "江西", 37: "山东", 41: "河南", 42: "湖北", 43: "湖南", 44: "广东", 45: "广西",
    46: "海南", 50: "重庆", 51: "四川", 52: "贵州", 53: "云南", 54: "西藏", 61: "陕西", 62: "甘肃", 63: "青海", 64: "宁夏",
    65: "新疆", 71: "台湾", 81: "香港", 82: "澳门",
}
MACROS = r"""
CREATE MACRO cell(x) AS
  nullif(regexp_replace(regexp_replace(x, '^[\s''`]+|[\s]+$', '', 'g'), '^(-|--|—|——|/|无)$', ''), '');
CREATE MACRO fen(x) AS coalesce(round(CAST(regexp_replace(cell(x), '[¥￥元,，]', '', 'g') AS DECIMAL(18, 4)) * 100), 0)::BIGINT;
CREATE MACRO paid_at(x) AS CAST(left(replace(cell(x), '/', '-'), 10) AS DATE);
"""
SPREADSHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def table(path):
    """The rows of a file as text, whatever it is kept in."""
    data = path.read_bytes()
    if data[:2] == b"PK":
        sheet = zipfile.ZipFile(io.BytesIO(data)).read("xl/worksheets/sheet1.xml")
        return [
            ["".join(t.text or "" for t in c.iter(SPREADSHEET + "t")) or c.findtext(SPREADSHEET + "v", "") for c in row]
            for row in ElementTree.fromstring(sheet).iter(SPREADSHEET + "row")
        ]
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("gb18030")
    return list(csv.reader(io.StringIO(text, newline="")))


def province_of(text):
    """The province that a cell says; none where it says nothing, empty where it says something else."""
    if text is None or set(text) & set("*#$"):
        return None
    numbered = [name for code, name in PROVINCES.items() if re.fullmatch(rf"{code}\d{{4}}", text)]
    return (numbered + [name for name in PROVINCES.values() if text.startswith(name)] + [""])[0]


def epoch(name):
    return int(re.match(r"\d{10}", name).group())


def day_of(seconds):
    return (datetime.fromtimestamp(seconds, timezone.utc) + timedelta(hours=8)).date().isoformat()


# 2. Platforms: what a row of each says. `back` is how much of the sale went back: all, some that nobody knows, or as
# much as `told` says.

CARRIED = "last_value({} IGNORE NULLS) OVER (PARTITION BY cell(\"订单号\") ORDER BY n)"
PLATFORMS = {
    "douyin": """
        SELECT cell("主订单编号") AS order_no, cell("子订单编号") AS line_no, cell("商家编码") AS code,
          fen("订单应付金额") - fen("运费") + fen("平台实际承担优惠金额") + fen("达人实际承担优惠金额") AS goods,
          fen("订单应付金额") - fen("运费") AS cash, paid_at("支付完成时间") AS day,
          CASE WHEN cell("售后状态") = '已全额退款' THEN 'all'
            WHEN cell("售后状态") IN ('退款成功', '同意退款，退款成功')
              THEN CASE WHEN cell("订单状态") = '已关闭' THEN 'all' ELSE 'some' END END AS back, 0 AS told,
          cell("省") AS province
        FROM raw""",
    "kuaishou": """
        SELECT cell("订单号") AS order_no, '' AS line_no, cell("SKU编码") AS code,
          fen("实付款") - fen("快递费") + fen("平台补贴") + fen("主播补贴") AS goods,
          fen("实付款") - fen("快递费") AS cash, paid_at("订单支付时间") AS day,
          CASE WHEN cell("售后状态") IN ('售后成功', '退款成功') THEN 'some' END AS back, 0 AS told,
          cell("收货地址-省") AS province
        FROM raw""",
    "weixin": f"""
        SELECT cell("订单号") AS order_no, concat_ws('|', cell("商品编码(平台)"), cell("商品属性"),
            row_number() OVER (PARTITION BY cell("订单号"), cell("商品编码(平台)"), cell("商品属性")
              ORDER BY fen("商品实际价格(总共)") DESC, n)) AS line_no,
          cell("SKU编码(自定义)") AS code, fen("商品实际价格(总共)") AS goods, fen("商品实际价格(总共)") AS cash,
          paid_at({CARRIED.format('cell("支付时间")')}) AS day,
          CASE WHEN fen("商品已退款金额") > 0 THEN 'told'
            WHEN {CARRIED.format('cell("订单状态")')} IN ('已取消', '已关闭') THEN 'some' END AS back,
          fen("商品已退款金额") AS told, {CARRIED.format('cell("省")')} AS province
        FROM raw""",
    "taobao": """
        SELECT cell("主订单编号") AS order_no, cell("子订单编号") AS line_no, cell("商家编码") AS code,
          fen("买家实付金额") + CASE WHEN cell("退款状态") = '退款成功' THEN fen("退款金额") ELSE 0 END AS goods,
          goods AS cash, paid_at("订单付款时间") AS day,
          CASE WHEN cell("退款状态") = '退款成功' THEN 'told' END AS back, fen("退款金额") AS told, NULL AS province
        FROM raw""",
    "pinduoduo": """
        SELECT cell("订单号") AS order_no, '' AS line_no, cell("商家编码-规格维度") AS code,
          fen("商家实收金额(元)") - fen("邮费(元)") AS goods, goods AS cash,
          CASE WHEN cell("订单状态") NOT IN ('待付款', '已取消', '交易关闭') THEN paid_at("订单成交时间") END AS day,
          CASE WHEN cell("订单状态") IN ('未发货，退款成功', '已取消，退款成功') THEN 'all'
            WHEN cell("售后状态") = '退款成功' THEN 'some' END AS back, 0 AS told, NULL AS province
        FROM raw""",
    "fupin832": """
        SELECT cell("订单编号") AS order_no, concat_ws('|', cell("商品编码"), cell("规格")) AS line_no,
          cell("商品编码") AS code, fen("金额") AS goods, goods AS cash, paid_at("付款时间") AS day,
          CASE WHEN fen("退款金额") > 0 THEN 'told' END AS back, fen("退款金额") AS told,
          cell("收货地址") AS province
        FROM raw""",
}
CASES = """
    SELECT cell("商品单号") AS line_no, fen("退商品金额（元）") AS cash, paid_at("用户到账时间") AS day
    FROM raw WHERE cell("售后状态") = '同意退款，退款成功'"""


class Files:
    """The rows of the raw files, read once, in DuckDB."""

    def __init__(self, folder):
        self.folder = folder
        self.db = duckdb.connect()
        self.db.execute(MACROS)
        self.read = {}

    def rows(self, name, query):
        """What a query says of a file's rows; by the names of columns."""
        if name not in self.read:
            header, *rows = table(self.folder / name)
            with tempfile.NamedTemporaryFile("w", suffix=".csv", newline="", encoding="utf-8") as plain:
                writer = csv.writer(plain, quoting=csv.QUOTE_ALL)
                writer.writerow(["n"] + [title.strip() for title in header])
                writer.writerows([f"{n:09}", *row] for n, row in enumerate(rows))
                plain.flush()
                self.db.execute(
                    f"CREATE OR REPLACE TABLE raw AS SELECT * FROM read_csv('{plain.name}', header = true, "
                    "all_varchar = true, quote = '\"', escape = '\"', delim = ',', null_padding = true)")
            found = self.db.execute(query)
            titles = [column[0] for column in found.description]
            self.read[name] = [dict(zip(titles, row)) for row in found.fetchall()]
        return self.read[name]


# 3. Claims: what the live files together say of each line of an order.


def half_up(number, divisor):
    return (2 * number + divisor) // (2 * divisor)


def claims_of(files, live):
    """By (platform, order, line): code, goods, day of sale, refunds by day, whether it must wait."""
    seen, cases = {}, {}
    for name, platform in live:
        if platform == "douyin-cases":
            for case in files.rows(name, CASES):
                cases.setdefault(case["line_no"], []).append((case["day"].isoformat(), case["cash"]))
            continue
        for row in files.rows(name, PLATFORMS[platform]):
            seen.setdefault((platform, row["order_no"], row["line_no"]), []).append((epoch(name), row))
    return {
        key: desired(rows, cases.get(key[2], []) if key[0] == "douyin" else [])
        for key, rows in seen.items()
        if max(rows, key=lambda r: r[0])[1]["day"]
    }


def desired(rows, cases):
    row = max(rows, key=lambda r: r[0])[1]
    said = [province_of(r["province"]) for _, r in sorted(rows, key=lambda r: r[0]) if province_of(r["province"]) is not None]
    goods, refunds = row["goods"], {}
    for day, cash in sorted(cases):
        left = goods - sum(refunds.values())
        back = goods if cash >= row["cash"] else half_up(goods * cash, row["cash"])
        refunds[day] = refunds.get(day, 0) + min(back, left)
    total = {"all": goods, "told": min(row["told"], goods)}.get(row["back"], 0)
    beyond = total - sum(refunds.values())
    if beyond > 0:
        shown = min(
            at for at, r in rows if {"all": r["goods"], "told": r["told"]}.get(r["back"], 0) >= total)
        refunds[day_of(shown)] = refunds.get(day_of(shown), 0) + beyond
    return {
        "code": row["code"], "goods": goods, "day": row["day"].isoformat(), "refunds": refunds,
        "waits": row["back"] == "some" and not cases, "province": said[-1] if said else None,
    }


# 4. The ledger: what was booked in which month, and where it is counted.


class Line:
    """A line, or the difference that a file made to one: fen of a side and verdict, by the months of day and book."""

    def __init__(self, sale, side, day, book, fen, verdict, judged=False):
        self.sale, self.side, self.day, self.book, self.month, self.fen = sale, side, day[:7], book, book, fen
        self.verdict = self.own = verdict
        self.judged = judged  # whether a decision may judge it anew
        self.restated, self.is_paired = None, False


class Ledger:
    def __init__(self, setup):
        self.setup, self.lines, self.posted, self.closed = setup, [], {}, set()
        self.decisions, self.base = [], {}

    def book(self, day):
        month = day[:7]
        while month in self.closed:
            year, number = int(month[:4]), int(month[5:])
            month = f"{year + number // 12}-{number % 12 + 1:02}"
        return month

    def verdict(self, code, day, waits, province):
        """By the rules of its day: what waits is pending, then origin, then certificate, then province."""
        product = self.setup["products"].get(code)
        if waits or product is None:
            return "pending"
        if product["origin"] != self.setup["county"]:
            return "excluded"
        rules = [rule for rule in self.setup["rules"] if rule["from"] <= day][-1:]
        needs = any(rule["certificates"] == "required" for rule in rules)
        held = any(c["sku"] == code and c["from"] <= day <= c["to"] for c in self.setup["certificates"])
        if needs and not held:
            return "excluded"
        wanted = next((rule["provinces"] for rule in rules if rule["provinces"]), None)
        return "counted" if not wanted or province in wanted else "excluded" if province else "pending"

    def wanted(self, sale):
        pair = next((d for d in self.decisions if sale in d), None)
        return "duplicate" if pair and sale == pair[1] else self.base[sale]

    def post(self, sale, side, day, fen, verdict, judged=False):
        if fen:
            self.lines.append(Line(sale, side, day, self.book(day), fen, verdict, judged))

    def reconcile(self, claims):
        """Books what the files say by now less what was booked."""
        for key in set(claims) | set(self.posted):
            want, claim = {}, claims.get(key)
            is_judged = key[0] == "fupin832"
            if claim:
                by = self.setup["channels"][key[0]] if claim["province"] is None else claim["province"]
                verdict = self.verdict(claim["code"], claim["day"], claim["waits"], by)
                if is_judged:
                    self.base.setdefault(key, verdict)
                    verdict = self.wanted(key)
                want[("sale", claim["day"], verdict)] = claim["goods"]
                for day, fen in claim["refunds"].items():
                    want[("refund", day, verdict)] = -fen
            have = self.posted.get(key, {})
            if is_judged and have:
                continue  # such files are imported once
            for part in set(want) | set(have):
                self.post(key, *part[:2], want.get(part, 0) - have.get(part, 0), part[2], is_judged)
            self.posted[key] = want

    def order(self, sale, code, day, fen):
        self.base[sale] = self.verdict(code, day, False, self.setup["channels"]["canteen"])
        self.post(sale, "sale", day, fen, self.wanted(sale), True)

    def refund(self, sale, day, fen):
        self.post(sale, "refund", day, -fen, self.wanted(sale), True)

    def decide(self, entered, filed):
        self.decisions.append((entered, filed))
        for line in list(self.lines):
            after = self.wanted(line.sale) if line.judged and line.sale in (entered, filed) else line.own
            if after != line.own and line.book not in self.closed:
                self.pair(line, line.own, after, line.book)
                line.own, line.is_paired = after, True

    def pair(self, line, before, after, month):
        for fen, verdict in ((-line.fen, before), (line.fen, after)):
            half = Line(line.sale, line.side, line.day, line.book, fen, verdict)
            half.month = month
            self.lines.append(half)

    def restate(self, month):
        """Counts what is of a month in it, judged as decisions of now say; returns the months that it touches."""
        touched = set()
        for line in [line for line in self.lines if line.day == month]:
            moves, state = line.month != month, line.restated or line.own
            after = state
            if line.judged and line.book in self.closed and not (moves and line.is_paired):
                after = self.wanted(line.sale)
            if not moves and after == state:
                continue
            touched |= {line.month, month}
            line.month = month
            if after != state:
                self.pair(line, state, after, month)
                line.restated = after
        return touched

    def sums(self, month):
        fen = dict.fromkeys(["gross", "refunds", "duplicates", "excluded", "pending", "counted"], 0)
        names = {"duplicate": "duplicates"}
        for line in self.lines:
            if line.month == month:
                fen["gross" if line.side == "sale" else "refunds"] += line.fen if line.side == "sale" else -line.fen
                fen[names.get(line.verdict, line.verdict)] += line.fen
        return {name: f"{'-' if n < 0 else ''}{abs(n) // 100}.{abs(n) % 100:02}" for name, n in fen.items()}


# 5. The journal: what was done, in its order.


def replay(folder):
    setup = json.loads((folder / "setup.json").read_text("utf-8"))
    journal = json.loads((folder / "journal.json").read_text("utf-8"))
    files, ledger, live, versions = Files(folder), Ledger(setup), [], {}
    for act in journal:
        kind, month = act["act"], act.get("month")
        if kind in ("import", "undo"):
            (live.append if kind == "import" else live.remove)((act["file"], act["platform"]))
            ledger.reconcile(claims_of(files, live))
        elif kind == "order":
            ledger.order(act["id"], act["sku"], act["day"], act["fen"])
        elif kind == "refund":
            ledger.refund(act["id"], act["day"], act["fen"])
        elif kind == "decide":
            filed = next(key for key in ledger.posted if key[:2] == ("fupin832", act["filed"]))
            ledger.decide(act["entered"], filed)
        elif kind == "close":
            ledger.closed.add(month)
        elif kind == "publish":
            versions[month] = [ledger.sums(month)]
        elif kind == "restate":
            touched = ledger.restate(month)
            if bool(touched) != act["done"]:
                raise SystemExit(f"a restatement of {month} would change {sorted(touched)}")
            for other in touched & set(versions):
                versions[other].append(ledger.sums(other))
    return {"months": {month: ledger.sums(month) for month in setup["months"]}, "versions": versions}


if __name__ == "__main__":
    print(json.dumps(replay(Path(sys.argv[1])), indent=1, ensure_ascii=False))
