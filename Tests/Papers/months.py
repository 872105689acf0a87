#!/usr/bin/env python3
"""Makes random months, writes each as a workbook, JSON and CSV, and lets LibreOffice and pandas add them up again.

    months.py SEED --bangfu PROGRAM --folder EMPTY_FOLDER [--months 50] [--office PROGRAM]

Of each workbook the sums that are stored beside the formulas are made wrong first, so that what LibreOffice shows is what it
computed. Each sheet's rows, its total, the report's own CSV and its JSON must agree to the fen. The program finds its
database as always; the programme `pengshui` must not be there.
"""

import argparse
import json
import random
import re
import subprocess
import sys
import zipfile
from decimal import Decimal
from pathlib import Path

import pandas

SUMS = ["gross", "refunds", "duplicates", "excluded", "pending", "counted"]
SHEETS = {"by_channel": "By channel", "by_product": "By product", "by_supplier": "By supplier", "by_day": "By day"}
CSV_OF_ALL_SHEETS = "csv:Text - txt - csv (StarCalc):44,34,UTF8,1,,0,false,false,false,false,false,-1"
# LibreOffice believes stored results unless it is told not to.
ALWAYS_RECALCULATE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value>
</prop></item></oor:items>
"""


class Months:
    """The programme, and the months that are written of it."""

    def __init__(self, options: argparse.Namespace) -> None:
        self.bangfu = options.bangfu
        self.office = options.office
        self.folder = Path(options.folder).resolve()
        self.random = random.Random(options.seed)
        self.months = [f"{2019 + n // 12}-{n % 12 + 1:02}" for n in range(options.months)]
        self.faults: list[str] = []
        self.compared = 0

    def run(self, *words: str, text: str = "") -> str:
        done = subprocess.run([self.bangfu, *words, "--lang", "en"], input=text, capture_output=True, text=True)
        if done.returncode != 0:
            raise SystemExit(f"bangfu {' '.join(words)}: {done.stderr}")
        return done.stdout

    def make(self) -> None:
        self.run("setup", "--catalogue", "pengshui")
        self.run("channel", "add", "book", "--name", "代发", "--kind", "marketplace")
        self.run("buyer", "add", "org", "--name", "机关", "--kind", "government")
        skus = [product["sku"] for product in json.loads(self.run("product", "list", "--format", "json"))]
        orders = []
        for month in self.months:
            for _ in range(self.random.choice([0, 1, 3, 12])):
                lines = [
                    f"{sku}:{self.random.randint(1, 9)}@{self.random.randint(0, 99_999) / 100:.2f}"
                    for sku in self.random.sample(skus, self.random.randint(1, 6))
                ]
                at = f"{month}-{self.random.randint(1, 28):02}T10:00:00"
                orders.append({"channel": "book", "line": lines, "buyer": "org", "at": at})
        self.run("order", "enter", "-", "--yes", text="".join(json.dumps(order) + "\n" for order in orders))
        for number in self.random.sample(range(1, len(orders) + 1), len(orders) // 4):
            month = self.random.choice([m for m in self.months if m > orders[number - 1]["at"][:7]] or ["2024-01"])
            self.run("order", "refund", str(number), "--all", "--at", f"{month}-28T11:00:00", "--yes")

    def write(self) -> None:
        for month in self.months:
            for ending in ["xlsx", "json", "csv"]:
                self.run("report", "monthly", month, "--output", str(self.folder / f"{month}.{ending}"))
            self.spoil(self.folder / f"{month}.xlsx")

    def spoil(self, book: Path) -> None:
        """Makes the stored results of formulas wrong."""
        (self.folder / "spoilt").mkdir(exist_ok=True)
        with zipfile.ZipFile(book) as read, zipfile.ZipFile(self.folder / "spoilt" / book.name, "w") as written:
            for item in read.infolist():
                content = read.read(item)
                if item.filename.startswith("xl/worksheets/"):
                    content = re.sub(rb"(</f><v>)[^<]*", rb"\g<1>-77", content)
                written.writestr(item, content)

    def recalculate(self) -> None:
        profile = self.folder / "profile"
        (profile / "user").mkdir(parents=True)
        (profile / "user" / "registrymodifications.xcu").write_text(ALWAYS_RECALCULATE)
        books = [str(self.folder / "spoilt" / f"{month}.xlsx") for month in self.months]
        subprocess.run(
            [self.office, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to", CSV_OF_ALL_SHEETS]
            + ["--outdir", str(self.folder / "sheets"), *books],
            check=True,
            capture_output=True,
        )

    def expect(self, what: str, found: object, wanted: object) -> None:
        self.compared += 1
        if found != wanted:
            self.faults.append(f"{what}: {found}, not {wanted}")

    def sheet(self, month: str, name: str) -> pandas.DataFrame | None:
        """A sheet as others import it, its total under the rows; None where it has no rows."""
        file = self.folder / "sheets" / f"{month}-{name}.csv"
        lines = file.read_text().splitlines()
        head = next((number for number, line in enumerate(lines) if "Gross," in line), None)
        if head is None:
            return None
        table = pandas.read_csv(file, skiprows=head, header=0, dtype=str, keep_default_na=False)
        return table[(table != "").any(axis=1)]  # a table without rows has an empty one

    def compare(self, month: str) -> None:
        figure = json.loads((self.folder / f"{month}.json").read_text())
        flat = pandas.read_csv(self.folder / f"{month}.csv", dtype=str, keep_default_na=False)
        for key, name in SHEETS.items():
            rows = figure[key]
            mine = flat[flat["section"] == key]
            self.expect(f"{month} {key}: rows of the CSV", len(mine), len(rows))
            table = self.sheet(month, name)
            self.expect(f"{month} {name}: rows of the sheet", 0 if table is None else len(table) - 1, len(rows))
            for column in SUMS:
                wanted = [Decimal(row[column]) for row in rows]
                self.expect(f"{month} {key} {column} of the CSV", [Decimal(cell) for cell in mine[column]], wanted)
                self.expect(f"{month} {key} {column} of the JSON", sum(wanted), Decimal(figure[column]) if rows else 0)
                if table is None:
                    continue
                cells = [Decimal(cell).quantize(Decimal("0.01")) for cell in table[column.capitalize()]]
                self.expect(f"{month} {name} {column}", cells, wanted + [Decimal(figure[column])])

    def check(self) -> None:
        for month in self.months:
            self.compare(month)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("seed", type=int)
    parser.add_argument("--bangfu", required=True)
    parser.add_argument("--folder", required=True)
    parser.add_argument("--months", type=int, default=50)
    parser.add_argument("--office", default="soffice")
    months = Months(parser.parse_args())
    months.make()
    months.write()
    months.recalculate()
    months.check()
    for fault in months.faults:
        print(fault)
    print(f"{len(months.months)} months, {months.compared} comparisons, {len(months.faults)} faults")
    sys.exit(1 if months.faults or not months.compared else 0)


if __name__ == "__main__":
    main()
