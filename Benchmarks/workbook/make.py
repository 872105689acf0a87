"""Writes an XLSX of orders the way spreadsheets do: make.py FILE ROWS. Texts are shared, the same bytes at every run."""
import sys
import zipfile
from xml.sax.saxutils import escape

COLUMNS = (
    "订单号 子订单号 商品名称 商品规格 数量 单价 应付金额 运费 平台优惠 商家优惠 支付时间 发货时间 完成时间 订单状态 售后状态 "
    "省 市 区 商家编码 备注").split()
PRODUCTS = [
    ("BC01", "彭水白茶 特级 50g", 12800), ("HS02", "蜜薯 精选箱装 5kg", 4990), ("SF01", "苕粉", 1680),
    ("YC02", "天麻 250g", 13800), ("MX02", "苗绣围巾", 26800), ("FM01", "土蜂蜜 500g", 8800),
]
PLACES = [("山东省", "聊城市", "东昌府区"), ("山东省", "济南市", "历下区"), ("北京市", "北京市", "海淀区")]
PARTS = {
    "[Content_Types].xml":
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Override PartName="/xl/workbook.xml" '
        'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>'
        '<Override PartName="/xl/worksheets/sheet1.xml" '
        'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>'
        '<Override PartName="/xl/sharedStrings.xml" '
        'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>',
    "_rels/.rels":
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="rId1" Target="xl/workbook.xml" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/></Relationships>',
    "xl/workbook.xml":
        '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
        'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
        '<sheets><sheet name="订单" sheetId="1" r:id="rId1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels":
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="rId1" Target="worksheets/sheet1.xml" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"/>'
        '<Relationship Id="rId2" Target="sharedStrings.xml" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings"/></Relationships>',
}
SHEET = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def order(number):
    """The cells of a row: texts as str, numbers as numbers."""
    code, name, price = PRODUCTS[number % len(PRODUCTS)]
    count, day = number % 3 + 1, number % 28 + 1
    time = f"2026-10-{day:02d} {number % 24:02d}:{number % 60:02d}:{number // 60 % 60:02d}"
    key = 6900000000000000000 + number * 38196601319 % 100000000000 * 10
    status = ("已完成", "-") if number % 20 else ("已关闭", "已全额退款")
    note = f"赠品：红薯干{number % 5}袋" if number % 30 == 0 else "-"
    return [
        str(key), str(key + 1), name, "默认", count, price / 100, price * count / 100, 0, 0, 0, time, time, time,
        *status, *PLACES[number % len(PLACES)], code, note]


def letters(column):
    return chr(65 + column)


def sheet_xml(rows, shared):
    yield HEAD + SHEET
    for line, cells in enumerate(rows, 1):
        xml = [f'<row r="{line}">']
        for column, cell in enumerate(cells):
            place = f"{letters(column)}{line}"
            if isinstance(cell, str):
                xml.append(f'<c r="{place}" t="s"><v>{shared.setdefault(cell, len(shared))}</v></c>')
            else:
                xml.append(f'<c r="{place}"><v>{cell}</v></c>')
        yield "".join(xml) + "</row>"
    yield "</sheetData></worksheet>"


def shared_xml(shared, uses):
    yield (f'{HEAD}<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
           f'count="{uses}" uniqueCount="{len(shared)}">')
    for text in shared:
        yield f"<si><t>{escape(text)}</t></si>"
    yield "</sst>"


def write(archive, name, parts):
    info = zipfile.ZipInfo(name)  # of a fixed time, unlike a name alone
    info.compress_type = zipfile.ZIP_DEFLATED
    with archive.open(info, "w") as file:
        buffer = []
        for number, part in enumerate(parts):
            buffer.append(part)
            if number % 4096 == 0:
                file.write("".join(buffer).encode())
                buffer.clear()
        file.write("".join(buffer).encode())


def main(path, count):
    shared = {}
    rows = (COLUMNS if number < 0 else order(number) for number in range(-1, count))
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in PARTS.items():
            write(archive, name, [HEAD, text])
        write(archive, "xl/worksheets/sheet1.xml", sheet_xml(rows, shared))
        write(archive, "xl/sharedStrings.xml", shared_xml(shared, 14 * count + 20))


main(sys.argv[1], int(sys.argv[2]))
