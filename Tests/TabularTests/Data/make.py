import datetime

import openpyxl
import xlwt

wb = openpyxl.Workbook()
ws = wb.active
ws.title = "订单"
for row in [
    ["订单明细"],
    ["订单编号", "金额", "时间", "状态", "日期", "是否"],
    ["6917000000000000001", 19.9, datetime.datetime(2026, 9, 1, 8, 0, 5), "已发货",
     datetime.date(2026, 9, 1), True],
    ["'1<&>\"", -0.5, datetime.datetime(2026, 9, 1), "换\n行", datetime.date(1900, 3, 1), False],
    [],
    [10160070484512, 1e-7, datetime.datetime(2026, 12, 31, 23, 59, 59), None,
     datetime.date(2026, 2, 28), 0.1 + 0.2],
    ["尾", 123456789012345],
]:
    ws.append(row)
ws.merge_cells("A1:D1")
hidden = wb.create_sheet("隐藏")
hidden.sheet_state = "hidden"
hidden["B3"] = "x"
wb.save("openpyxl.xlsx")

# Results of formulas are known to LibreOffice alone, which works them out when it converts.
wb = openpyxl.Workbook()
ws = wb.active
ws.append(["=1+1.5", '="甲"&"x"', "=1=1", "=1/0", "=DATE(2026,9,1)", '=""', "=NA()"])
ws["E1"].number_format = 'yyyy"年"m"月"d"日"'
ws["A3"] = 46266.5
ws["A3"].number_format = "yyyy-mm-dd"
wb.save("formulas.xlsx")

book = xlwt.Workbook()
sheet = book.add_sheet("a")
for row, cells in enumerate([
    ["code", "amount"], [1001.0, 28.799999999999997], [2500000000000101, 0.1 + 0.2], [6917012345678901234.0, -1234567.0999999999],
]):
    for column, cell in enumerate(cells):
        sheet.write(row, column, cell)
sheet.row(2).hidden = True
book.save("numbers.xls")
