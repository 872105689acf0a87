#!/usr/bin/env python3
"""Lives through a random year with the program: files of all platforms in any order, late ones, refunds, undone files,
sales that two sources report, months that are closed, published and restated. Then the year is recomputed from the raw
files by recompute.py, and both must agree to the fen.

    random_year.py SEED --bangfu PROGRAM --fixtures PROGRAM --folder EMPTY_FOLDER [--rows N] [--files SHARE]

The program finds its database as always, by BANGFU_DATABASE or BANGFU_HOME; the programme `pengshui` must not be there.
"""

import argparse
import csv
import io
import json
import os
import random
import subprocess
import sys
import zipfile
from calendar import monthrange, timegm
from pathlib import Path
from xml.sax.saxutils import escape

sys.path.insert(0, str(Path(__file__).parent))
import recompute  # noqa: E402

YEAR = 2024
MONTHS = [f"{YEAR}-{month:02}" for month in range(1, 13)]
EMPTY = {"", "-", "--", "—", "/"}
# What a row of an earlier file says, before anything went back: by column.
EARLIER = {
    "douyin": {"售后状态": "-", "订单状态": "待发货"},
    "kuaishou": {"售后状态": "-", "订单状态": "待发货"},
    "weixin": {"商品售后": "-", "商品已退款金额": "-", "订单状态": "待发货"},
    "taobao": {"退款状态": "没有申请退款", "订单状态": "卖家已发货，等待买家确认"},
    "pinduoduo": {"售后状态": "无售后或售后取消", "订单状态": "待发货"},
}
# Where files say that goods go to, and other ways of saying it, or saying nothing.
PROVINCE = {"douyin": "省", "kuaishou": "收货地址-省", "weixin": "省"}
WRITTEN = ["山东", "山东省", "370000", "山东省 聊城市 东昌府区", "河南省", "内蒙古", "海外", "-", "", "***"]
NUMBER = {"douyin": "主订单编号", "taobao": "主订单编号"}


