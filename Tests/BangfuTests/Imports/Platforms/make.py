#!/usr/bin/env python3
"""Writes the raw files of every platform and what a right program must make of them.

Standard library only; the same bytes at every run (no clock, no chance). What a file tells is kept beside its
bytes as rows of text; the oracle reads those rows by the rules of docs/reference/profiles.md, in Decimal, and a second computation in
whole fen (section 4) must agree with it.

Sections: 1 values, 2 containers, 3 the oracle, 4 the second computation, 5 to 12 a platform each, 13 the end.
"""

import calendar
import csv
import gzip
import html
import io
import re
import shutil
import unicodedata
import zipfile
from collections import defaultdict
from dataclasses import dataclass, field, replace
from decimal import ROUND_HALF_UP, Decimal as D
from datetime import date, datetime, timedelta
from pathlib import Path

HERE = Path(__file__).resolve().parent

ORIGIN_ELSEWHERE = {"AJ01"}
SEED = set(
    "BC01 BC02 BC03 BC04 HS01 HS02 HS03 HS04 SF01 SF02 DF01 DF02 YC01 YC02 YC03 YC04 JL01 JL02 MX01 MX02 MX03 "
    "FM01 LR01 AJ01".split()
)
NAMES = {
    "BC01": "彭水苦荞茶礼盒", "BC02": "苗家油茶汤料", "BC03": "土家年货大礼包", "BC04": "郁山擀酥饼", "HS01": "彭水红薯",
    "HS02": "晶丝苕粉", "HS03": "红薯粉丝", "HS04": "苕粉小袋", "SF01": "豆腐乳", "SF02": "鲜香菇酱", "DF01": "高山大米",
    "DF02": "杂粮包", "YC01": "野生菌干", "YC02": "竹荪礼盒", "YC03": "木耳袋装", "YC04": "黄花菜", "JL01": "辣椒酱",
    "JL02": "七跃山蜂蜜", "MX01": "猕猴桃干", "MX02": "晒醉李礼盒", "MX03": "紫苏油礼盒", "FM01": "蜂蜜小瓶",
    "LR01": "老腊肉", "AJ01": "东阿阿胶糕",
}


# ---------------------------------------------------------------------------------------------------------------
# 1. Values

EMPTY = {"", "-", "--", "—", "——", "/", "无"}


class Reject(Exception):
    """A row that cannot be read: the column as the file spells it, and the reason."""

    def __init__(self, column, reason):
        super().__init__(column, reason)
        self.column, self.reason = column, reason


class Loose(str):
    """A cell that the writer of a CSV does not quote, whatever is in it."""


def clean(cell):
    """The cell without blanks and without the marks that force a spreadsheet to keep text."""
    text = str(cell).strip(" \t\u00a0\u3000\ufeff")
    if text.startswith('="') and text.endswith('"'):
        text = text[2:-1]
    if text[:1] in ("'", "`"):
        text = text[1:]
    text = text.strip(" \t\u00a0\u3000")
    return "" if text in EMPTY else text


def canonical(header):
    text = unicodedata.normalize("NFKC", header).replace("帐", "账")
    return "".join(text.split()).lower()


def parse_money(text):
    """Decimal yuan, or None where the text is no amount."""
    negative = re.fullmatch(r"[(（](.*)[)）]", text)
    body = negative.group(1) if negative else text
    body = re.sub(r"[¥￥元,，\s]", "", body)
    if not re.fullmatch(r"[-+]?\d+(\.\d+)?", body):
        return None
    amount = D(body).quantize(D("0.01"), ROUND_HALF_UP)
    return -amount if negative else amount


def parse_time(text, slashes):
    """`YYYY-MM-DD HH:MM:SS`; with `slashes` also 2026/10/6 8:05 and 2026/10/24 15:30:15."""
    found = re.fullmatch(r"(\d{4})-(\d\d)-(\d\d) (\d\d):(\d\d):(\d\d)", text)
    if not found and "/" in text:
        if not slashes:
            raise ValueError("time_reformatted")
        found = re.fullmatch(r"(\d{4})/(\d{1,2})/(\d{1,2}) (\d{1,2}):(\d\d)(?::(\d\d))?", text)
    if not found:
        raise ValueError("time_malformed")
    try:
        return datetime(*(int(part or 0) for part in found.groups())).strftime("%Y-%m-%d %H:%M:%S")
    except ValueError:
        raise ValueError("time_impossible") from None


def parse_day(text):
    found = re.fullmatch(r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})", text)
    if not found:
        raise ValueError("time_malformed")
    try:
        return date(*map(int, found.groups())).isoformat()
    except ValueError:
        raise ValueError("time_impossible") from None


def epoch(local):
    """Seconds since 1970 of a time in Asia/Shanghai."""
    return calendar.timegm(datetime.strptime(local, "%Y-%m-%d %H:%M:%S").timetuple()) - 8 * 3600


def stamped(local, rest):
    return f"{epoch(local)}_{rest}"


def snapshot_day(seconds):
    return (datetime(1970, 1, 1) + timedelta(seconds=seconds + 8 * 3600)).date().isoformat()


def share(goods, cash, base):
    return (goods * cash / base).quantize(D("0.01"), ROUND_HALF_UP)


