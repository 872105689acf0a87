#!/usr/bin/env python3
"""Looks at pages in Chromium as different people do, and says what one would not hand in.

    look.py FOLDER [--shots FOLDER] [--chromium PROGRAM]

Each page of the folder is opened 360 and 1280 pixels wide, in light and dark, and printed on A4. It must ask for nothing
from anywhere, need no script, and not be wider than the window; of two languages one is seen; axe-core checks contrast, headings, tables and labels;
texts of charts are checked here, since axe leaves SVG out.
"""

import argparse
import sys
from pathlib import Path

from axe_playwright_python.base import AXE_FILE_PATH
from playwright.sync_api import Browser, Page, sync_playwright

WIDTHS = [360, 1280]
SCHEMES = ["light", "dark"]

# Of each text of a chart, and of each bar: how far its colour is from the page's (WCAG 2.2).
CHART_CONTRASTS = """
() => {
  const light = text => {
    const parts = text.match(/[\\d.]+/g).slice(0, 3).map(part => part / 255)
      .map(part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
  };
  const ground = light(getComputedStyle(document.body).backgroundColor);
  const far = colour => {
    const one = light(colour);
    return (Math.max(one, ground) + 0.05) / (Math.min(one, ground) + 0.05);
  };
  const found = [];
  for (const text of document.querySelectorAll("svg[role=img] text"))
    found.push(["text", text.textContent, far(getComputedStyle(text).fill), 4.5]);
  for (const bar of document.querySelectorAll("svg[role=img] rect[class^=s]"))
    found.push(["bar", bar.getAttribute("class"), far(getComputedStyle(bar).fill), 3]);
  return found.filter(one => !(one[2] >= one[3]));
}
"""

# Texts of a chart that lie on one another, outside of it, or are too small to read; a chart that is seen in part.
CHART_TEXTS = """
() => {
  const found = [];
  for (const svg of document.querySelectorAll("svg[role=img]")) {
    const frame = svg.getBoundingClientRect();
    if (!frame.width) continue;
    const size = frame.width / svg.viewBox.baseVal.width * 13;
    if (size < 11) found.push(`letters of ${size.toFixed(1)} pixels in ${svg.getAttribute("aria-label")}`);
    if (frame.right > innerWidth) found.push(`${svg.getAttribute("aria-label")} is wider than the window`);
    const boxes = [...svg.querySelectorAll("text")].map(text => [text.textContent, text.getBoundingClientRect()]);
    boxes.forEach(([text, box], at) => {
      if (box.left < frame.left - 1 || box.right > frame.right + 1 || box.bottom > frame.bottom + 3)
        found.push(`"${text}" leaves the chart ${svg.getAttribute("aria-label")}`);
      for (const [other, its] of boxes.slice(at + 1))
        if (box.left < its.right - 1 && its.left < box.right - 1 && box.top + 4 < its.bottom && its.top + 4 < box.bottom)
          found.push(`"${text}" lies on "${other}" in ${svg.getAttribute("aria-label")}`);
    });
  }
  for (const figure of document.querySelectorAll("figure")) {
    const shown = [...figure.querySelectorAll("svg")].filter(svg => svg.getBoundingClientRect().width);
    if (figure.getBoundingClientRect().width && shown.length !== 1) found.push(`${shown.length} drawings in one place`);
  }
  return found;
}
"""


class Looker:
    """Opens pages, and gathers what is wrong with them."""

    def __init__(self, browser: Browser, shots: Path | None) -> None:
        self.browser = browser
        self.shots = shots
        self.faults: list[str] = []
        self.seen = 0

    def look(self, file: Path) -> None:
        for width in WIDTHS:
            for scheme in SCHEMES:
                self.look_at(file, width, scheme)
        self.choose(file)
        self.print(file)

    def open(self, file: Path, **options: object) -> tuple[Page, list[str]]:
        page = self.browser.new_context(**options).new_page()
        requests: list[str] = []
        page.on("request", lambda request: requests.append(request.url))
        page.goto(file.resolve().as_uri())
        return page, requests

    def look_at(self, file: Path, width: int, scheme: str) -> None:
        name = f"{file.stem}, {width} px, {scheme}"
        page, requests = self.open(file, viewport={"width": width, "height": 800}, color_scheme=scheme)
        wide = page.evaluate("document.documentElement.scrollWidth")
        if wide > width:
            self.faults.append(f"{name}: {wide} pixels wide")
        # What is evaluated from outside is under no policy of the page, which itself allows no script.
        page.evaluate(AXE_FILE_PATH.read_text())
        results = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
        for found in results["violations"]:
            node = found["nodes"][0]
            self.faults.append(f"{name}: {found['id']}: {found['help']}: {node['html'][:100]}: {node['failureSummary']}")
        for kind, text, ratio, least in page.evaluate(CHART_CONTRASTS):
            self.faults.append(f"{name}: {kind} {text}: contrast {ratio:.2f}, not {least}")
        self.faults += [f"{name}: {fault}" for fault in page.evaluate(CHART_TEXTS)]
        if requests != [file.resolve().as_uri()]:
            self.faults.append(f"{name}: asks for {requests[1:]}")
        if self.shots:
            page.screenshot(path=str(self.shots / f"{file.stem}.{width}.{scheme}.png"), full_page=True)
        self.seen += 1
        page.context.close()

    def choose(self, file: Path) -> None:
        """Chooses each language of a page of both, by hand and by keys: that one is seen, and no other."""
        page, _ = self.open(file, viewport={"width": 360, "height": 800})
        choices = page.locator(".choice label")
        for number in range(choices.count()):
            choice = choices.nth(number)
            for act in [choice.click, lambda: page.keyboard.press("ArrowRight")]:
                act()
                chosen = page.evaluate("document.querySelector('input[name=language]:checked').id")
                parts = page.locator("main > div")
                seen = [part.get_attribute("class") for part in parts.all() if part.is_visible()]
                if seen != [chosen]:
                    self.faults.append(f"{file.stem}: {chosen} is chosen, {seen} is seen")
            box = choice.bounding_box()
            if not box or box["height"] < 24:
                self.faults.append(f"{file.stem}: the switch of languages is too small to touch")
        page.context.close()

    def print(self, file: Path) -> None:
        """Prints the page as who reads in the dark would, too: paper is white."""
        page, _ = self.open(file, viewport={"width": 1280, "height": 800}, color_scheme="dark")
        pdf = page.pdf(format="A4", prefer_css_page_size=True, print_background=True)
        if pdf.count(b"/MediaBox") == 0:
            self.faults.append(f"{file.stem}: no PDF")
        if self.shots:
            (self.shots / f"{file.stem}.pdf").write_bytes(pdf)
        page.emulate_media(media="print", color_scheme="dark")
        for kind, text, ratio, least in page.evaluate(CHART_CONTRASTS):
            self.faults.append(f"{file.stem}, printed: {kind} {text}: contrast {ratio:.2f}, not {least}")
        page.context.close()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--shots", type=Path)
    parser.add_argument("--chromium", default="/usr/bin/chromium")
    options = parser.parse_args()
    if options.shots:
        options.shots.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=options.chromium, args=["--no-sandbox"])
        looker = Looker(browser, options.shots)
        for file in sorted(options.folder.glob("*.html")):
            looker.look(file)
        browser.close()
    for fault in looker.faults:
        print(fault)
    print(f"{looker.seen} looks, {len(looker.faults)} faults")
    sys.exit(1 if looker.faults or not looker.seen else 0)


if __name__ == "__main__":
    main()