class Year:
    def __init__(self, seed, bangfu, fixtures, folder, rows, files):
        self.chance, self.rows, self.files = random.Random(seed), rows, files
        self.bangfu, self.fixtures, self.folder = bangfu, fixtures, folder
        self.environment = {**os.environ, "LC_ALL": "C.UTF-8"}
        self.journal, self.pool, self.numbers, self.orders = [], [], {}, []
        self.pairs, self.closed, self.published = {}, 0, set()

    # Programs

    def run(self, *arguments, fails=False, says_no=False, given=None):
        """What a command answers; None where it was refused and that may be."""
        done = subprocess.run(
            [self.bangfu, *arguments, "--lang", "en"], env=self.environment, capture_output=True, text=True,
            input=given)
        if done.returncode == 0 or says_no and done.returncode == 1:
            return done.stdout
        if fails and done.returncode in (1, 65):
            return None
        raise SystemExit(f"{' '.join(arguments)}: {done.returncode} {done.stderr}{done.stdout}")

    def ask(self, *arguments):
        return json.loads(self.run(*arguments, "--format", "json", says_no=True))

    def note(self, act, **facts):
        self.journal.append({"act": act, **facts})

    # The raw files

    def moment(self, month, day, hour=23):
        return timegm((int(month[:4]), int(month[5:]), 1, hour - 8, 0, 0)) + 86400 * (day - 1)

    def make_files(self, month):
        last = monthrange(YEAR, int(month[5:]))[1]
        for platform in EARLIER:
            if self.chance.random() >= self.files:
                continue
            seed, late = str(self.chance.randrange(10**6)), last + self.chance.randrange(2, 20)
            name = f"{self.moment(month, late)}_{platform}_{month}.csv"
            self.fixture(platform, name, month, seed)
            self.rewrite(platform, name, name, self.write_provinces)
            self.pool.append((month, name, platform))
            if self.chance.random() < 0.7:
                earlier = f"{self.moment(month, last)}_{platform}_{month}_earlier.csv"
                self.rewrite(platform, name, earlier, self.write_earlier)
                self.rewrite(platform, earlier, earlier, self.write_provinces)
                self.pool.append((month, earlier, platform))
            if platform == "douyin":
                cases = f"{self.moment(month, late)}_cases_{month}.csv"
                self.fixture("douyin-aftersales", cases, month, seed)
                self.pool.append((month, cases, "douyin-cases"))

    def fixture(self, kind, name, month, seed):
        encoding = ["--encoding", "gb18030"] if kind == "douyin" and self.chance.random() < 0.5 else []
        subprocess.run(
            [self.fixtures, kind, "--rows", str(self.rows), "--month", month, "--seed", seed, "--foreign",
             "--unknown", "30", "--output", str(self.folder / name), *encoding],
            check=True, capture_output=True)

    def rewrite(self, platform, name, other, change):
        """Writes a file anew, with rows that something was changed of."""
        data = (self.folder / name).read_bytes()
        try:
            data.decode("utf-8-sig")
            encoding = "utf-8-sig"
        except UnicodeDecodeError:
            encoding = "gb18030"
        header, *rows = csv.reader(io.StringIO(data.decode(encoding), newline=""))
        place = {title.strip(): n for n, title in enumerate(header)}
        text = io.StringIO(newline="")
        writer = csv.writer(text, quoting=csv.QUOTE_ALL)
        writer.writerow(header)
        writer.writerows(change(platform, rows, place, place[NUMBER.get(platform, "订单号")]))
        (self.folder / other).write_bytes(text.getvalue().encode(encoding))

    def write_provinces(self, platform, rows, place, number):
        """The rows, some of which say their province otherwise; of an order all say the same."""
        title, said = PROVINCE.get(platform), {}
        for row in rows if title else []:
            order = row[number].strip()
            if order not in said:
                said[order] = self.chance.choice(WRITTEN) if self.chance.random() < 0.5 else None
            if said[order] is not None and (platform != "weixin" or row[place[title]].strip() not in EMPTY):
                row[place[title]] = said[order]
        return rows

    def write_earlier(self, platform, rows, place, number):
        """The same file some days before: orders that are missing, refunds that nobody has asked for yet."""
        missing = {row[number] for row in rows if self.chance.random() < 0.15}
        back = {row[number] for row in rows if self.chance.random() < 0.6}
        for row in rows:
            if row[number] in missing:
                continue
            if row[number] in back and not self.is_unpaid(platform, row, place):
                if platform == "taobao" and "退款成功" in row[place["退款状态"]]:
                    whole = float(row[place["买家实付金额"]]) + float(row[place["退款金额"]])
                    row[place["买家实付金额"]], row[place["退款金额"]] = f"{whole:.2f}", "0.00"
                for title, word in EARLIER[platform].items():
                    if row[place[title]].strip() not in EMPTY:
                        row[place[title]] = word
            yield row

    def is_unpaid(self, platform, row, place):
        status = "订单状态"
        return row[place[status]].strip() in ("待付款", "等待买家付款") or platform == "douyin" and (
            row[place["支付完成时间"]].strip() in EMPTY)

    def make_canteens(self, month):
        """Orders of canteens, some of which the file of 832平台 reports, too; as a workbook."""
        rows = [["订单编号", "下单时间", "付款时间", "订单状态", "采购单位", "商品编码", "商品名称", "规格", "数量", "金额",
                 "运费", "退款金额", "收货地址"]]
        for n in range(5):
            sku, price = self.chance.choice([("YC02", 13800), ("BC01", 12800), ("YC01", 8600), ("SF02", 4500)])
            pieces, day = self.chance.randrange(20, 400), self.chance.randrange(1, 27)
            order = f"832{month.replace('-', '')}{n:04}"
            is_entered, is_filed = n < 4, n > 0
            if is_entered:
                self.orders.append({
                    "id": order, "sku": sku, "pieces": pieces, "day": f"{month}-{day:02}", "fen": pieces * price,
                    "month": month, "is_late": self.chance.random() < 0.2})
            if is_filed:
                later = min(27, day + self.chance.randrange(2))
                back = pieces * price // 3 if self.chance.random() < 0.2 else 0
                at = f"{month}-{later:02} 10:00:00"
                rows.append([order, at, at, "已完成", "聊城第一中学", sku, sku, "", str(pieces),
                             f"{pieces * price / 100:.2f}", "0", f"{back / 100:.2f}" if back else "",
                             self.chance.choice(WRITTEN)])
            if is_entered and is_filed:
                self.pairs[order] = month
        name = f"{self.moment(month, 28)}_832_{month}.xlsx"
        write_workbook(self.folder / name, rows)
        self.pool.append((month, name, "fupin832"))

    # What people do

    def set_up(self):
        self.run("setup", "--catalogue", "pengshui")
        for sku in ("YC02", "BC01", "YC01", "SF02"):
            self.run("stock", "receive", sku, "90000", "--cost", "1")
        skus = ["BC01", "BC02", "BC03", "YC01", "YC02", "HS02", "HS03", "SF02", "FM01", "MX02", "LR01", "JL02"]
        certificates = []
        for sku in self.chance.sample(skus, 9):
            first = f"{YEAR - 1}-{self.chance.randrange(1, 13):02}-15"
            last = f"{YEAR + self.chance.randrange(2)}-{self.chance.randrange(1, 13):02}-11"
            certificates.append({"sku": sku, "from": first, "to": last})
        table = "货号,认定编号,有效期起,有效期至,批次\n" + "".join(
            f"{c['sku']},RD-{n},{c['from']},{c['to']},第{n}批\n" for n, c in enumerate(certificates))
        (self.folder / "certificates.csv").write_text(table, "utf-8")
        self.run("certificate", "import", str(self.folder / "certificates.csv"))
        since = f"{YEAR}-{self.chance.randrange(3, 9):02}-{self.chance.randrange(1, 28):02}"
        self.run("rules", "set", "--from", since, "--certificates", "required", "--reason", "a letter", "--yes")
        later = f"{YEAR}-{self.chance.randrange(9, 12):02}-{self.chance.randrange(1, 28):02}"
        self.run("rules", "set", "--from", later, "--province", "山东", "--province", "内蒙古", "--reason", "two", "--yes")
        products = {p["sku"]: {"origin": p["origin"]} for p in self.ask("product", "list")}
        setup = {"county": "彭水", "months": [f"{YEAR}-{m:02}" for m in range(1, 13)] + [f"{YEAR + 1}-01"],
                 "products": products, "certificates": certificates,
                 "channels": {row["code"]: row["province"] or None for row in self.ask("channel", "list")},
                 "rules": [{"from": since, "certificates": "required", "provinces": None},
                           {"from": later, "certificates": "required", "provinces": ["山东", "内蒙古"]}]}
        (self.folder / "setup.json").write_text(json.dumps(setup, ensure_ascii=False), "utf-8")

    def import_some(self, share):
        """Imports some of the files that are there by one command, in any order, which is that of their names there."""
        self.chance.shuffle(self.pool)
        files = [file for file in self.pool if self.chance.random() < share]
        if not files:
            return
        self.pool = [file for file in self.pool if file not in files]
        done = self.ask("import", *(str(self.folder / name) for _, name, _ in files), "--yes")
        if any(table["rejected"] for table in done if isinstance(done, list)):
            raise SystemExit(f"rows are rejected: {done}")
        for file in files:
            self.numbers[file[1]] = file
            self.note("import", file=file[1], platform=file[2])

    def undo_one(self):
        undoable = sorted(name for name, file in self.numbers.items() if file[2] != "fupin832")
        if not undoable:
            return
        name = self.chance.choice(undoable)
        number = next(
            row["import"] for row in self.ask("import", "list")
            if row["file"].endswith(name) and row["state"] == "live")
        if self.run("import", "undo", str(number), "--yes", fails=True) is not None:
            self.pool.append(self.numbers.pop(name))
            self.note("undo", file=name, platform=self.pool[-1][2])

    def enter_orders(self, month):
        entered = []
        for order in self.orders:
            if "document" in order or order["month"] > month or order["is_late"] and order["month"] == month:
                continue
            order["document"] = None
            entered.append(order)
        lines = "".join(json.dumps({
            "channel": "canteen", "buyer": "LCYZ", "line": [f"{order['sku']}:{order['pieces']}"],
            "at": f"{order['day']}T09:00:00"}) + "\n" for order in entered)
        answers = self.run("order", "enter", "-", "--format", "json", given=lines).splitlines() if entered else []
        for order, answer in zip(entered, answers, strict=True):
            order["document"] = json.loads(answer)["document"]
            self.note("order", **{key: order[key] for key in ("id", "sku", "day", "fen")})
            if self.chance.random() < 0.2:
                back = self.chance.randrange(1, order["pieces"])
                day = f"{order['month']}-28"
                self.run("order", "refund", str(order["document"]), "--line", f"1:{back}", "--reason", "spoiled",
                         "--at", f"{day}T12:00:00", "--yes")
                self.note("refund", id=order["id"], day=day, fen=order["fen"] // order["pieces"] * back)

    def decide_some(self, share):
        """Decides of what the search finds those that are one; what is none may stay undecided."""
        if not self.pairs:
            return
        self.run("duplicates", "find", "--from", MONTHS[0] + "-01", "--to", MONTHS[-1] + "-31")
        known = {str(order["document"]): order["id"] for order in self.orders if "document" in order}
        for group in self.ask("duplicates", "list"):
            if group["sources"] != "canteen entered, fupin832" or int(group["many"]) != 2:
                continue
            sales = self.ask("duplicates", "show", str(group["group"]))
            orders = {sale["source"]: str(sale["order"]) for sale in sales}
            entered, filed = known.get(orders["canteen entered"]), orders["fupin832"]
            if entered == filed and self.chance.random() < share:
                self.run("duplicates", "decide", str(group["group"]), "same", "--reason", "one delivery")
                self.note("decide", entered=entered, filed=filed)
                self.pairs.pop(filed)

    def close(self, until):
        while self.closed < until:
            points = self.ask("month", "status", MONTHS[self.closed])
            signed = [word for point in points for word in ("--sign", point["key"] + "=known")]
            self.run("month", "close", MONTHS[self.closed], "--yes", *signed)
            self.note("close", month=MONTHS[self.closed])
            self.closed += 1

    def publish_some(self, share):
        for month in MONTHS[: self.closed]:
            if month not in self.published and self.chance.random() < share:
                self.run("figure", "publish", month)
                self.published.add(month)
                self.note("publish", month=month)

    def restate(self, month):
        done = self.run("month", "restate", month, "--reason", "it came late", "--yes", fails=True) is not None
        self.note("restate", month=month, done=done)
        return done

    # The end

    def compare(self):
        (self.folder / "journal.json").write_text(json.dumps(self.journal, ensure_ascii=False), "utf-8")
        expected, wrong = recompute.replay(self.folder), []
        for month, sums in expected["months"].items():
            said = {row["step"]: row["amount"] for row in self.ask("report", "waterfall", month)
                    if row["section"] == "bridge"}
            told = {name: amount.lstrip("-") if name not in ("gross", "counted") else amount
                    for name, amount in said.items()}
            if told != {name: amount.lstrip("-") if name not in ("gross", "counted") else amount
                        for name, amount in sums.items()}:
                wrong.append(f"{month}: {said}, recomputed {sums}")
        for month, versions in expected["versions"].items():
            for number, sums in enumerate(versions, 1):
                said = self.ask("figure", "show", month, "--version", str(number))["headline"]
                if said != sums:
                    wrong.append(f"{month} version {number}: {said}, recomputed {sums}")
        if wrong:
            raise SystemExit("\n".join(wrong))
        return expected

    def live(self):
        self.set_up()
        for number, month in enumerate(MONTHS, 1):
            self.make_files(month)
            if self.chance.random() < self.files:
                self.make_canteens(month)
            self.enter_orders(month)
            self.import_some(0.7)
            if self.chance.random() < 0.5:
                self.undo_one()
            if self.chance.random() < 0.6:
                self.decide_some(0.7)
            if self.chance.random() < 0.7:
                self.close(number)
                self.publish_some(0.7)
            if self.closed and self.chance.random() < 0.5:
                self.restate(self.chance.choice(MONTHS[: self.closed]))
        self.enter_orders(f"{YEAR + 1}-01")
        self.close(len(MONTHS))
        self.import_some(1.1)
        self.compare()
        self.decide_some(1.1)
        self.publish_some(1.1)
        for month in MONTHS:
            while self.restate(month):
                pass
        return self.compare()


def write_workbook(path, rows):
    """The least that is a workbook, with cells of text."""
    parts = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default '
        'Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default '
        'Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/'
        'vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" '
        'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>',
        "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship '
        'Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
        'Target="xl/workbook.xml"/></Relationships>',
        "xl/_rels/workbook.xml.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" '
        'Target="worksheets/sheet1.xml"/></Relationships>',
        "xl/workbook.xml": '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r='
        '"http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="订单" sheetId="1" '
        'r:id="r1"/></sheets></workbook>',
        "xl/worksheets/sheet1.xml": '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        "<sheetData>" + "".join(
            f'<row r="{n}">' + "".join(
                f'<c r="{chr(65 + m)}{n}" t="inlineStr"><is><t>{escape(cell)}</t></is></c>'
                for m, cell in enumerate(row)) + "</row>"
            for n, row in enumerate(rows, 1)) + "</sheetData></worksheet>",
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as book:
        for name, text in parts.items():
            book.writestr(name, '<?xml version="1.0" encoding="UTF-8"?>' + text)


def main():
    options = argparse.ArgumentParser()
    options.add_argument("seed", type=int)
    for name in ("bangfu", "fixtures", "folder"):
        options.add_argument("--" + name, required=True)
    options.add_argument("--rows", type=int, default=30)
    options.add_argument("--files", type=float, default=0.75, help="how many of all months and platforms have a file")
    given = options.parse_args()
    folder = Path(given.folder)
    year = Year(given.seed, given.bangfu, given.fixtures, folder, given.rows, given.files)
    sums = year.live()
    gross = sum(float(month["gross"]) for month in sums["months"].values())
    versions = sum(map(len, sums["versions"].values()))
    print(f"seed {given.seed}: {len(year.journal)} acts, gross {gross:.2f}, {versions} versions agree to the fen")


if __name__ == "__main__":
    main()