def plain(number):
    text = format(D(number), "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def yuan(amount):
    return format(amount.quantize(D("0.01")), "f")


# ---------------------------------------------------------------------------------------------------------------
# 2. Containers

@dataclass
class Table:
    """A sheet: what stands above the header, the header, and the rows below it."""

    header: list
    rows: list                       # dicts of cells by header, or lists of cells: totals, notes, signatures
    above: list = field(default_factory=list)   # lists of cells
    name: str = "Sheet1"
    merges: list = field(default_factory=list)
    mode: str = "shared"             # shared, inline, entity
    dimension: str = ""              # "" = the true one

    def grid(self):
        width = len(self.header)
        body = [[row[h] for h in self.header] if isinstance(row, dict) else row for row in self.rows]
        return [*self.above, self.header, *(list(row) + [""] * (width - len(row)) for row in body)]

    def data(self):
        return [row for row in self.rows if isinstance(row, dict)]


def quoted(text):
    return '"' + text.replace('"', '""') + '"'


def quoted_if_needed(text):
    if isinstance(text, Loose) or not re.search(r'[",\r\n]', text):
        return str(text)
    return quoted(text)


def tab_led(text):
    """抖店: text is quoted and led by a TAB, amounts are bare."""
    if isinstance(text, Loose) or re.fullmatch(r"\d{1,7}(\.\d+)?", text):
        return str(text)
    return quoted("\t" + text)


def tab_trailed(text):
    """拼多多: everything is quoted and trailed by a TAB; an order number has its TAB after the closing quote."""
    if isinstance(text, Loose):
        return str(text)
    if re.fullmatch(r"\d{6}-\d{14}[02468]", text):
        return quoted(text) + "\t"
    return quoted(text + "\t")


def equals_quoted(text):
    """Old 淘宝: long numbers as ="…", now bare, now quoted once more by a correct CSV writer."""
    if isinstance(text, Loose) or not re.fullmatch(r"\d{9,}", text):
        return quoted_if_needed(text)
    forced = f'="{text}"'
    return forced if int(text[-1]) % 2 else quoted(forced)


def csv_bytes(table, encoding="utf-8", bom=False, eol="\r\n", cell=quoted_if_needed, header_cell=quoted_if_needed):
    lines = []
    for row in table.grid():
        write = header_cell if row is table.header or row in table.above else cell
        lines.append(",".join(write(text) for text in row))
    text = eol.join(lines) + eol
    return ("\ufeff" + text if bom else text).encode(encoding)


def column_letters(index):
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


class SharedStrings:
    def __init__(self):
        self.places, self.count = {}, 0

    def place(self, text):
        self.count += 1
        return self.places.setdefault(text, len(self.places))

    def xml(self):
        items = "".join(f'<si><t xml:space="preserve">{html.escape(t, False)}</t></si>' for t in self.places)
        return (
            f'{XML}<sst xmlns="{MAIN}" count="{self.count}" uniqueCount="{len(self.places)}">{items}</sst>'
        )


XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def cell_xml(place, value, mode, strings):
    if value == "":
        return ""
    if isinstance(value, (int, D)):
        return f'<c r="{place}"><v>{value}</v></c>'
    if mode == "shared":
        return f'<c r="{place}" t="s"><v>{strings.place(value)}</v></c>'
    text = html.escape(value, False).replace("\t", "&#9;")
    if mode == "entity":
        text = "".join(f"&#{ord(c)};" if ord(c) > 127 else c for c in text)
    return f'<c r="{place}" t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'


def sheet_xml(table, strings):
    grid = table.grid()
    rows = []
    for number, row in enumerate(grid, 1):
        cells = (cell_xml(f"{column_letters(i)}{number}", v, table.mode, strings) for i, v in enumerate(row))
        rows.append(f'<row r="{number}">{"".join(cells)}</row>')
    true_dimension = f"A1:{column_letters(max(map(len, grid)) - 1)}{len(grid)}"
    merges = "".join(f'<mergeCell ref="{ref}"/>' for ref in table.merges)
    merged = f'<mergeCells count="{len(table.merges)}">{merges}</mergeCells>' if merges else ""
    return (
        f'{XML}<worksheet xmlns="{MAIN}"><dimension ref="{table.dimension or true_dimension}"/>'
        f'<sheetData>{"".join(rows)}</sheetData>{merged}</worksheet>'
    )


def xlsx_bytes(*tables):
    strings = SharedStrings()
    sheets = [sheet_xml(table, strings) for table in tables]
    parts = {
        "[Content_Types].xml": f'{XML}<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument'
        '.spreadsheetml.sheet.main+xml"/>'
        + "".join(
            f'<Override PartName="/xl/worksheets/sheet{n}.xml" ContentType="application/vnd.openxmlformats-'
            'officedocument.spreadsheetml.worksheet+xml"/>'
            for n in range(1, len(sheets) + 1)
        )
        + '<Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument'
        '.spreadsheetml.sharedStrings+xml"/></Types>',
        "_rels/.rels": f'{XML}<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" '
        f'Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'{XML}<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>'
        + "".join(
            f'<sheet name="{html.escape(table.name)}" sheetId="{n}" r:id="rId{n}"/>'
            for n, table in enumerate(tables, 1)
        )
        + "</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": f'{XML}<Relationships xmlns="{PACKAGE}/relationships">'
        + "".join(
            f'<Relationship Id="rId{n}" Type="{OFFICE}/worksheet" Target="worksheets/sheet{n}.xml"/>'
            for n in range(1, len(sheets) + 1)
        )
        + f'<Relationship Id="rId{len(sheets) + 1}" Type="{OFFICE}/sharedStrings" Target="sharedStrings.xml"/>'
        "</Relationships>",
        "xl/sharedStrings.xml": strings.xml(),
    }
    for number, sheet in enumerate(sheets, 1):
        parts[f"xl/worksheets/sheet{number}.xml"] = sheet
    return zip_bytes({name: text.encode() for name, text in parts.items()})


class GBKName(zipfile.ZipInfo):
    """A member whose name is GBK, with no flag that says so (a reader that trusts the flag sees cp437)."""

    def _encodeFilenameFlags(self):
        return self.filename.encode("gbk"), self.flag_bits & ~0x800


def zip_bytes(members):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in members.items():
            info = GBKName(name, (2026, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, data)
    return buffer.getvalue()


def gzip_bytes(data):
    return gzip.compress(data, mtime=0)


def html_bytes(table, encoding="gb18030"):
    """What 淘宝 calls .xls: an HTML table; blanks are &nbsp;."""
    def line(tag, cells):
        style = " style=\"vnd.ms-excel.numberformat:@\"" if tag == "td" else ""
        return "<tr>" + "".join(f"<{tag}{style}>{html.escape(c) or '&nbsp;'}</{tag}>" for c in cells) + "</tr>"

    grid = table.grid()
    body = [line("th", grid[0]), *(line("td", row) for row in grid[1:])]
    return (
        '<html xmlns:x="urn:schemas-microsoft-com:office:excel">\r\n<head>\r\n'
        '<meta http-equiv="Content-Type" content="text/html; charset=gb2312">\r\n</head>\r\n<body>\r\n'
        '<table border="1">\r\n' + "\r\n".join(body) + "\r\n</table>\r\n</body>\r\n</html>\r\n"
    ).encode(encoding)


# What stands in columns that nobody counts. Every person is invented: 虚构 in each name and address, and telephone
# numbers that begin with 1000000.

SURNAMES = "赵钱孙李周吴郑王冯陈褚卫"
FILLER = {
    "支付方式": "微信", "省": "山东省", "市": "聊城市", "区": "东昌府区", "收货地址-省": "山东省", "收货地址-市": "聊城市",
    "收货地址-区": "东昌府区", "是否修改过地址": "否", "APP渠道": "抖音", "流量来源": "精选联盟", "订单类型": "普通订单",
    "达人ID": "0", "是否安心购": "否", "快递公司": "顺丰速运", "物流公司": "顺丰速运", "是否平台仓自流转": "否",
    "退款方式": "原路退回", "是否极速退款": "否", "渠道": "自营", "是否预售": "否", "带货方式": "自营", "是否分期": "否",
    "购买类型": "食堂", "收款方式": "微信",
}


def person(header, number):
    """The invented person of a personal column; None for any other column."""
    name = SURNAMES[number % len(SURNAMES)] + "虚构"
    telephone = f"1000000{number % 10000:04d}"
    if header in ("是否修改过地址", "收货地址-省", "收货地址-市", "收货地址-区", "仓库地址", "服务门店地址"):
        return None
    if re.search(r"电话|手机", header):
        return telephone
    if re.search(r"姓名|^收件人$|买家昵称|操作人", header):
        return name
    if header.endswith("昵称"):
        return "虚构主播"
    if header == "买家ID":
        return f"虚构买家{number}"
    if re.search(r"地址修改时段|退货物流|发货物流|物流", header):
        return None
    if re.search(r"地址|街道", header):
        return f"虚构路{number}号{name}"
    if re.search(r"留言|备注$|消费者资料$|联系方式备注|用户售后说明|具体描述|申请描述|协商记录", header):
        return f"联系{name} {telephone}"
    return None


def filled(header, number, blank, values):
    """A whole row: the given cells, invented persons, fillers, else the empty spelling of the place."""
    unknown = set(values) - set(header)
    assert not unknown, unknown
    row = {}
    for column in header:
        cell = values.get(column)
        if cell is None:
            cell = person(column, number) or FILLER.get(column) or blank
        row[column] = cell
    return row


# ---------------------------------------------------------------------------------------------------------------
# 3. The oracle

@dataclass(frozen=True)
class Claim:
    order: str
    line: str
    item: str
    listing: str
    quantity: D
    goods: D
    cash: D
    freight: D
    paid_at: str
    refund: str = "none"             # none, full, part, amount_unknown, status_unknown
    refunded: D = D(0)
    signed: bool = False
    numbered: bool = False           # equal lines of an order are told apart by #2, #3 …

    @property
    def key(self):
        return self.order, self.line

    @property
    def told(self):
        """The cash that the order file says went back."""
        return {"full": self.cash, "part": self.refunded}.get(self.refund, D(0))


@dataclass(frozen=True)
class AfterSale:
    number: str
    order: str
    line: str
    item: str
    cash: D
    back_at: str
    state: str                       # back, open, nothing, unknown


class Row:
    """The cells of one row by canonical header; each says what is wrong with it."""

    def __init__(self, cells):
        self.cells = cells
        self.titles = {canonical(header): header for header in cells}

    def title(self, header):
        return self.titles[canonical(header)]

    def text(self, header):
        return clean(self.cells[self.title(header)])

    def first(self, *headers):
        return next((text for text in map(self.text, headers) if text), "")

    def id(self, header):
        text = self.text(header)
        if not text:
            raise Reject(self.title(header), "cell_missing")
        if re.fullmatch(r"\d+\.0", text):
            text = text[:-2]
        if re.fullmatch(r"\d+(\.\d+)?[eE][-+]?\d+", text):
            raise Reject(self.title(header), "id_scientific")
        if not re.fullmatch(r"[!-~]+", text) or "," in text:
            raise Reject(self.title(header), "id_malformed")
        return text

    def money(self, header, needed=False):
        text = self.text(header)
        if not text:
            if needed:
                raise Reject(self.title(header), "cell_missing")
            return D("0.00")
        amount = parse_money(text)
        if amount is None:
            raise Reject(self.title(header), "cell_not_an_amount")
        return amount

    def quantity(self, header, places=0):
        text = self.text(header).replace(",", "")
        found = re.fullmatch(r"-?\d+(?:\.(\d+?)0*)?", text)
        if not found or len((found.group(1) or "").rstrip("0")) > places:
            raise Reject(self.title(header), "cell_not_a_measure" if places else "cell_not_pieces")
        return D(text)

    def time(self, header, slashes=False):
        text = self.text(header)
        try:
            return parse_time(text, slashes) if text else ""
        except ValueError as error:
            raise Reject(self.title(header), str(error)) from None

    def first_time(self, *headers):
        return next((time for time in map(self.time, headers) if time), "")

    def day(self, header):
        text = self.text(header)
        if not text:
            raise Reject(self.title(header), "cell_missing")
        try:
            return parse_day(text)
        except ValueError as error:
            raise Reject(self.title(header), str(error)) from None


def joined(first, spec):
    return first + ("/" + spec if spec else "")


class Folder:
    """All files of a platform, and what they tell together."""

    def __init__(self, name):
        self.name = name
        self.files = {}                          # name: bytes
        self.tables = {}                         # name: tables, for whoever reads the files again
        self.claims = defaultdict(list)          # key: (snapshot, claim)
        self.after_sales = defaultdict(list)     # number: (snapshot, after-sale)
        self.rejects = []

    def add(self, name, data, tables, read, aside=(), like=None):
        """Adds a file; `read` makes claims and after-sales of one Row; `aside` are rejects known by hand; `like` is what
        of a Row makes it equal to another, where equal lines are numbered: those equal to a rejected one wait for it."""
        assert name not in self.files
        self.files[name], self.tables[name] = data, tables
        snapshot = int(re.match(r"\d{10}(?=[_.-])", name).group())
        found, rejected = [], set()
        if like:
            for table in tables:
                for cells in table.data():
                    try:
                        read(Row(cells), table)
                    except Reject:
                        rejected.add((table.name, like(Row(cells))))
        for table in tables:
            for cells in table.data():
                if any(isinstance(c, Loose) and "," in c for c in cells.values()):
                    self.rejects.append((name, "", "row_field_count"))
                    continue
                try:
                    told = read(Row(cells), table)
                    if like and (table.name, like(Row(cells))) in rejected:
                        raise Reject("", "line_like_rejected")
                    found += told
                except Reject as reject:
                    self.rejects.append((name, reject.column, reject.reason))
        claims = numbered([each for each in found if isinstance(each, Claim)])
        seen = set()
        for claim in claims:
            assert claim.key not in seen, ("twice in a file", claim.key)
            seen.add(claim.key)
            self.claims[claim.key].append((snapshot, claim))
        for each in found:
            if isinstance(each, AfterSale):
                self.after_sales[each.number].append((snapshot, each))

    def newest_claims(self):
        return {key: newest(told) for key, told in self.claims.items()}

    def newest_after_sales(self):
        return {number: newest(told) for number, told in self.after_sales.items()}


def newest(told):
    snapshots = [snapshot for snapshot, _ in told]
    assert len(set(snapshots)) == len(snapshots), ("two snapshots of one time", told)
    return max(told, key=lambda pair: pair[0])[1]


def numbered(claims):
    """Tells equal lines of an order apart: the dearest first, then the one of most pieces, then as they stand."""
    equal = defaultdict(list)
    for place, claim in enumerate(claims):
        equal[claim.key].append((-claim.goods, -claim.quantity, place))
    result = list(claims)
    for places in equal.values():
        for count, (_, _, place) in enumerate(sorted(places), 1):
            claim = claims[place]
            if count > 1:
                assert claim.numbered, ("equal lines", claim.key)
                result[place] = replace(claim, line=f"{claim.line}#{count}")
    return result


def line_named(after_sale, claims):
    """The key of the one line that an after-sale names; None where it must wait."""
    if after_sale.line:
        key = after_sale.order, after_sale.line
        return key if key in claims else None
    named = [c.key for c in claims.values() if (c.order, c.item) == (after_sale.order, after_sale.item)]
    return named[0] if len(named) == 1 else None


def verdict(claim, after_sales):
    reasons = []
    if claim.listing not in SEED:
        reasons.append(("pending", "listing_unknown"))
    if claim.refund == "status_unknown" or any(a.state == "unknown" for a in after_sales):
        reasons.append(("pending", "status_unknown"))
    if claim.refund == "amount_unknown" and not any(a.state == "back" for a in after_sales):
        reasons.append(("pending", "refund_amount_unknown"))
    if claim.listing in ORIGIN_ELSEWHERE:
        reasons.append(("excluded", "origin"))
    assert len(reasons) <= 1, ("the rules do not say which comes first", claim, reasons)
    return reasons[0] if reasons else ("counted", "eligible")


def told_on(claim, history):
    """The day of the earliest file that tells at least what the newest tells."""
    days = [
        snapshot_day(snapshot)
        for snapshot, older in sorted(history, key=lambda pair: pair[0])
        if older.told >= claim.told and older.refund in ("full", "part")
    ]
    return days[0]


def refunds(claim, history, after_sales):
    """What goes back, as {day: [quantity, goods]}."""
    by_day = defaultdict(lambda: [D(0), D(0)])
    cash_left, goods_left, whole = claim.cash, claim.goods, False

    def take(day, cash):
        nonlocal cash_left, goods_left, whole
        if whole:
            return
        cash = min(cash, cash_left)
        whole = cash == cash_left
        goods = goods_left if whole else min(share(claim.goods, cash, claim.cash), goods_left)
        cash_left -= cash
        goods_left -= goods
        if goods or whole:
            by_day[day][0] += claim.quantity if whole else 0
            by_day[day][1] += goods

    back = sorted((a.back_at, a.number, a.cash) for a in after_sales if a.state == "back")
    for back_at, _, cash in back:
        assert back_at and (cash > 0 or claim.cash == 0)
        take(back_at[:10], cash)
    returned = claim.cash - cash_left
    if claim.refund == "full" or (claim.refund == "part" and claim.told > returned):
        take(told_on(claim, history), claim.told - returned)
    return by_day


def posted(folder):
    """The lines: (order, line, side, day, quantity, amount, verdict, rule)."""
    claims = folder.newest_claims()
    of_claim = defaultdict(list)
    for after_sale in folder.newest_after_sales().values():
        of_claim[line_named(after_sale, claims)].append(after_sale)
    lines = []
    for key, claim in claims.items():
        if not claim.paid_at or claim.signed:  # a signed agreement is no sale
            continue
        judged = verdict(claim, of_claim[key])
        known = claim.listing in SEED
        lines.append((*key, "sale", claim.paid_at[:10], claim.quantity if known else D(0), claim.goods, *judged))
        for day, (quantity, goods) in refunds(claim, folder.claims[key], of_claim[key]).items():
            assert day >= claim.paid_at[:10], ("goes back before it was sold", claim, day)
            lines.append((*key, "refund", day, -quantity if known else D(0), -goods, *judged))
    return lines


def months(lines):
    sums = defaultdict(lambda: defaultdict(D))
    for _, _, side, day, _, amount, judged, _ in lines:
        month = sums[day[:7]]
        month["gross" if side == "sale" else "refunds"] += amount if side == "sale" else -amount
        month[judged] += amount
    for month in sums.values():
        assert month["gross"] - month["refunds"] - month["excluded"] - month["pending"] == month["counted"]
    return sums


# ---------------------------------------------------------------------------------------------------------------
# 4. The second computation: whole fen, one claim at a time, from the texts of the expected files

def fen(text):
    return int(D(text) * 100)


def check_again(folder, claim_rows, after_sale_rows, line_rows, month_rows):
    """Computes the lines again from claims.csv and aftersales.csv, and the months from lines.csv."""
    items = {key: claim.item for key, claim in folder.newest_claims().items()}
    again = []
    for order, line, listing, quantity, goods, cash, _, paid_at, refund, refunded, signed in claim_rows:
        if paid_at == "" or signed == "t":
            continue
        mine = [
            row for row in after_sale_rows
            if row[1] == order
            and (row[2] == line if row[2] else row[3] == items[order, line]
                 and sum(items[k] == row[3] for k in items if k[0] == order) == 1)
        ]
        again += lines_again(
            order, line, listing, quantity if listing in SEED else "0", fen(goods), fen(cash), paid_at, refund,
            fen(refunded or "0"), mine, folder.claims[order, line])
    assert sorted(again) == sorted(tuple(row) for row in line_rows), (
        folder.name, set(again) ^ {tuple(row) for row in line_rows})
    for month, gross, back, excluded, pending, counted in month_rows:
        in_month = [row for row in line_rows if row[3].startswith(month)]
        assert fen(gross) == sum(fen(row[5]) for row in in_month if row[2] == "sale")
        assert -fen(back) == sum(fen(row[5]) for row in in_month if row[2] == "refund")
        for word, amount in (("excluded", excluded), ("pending", pending), ("counted", counted)):
            assert fen(amount) == sum(fen(row[5]) for row in in_month if row[6] == word)
        assert fen(gross) - fen(back) - fen(excluded) - fen(pending) == fen(counted)


def lines_again(order, line, listing, quantity, goods, base, paid_at, refund, refunded, mine, history):
    states = {row[6] for row in mine}
    if listing not in SEED:
        rule = "pending", "listing_unknown"
    elif refund == "status_unknown" or "unknown" in states:
        rule = "pending", "status_unknown"
    elif refund == "amount_unknown" and "back" not in states:
        rule = "pending", "refund_amount_unknown"
    else:
        rule = ("excluded", "origin") if listing == "AJ01" else ("counted", "eligible")
    steps = [(row[5][:10], fen(row[4])) for row in sorted(mine, key=lambda r: (r[5], r[0])) if row[6] == "back"]
    told = base if refund == "full" else refunded if refund == "part" else -1
    beyond = told - min(base, sum(cash for _, cash in steps))
    if beyond > 0 or (refund == "full" and not steps and base == 0):
        first = min(s for s, c in history if c.refund in ("full", "part") and int(c.told * 100) >= told)
        steps.append((snapshot_day(first), beyond))
    totals, running, taken = {}, 0, 0
    for day, cash in steps:
        before, running = running, min(base, running + cash)
        if base and before == base:
            continue
        ended = running == base
        part = goods - taken if ended else min(goods - taken, (2 * goods * (running - before) + base) // (2 * base))
        taken += part
        old = totals.get(day, (0, False))
        totals[day] = (old[0] + part, old[1] or ended)
    lines = [(order, line, "sale", paid_at[:10], quantity, f"{goods / 100:.2f}", *rule)]
    for day, (part, ended) in totals.items():
        back = "-" + quantity if ended and quantity != "0" else "0"
        lines.append((order, line, "refund", day, back, f"{-part / 100:.2f}" if part else "0.00", *rule))
    return lines


# ---------------------------------------------------------------------------------------------------------------
# 5. douyin

DOUYIN_73 = (
    "主订单编号, 子订单编号, 选购商品, 商品规格, 商品数量, 商品ID, 商家编码, 商品单价, 订单应付金额, 运费, 优惠总金额, 平台优惠, "
    "商家优惠, 达人优惠, 商家改价, 支付优惠, 红包抵扣, 支付方式, 手续费, 收件人, 收件人手机号, 省, 市, 区, 街道, 详细地址, "
    "是否修改过地址, 地址修改时段, 买家留言, 订单提交时间, 旗帜颜色, 商家备注, 订单完成时间, 支付完成时间, APP渠道, 流量来源, "
    "订单状态, 承诺发货时间, 订单类型, 鲁班落地页ID, 达人ID, 达人昵称, 所属门店ID, 售后状态, 取消原因, 预约发货时间, 仓库ID, "
    "仓库名称, 是否安心购, 广告渠道, 流量类型, 流量体裁, 流量渠道, 发货主体, 发货主体明细, 发货时间, 降价类优惠, "
    "平台实际承担优惠金额, 商家实际承担优惠金额, 达人实际承担优惠金额, 预计送达时间, 是否平台仓自流转, 车型, 商品69码, 发货SN码, "
    "发货IMEI码1, 发货IMEI码2, 预约送达时间, 建议发货时间（起）, 建议发货时间（止）, 物流SN码, 物流IMEI码1, 物流IMEI码2"
).split(", ")
DOUYIN_74 = [h for each in DOUYIN_73 for h in ([each, "序列号"] if each == "仓库名称" else [each])]
DOUYIN_MAIN = (
    "主订单编号, 子订单编号, 支付方式, 选购商品, 货号, 商品ID, 商家编码, 商品数量, 商品金额, 订单提交时间, 支付完成时间, "
    "订单完成时间, 承诺发货时间, 预约发货时间, 买家留言, 旗帜颜色, 商家备注, APP渠道, 订单状态, 取消原因, 售后状态, 订单类型, "
    "发货时间, 车型, 是否是以旧换新, 换新额外补贴, 换新额外补贴发放状态, 订单应付金额, 运费, 优惠总金额, 平台优惠, 商家优惠, "
    "达人优惠, 商家改价, 支付优惠, 手续费, 红包抵扣, 降价类优惠, 平台实际承担优惠金额, 商家实际承担优惠金额, "
    "达人实际承担优惠金额, 收件人, 收件人手机号, 省, 市, 区, 街道, 详细地址, 是否修改过地址, 快递信息, 序列号, 达人ID, 达人昵称, "
    "拼团订单团编号, 商品单价是否含税, 税费, 鲁班落地页ID, 所属门店ID, 流量来源, 仓库ID, 仓库名称, 是否安心购, 广告渠道, 流量类型, "
    "流量体裁, 流量渠道, 发货主体, 发货主体明细, 教育优惠, 预计送达时间, 是否平台仓自流转, 是否是渠道商品, 预约送达时间, "
    "建议发货时间（起）, 建议发货时间（止）"
).split(", ")
DOUYIN_AFTER = (
    "售后单号, 订单号, 商品单号, 商品名称, 商品ID, 应付金额（元）, 商品运费（元）, 支付优惠（元）, 商品税费（元）, 商品发货状态, "
    "售后类型, 退商品金额（元）, 退运费金额（元）, 退支付优惠（元）, 退税费金额（元）, 售后状态, 售后申请时间, 退款方式, "
    "是否已上传退款凭证, 售后原因, 售后原因标签, 退货物流单号, 退货异常, 退货发货时间, 退货物流公司, 自动处理截止时间, "
    "同意售后申请时间, 商家退款时间, 用户到账时间, 售后关闭时间, 商家退货地址, 商家退货联系人姓名, 商家退货联系人电话, 仲裁状态, "
    "纠纷责任方, 是否极速退款, 是否拒签后退款, 发货物流单号, 发货物流状态, 换货物流单号, 退货物流状态, 售后完结时间, 订单备注, "
    "用户售后说明, 售后备注, 操作人, 协商记录, 换货商品信息, 商家编码, 门店名称"
).split(", ")

DOUYIN_WHOLE = {"已全额退款"}
DOUYIN_WHOLE_WHEN_CLOSED = {"退款成功", "同意退款，退款成功"}
DOUYIN_NONE = {"", "待退货", "待收退货", "售后待处理", "售后关闭", "售后已拒绝", "换货成功", "补寄成功"}
DOUYIN_BACK = {"同意退款，退款成功"}
DOUYIN_OPEN = {"同意退款，退款中", "待商家处理", "待商家收货", "仲裁中", "待买家退货处理"}
DOUYIN_NOTHING = {"同意退款，退款失败", "售后关闭", "拒绝售后申请", "换货成功", "补寄成功"}


def state_of(word, back, still_open, nothing):
    for state, words in (("back", back), ("open", still_open), ("nothing", nothing)):
        if word in words:
            return state
    return "unknown"


def read_douyin_order(row, table):
    payable, freight = row.money("订单应付金额", needed=True), row.money("运费")
    status, after = row.text("订单状态"), row.text("售后状态")
    if after in DOUYIN_WHOLE:
        refund = "full"
    elif after in DOUYIN_WHOLE_WHEN_CLOSED:
        refund = "full" if status == "已关闭" else "amount_unknown"
    else:
        refund = "none" if after in DOUYIN_NONE else "status_unknown"
    spec = row.text("商品规格") if "商品规格" in row.titles else ""
    return [Claim(
        order=row.id("主订单编号"), line=row.id("子订单编号"), item=row.text("商品ID"),
        listing=row.text("商家编码") or joined(row.first("商品ID", "选购商品"), spec),
        quantity=row.quantity("商品数量"),
        goods=payable - freight + row.money("平台实际承担优惠金额") + row.money("达人实际承担优惠金额"),
        cash=payable - freight, freight=freight, paid_at=row.time("支付完成时间"), refund=refund)]


def read_douyin_after_sale(row, table):
    return [AfterSale(
        number=row.id("售后单号"), order=row.id("订单号"), line=row.id("商品单号"), item="",
        cash=row.money("退商品金额（元）"), back_at=row.first_time("用户到账时间", "商家退款时间", "售后完结时间"),
        state=state_of(row.text("售后状态"), DOUYIN_BACK, DOUYIN_OPEN, DOUYIN_NOTHING))]


def douyin_number(order, line=0):
    return f"69170900000{order:05d}{line:03d}"


def douyin_cells(header, number, order, code, quantity, payable, paid, status, after="-", line=0, **more):
    """The cells of an order row; in `more`: freight, platform, streamer, and any column by its own name."""
    platform, streamer = more.pop("platform", "-"), more.pop("streamer", "-")
    values = {
        "主订单编号": douyin_number(order), "子订单编号": douyin_number(order, line), "商品ID": f"37000000000{order:05d}",
        "选购商品": NAMES.get(code, "其他山货"), "商品规格": "默认", "商家编码": code, "商品数量": quantity, "订单应付金额": payable,
        "运费": more.pop("freight", "0.00"), "平台实际承担优惠金额": platform, "达人实际承担优惠金额": streamer,
        "商家实际承担优惠金额": "0.00", "支付完成时间": paid, "订单状态": status, "售后状态": after,
        "订单提交时间": paid if paid[:2] == "20" else "2026-09-04 21:00:00", "达人昵称": "-" if streamer == "-" else "虚构主播", "流量来源": "小店自卖",
        "平台优惠": f"消费券-{platform}" if platform != "-" else "-",
    }
    values.update(more)
    return filled(header, number, "-", {k: v for k, v in values.items() if k in header or k in more})


def douyin_old_and_new():
    """The same orders a month apart: (cells, what the newer file changes; None = it is not in it)."""
    gone, closed = None, {"订单状态": "已关闭"}
    done = {"订单状态": "已完成", "订单完成时间": "2026-10-20 12:00:00"}
    return [
        (dict(order=1, code="BC01", quantity="2", payable="256.00", paid="2026-09-05 10:11:12", status="已发货"), done),
        # A gift, closed because the order's main line was.
        (dict(order=1, line=2, code="HS04", quantity="1", payable="0.00", paid="2026-09-05 10:11:12", status="已关闭",
              取消原因="主品订单售后完成，赠品自动关闭"), {}),
        # Subsidised; two partial refunds, the second of which completes it.
        (dict(order=2, code="SF01", quantity="3", payable="40.40", freight="6.00", platform="10.00", streamer="6.00",
              paid="2026-09-06 20:15:00", status="已发货", after="退款成功"), done),
        # Two lines; the first goes back, in both files.
        (dict(order=3, line=1, code="HS02", quantity="1", payable="49.90", paid="2026-09-08 09:00:00", status="已发货"),
         {**closed, "售后状态": "已全额退款"}),
        (dict(order=3, line=2, code="YC03", quantity="2", payable="64.00", paid="2026-09-08 09:00:00", status="已发货"),
         done),
        # A gift that goes back: no cash, so all of it.
        (dict(order=3, line=3, code="HS04", quantity="1", payable="0.00", paid="2026-09-08 09:00:00", status="已发货"),
         {**closed, "售后状态": "已全额退款"}),
        # Goes back, by the order file only: by the newer one; by both.
        (dict(order=4, code="JL02", quantity="1", payable="148.00", platform="20.00", paid="2026-09-09 23:59:59",
              status="已发货", after="待退货"), {**closed, "售后状态": "同意退款，退款成功"}),
        (dict(order=5, code="MX01", quantity="1", payable="58.00", paid="2026-09-10 00:00:00", status="已关闭",
              after="已全额退款"), {}),
        (dict(order=6, code="BC01", quantity="1", payable="128.00", paid="-", status="已关闭", 取消原因="超时未支付"), {}),
        (dict(order=7, code="AJ01", quantity="1", payable="118.00", paid="2026-09-11 12:00:00", status="已发货",
              after="退款成功"), done),
        # Not in the newer file; its merchant code is not a sku.
        (dict(order=8, code="XX99", quantity="1", payable="1,299.00", paid="2026-09-12 08:30:00", status="已发货"), gone),
        (dict(order=9, code="-", quantity="2", payable="36.00", paid="2026-09-13 08:30:00", status="已发货",
              商品规格="500g×2"), done),
        (dict(order=10, code="FM01", quantity="1", payable="88.00", paid="2026-09-14 19:00:00", status="已发货"),
         {**done, "售后状态": "退款成功"}),
        (dict(order=11, code="LR01", quantity="2.0", payable="152.00", paid="2026-09-15 19:00:00", status="已发货"),
         {**done, "售后状态": "平台介入处理中"}),
        (dict(order=12, code="SF02", quantity="1", payable="45.00", paid="2026-09-16 19:00:00", status="已发货",
              after="售后待处理"), {**done, "售后状态": "售后关闭"}),
        (dict(order=13, code="DF02", quantity="5", payable="99.50", paid="2026-09-17 19:00:00", status="已发货"),
         {"售后状态": "待收退货"}),
        (dict(order=14, code="YC02", quantity="1", payable="138.00", paid="2026-09-18 19:00:00", status="已发货"), done),
        (dict(order=15, code="BC04", quantity="3", payable="119.70", paid="2026-09-19 19:00:00", status="已发货"),
         {**done, "售后状态": "换货成功"}),
        # The after-sale file tells a part, the newer order file that all of it went back.
        (dict(order=16, code="MX02", quantity="1", payable="236.00", platform="32.00", paid="2026-09-20 19:00:00",
              status="已发货"), {**closed, "售后状态": "退款成功"}),
        # Two after-sales that ask for more than was paid.
        (dict(order=17, code="BC02", quantity="1", payable="98.00", paid="2026-09-21 19:00:00", status="已发货",
              after="售后待处理"), {**done, "售后状态": "退款成功"}),
        # Two after-sales on one day, each rounded.
        (dict(order=18, code="BC03", quantity="1", payable="338.00", platform="30.00", paid="2026-09-22 19:00:00",
              status="已发货"), {**done, "售后状态": "退款成功"}),
    ]


def douyin_after_cells(number, after_sale, order, line, cash, word, **more):
    values = {
        "售后单号": f"148{after_sale:013d}", "订单号": douyin_number(order), "商品单号": douyin_number(order, line),
        "退商品金额（元）": cash, "售后状态": word, "售后类型": "已发货退款(仅退款)", "售后申请时间": "2026-09-14 09:00:00",
        "退运费金额（元）": "0.00", "退支付优惠（元）": "-",
    }
    return filled(DOUYIN_AFTER, number, "-", {**values, **more})


def make_douyin(folder):
    rows_old, rows_new = [], []
    for number, (cells, changes) in enumerate(douyin_old_and_new()):
        row = douyin_cells(DOUYIN_73, number, **cells)
        rows_old.append(row)
        if changes is not None:
            rows_new.append({**row, **changes})
    paid = "2026-09-23 10:00:00"
    rows_old += [
        douyin_cells(DOUYIN_73, 30, 30, "BC01", "1", "128.00", paid, "已发货", 主订单编号="6.91709E+18"),
        douyin_cells(DOUYIN_73, 31, 31, "BC01", "1", "128.00", "2026/9/10 8:00", "已发货"),
        douyin_cells(DOUYIN_73, 32, 32, "BC01", "1", "12.8O", paid, "已发货"),
    ]
    rows_new += [
        douyin_cells(DOUYIN_73, 33, 33, "BC01", "1", "-", paid, "已发货"),
        douyin_cells(DOUYIN_73, 34, 34, "BC01", "1.5", "192.00", paid, "已发货"),
        douyin_cells(DOUYIN_73, 32, 32, "BC01", "1", "12.8O", paid, "已完成"),
    ]
    for when, rows, eol in (("2026-09-30 20:00:00", rows_old, "\r\n"), ("2026-10-31 23:50:00", rows_new, "\n")):
        table = Table(DOUYIN_73, rows)
        folder.add(stamped(when, "orders.csv"), csv_bytes(table, bom=True, eol=eol, cell=tab_led), [table],
                   read_douyin_order)

    # GB18030, 74 columns, a name with a character that GBK has not, an amount with marks.
    table = Table(DOUYIN_74, [
        douyin_cells(DOUYIN_74, 40, 40, "YC01", "1", "￥86.00", "2026-10-05 00:00:01", "已完成", 选购商品="野生菌干㐂𠮷礼"),
        douyin_cells(DOUYIN_74, 41, 41, "MX03", "2", "¥1，760.00元", "2026-10-06 07:08:09", "已完成", freight="/",
                     商品规格="【礼盒】500ml,2瓶", 商家备注='首行虚构\n次行 "加急"'),
        douyin_cells(DOUYIN_74, 42, 42, "JL01", "1", "28.00", "2026-02-30 08:00:00", "已完成"),
    ])
    folder.add(stamped("2026-10-20 09:00:00", "orders_gb18030.csv"),
               csv_bytes(table, "gb18030", eol="\r\n", cell=tab_led), [table], read_douyin_order)

    # A ZIP of two months, its members named in GBK.
    september = Table(DOUYIN_73, [
        douyin_cells(DOUYIN_73, 50, 50, "HS03", "4", "74.00", "2026-09-30 23:59:59", "已完成")])
    october = Table(DOUYIN_73, [
        douyin_cells(DOUYIN_73, 51, 51, "HS03", "2", "37.00", "2026-10-01 00:00:00", "已完成")])
    folder.add(stamped("2026-10-15 08:00:00", "orders.zip"),
               zip_bytes({"抖店订单-九月.csv": csv_bytes(september, bom=True, cell=tab_led),
                          "抖店订单-十月.csv": csv_bytes(october, "gb18030", cell=tab_led)}),
               [september, october], read_douyin_order)

    # A row a main order, 75 columns. One row's 快递信息 has its comma in no quotes.
    table = Table(DOUYIN_MAIN, [
        douyin_cells(DOUYIN_MAIN, 60, 60, "YC04", "2", "90.00", "2026-10-08 10:00:00", "已完成", 货号="YC04", 商品金额="90.00",
                     快递信息="SF123-顺丰速运"),
        douyin_cells(DOUYIN_MAIN, 61, 61, "BC02", "1", "98.00", "2026-10-08 11:00:00", "已完成", 商品金额="108.00",
                     platform="8.00", streamer="2.00", 快递信息="SF124-顺丰速运,10001-1"),
        douyin_cells(DOUYIN_MAIN, 62, 62, "BC02", "1", "98.00", "2026-10-08 12:00:00", "已完成", 商品金额="98.00",
                     快递信息=Loose("SF125-顺丰速运,10001-2")),
        douyin_cells(DOUYIN_MAIN, 63, 63, "-", "1", "15.80", "2026-10-08 13:00:00", "已发货", 商品金额="15.80"),
    ])
    folder.add(stamped("2026-10-25 10:00:00", "main_orders.csv"), csv_bytes(table, bom=True, cell=tab_led), [table],
               read_douyin_order)
    make_douyin_after_sales(folder)


def make_douyin_after_sales(folder):
    done = "同意退款，退款成功"
    explanation = ["", "", "", "商品标题", "", "商品实付+运费", "", "", "", "", "", "实际退给用户的商品金额"]
    old = [
        explanation,
        douyin_after_cells(0, 1, 2, 0, "10.00", "同意退款，退款中", 同意售后申请时间="2026-09-14 10:00:00"),
        douyin_after_cells(1, 4, 7, 0, "18.00", done, 商家退款时间="2026-09-28 11:00:00"),
        douyin_after_cells(2, 5, 12, 0, "45.00", "待商家处理"),
    ]
    new = [
        explanation,
        douyin_after_cells(0, 1, 2, 0, "10.00", done, 商家退款时间="2026-09-15 08:00:00", 用户到账时间="2026-09-15 09:30:00"),
        douyin_after_cells(3, 2, 2, 0, "24.40", done, 商家退款时间="2026-10-01 23:59:00", 用户到账时间="2026-10-02 00:01:00"),
        douyin_after_cells(4, 3, 3, 1, "49.90", done, 售后完结时间="2026-10-05 16:00:00", 售后类型="退货退款"),
        douyin_after_cells(2, 5, 12, 0, "-", "拒绝售后申请", 售后完结时间="2026-10-03 10:00:00"),
        douyin_after_cells(5, 6, 13, 0, "99.50", "待商家收货", 售后类型="退货退款"),
        douyin_after_cells(6, 7, 14, 0, "138.00", "平台处理中"),
        # Its order is in no file; its order is there, its line is not.
        douyin_after_cells(7, 8, 999, 0, "30.00", done, 用户到账时间="2026-10-09 09:00:00"),
        douyin_after_cells(8, 9, 3, 7, "12.00", done, 用户到账时间="2026-10-09 10:00:00"),
        douyin_after_cells(9, 10, 15, 0, "-", "换货成功", 售后类型="换货", 售后完结时间="2026-10-10 10:00:00"),
        douyin_after_cells(10, 11, 16, 0, "100.00", done, 用户到账时间="2026-10-10 12:00:00"),
        douyin_after_cells(11, 12, 17, 0, "60.00", done, 用户到账时间="2026-10-06 12:00:00"),
        douyin_after_cells(11, 13, 17, 0, "50.00", done, 用户到账时间="2026-10-09 12:00:00"),
        douyin_after_cells(12, 14, 18, 0, "100.00", done, 用户到账时间="2026-10-07 10:00:00"),
        douyin_after_cells(12, 15, 18, 0, "¥68.00", done, 用户到账时间="2026-10-07 18:00:00"),
        douyin_after_cells(13, 16, 1, 0, "十元", done, 用户到账时间="2026-10-07 18:00:00"),
        douyin_after_cells(14, 17, 1, 0, "10.00", done, 用户到账时间="2026-10-32 18:00:00"),
    ]
    for when, rows, mode in (("2026-10-01 09:00:00", old, "shared"), ("2026-10-31 23:55:00", new, "inline")):
        table = Table(DOUYIN_AFTER, rows, name="售后单", mode=mode)
        folder.add(stamped(when, "aftersales.xlsx"), xlsx_bytes(table), [table], read_douyin_after_sale)


# ---------------------------------------------------------------------------------------------------------------
# 6. weixin

WEIXIN_57 = (
    "订单号, 订单下单时间, 订单发货时间, 订单确认收货时间, 订单完成结算时间, 订单状态, 发货方式, 收件人姓名, 收件人地址, 省, 市, "
    "区, 收件人手机, 买家备注, 商家备注, 打标颜色, 商品总价, 订单实际支付金额, 订单实际收款金额, 订单运费, 商品优惠, 跨店优惠, "
    "商品改价, 积分抵扣, 支付方式, 支付时间, 交易单号, 物流公司, 快递单号, 技术服务费, 技术服务费（将以人气卡形式返还）, "
    "运费险预计投保费用, 带货方式, 带货账号类型, 带货账号昵称, 带货费用渠道, 带货费用类型, 带货费用, 带货佣金率, 礼物单号, 商品名称, "
    "商品编码(平台), 商品编码(自定义), SKU编码(自定义), 商品属性, 商品价格(单件), 商品实际价格(单件), 商品实际价格(总共), 是否预售, "
    "商品数量, 商品平台券优惠, 商品平均运费, 定制信息, 定制预览图, 商品发货, 商品售后, 商品已退款金额"
).split(", ")
WEIXIN_ORDER_LEVEL = WEIXIN_57[1:40]
WEIXIN_AFTER = (
    "售后单号, 售后申请时间, 商品编码（平台）, 商品编码(自定义), sku编码(自定义), 同意售后申请时间, 用户到账时间, 售后完结时间, "
    "订单编号, 发货状态, 商品名称, 商品描述, 商品价格, 申请售后数量, 赠品信息, 备注, 实付款, 退款类型, 退款原因, 具体描述, 退款金额, "
    "退款状态, 状态描述, 平台纠纷介入, 纠纷责任, 执行方式, 发货物流状态, 发货物流单号, 发货物流公司, 用户退换货发货时间, "
    "商家换货发货时间, 商家退换货地址, 商家退换货联系人姓名, 商家退换货联系人电话, 退换货物流状态, 退换货物流单号, 退换货物流公司"
).split(", ")

WEIXIN_AMOUNT_UNKNOWN = {"退款完成", "平台处理完成"}
WEIXIN_NONE = {"", "售后关闭", "用户取消申请", "商家拒绝退款"}
WEIXIN_BACK = {"退款完成", "退款成功"}
WEIXIN_OPEN = {"退款中", "待商家处理", "待商家收货"}
WEIXIN_NOTHING = {"售后关闭", "用户取消申请", "商家拒绝退款"}


def weixin_64():
    """The longer header: seven columns more, brackets of full width, 帐 for 账, a blank in a name, and other spellings."""
    after = {
        "打标颜色": ["企微企业ID", "企微工号", "导购最近分享时间", "企业微信加密id", "企微备注"], "跨店优惠": ["活动商家补贴"],
        "带货账号昵称": ["带货ID"],
    }
    spelled = {
        "订单实际支付金额": "订单实付支付金额", "技术服务费（将以人气卡形式返还）": "技术服务费(将以人气卡形式返还)",
        "带货账号类型": "带货帐号类型", "SKU编码(自定义)": "sku编码（自定义）", "商品数量": "商品数量\u3000",
    }
    header = []
    for column in WEIXIN_57:
        full = column.replace("(", "（").replace(")", "）")
        header += [spelled.get(column, full), *after.get(column, [])]
    return header


WEIXIN_64 = weixin_64()


def weixin_reader():
    """Reads the rows of one file; order-level cells that are blank are those of the row above of the same order."""
    above = {}

    def read(row, table):
        order = row.id("订单号")
        if above.get("order") != order:
            above.clear()
            above["order"] = order
        paid = row.time("支付时间")
        if not row.text("支付时间") and not row.text("订单状态"):
            paid = above.get("paid", "")
        above["paid"] = paid
        item, spec = row.id("商品编码(平台)"), row.text("商品属性")
        goods = row.money("商品实际价格(总共)", needed=True)
        back, word = row.money("商品已退款金额"), row.text("商品售后")
        if back > 0:
            refund = "part"
        elif word in WEIXIN_AMOUNT_UNKNOWN:
            refund = "amount_unknown"
        else:
            refund = "none" if word in WEIXIN_NONE else "status_unknown"
        return [Claim(
            order=order, line=joined(item, spec), item=item,
            listing=row.first("SKU编码(自定义)", "商品编码(自定义)") or joined(item, spec),
            quantity=row.quantity("商品数量"), goods=goods, cash=goods, freight=D(0), paid_at=paid, refund=refund,
            refunded=back, numbered=True)]

    return read


def read_weixin_after_sale(row, table):
    return [AfterSale(
        number=row.id("售后单号") + "/" + row.time("售后申请时间"), order=row.id("订单编号"), line="",
        item=row.id("商品编码（平台）"), cash=row.money("退款金额"), back_at=row.first_time("用户到账时间", "售后完结时间"),
        state=state_of(row.text("退款状态"), WEIXIN_BACK, WEIXIN_OPEN, WEIXIN_NOTHING))]


def weixin_number(order):
    return f"37200900{order:011d}"


def weixin_item(item):
    return f"1000{item:07d}"


def weixin_cells(header, number, order, item, code, quantity, goods, paid, status, word="-", back="-", **more):
    """The cells of an order row, under the 57 columns' spelling or that of `header`."""
    values = {
        "订单号": weixin_number(order), "商品编码(平台)": weixin_item(item), "SKU编码(自定义)": code, "商品编码(自定义)": "",
        "商品名称": NAMES.get(code, "其他山货"), "商品属性": "规格:默认", "商品数量": quantity, "商品实际价格(总共)": goods,
        "支付时间": paid, "订单下单时间": paid if paid[:2] == "20" else "2026-09-03 08:00:00", "订单状态": status, "商品售后": word,
        "商品已退款金额": back, "订单运费": "0.00", "商品发货": "已发货", "交易单号": f"42000000{order:012d}",
    }
    values.update(more)
    spelling = {canonical(column): column for column in header}
    return filled(header, number, "-", {spelling[canonical(k)]: v for k, v in values.items()})


def blanked(rows):
    """The rows, with the order-level cells of all lines of an order but its first blank."""
    order, result = None, []
    for row in rows:
        first, order = row["订单号"] != order, row["订单号"]
        result.append(row if first else {**row, **{column: "" for column in WEIXIN_ORDER_LEVEL}})
    return result


def weixin_old_and_new():
    """The same orders a month apart: (cells, what the newer file changes)."""
    done = {"订单状态": "已完成"}
    paid = "2026-09-0{} 10:20:30".format
    back = lambda amount, word="退款完成": {**done, "商品售后": word, "商品已退款金额": amount}
    return [
        (dict(order=1, item=1, code="BC01", quantity="1", goods="128.00", paid=paid(1), status="待发货"), done),
        # Two lines; of the first 10.00 went back by the older file, 25.00 by the newer one.
        (dict(order=2, item=2, code="HS02", quantity="2", goods="99.80", paid=paid(2), status="已发货", word="退款完成",
              back="10.00"), back("25.00")),
        (dict(order=2, item=3, code="YC03", quantity="1", goods="¥32.00", paid=paid(2), status="已发货"), done),
        # All of it, in the order file and in the after-sale file.
        (dict(order=3, item=4, code="SF02", quantity="1", goods="45.00", paid=paid(3), status="已发货"), back("45.00")),
        # Two partial refunds of the after-sale file, the second of which completes it.
        (dict(order=4, item=5, code="BC03", quantity="1", goods="368.00", paid=paid(4), status="已发货", word="退款完成",
              back="100.00"), back("368.00")),
        # Three equal lines: the dearest of most pieces first, the gift last; an after-sale cannot name one of them.
        (dict(order=5, item=6, code="JL01", quantity="1", goods="0.00", paid=paid(5), status="已发货"), done),
        (dict(order=5, item=6, code="JL01", quantity="1", goods="28.00", paid=paid(5), status="已发货"), done),
        (dict(order=5, item=6, code="JL01", quantity="2", goods="28.00", paid=paid(5), status="已发货"), done),
        # By the order file only: all of it in both files; a part in the newer one.
        (dict(order=6, item=7, code="MX01", quantity="1", goods="58.00", paid=paid(6), status="已取消", word="退款完成",
              back="58.00"), {}),
        (dict(order=7, item=8, code="DF02", quantity="5", goods="99.50", paid=paid(7), status="已发货"), back("19.90")),
        (dict(order=8, item=9, code="FM01", quantity="1", goods="88.00", paid=paid(8), status="已发货", word="退款完成"), done),
        (dict(order=9, item=10, code="AJ01", quantity="1", goods="118.00", paid=paid(9), status="已发货"), back("18.00")),
        (dict(order=10, item=11, code="BC01", quantity="1", goods="128.00", paid="-", status="待付款"), {"订单状态": "已取消"}),
    ]


def weixin_after_cells(number, after_sale, order, item, cash, word, asked="2026-09-18 09:00:00", **more):
    values = {
        "售后单号": f"'20260{after_sale:011d}", "售后申请时间": asked, "订单编号": weixin_number(order),
        "商品编码（平台）": weixin_item(item), "退款金额": cash, "退款状态": word, "退款类型": "仅退款", "申请售后数量": "1",
    }
    return filled(WEIXIN_AFTER, number, "-", {**values, **more})


def make_weixin(folder):
    old, new = [], []
    for number, (cells, changes) in enumerate(weixin_old_and_new()):
        row = weixin_cells(WEIXIN_57, number, **cells)
        old.append(row)
        new.append({**row, **changes})
    paid = "2026-10-0{} 11:22:33".format
    new += [
        weixin_cells(WEIXIN_57, 20, 20, 20, "WX-NEW-7", "3", "1,050.00", paid(1), "已发货"),
        weixin_cells(WEIXIN_57, 21, 20, 21, "", "1", "20.00", paid(1), "已发货", 商品属性="口味:麻辣;规格:200g/袋"),
        weixin_cells(WEIXIN_57, 22, 20, 22, "", "1", "￥88.00", paid(1), "已发货", **{"商品编码(自定义)": "FM01", "商品属性": "—"}),
        # The status tells of a refund; the after-sale file tells how much.
        weixin_cells(WEIXIN_57, 23, 23, 23, "YC02", "1", "138.00", paid(2), "已完成", "平台处理完成"),
        # 20.00 by the after-sale file, 50.00 by the order file.
        weixin_cells(WEIXIN_57, 24, 24, 24, "JL02", "1", "168.00", paid(3), "已完成", "退款完成", "50.00"),
        weixin_cells(WEIXIN_57, 25, 25, 25, "BC02", "1", "九十八", paid(4), "已完成"),
        weixin_cells(WEIXIN_57, 26, 26, 26, "BC02", "0.5", "49.00", paid(4), "已完成"),
        weixin_cells(WEIXIN_57, 27, 27, 27, "BC02", "1", "98.00", "2026/10/4 8:00", "已完成"),
        weixin_cells(WEIXIN_57, 28, 28, 28, "BC02", "1", "98.00", paid(4), "已完成", 订单号="见备注（补单）"),
    ]
    new = blanked(new)

    def total(word, header, rows):
        """A row of totals: the sum of the amounts above it that can be read."""
        priced = next(column for column in header if canonical(column) == canonical("商品实际价格(总共)"))
        amounts = [parse_money(clean(row[priced])) for row in rows]
        return [word] + [f"{sum(a for a in amounts if a is not None):,}" if c == priced else "" for c in header[1:]]

    table = Table(WEIXIN_57, [*old, total("全部", WEIXIN_57, old)], name="订单")
    folder.add(stamped("2026-09-29 18:00:00", "orders.xlsx"), xlsx_bytes(table), [table], weixin_reader())
    table = Table(WEIXIN_57, [*new, total("汇总", WEIXIN_57, new)], name="订单", mode="inline")
    folder.add(stamped("2026-10-31 23:50:00", "orders.xlsx"), xlsx_bytes(table), [table], weixin_reader())

    # 64 columns, saved again through Power Query: a row Column1 … above the header.
    rows = [
        weixin_cells(WEIXIN_64, 30, 30, 30, "YC04", "1", "45.00", paid(5), "已完成", "商家拒绝退款"),
        weixin_cells(WEIXIN_64, 31, 31, 31, "HS04", "10.0", "158.00", paid(6), "已发货"),
        weixin_cells(WEIXIN_64, 32, 31, 32, "MX02", "1", "268.00", paid(6), "已发货", "平台介入中"),
        weixin_cells(WEIXIN_64, 33, 33, 33, "BC04", "2", "79.80", paid(7), "已完成", "无", "--"),
    ]
    fake = [f"Column{n}" for n in range(1, len(WEIXIN_64) + 1)]
    table = Table(WEIXIN_64, [*rows, total("总计", WEIXIN_64, rows)], above=[fake], name="订单", mode="entity")
    folder.add(stamped("2026-10-28 10:00:00", "orders_64.xlsx"), xlsx_bytes(table), [table], weixin_reader())

    rows = [
        weixin_after_cells(0, 1, 3, 4, "45.00", "退款完成", 用户到账时间="2026-10-07 08:00:00"),
        weixin_after_cells(1, 2, 4, 5, "100.00", "退款成功", 用户到账时间="2026-09-20 08:00:00"),
        weixin_after_cells(1, 3, 4, 5, "268.00", "退款成功", "2026-10-08 08:00:00", 售后完结时间="2026-10-09 08:00:00"),
        # One number asked for twice: refused, then paid.
        weixin_after_cells(2, 4, 2, 2, "25.00", "商家拒绝退款", "2026-09-25 08:00:00", 售后完结时间="2026-09-26 08:00:00"),
        weixin_after_cells(2, 4, 2, 2, "10.00", "退款完成", "2026-09-27 08:00:00", 用户到账时间="2026-09-28 08:00:00"),
        weixin_after_cells(3, 5, 5, 6, "5.00", "退款完成", 用户到账时间="2026-09-30 08:00:00"),
        weixin_after_cells(4, 6, 23, 23, "¥30.00", "退款完成", "2026-10-11 08:00:00", 用户到账时间="2026-10-12 08:00:00"),
        weixin_after_cells(5, 7, 24, 24, "20.00", "退款完成", "2026-10-11 08:00:00", 用户到账时间="2026-10-13 08:00:00"),
        weixin_after_cells(6, 8, 30, 30, "45.00", "商家拒绝退款", "2026-10-11 08:00:00", 售后完结时间="2026-10-12 09:00:00"),
        weixin_after_cells(7, 9, 31, 31, "15.80", "退款中", "2026-10-30 08:00:00"),
        weixin_after_cells(8, 10, 888, 1, "15.80", "退款完成", "2026-10-30 08:00:00", 用户到账时间="2026-10-31 08:00:00"),
        weixin_after_cells(9, 11, 33, 33, "全额", "退款完成", "2026-10-30 08:00:00", 用户到账时间="2026-10-31 08:00:00"),
    ]
    table = Table(WEIXIN_AFTER, rows, name="售后")
    folder.add(stamped("2026-10-31 23:55:00", "aftersales.xlsx"), xlsx_bytes(table), [table], read_weixin_after_sale)


# ---------------------------------------------------------------------------------------------------------------
# 7. taobao

TAOBAO_ORDERS = (
    "子订单编号, 主订单编号, 商品标题, 商品价格, 购买数量, 外部系统编号, 商品属性, 套餐信息, 联系方式备注, 订单状态, 商家编码, "
    "支付单号, 买家应付货款, 买家实付金额, 退款状态, 退款金额, 订单创建时间, 订单付款时间, 淘鲜达渠道, 商品ID, 分阶段信息, 备注标签, "
    "商家备注, 主订单买家留言, 发货时间, 应发货时间, 物流单号, 物流公司, 是否主动赔付, 主动赔付金额, 主动赔付出账时间, "
    "飞猪购订单信息, 免单资格, 免单金额, 百亿补贴超链订单信息, 超链半托管订单信息"
).split(", ")
TAOBAO_SHORT = [h for h in TAOBAO_ORDERS[:31] if h not in ("发货时间", "应发货时间", "物流单号", "物流公司")]
TAOBAO_REFUNDS = (
    "订单编号, 退款单编号, 退款类型, 订单付款时间, 商品ID, 订单创建时间, 宝贝标题, 交易金额, 买家退款金额, 发货状态, 发货物流信息, "
    "是否需要退货, 退款申请时间, 退款状态, 客服介入状态, 卖家退货地址, 退货物流单号, 退货物流公司, 买家退款原因, 完结时间, 退款操作人, "
    "卖家备注"
).split(", ")

TAOBAO_ASKED = "买家已经申请退款，等待卖家同意"
TAOBAO_NONE = {"", "没有申请退款", "退款关闭", "卖家拒绝退款", TAOBAO_ASKED}


def read_taobao_order(row, table):
    cash, word = row.money("买家实付金额", needed=True), row.text("退款状态")
    refund, back = "none" if word in TAOBAO_NONE else "status_unknown", D(0)
    if word == "退款成功":
        refund, back = "part", row.money("退款金额", needed=True)
        cash += back
    item = row.text("商品ID")
    return [Claim(
        order=row.id("主订单编号"), line=row.id("子订单编号"), item=item,
        listing=row.first("商家编码", "外部系统编号") or joined(item or row.text("商品标题"), row.text("商品属性")),
        quantity=row.quantity("购买数量"), goods=cash, cash=cash, freight=D(0), paid_at=row.time("订单付款时间"),
        refund=refund, refunded=back)]


def read_taobao_refund(row, table):
    state = state_of(row.text("退款状态"), {"退款成功"}, {TAOBAO_ASKED}, {"退款关闭", "卖家拒绝退款"})
    if state == "back" and row.text("退款类型") in ("换货", "补寄"):
        state = "nothing"
    return [AfterSale(
        number=row.id("退款单编号"), order=row.id("订单编号"), line="", item=row.id("商品ID"), cash=row.money("买家退款金额"),
        back_at=row.time("完结时间"), state=state)]


def taobao_number(order, line=0):
    return f"40120000000{order:05d}{line:03d}"


def taobao_cells(header, number, order, code, quantity, cash, paid, word="没有申请退款", back="", line=1, **more):
    values = {
        "主订单编号": taobao_number(order), "子订单编号": taobao_number(order, line), "商品ID": f"6200000{order:05d}",
        "商品标题": NAMES.get(code, "其他山货") + " 彭水&土家", "商品属性": "规格:默认", "商家编码": code, "购买数量": quantity,
        "买家实付金额": cash, "退款状态": word, "退款金额": back, "订单付款时间": paid, "订单状态": "交易成功",
        "订单创建时间": paid or "2026-09-02 20:00:00", "支付单号": f"2026000000000{order:07d}", "是否主动赔付": "否",
    }
    values.update(more)
    return filled(header, number, "", values)


def taobao_refund_cells(number, refund, order, cash, word, ended="", **more):
    values = {
        "订单编号": taobao_number(order), "退款单编号": f"1890000000{refund:06d}", "退款类型": "仅退款",
        "商品ID": f"6200000{order:05d}", "买家退款金额": cash, "退款状态": word, "完结时间": ended,
        "退款申请时间": "2026-09-20 09:00:00",
    }
    return filled(TAOBAO_REFUNDS, number, "", {**values, **more})


def make_taobao(folder):
    day = "2026-09-{:02d} 13:14:15".format
    new = lambda *cells, **more: taobao_cells(TAOBAO_ORDERS, cells[0], *cells, **more)
    rows = [
        new(1, "BC01", "1", "128.00", day(1)),
        # A part and all of it, in both files: what was paid is net of what went back.
        new(2, "HS02", "2", "79.80", day(2), "退款成功", "20.00"),
        new(3, "JL02", "1", "0.00", day(3), "退款成功", "168.00", 订单状态="交易关闭"),
        # Two partial refunds, the second of which completes it.
        new(4, "MX02", "1", "0.00", day(4), "退款成功", "268.00", 订单状态="交易关闭"),
        new(5, "SF02", "1", "0.00", day(5), "退款成功", ""),
        new(6, "YC04", "1", "45.00", day(6), "卖家拒绝退款"),
        new(7, "DF02", "2", "39.80", day(7), TAOBAO_ASKED, 订单状态="卖家已发货,等待买家确认"),
        new(8, "SF01", "1", "16.80", day(8), "退款关闭", 订单状态="卖家已发货，等待买家确认"),
        # By the order file only, in this newer one.
        new(9, "FM01", "1", "59.00", day(9), "退款成功", "29.00"),
        new(10, "TB-0815", "1", "¥1,010.00", day(10)),
        new(11, "", "1", "138.00", day(11), 外部系统编号="YC02"),
        new(12, "", "3", "60.00", day(12), 商品属性="颜色分类:红;净含量:1kg"),
        new(13, "AJ01", "1", "118.00", day(13)),
        new(14, "BC02", "1", "98.00", "", 订单状态="等待买家付款"),
        # One article twice in an order: the refund file does not say which of them; the order file does.
        new(15, "YC03", "1", "32.00", day(15), line=1, 商品属性="规格:甲"),
        new(15, "YC03", "2", "44.00", day(15), "退款成功", "20.00", line=2, 商品属性="规格:乙"),
        new(16, "BC04", "1", "39.90", day(16)),
        new(17, "HS03", "1", "18.50", day(17), "退款中"),
        new(18, "BC02", "1", "98.00", "2026/9/18 13:14"),
        new(19, "BC02", "1", "98.oo", day(19)),
        new(20, "BC02", "半", "49.00", day(20)),
    ]
    table = Table(TAOBAO_ORDERS, rows)
    folder.add(stamped("2026-10-31 23:50:00", "ExportOrderDetailList202610312350.xls"), html_bytes(table), [table],
               read_taobao_order)

    # Older, of fewer columns: a CSV that calls itself .xlsx, its numbers as ="…".
    old = lambda *cells, **more: taobao_cells(TAOBAO_SHORT, cells[0], *cells, **more)
    rows = [
        old(2, "HS02", "2", "99.80", day(2)),
        old(3, "JL02", "1", "168.00", day(3), TAOBAO_ASKED),
        old(4, "MX02", "1", "168.00", day(4), "退款成功", "100.00"),
        old(9, "FM01", "1", "88.00", day(9)),
        old(21, "LR01", "1", "76.00", "2026-09-30 23:59:59", 联系方式备注="'10000000021 虚构", 商家备注="发票,已寄孙虚构"),
        old(22, "YC01", "1", "￥86.00元", "2026-10-01 00:00:00"),
        old(23, "YC01", "1", "86.00", "2026-10-02 00:00:00", 主订单编号="4.012E+18"),
        old(24, "YC01", "1", "86.00", "2026-10-02 00:00:00", 商家备注=Loose("缺货,已电联李虚构")),
    ]
    table = Table(TAOBAO_SHORT, rows)
    folder.add(stamped("2026-10-12 09:00:00", "orders.xlsx"), csv_bytes(table, "gb18030", cell=equals_quoted), [table],
               read_taobao_order)

    rows = [
        taobao_refund_cells(0, 1, 2, "20.00", "退款成功", "2026-10-06 15:00:00"),
        taobao_refund_cells(1, 2, 3, "168.00", "退款成功", "2026-10-13 15:00:00", 退款类型="退货退款"),
        taobao_refund_cells(2, 3, 4, "100.00", "退款成功", "2026-09-22 15:00:00"),
        taobao_refund_cells(2, 4, 4, "168.00", "退款成功", "2026-10-14 15:00:00"),
        taobao_refund_cells(3, 5, 6, "45.00", "卖家拒绝退款", "2026-09-24 15:00:00"),
        taobao_refund_cells(4, 6, 7, "39.80", TAOBAO_ASKED),
        taobao_refund_cells(5, 7, 8, "16.80", "退款关闭", "2026-09-25 15:00:00"),
        taobao_refund_cells(6, 8, 15, "20.00", "退款成功", "2026-09-26 15:00:00"),
        taobao_refund_cells(7, 9, 16, "39.90", "退款成功", "2026-09-27 15:00:00", 退款类型="换货"),
        taobao_refund_cells(8, 10, 777, "66.00", "退款成功", "2026-09-28 15:00:00"),
        taobao_refund_cells(9, 11, 13, "18.00", "退款成功", "2026-09-30 24:00:00"),
        taobao_refund_cells(10, 12, 13, "18.00", "退款成功", "2026-09-30 15:00:00"),
    ]
    table = Table(TAOBAO_REFUNDS, rows)
    folder.add(stamped("2026-10-31 23:52:00", "refunds.csv"), csv_bytes(table, "gb18030"), [table], read_taobao_refund)


# ---------------------------------------------------------------------------------------------------------------
# 8. kuaishou

KUAISHOU_64 = (
    "订单号, 赠品订单号, 活动订单编号, 订单创建时间, 订单支付时间, 预售定金支付时间, 订单状态, 实付款, 快递费, 店铺优惠, 平台补贴, "
    "主播补贴, 混资活动优惠, 支付优惠, 支付方式, 成交数量, 买家留言, 账号类型, 账号明细, 订单备注, 旗帜颜色, 售后状态, 活动订单, "
    "预售/承诺发货时间, 订单载体, 国补类型, 商品名称, 商品ID, 商品规格, SKU编码, 商品单价, 渠道, CPS达人ID, CPS达人昵称, 预估推广佣金, "
    "预估推广者分佣比例, 团长ID, 团长昵称, 快赚客ID, 快赚客昵称, 授权推广者ID, 授权推广者昵称, 收货人姓名, 收货人电话, 收货地址-省, "
    "收货地址-市, 收货地址-区, 收货地址-街道, 收货地址, 发货时间, 快递公司, 快递单号, 物流信息, 集运类型, 直邮类型, 仓库名称, 仓库地址, "
    "发货类型, 实名姓名, 服务门店ID, 服务门店名称, 服务门店地址, 国补/类国补/消费券, 订单销售主体"
).split(", ")
KUAISHOU_61 = [h for h in KUAISHOU_64 if h not in ("国补类型", "发货类型", "订单销售主体")]
KUAISHOU_AFTER = (
    "售后单号, 订单编号, 订单状态, 订单创建时间, 实付款, 快递费, 商家实收金额, 商品ID, 商品名称, SKU编码, 商品规格, 买家ID, 买家昵称, "
    "售后类型, 退款金额, 售后状态, 售后原因, 售后原因标签（二级）, 申请描述, 售后申请时间, 售后完结时间, 超时时间, 是否ATOM处理, 退款方式, "
    "售后操作, 客服仲裁, 发货快递单号(如为西北订单，仅展示一段物流信息), 发货快递公司(如为西北订单，仅展示一段物流信息), 退货物流单号, "
    "退货物流公司, 退货物流状态, 退货异常, 商家退货地址, 商家退货联系人姓名, 商家退货联系人电话, 换货物流单号, 换货物流公司, 换货商品信息, "
    "操作人, 旗帜颜色, 插旗备注"
).split(", ")

KUAISHOU_BACK = {"售后成功", "退款成功"}
KUAISHOU_BLANKS = ("-", "--", "—", "/", "——", "无")


def read_kuaishou_order(row, table):
    paid, freight, word = row.money("实付款", needed=True), row.money("快递费"), row.text("售后状态")
    if word in KUAISHOU_BACK:
        refund = "amount_unknown"
    else:
        refund = "none" if word in ("", "售后处理中", "售后关闭") else "status_unknown"
    order = row.id("订单号")
    return [Claim(
        order=order, line=order, item=row.text("商品ID"),
        listing=row.text("SKU编码") or joined(row.first("商品ID", "商品名称"), row.text("商品规格")),
        quantity=row.quantity("成交数量"), goods=paid - freight + row.money("平台补贴") + row.money("主播补贴"),
        cash=paid - freight, freight=freight, paid_at=row.time("订单支付时间", slashes=True), refund=refund)]


def read_kuaishou_after_sale(row, table):
    order = row.id("订单编号")
    state = state_of(row.text("售后状态"), KUAISHOU_BACK, {"售后处理中"}, {"售后关闭"})
    if state == "back" and row.text("售后类型") in ("换货", "补寄"):
        state = "nothing"
    return [AfterSale(
        number=row.id("售后单号"), order=order, line=order, item="", cash=row.money("退款金额"),
        back_at=row.time("售后完结时间", slashes=True), state=state)]


def kuaishou_number(order):
    return f"26295000{order:08d}"


def kuaishou_cells(header, order, code, quantity, paid, at, word, *, freight="￥0", platform=None, streamer=None, **more):
    blank = KUAISHOU_BLANKS[order % 6]
    values = {
        "订单号": kuaishou_number(order), "商品名称": NAMES.get(code, "其他山货"), "商品ID": f"2100000{order:05d}",
        "商品规格": "默认", "SKU编码": code or blank, "成交数量": quantity, "实付款": paid, "快递费": freight,
        "平台补贴": platform or blank, "主播补贴": streamer or blank, "订单支付时间": at or blank,
        "订单创建时间": at or "2026-09-01 10:00:00", "订单状态": "交易成功" if at else "待付款", "售后状态": word or blank,
        "预估推广者分佣比例": "30.0%",
    }
    spelling = {canonical(column): column for column in header}
    return filled(header, order, blank, {spelling[canonical(k)]: v for k, v in {**values, **more}.items()})


def kuaishou_after_cells(after_sale, order, cash, word, ended="-", kind="仅退款", **more):
    values = {
        "售后单号": f"9900000{after_sale:08d}", "订单编号": kuaishou_number(order), "退款金额": cash, "售后状态": word,
        "售后类型": kind, "售后完结时间": ended, "售后申请时间": "2026-09-15 10:00:00", "实付款": "¥0",
    }
    return filled(KUAISHOU_AFTER, after_sale, "-", {**values, **more})


def make_kuaishou(folder):
    at = "2026-09-{:02d} 21:30:15".format
    done = "售后成功"
    cells = lambda *row, **more: kuaishou_cells(KUAISHOU_61, *row, **more)
    first = [
        cells(1, "BC01", "1", "¥128.00", at(1), ""),
        # Subsidised, with freight; two partial refunds, the second of which completes it.
        cells(2, "MX03", "2", "¥1,299.90", at(2), done, freight="¥9.90", platform="¥300.00", streamer="￥150"),
        cells(3, "SF02", "1", "¥45.00", at(3), "退款成功", 订单状态="交易关闭"),
        cells(4, "HS02", "2", "¥99.80", at(4), done),
        cells(5, "YC04", "1", "¥45.00", at(5), "售后关闭"),
        cells(6, "DF02", "3", "¥59.70", at(6), "售后处理中"),
        # Exchanged: nothing goes back; in the one the order file says 售后成功, in the other nothing.
        cells(7, "BC04", "1", "¥39.90", at(7), done),
        cells(8, "BC04", "1", "¥39.90", at(8), ""),
        cells(9, "FM01", "1", "¥88.00", at(9), "退款成功"),
        cells(10, "YC02", "1", "¥138.00", at(10), "平台介入中"),
        cells(11, "BC02", "1", "¥98.00", "", ""),
    ]
    # 64 columns, 帐 for 账; marks before numbers; a number that was a float.
    header = [h.replace("账号", "帐号") for h in KUAISHOU_64]
    cells = lambda *row, **more: kuaishou_cells(header, *row, **more)
    second = [
        cells(12, "KS-X1", "1", "¥560.00", at(12), ""),
        cells(13, "", "2", "¥70.00", at(13), "", 商品规格="1斤装【试吃】"),
        cells(14, "AJ01", "1", "¥118.00", at(14), done, 订单号="`" + kuaishou_number(14)),
        cells(15, "YC03", "1.0", "¥32.00", at(15), "", 订单号=kuaishou_number(15) + ".0"),
        cells(16, "MX02", "1", "¥218.00", "2026-10-01 00:00:00", done, platform="¥50.00", 订单号="'" + kuaishou_number(16)),
        cells(17, "BC02", "1", "¥9B.00", at(17), ""),
        cells(18, "BC02", "1", "¥98.00", "2026-13-05 10:00:00", ""),
        cells(19, "BC02", "1", "¥98.00", at(19), "", 订单号="2.6295E+15"),
        cells(20, "BC02", "1", "¥98.00", "昨天晚上", ""),
        cells(21, "BC02", "1", "", at(21), "", 实付款="--"),
    ]
    tables = [
        Table(KUAISHOU_61, first, name="订单1", dimension="A1"),
        Table(header, second, name="订单2", dimension="A1", mode="inline"),
    ]
    folder.add(stamped("2026-10-31 23:50:00", "orders.xlsx"), xlsx_bytes(*tables), tables, read_kuaishou_order)

    cells = lambda *row, **more: kuaishou_cells(KUAISHOU_61, *row, **more)
    table = Table(KUAISHOU_61, [
        cells(4, "HS02", "2", "￥99.80", "2026/9/4 21:30:15", "", 订单状态="待发货"),
        cells(30, "LR01", "2", "152.00", "2026/10/24 15:30:15", "", freight="0.00"),
        cells(31, "JL01", "1", "33.00", "2026/10/24 15:30:16", "", freight="5.00", 订单备注="小额打款,已联系赵虚构"),
        cells(32, "JL01", "1", "28.00", "2026/10/24 15:30:17", "", 订单备注=Loose("退差价,已打款给钱虚构")),
        cells(33, "JL01", "1", "28.00", "2026/10/24 15:30:18", "", 成交数量="1.5"),
    ], above=[["快手小店订单导出（虚构店铺）"]])
    folder.add(stamped("2026-10-26 12:00:00", "orders_old.csv"), csv_bytes(table, eol="\n"), [table], read_kuaishou_order)

    cells = kuaishou_after_cells
    table = Table(KUAISHOU_AFTER, [
        cells(1, 2, "¥290.00", "售后成功", "2026-09-20 10:00:00"),
        cells(2, 2, "¥1,000.00", "退款成功", "2026-10-03 10:00:00", "退货退款"),
        cells(3, 3, "¥45.00", "退款成功", "2026-10-08 23:59:59"),
        cells(4, 4, "￥20", "售后成功", "2026-10-27 10:00:00"),
        cells(5, 5, "¥45.00", "售后关闭", "2026-09-28 10:00:00"),
        cells(6, 6, "¥59.70", "售后处理中"),
        cells(7, 7, "--", "售后成功", "2026-09-29 10:00:00", "换货"),
        cells(8, 8, "¥39.90", "售后成功", "2026-09-29 11:00:00", "补寄"),
        cells(9, 14, "¥18.00", "售后成功", "2026-09-30 23:59:59", 订单编号="`" + kuaishou_number(14)),
        cells(10, 16, "¥33.33", "退款成功", "2026-10-12 10:00:00"),
        cells(11, 999, "¥12.00", "退款成功", "2026-10-13 10:00:00"),
        cells(12, 30, "¥10.00", "客服处理中"),
        cells(13, 31, "全部", "退款成功", "2026-10-28 10:00:00"),
    ], name="售后单", dimension="A1")
    folder.add(stamped("2026-10-31 23:58:00", "aftersales.xlsx"), xlsx_bytes(table), [table], read_kuaishou_after_sale)


# ---------------------------------------------------------------------------------------------------------------
# 9. pinduoduo

PINDUODUO_27 = (
    "商品, 订单号, 订单状态, 商品总价(元), 邮费(元), 店铺优惠折扣(元), 平台优惠折扣(元), 多多支付立减金额(元), 用户实付金额(元), "
    "商家实收金额(元), 商品数量(件), 发货时间, 确认收货时间, 商品id, 商品规格, 样式ID, 商家编码-规格维度, 商家编码-商品维度, 商家备注, "
    "售后状态, 快递单号, 快递公司, 订单成交时间, 是否分期, 分期期数, 手续费承担方, 分期方式"
).split(", ")
PINDUODUO_LONG = (
    "商品, 订单号, 订单状态, 商品数量(件), 是否审核中, 支付时间, 承诺发货时间, 承诺送达时间, 发货时间, 确认收货时间, 商品id, 商品规格, "
    "样式ID, 商品一级类目, 商品二级类目, 商品三级类目, 商品四级类目, 商家编码-规格维度, 商家编码-商品维度, 商家备注, 买家留言, 售后状态, "
    "消费者资料, 订单成交时间, 消费者资料上传时间, 赠品名称, 赠品id, 赠品规格, 赠品数量, 团ID, 团身份, 是否已开始配送, 配送员是否已送达, "
    "配送状态, 同城是否普通快递, 商品总价(元), 邮费(元), 店铺优惠折扣(元), 平台优惠折扣(元), 多多支付立减金额(元), 上门安装费(元), "
    "送货入户费(元), 送货入户并安装费(元), 用户实付金额(元), 商家实收金额(元), 快递单号, 快递公司, 省, 市, 区, 街道/镇, 配送员手机号, "
    "支付ID, 支付方式, 是否直播间成交, 订单来源"
).split(", ")


def read_pinduoduo_order(row, table):
    freight, order = row.money("邮费(元)"), row.id("订单号")
    cash = row.money("商家实收金额(元)", needed=True) - freight
    status, after = row.text("订单状态").replace(",", "，"), row.text("售后状态")
    if status in ("未发货，退款成功", "已取消，退款成功"):
        refund = "full"
    elif status.endswith("，退款成功") or after in ("退款成功", "部分退款成功"):
        refund = "amount_unknown"
    else:
        refund = "none" if after in ("", "无售后或售后取消", "售后处理中") else "status_unknown"
    paid = row.time("支付时间", slashes=True) if "支付时间" in row.titles else ""
    return [Claim(
        order=order, line=order, item=row.text("商品id"),
        listing=row.first("商家编码-规格维度", "商家编码-商品维度")
        or joined(row.first("商品id", "商品"), row.text("商品规格")),
        quantity=row.quantity("商品数量(件)"), goods=cash, cash=cash, freight=freight,
        paid_at=paid or row.time("订单成交时间", slashes=True), refund=refund)]


def pinduoduo_cells(header, order, day, code, quantity, cash, at, status, after="无售后或售后取消", **more):
    long = header is PINDUODUO_LONG
    values = {
        "商品": NAMES.get(code, "其他山货"), "订单号": f"{day}-{order:015d}", "订单状态": status, "商品数量(件)": quantity,
        "商家实收金额(元)": cash, "用户实付金额(元)": cash, "商品总价(元)": cash, "邮费(元)": "0.00", "商品id": f"5500000{order:05d}",
        "商品规格": "默认", "商家编码-规格维度": code, "售后状态": after, "支付时间" if long else "订单成交时间": at,
    }
    return filled(header, order, "", {**values, **more})


def make_pinduoduo(folder):
    none = "无售后或售后取消"
    cells = lambda *row, **more: pinduoduo_cells(PINDUODUO_27, *row, **more)
    table = Table(PINDUODUO_27, [
        cells(1, "260906", "BC01", "1", "128.00", "2026/9/6 8:05", "已发货，待签收"),
        cells(2, "260906", "SF02", "2", "90.00", "2026-09-06 13:41:59", "未发货，退款成功", "退款成功"),
        cells(3, "260907", "HS02", "1", "55.90", "2026/9/7 23:59", "已收货", **{"邮费(元)": "6.00"}),
        cells(4, "260908", "YC02", "1", "138.00", "2026/9/8 0:00", "已签收，退款成功", "退款成功"),
        cells(5, "260909", "DF02", "3", "59.70", "2026/9/9 10:10", "已发货,待签收", "售后处理中"),
        cells(6, "260910", "MX01", "1", "58.00", "", "待付款", ""),
        cells(7, "260911", "BUCHA-1", "1200", "1,200.00", "2026/9/11 10:10", "已收货", 商品="补差价专拍（一元一件）"),
        cells(8, "260912", "", "1", "88.00", "2026/9/12 10:10", "已收货", **{"商家编码-商品维度": "FM01"}),
        cells(9, "260913", "", "2", "40.00", "2026/9/13 10:10", "已收货", 商品规格="5斤装,带泥"),
        cells(10, "260914", "AJ01", "1", "124.00", "2026/9/14 10:10", "已取消，退款成功", **{"邮费(元)": "6.00"}),
        cells(11, "260915", "BC02", "1", "98.00", "2026/9/15 10:10", "未发货,退款成功", "退款成功"),
        cells(12, "260916", "BC02", "1", "98.00", "2026/9/16 10:10", "已收货", 订单号="2.60916E+20"),
        cells(13, "260917", "BC02", "1.5", "98.00", "2026/9/17 10:10", "已收货"),
        cells(14, "260918", "BC02", "1", "98.00", "2026-09-31 10:10:00", "已收货"),
        cells(15, "260919", "BC02", "1", "98.00", "2026/9/19 10:10", "已收货", 商家备注=Loose("缺货,已电联李虚构")),
    ])
    folder.add(stamped("2026-10-20 10:00:00", "orders.csv"), csv_bytes(table, "gb18030", cell=tab_trailed), [table],
               read_pinduoduo_order)

    cells = lambda *row, **more: pinduoduo_cells(PINDUODUO_LONG, *row, **more)
    table = Table(PINDUODUO_LONG, [
        cells(1, "260906", "BC01", "1", "128.00", "2026-09-06 08:05:00", "已收货"),
        cells(2, "260906", "SF02", "2", "90.00", "2026-09-06 13:41:59", "未发货，退款成功", "退款成功"),
        cells(5, "260909", "DF02", "3", "59.70", "2026-09-09 10:10:00", "已签收", "部分退款成功"),
        cells(20, "261001", "JL02", "1", "168.00", "2026-10-01 00:00:00", "已取消，退款成功", "退款成功"),
        cells(21, "261006", "LR01", "3", "¥236.00", "2026/10/6 8:05", "已收货", none, **{"邮费(元)": "8.00"}),
        cells(22, "261007", "BC03", "1", "368.00", "", "已发货，待收货", 订单成交时间="2026-10-07 09:09:09"),
        cells(23, "261008", "HS03", "2.0", "37.00", "2026-10-08 09:09:09", "已发货，退款成功", "退款成功"),
        cells(24, "261009", "YC04", "1", "45.00", "2026-10-09 09:09:09", "已收货", "售后处理中"),
        cells(25, "261010", "YC04", "1", "45.00", "10月10日早上", "已收货"),
        cells(26, "261011", "YC04", "1", "四十五", "2026-10-11 09:09:09", "已收货"),
        cells(27, "261012", "YC03", "2", "64.00", "2026-10-12 09:09:09", "已收货", "换货处理中"),
    ])
    folder.add(stamped("2026-10-31 23:50:00", "orders.csv.gz"), gzip_bytes(csv_bytes(table, eol="\n")), [table],
               read_pinduoduo_order)


# ---------------------------------------------------------------------------------------------------------------
# 10. supermarket

CONSIGNMENT = "门店, 商品编码, 商品名称, 规格, 单位, 销售数量, 结算单价, 结算金额, 退货数量, 退货金额, 备注".split(", ")
CONCESSION = (
    "门店, 供应商, 合同号, 营业日, 单据号, 商品编码, 商品名称, 规格, 销售数量, 销售金额, 联营扣点, 应付金额"
).split(", ")


def supermarket_row(row, day, shop, amount, back=D(0)):
    """A claim, or an after-sale where the amount is negative."""
    order = f"{day} {shop}"
    code, spec = row.text("商品编码"), row.text("规格")
    line = joined(code or row.text("商品名称"), spec)
    midnight = f"{day} 00:00:00"
    if amount < 0:
        return AfterSale(f"{order} {line} 退货", order, line, "", -amount, midnight, "back")
    return Claim(
        order=order, line=line, item=code, listing=code or line, quantity=row.quantity("销售数量", places=3), goods=amount,
        cash=amount, freight=D(0), paid_at=midnight, refund="part" if back > 0 else "none", refunded=back, numbered=True)


def consignment_reader():
    """Reads one statement: a blank shop is the one above; the day is the last of the period above the header."""
    above = {}

    def read(row, table):
        words = " ".join(str(cell) for line in table.above for cell in line)
        last_day = re.search(r"结算期间：\S+ 至 (\d{4}-\d\d-\d\d)", words).group(1)
        above["shop"] = row.text("门店") or above["shop"]
        amount = row.money("结算金额", needed=True)
        return [supermarket_row(row, last_day, above["shop"], amount, row.money("退货金额"))]

    return read


def read_concession(row, table):
    return [supermarket_row(row, row.day("营业日"), row.text("门店"), row.money("销售金额", needed=True))]


def consignment_table(title, period, shops, total_column, **options):
    """A statement: merged title, merged shops, a 小计 a shop, 合计, signatures; `total_column` holds those words."""
    rows, merges, sums = [], ["A1:K1"], []

    def total(word, amounts):
        cells = {total_column: word, "结算金额": f"{sum(a for a, _ in amounts):,}", "退货金额": f"{sum(b for _, b in amounts):,}"}
        return [cells.get(column, "") for column in CONSIGNMENT]

    for shop, lines in shops:
        first, amounts = len(rows) + 4, []
        for number, (code, name, spec, unit, quantity, price, amount, *rest) in enumerate(lines):
            back_quantity, back, note = (*rest, "", "", "")[:3]
            rows.append(dict(zip(CONSIGNMENT, (
                shop if number == 0 else "", code, name or NAMES[code], spec, unit, quantity, price, amount, back_quantity, back,
                note))))
            amounts.append((parse_money(clean(amount)) or D(0), parse_money(clean(back) or "0")))
        rows.append(total("小计", amounts))
        # Where the word stands in another column, the merged cell of the shop takes its row in.
        merges.append(f"A{first}:A{len(rows) + 3 - (total_column == '门店')}")
        sums += amounts
    rows.append(total("合计", sums))
    rows.append(["制表：赵虚构", "", "复核：钱虚构", "", "", "供应商签字：孙虚构 10000000003"])
    above = [[title], [f"结算期间：{period}", "", "", "", "供应商：彭水虚构农产品公司"]]
    return Table(CONSIGNMENT, rows, above=above, merges=merges, name="代销结算单", **options)


def make_supermarket(folder):
    table = consignment_table("水城虚构超市代销结算单 2026年9月", "2026-08-26 至 2026-09-25", [
        ("东昌店", [
            ("BC01", "", "500g", "盒", "10", "128.00", "1,280.00"),
            ("HS01", "", "散装", "公斤", "12.500", "6.80", "85.00"),
            # A part goes back, by a column of its own and by a negative row.
            ("SF01", "", "280g", "瓶", "20", "16.80", "¥336.00", "2", "33.60"),
            ("BC01", "", "500g", "盒", "-1", "128.00", "-128.00", "", "", "退货"),
            ("", "手工红薯粉", "散装", "公斤", "3.2", "20.00", "64.00"),
        ]),
        ("开发区店", [
            # Equal lines, then one that goes back whole by its column.
            ("DF01", "", "散装", "公斤", "10", "14.60", "146.00"),
            ("DF01", "", "散装", "公斤", "20.125", "14.60", "293.83"),
            ("AJ01", "", "250g", "盒", "2", "118.00", "236.00", "1", "118.00"),
            ("MX01", "", "", "袋", "1", "58.00", "58.00", "1", "58.00"),
            ("SM-9", "新品山核桃", "1kg", "袋", "4", "60.00", "240.00"),
            # Sold in an earlier period: it waits.
            ("JL02", "", "500g", "瓶", "-1", "168.00", "(168.00)", "", "", "上期退货"),
            ("JL01", "", "210g", "瓶", "5", "28.00", "待定"),
        ]),
    ], "门店")
    folder.add(stamped("2026-09-28 09:00:00", "consignment.xlsx"), xlsx_bytes(table), [table], consignment_reader())

    table = consignment_table("水城虚构超市代销结算单 2026年10月", "2026-09-26 至 2026-10-25", [
        ("东昌店", [
            # A negative row and a column tell of one line: 45.00, and 90.00 in all.
            ("SF02", "", "200g", "瓶", D("10"), D("45"), D("450"), D("2"), D("90")),
            ("SF02", "", "200g", "瓶", D("-1"), D("45"), D("-45")),
            ("YC04", "", "100g", "袋", D("3"), D("45"), D("135")),
            ("YC04", "", "100g", "袋", D("-3"), D("45"), D("-135")),
        ]),
        ("开发区店", [
            ("LR01", "", "散装", "公斤", D("2.355"), D("76"), D("178.98")),
            ("HS04", "", "200g", "袋", D("6"), D("15.8"), D("94.8")),
        ]),
    ], "商品编码", mode="inline")
    folder.add(stamped("2026-10-29 09:00:00", "consignment.xlsx"), xlsx_bytes(table), [table], consignment_reader())

    def line(shop, day, slip, code, name, spec, quantity, amount, rate="12%"):
        earned = parse_money(clean(amount))
        due = f"{share(earned * 88, D(1), D(100))}" if earned is not None else ""
        return dict(zip(CONCESSION, (
            shop, "彭水虚构农产品公司", "HT-2026-08", day, slip, code, name or NAMES[code], spec, quantity, amount, rate, due)))

    table = Table(CONCESSION, [
        line("振华店", "2026-09-03", "D0001", "BC02", "", "400g", "2", "196.00"),
        line("振华店", "2026/9/3", "D0002", "BC02", "", "400g", "3", "294.00"),
        line("振华店", "2026/9/3", "D0003", "HS01", "", "散装", "4.250", "28.90"),
        line("振华店", "2026-09-30", "D0004", "MX03", "", "礼盒", "2", "1,760.00元"),
        line("振华店", "2026-10-01", "D0005", "YC03", "", "150g", "2", "64.00"),
        # Goes back on its day; on another day: it waits.
        line("振华店", "2026-10-01", "D0006", "YC03", "", "150g", "-1", "-32.00"),
        line("振华店", "2026-10-02", "D0007", "MX03", "", "礼盒", "-1", "-880.00"),
        line("金鼎店", "2026/10/12", "D0008", "", "散称山核桃", "", "0.750", "45.00"),
        line("金鼎店", "2026/10/12", "D0009", "AJ01", "", "250g", "1", "118.00"),
        line("金鼎店", "2026-09-31", "D0010", "BC02", "", "400g", "1", "98.00"),
        line("金鼎店", "2026-10-13", "D0011", "BC02", "", Loose("400g,促销"), "1", "98.00"),
        line("金鼎店", "2026-10-14", "D0012", "BC02", "", "400g", "一", "98.00"),
        ["合计", "", "", "", "", "", "", "", "", "1,887.90", "", ""],
    ], above=[["水城虚构超市联营销售明细 2026年9月至10月"], ["供应商：彭水虚构农产品公司", "联系人：李虚构 10000000004"]])
    folder.add(stamped("2026-10-31 23:50:00", "concession.csv"), csv_bytes(table, "gb18030"), [table], read_concession)


# ---------------------------------------------------------------------------------------------------------------
# 11. fair

FAIR_FORM = "序号, 参展企业/合作社, 产品, 规格, 单价, 数量, 现场销售额(元), 签约金额(元), 收款方式, 备注, 合计".split(", ")
FAIR_LIST = "日期, 参展企业/合作社, 产品, 规格, 单价, 数量, 金额, 类型, 收款方式, 备注".split(", ")

FAIR_PAGES = ("登记表", "日销明细")


def last_day(title):
    """The last day that a title such as `2026年9月28日至30日 …` names."""
    year, month, until_month, day = re.search(r"(\d{4})年(\d+)月\d+日至(?:(\d+)月)?(\d+)日", title).groups()
    return date(int(year), int(until_month or month), int(day)).isoformat()


def fair_claim(row, table, day, amount, quantity, signed):
    line = joined(row.text("产品"), row.text("规格"))
    # Equal lines of two sheets of one workbook are two.
    page = f" {table.name}" if table.name in FAIR_PAGES else ""
    order = f"{day} {row.text('参展企业/合作社')}" + page + (" 签约" if signed else "")
    return Claim(order=order, line=line, item="", listing=line, quantity=quantity, goods=amount, cash=amount, freight=D(0),
                 paid_at=f"{day} 00:00:00", signed=signed, numbered=True)


def read_fair(row, table):
    quantity = row.quantity("数量", places=3)
    if canonical("类型") in row.titles:
        signed = {"现场销售": False, "签约": True}[row.text("类型")]
        return [fair_claim(row, table, row.day("日期"), row.money("金额", needed=True), quantity, signed)]
    day = last_day(str(table.above[0][0]))
    sold, agreed = row.money("现场销售额(元)"), row.money("签约金额(元)")
    claims = [fair_claim(row, table, day, sold, quantity, False)] if row.text("现场销售额(元)") else []
    if row.text("签约金额(元)"):
        claims.append(fair_claim(row, table, day, agreed, D(0) if claims else quantity, True))
    return claims


def make_fair(folder):
    first, second, third = "彭水虚构合作社", "郁山虚构食品厂", "高谷虚构家庭农场"

    def form(number, who, product, spec, price, quantity, sold="", agreed="", note=""):
        amounts = [parse_money(clean(a)) for a in (sold, agreed) if clean(a)]
        both = f"{sum(amounts):.2f}" if None not in amounts else ""
        return dict(zip(FAIR_FORM, (str(number), who, product, spec, price, quantity, sold, agreed, "现金", note, both)))

    rows = [
        form(1, first, "苦荞茶", "500g", "128.00", "20", "2,560.00"),
        form(2, first, "红薯", "散装", "6.80", "35.250", "239.70"),
        # Sold and agreed in one row; agreed only; a product twice.
        form(3, first, "豆腐乳", "280g", "16.80", "30", "504.00", "30,000.00", "签约 2000 瓶"),
        form(4, second, "晶丝苕粉", "1kg", "49.90", "100", "-", "¥4,990.00"),
        form(5, second, "擀酥饼", "", "39.90", "5", "199.50元"),
        form(6, second, "擀酥饼", "", "39.90", "8", "319.20", "无"),
        form(7, third, "老腊肉", "散装", "76.00", "6.125", "￥465.50", "/"),
        form(8, third, "土蜂蜜", "500g", "88.00", "3", "约三百"),
    ]
    total = ["合计", "", "", "", "", "207.375", "4,287.90", "34,990.00", "", "", "39,277.90"]
    title = "2026年9月28日至30日 鲁渝同心促消费·彭水农特产品进高唐 销售登记表"
    sheet_one = Table(FAIR_FORM, [*rows, total], above=[[title]], merges=["A1:K1"], name="登记表")

    def entry(day, who, product, spec, price, quantity, amount, kind, note=""):
        return dict(zip(FAIR_LIST, (day, who, product, spec, price, quantity, amount, kind, "微信", note)))

    sheet_two = Table(FAIR_LIST, [
        entry("2026-09-28", first, "苦荞茶", "500g", "128.00", "6", "768.00", "现场销售"),
        entry("2026-09-29", first, "苦荞茶", "500g", "128.00", "7", "896.00", "现场销售"),
        entry("2026-09-29", first, "苦荞茶", "500g", "120.00", "50", "6,000.00", "签约", "赵虚构 10000000001 经手"),
        entry("2026-09-29", third, "木耳", "150g", "32.00", "4", "128.00", "现场销售"),
    ], name="日销明细")
    folder.add(stamped("2026-10-09 17:00:00", "fair.xlsx"), xlsx_bytes(sheet_one, sheet_two), [sheet_one, sheet_two], read_fair)

    table = Table(FAIR_LIST, [
        entry("2026-10-16", second, "晶丝苕粉", "1kg", D("49.9"), D("12"), D("598.8"), "现场销售"),
        entry("2026-10-17", second, "晶丝苕粉", "1kg", D("49.9"), D("10"), D("499"), "现场销售"),
        entry("2026-10-17", second, "晶丝苕粉", "1kg", D("45"), D("20"), D("900"), "现场销售"),
        entry("2026-10-17", second, "晶丝苕粉", "1kg", D("45"), D("200"), D("9000"), "签约"),
        entry("2026-10-18", third, "大米", "散装", D("14.6"), D("25.5"), D("372.3"), "现场销售"),
        entry("2026-10-32", third, "大米", "散装", D("14.6"), D("10"), D("146"), "现场销售"),
        entry("2026-10-18", third, "大米", "散装", D("14.6"), "若干", D("146"), "现场销售"),
        ["合计", "", "", "", "", "", D("11662.1"), "", "", ""],
    ], above=[["2026年10月16日至18日 彭水农特产品聊城展销会 销售登记"], ["登记人：周虚构"]], merges=["A1:J1"], mode="inline")
    folder.add(stamped("2026-10-31 23:50:00", "fair.xlsx"), xlsx_bytes(table), [table], read_fair,
               like=lambda row: tuple(map(row.text, ["日期", "参展企业/合作社", "产品", "规格"])))


# ---------------------------------------------------------------------------------------------------------------
# 12. fupin832

FUPIN832 = (
    "订单编号, 下单时间, 付款时间, 发货时间, 收货时间, 订单状态, 采购单位, 购买类型, 商品编码, 商品名称, 规格, 单位, 数量, 单价, 金额, "
    "运费, 退款金额, 供应商名称, 备注"
).split(", ")


def read_fupin832_order(row, table):
    item, spec = row.first("商品编码", "商品名称"), row.text("规格")
    goods, back = row.money("金额", needed=True), row.money("退款金额")
    return [Claim(
        order=row.id("订单编号"), line=joined(item, spec), item=item, listing=row.text("商品编码") or joined(item, spec),
        quantity=row.quantity("数量", places=3), goods=goods, cash=goods, freight=row.money("运费"),
        paid_at=row.time("付款时间"), refund="part" if back > 0 else "none", refunded=back, numbered=True)]


def fupin832_number(order):
    return f"832026{order:010d}"


def fupin832_cells(order, code, spec, unit, quantity, price, goods, paid, status, back="", freight="", **more):
    values = {
        "订单编号": fupin832_number(order), "下单时间": paid or "2026-09-01 08:00:00", "付款时间": paid, "订单状态": status,
        "采购单位": f"聊城虚构第{order}小学食堂", "商品编码": code, "商品名称": NAMES.get(code, "其他山货"), "规格": spec, "单位": unit,
        "数量": quantity, "单价": price, "金额": goods, "运费": freight, "退款金额": back, "供应商名称": "彭水虚构农产品公司", "备注": "",
    }
    return filled(FUPIN832, order, "", {**values, **more})


def make_fupin832(folder):
    at = "2026-{} 15:00:00".format
    cells = fupin832_cells
    contact = {"备注": "收货联系人赵虚构 10000000001"}
    old = Table(FUPIN832, [
        cells(1, "HS01", "散装", "公斤", "125.500", "6.80", "853.40", at("09-02"), "已发货", "", "12.00", **contact),
        cells(1, "DF01", "散装", "公斤", "1,000.000", "14.60", "¥14,600.00", at("09-02"), "已发货", "146.00"),
        cells(2, "BC02", "400g", "袋", "10", "98.00", "980.00", at("09-03"), "待发货"),
        cells(3, "SF01", "280g", "瓶", "6", "16.80", "100.80", "", "待付款"),
        cells(4, "YC01", "散装", "公斤", "2.125", "86.00", "182.75", at("09-05"), "已关闭", "182.75"),
    ], above=[["832平台供应商订单导出"], ["导出时间：2026-09-30 20:00:00"]], merges=["A1:S1"])
    folder.add(stamped("2026-09-30 20:00:00", "832orders.xlsx"), xlsx_bytes(old), [old], read_fupin832_order)

    # The newer file has numbers where numbers are.
    new = Table(FUPIN832, [
        cells(1, "HS01", "散装", "公斤", D("125.5"), D("6.8"), D("853.4"), at("09-02"), "已完成", "", D("12"), **contact),
        cells(1, "DF01", "散装", "公斤", D("1000"), D("14.6"), D("14600"), at("09-02"), "已完成", D("146")),
        cells(2, "BC02", "400g", "袋", D("10"), D("98"), D("980"), at("09-03"), "已收货", D("196")),
        cells(3, "SF01", "280g", "瓶", D("6"), D("16.8"), D("100.8"), "", "已取消"),
        cells(4, "YC01", "散装", "公斤", D("2.125"), D("86"), D("182.75"), at("09-05"), "已关闭", D("182.75")),
        # Equal lines of an order: the dearer is the first, though it stands below.
        cells(5, "JL01", "210g", "瓶", D("5"), D("28"), D("140"), at("09-30"), "已完成"),
        cells(5, "JL01", "210g", "瓶", D("20"), D("28"), D("560"), at("09-30"), "已完成", D("28")),
        # A line with no spec; one with no code; a code that is no sku; another county's product.
        cells(6, "MX03", "", "盒", D("1"), D("880"), D("880"), at("10-08"), "已收货", 购买类型="工会"),
        cells(6, "", "散装", "公斤", D("8.5"), D("20"), D("170"), at("10-08"), "已收货", 商品名称="高山土豆"),
        cells(6, "F832-77", "1kg", "袋", D("12"), D("35"), D("420"), at("10-08"), "已收货"),
        cells(7, "AJ01", "250g", "盒", D("3"), D("118"), D("354"), at("10-09"), "已完成", D("118")),
        cells(8, "LR01", "散装", "公斤", D("4.375"), D("76"), D("332.5"), at("10-10"), "已发货", "-"),
        cells(9, "HS01", "散装", "公斤", D("10"), D("6.8"), "面议", at("10-11"), "已发货"),
        cells(10, "HS01", "散装", "公斤", D("10"), D("6.8"), D("68"), "2026-10-11 25:00:00", "已发货"),
        cells(11, "HS01", "散装", "公斤", D("10"), D("6.8"), D("68"), at("10-11"), "已发货", 订单编号="8.32026E+15"),
        cells(12, "HS01", "散装", "公斤", "十", D("6.8"), D("68"), at("10-11"), "已发货"),
        ["合计"] + [D("19777.45") if h == "金额" else "" for h in FUPIN832[1:]],
    ], above=[["832平台供应商订单导出"]], merges=["A1:S1"], mode="inline", dimension="A1:B2")
    folder.add(stamped("2026-10-31 23:50:00", "832orders.xlsx"), xlsx_bytes(new), [new], read_fupin832_order)


# ---------------------------------------------------------------------------------------------------------------
# 13. The end

PLATFORMS = [
    ("douyin", make_douyin),
    ("weixin", make_weixin),
    ("taobao", make_taobao),
    ("kuaishou", make_kuaishou),
    ("pinduoduo", make_pinduoduo),
    ("supermarket", make_supermarket),
    ("fair", make_fair),
    ("fupin832", make_fupin832),
]


def write_csv(path, header, rows):
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header.split(","))
        writer.writerows(sorted(rows))


def expected(folder):
    lines = posted(folder)
    claims = [
        (c.order, c.line, c.listing, plain(c.quantity), yuan(c.goods), yuan(c.cash), yuan(c.freight), c.paid_at, c.refund,
         yuan(c.refunded) if c.refund == "part" else "", "t" if c.signed else "f")
        for c in folder.newest_claims().values()
    ]
    after_sales = [
        (a.number, a.order, a.line, a.item, yuan(a.cash), a.back_at, a.state)
        for a in folder.newest_after_sales().values()
    ]
    line_rows = [
        (order, line, side, day, plain(quantity or 0), yuan(amount or D(0)), *judged)
        for order, line, side, day, quantity, amount, *judged in lines
    ]
    month_rows = [
        (month, *(yuan(sums[word]) for word in ("gross", "refunds", "excluded", "pending", "counted")))
        for month, sums in months(lines).items()
    ]
    check_again(folder, claims, after_sales, line_rows, month_rows)
    return {
        "claims.csv": ("order,line,listing,quantity,goods,cash,freight,paid_at,refund,refunded,signed", claims),
        "aftersales.csv": ("number,order,line,item,cash,back_at,state", after_sales),
        "rejects.csv": ("file,column,reason", folder.rejects),
        "lines.csv": ("order,line,side,day,quantity,amount,verdict,rule", line_rows),
        "months.csv": ("month,gross,refunds,excluded,pending,counted", month_rows),
    }


def build(name, make):
    folder = Folder(name)
    make(folder)
    return folder


def write(folder):
    tables = expected(folder)
    root = HERE / folder.name
    for part in ("raw", "expected"):
        shutil.rmtree(root / part, ignore_errors=True)
        (root / part).mkdir(parents=True)
    for name, data in folder.files.items():
        (root / "raw" / name).write_bytes(data)
    for name, (header, rows) in tables.items():
        write_csv(root / "expected" / name, header, rows)
    return tables


def main():
    print(f"{'folder':12} {'month':8} {'files':>5} {'claims':>6} {'lines':>5} "
          f"{'gross':>10} {'refunds':>9} {'excluded':>9} {'pending':>9} {'counted':>10}")
    for name, make in PLATFORMS:
        folder = build(name, make)
        tables = write(folder)
        counts = len(folder.files), len(tables["claims.csv"][1]), len(tables["lines.csv"][1])
        rows = sorted(tables["months.csv"][1])
        total = ["total", *(yuan(sum(map(D, column))) for column in list(zip(*rows))[1:])]
        for month, gross, back, excluded, pending, counted in [*rows, total]:
            print(f"{name:12} {month:8} {counts[0]:5} {counts[1]:6} {counts[2]:5} "
                  f"{gross:>10} {back:>9} {excluded:>9} {pending:>9} {counted:>10}")


if __name__ == "__main__":
    main()
