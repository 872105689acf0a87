import openpyxl, datetime, sys
from openpyxl.styles import Font
from openpyxl.worksheet.dimensions import SheetDimension
wb=openpyxl.Workbook(); ws=wb.active; ws.title="订单"
rows=[["订单明细",None,None,None],
["订单编号","金额","时间","状态","日期"],
["6917000000000000001",19.9,datetime.datetime(2026,9,1,8,0,5),"已发货",datetime.date(2026,9,1)],
["'1<&>\"",-0.5,datetime.datetime(2026,9,1,0,0,0),"换\n行",datetime.date(1900,3,1)],
[None]*5,
[10160070484512,1e-7,datetime.datetime(2026,12,31,23,59,59),None,datetime.date(2026,2,28)],
["尾",123456789012345,None,None,None,None]]
for r in rows: ws.append(r)
ws.merge_cells("A1:D1")
w2=wb.create_sheet("隐藏"); w2.sheet_state="hidden"; w2["B3"]="x"
wb.save("openpyxl.xlsx")
