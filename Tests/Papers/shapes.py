#!/usr/bin/env python3
"""Makes a programme whose months have shapes that few months have, and writes each as a page, a workbook and JSON.

    shapes.py --bangfu PROGRAM --fixtures PROGRAM --folder EMPTY_FOLDER [--products N]

An empty month, one line, many products, long names, more refunded than sold, a target passed by 300 %, a usual month;
a year of them, and the pace. Pages are in each language, some in both. The program finds its database as always; the programme
`pengshui` must not be there.
"""

import argparse
import json
import subprocess
from pathlib import Path

LONG = "渝东南武陵山区彭水苗族土家族自治县靛水街道高山云雾有机富硒手工红薯粉" * 7
REPORTS = {
    "empty": ["monthly", "2024-01"],
    "line": ["monthly", "2024-02"],
    "products": ["monthly", "2024-03"],
    "names": ["monthly", "2024-04"],
    "negative": ["monthly", "2024-05"],
    "passed": ["monthly", "2024-06"],
    "usual": ["monthly", "2025-10"],
    "wan": ["monthly", "2025-10", "--in", "万元"],
    "year": ["yearly", "2024"],
    "pace": ["pace", "--today", "2025-11-30"],
    "waterfall": ["waterfall", "2025"],
    "margin": ["margin", "2025-10"],
}
# Of these also the page of both languages.
BOTH = ["usual", "pace", "waterfall", "empty"]


class Shapes:
    """The programme and the folder that it is written to."""

    def __init__(self, options: argparse.Namespace) -> None:
        self.bangfu = options.bangfu
        self.fixtures = options.fixtures
        self.products = options.products
        self.folder = Path(options.folder)

    def run(self, *words: str, text: str = "") -> str:
        done = subprocess.run([self.bangfu, *words], input=text, capture_output=True, text=True)
        if done.returncode != 0:
            raise SystemExit(f"bangfu {' '.join(words)}: {done.stderr}")
        return done.stdout

    def sell(self, day: str, lines: list[str], channel: str = "book") -> None:
        """Sells what is booked alone, without stock: the buyer pays later."""
        parts = [lines[at : at + 100] for at in range(0, len(lines), 100)]
        orders = [{"channel": channel, "line": part, "buyer": "org", "at": f"{day}T10:00:00"} for part in parts]
        self.run("order", "enter", "-", "--yes", text="".join(json.dumps(order) + "\n" for order in orders))

    def make(self) -> None:
        self.run("setup", "--catalogue", "pengshui")
        self.run("channel", "add", "book", "--name", "代发", "--kind", "marketplace")
        self.run("buyer", "add", "org", "--name", "机关", "--kind", "government")
        rows = [f"P{number:06},商品{number:06},盒,{number % 900 + 1}.50\n" for number in range(self.products)]
        rows += [f"L{number},{number}{LONG[:199]},盒,1.00\n" for number in range(3)]
        file = self.folder / "products.csv"
        file.write_text("sku,name,unit,price\n" + "".join(rows))
        self.run("product", "import", str(file))
        self.run("target", "set", "1000", "--from", "2024-06-01", "--to", "2024-06-30")
        self.run("target", "set", "1000000", "--from", "2025-01-01", "--to", "2025-12-31")
        self.sell("2024-02-03", ["BC01:1"])
        self.sell("2024-03-03", [f"P{number:06}:1" for number in range(self.products)])
        self.sell("2024-04-03", ["L0:1", "L1:2", "L2:3", "BC01:9"])
        last = json.loads(self.run("order", "list", "--format", "json"))[0]["document"]
        self.run("order", "refund", str(last), "--all", "--at", "2024-05-03T10:00:00", "--yes")
        self.sell("2024-06-03", ["BC01:25", "HS01:80"])
        for month in range(6, 12):
            name = self.folder / f"17620500{month:02}_douyin.csv"
            subprocess.run(
                [self.fixtures, "douyin", "--month", f"2025-{month:02}", "--rows", "300", "--seed", f"{month}"]
                + ["--foreign", "--unknown", "12", "--export-time", f"17650500{month:02}", "--output", str(name)],
                check=True,
            )
            self.run("import", str(name), "--channel", "douyin")

    def write(self) -> None:
        for name, words in REPORTS.items():
            for language in ["zh", "en"]:
                page = self.folder / f"{name}.{language}.html"
                self.run("report", *words, "--lang", language, "--output", str(page))
                if name != "margin" and page.stat().st_size > 300_000:
                    raise SystemExit(f"{page} has {page.stat().st_size} bytes")
            if name in BOTH:
                self.run("report", *words, "--output", str(self.folder / f"{name}.both.html"))
            self.run("report", *words, "--lang", "zh", "--output", str(self.folder / f"{name}.xlsx"))
            self.run("report", *words, "--output", str(self.folder / f"{name}.json"))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--bangfu", required=True)
    parser.add_argument("--fixtures", required=True)
    parser.add_argument("--folder", required=True)
    parser.add_argument("--products", type=int, default=100_000)
    shapes = Shapes(parser.parse_args())
    shapes.make()
    shapes.write()


if __name__ == "__main__":
    main()
