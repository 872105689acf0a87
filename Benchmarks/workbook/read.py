"""Prints the seconds that python-calamine takes to read a workbook's rows, and how many there are: read.py FILE."""
import sys
import time

from python_calamine import CalamineWorkbook

begin = time.perf_counter()
workbook = CalamineWorkbook.from_path(sys.argv[1])
rows = sum(len(workbook.get_sheet_by_name(name).to_python()) for name in workbook.sheet_names)
print(time.perf_counter() - begin, rows)
