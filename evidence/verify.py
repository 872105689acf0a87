#!/usr/bin/env python3
"""Recomputes a folder of evidence, or the proof of a line, of Bangfu: python3 verify.py [FOLDER or PROOF]

It prints file, row and reason of whatever is not as it was exported, and ends with 1 then. Whether the figure is the
one that was made known it cannot know: compare the SHA-256 that it prints last. 最后印出的 SHA-256 要和公布的比。
"""
import csv, hashlib, json, os, re, stat, subprocess, sys
from collections import defaultdict
from itertools import zip_longest
from pathlib import Path

FINDINGS, SUMS = [], ["gross", "refunds", "duplicates", "excluded", "pending", "counted"]
MANIFEST, TAGS, SIGNATURE = "manifest-sha256.txt", "tagmanifest-sha256.txt", "tagmanifest-sha256.txt.sig"
def found(file, row, words):
    FINDINGS.append((file, row))
    print(f"{file}\t{row or ''}\t{words}")
def sha256(data):
    return hashlib.sha256(data).digest()
def leaf(row):  # RFC 9162, 2.1.1: a leaf is hashed with 0 before it, a node with 1 before its children
    return sha256(b"\0" + row)
def merkle_root(nodes):
    while len(nodes) > 1:
        odd = nodes[len(nodes) & ~1:]  # a node that is left over goes up as it is
        nodes = [sha256(b"\1" + a + b) for a, b in zip(nodes[::2], nodes[1::2])] + odd
    return (nodes[0] if nodes else sha256(b"")).hex()
def money(text):  # yuan as fen, quantities as thousandths: whole numbers, since fractions are not exact
    return int(text.replace(".", ""))
def sums_of(row):
    return [money(row[name]) for name in SUMS]
def added(one, other):
    return [a + b for a, b in zip(one, other)]

# --- Files: a bag, as RFC 8493 has it. Nothing is missing, added, renamed or changed; nothing is a link. ---
def all_files(folder):
    files = []
    for path, folders, names in os.walk(folder):
        under = os.path.relpath(path, folder) + "/" if path != folder else ""
        if not folders and not names:
            found(under, None, "was added: an empty folder")
        for name in folders + names:
            kind = os.lstat(os.path.join(path, name)).st_mode
            if stat.S_ISREG(kind):
                files.append(under + name)
            elif not stat.S_ISDIR(kind):
                found(under + name, None, "is a link, or something else that is no file")
    return sorted(files, key=os.fsencode)
def name_rows(folder, file, manifest, place):
    """Names the rows of a file that differ from their marks: eight digits of the hash of each, kept under marks/."""
    marked, rows, same = file.removeprefix("marks/"), [], True
    if os.path.exists(f"{folder}/marks/{marked}") and os.path.exists(f"{folder}/{marked}"):
        kept = Path(f"{folder}/marks/{marked}").read_bytes().removesuffix(b"\n").split(b"\n")
        lines = Path(f"{folder}/{marked}").read_bytes().removesuffix(b"\n").split(b"\n")
        there, same = [leaf(line).hex()[:8].encode() for line in lines], len(kept) == len(lines)
        rows = [row for row, (a, b) in enumerate(zip_longest(kept, there), 1) if a != b]
    for row in (rows if same else rows[:1]) or [None]:
        words = "was changed" if same else "was changed: from here on there are more rows, or less"
        found(file, row, words if row else f"was changed, or row {place} of {manifest}")
def check_manifest(folder, manifest, files, hashes):
    named, last = set(), b""
    for place, row in enumerate(re.findall(rb"[^\n]*\n|[^\n]+", Path(f"{folder}/{manifest}").read_bytes()), 1):
        match = re.fullmatch(rb"([0-9a-f]{64})  ([^\r\n]+)\n", row)
        if not match or match[2] <= last:
            found(manifest, place, "is not written as it should be")
            continue
        file, last = match[2].decode("utf-8", "replace"), match[2]
        named.add(file)
        if file not in files:
            found(file, None, f"is missing, or row {place} of {manifest} was changed")
        elif hashes[file] != match[1].decode():
            name_rows(folder, file, manifest, place)
    for file in sorted(set(files) - named):
        found(file, None, "was added")
def check_files(folder):
    files = all_files(folder)
    hashes = {file: sha256(Path(f"{folder}/{file}").read_bytes()).hex() for file in files}
    payload = [file for file in files if file.startswith("data/")]
    tags = [file for file in files if not file.startswith("data/") and file not in (TAGS, SIGNATURE)]
    for manifest, of_files in [(m, named) for m, named in [(MANIFEST, payload), (TAGS, tags)] if m in files]:
        check_manifest(folder, manifest, of_files, hashes)
    for file in sorted({MANIFEST, TAGS, "bagit.txt", "bag-info.txt"}.difference(files)):
        found(file, None, "is missing")
    information = Path(f"{folder}/bag-info.txt").read_bytes().split(b"\n") if "bag-info.txt" in files else []
    oxum = f"{sum(os.path.getsize(f'{folder}/{file}') for file in payload)}.{len(payload)}"
    if f"Payload-Oxum: {oxum}".encode() not in information:
        found("bag-info.txt", None, f"Payload-Oxum is not {oxum}")
    is_said = f"Bangfu-Signature: {SIGNATURE}".encode() in information
    if is_said != (SIGNATURE in files):
        found(SIGNATURE, None, "is missing" if is_said else "was added")
    elif is_said:
        try:
            command = ["ssh-keygen", "-Y", "check-novalidate", "-n", "bangfu", "-s", f"{folder}/{SIGNATURE}"]
            if subprocess.run(command, input=Path(f"{folder}/{TAGS}").read_bytes(), capture_output=True).returncode:
                found(SIGNATURE, None, f"is not of {TAGS} as it is")
        except FileNotFoundError:
            print("there is no ssh-keygen: the signature was not checked", file=sys.stderr)
    return hashes

# --- Tables: a Frictionless Data Package. Keys are in order, and what they point at is there. ---
class Table:
    def __init__(self, folder, resource):
        self.path, self.file = f"{folder}/data/{resource['path']}", "data/" + resource["path"]
        fields, schema = resource["schema"]["fields"], resource["schema"]
        self.name, self.fields = resource["name"], [field["name"] for field in fields]
        self.place = {name: place for place, name in enumerate(self.fields)}
        self.required = [p for p, field in enumerate(fields) if field.get("constraints", {}).get("required")]
        self.key = [(self.place[n], fields[self.place[n]]["type"] == "integer") for n in schema["primaryKey"]]
        self.references = [([self.place[n] for n in key["fields"]], key["reference"]["resource"] or self.name,
                            tuple(key["reference"]["fields"])) for key in schema["foreignKeys"]]
    def lines(self):
        """Each row as it stands, and the line it begins on; a line feed inside quotes ends no row."""
        with open(self.path, "rb") as file:
            start, row = 1, b""
            for number, line in enumerate(file, 1):
                row += line
                if row.endswith(b"\n") and row.count(b'"') % 2 == 0:
                    yield start, row[:-1]
                    start, row = number + 1, b""
        if row:
            found(self.file, start, "is not written as it should be")
    def rows(self):
        """The cells of each row, and the line it begins on, without the header."""
        for number, line in self.lines():
            text = line.decode("utf-8", "replace")
            cells = text.split(",") if '"' not in text else next(csv.reader([text.replace("\n", " ")]))
            if len(cells) != len(self.fields) or (
                    cells != self.fields if number == 1 else any(not cells[place] for place in self.required)):
                found(self.file, number, "is not written as it should be")
            elif number > 1:
                yield number, cells
    def dicts(self):
        return ((number, dict(zip(self.fields, cells))) for number, cells in self.rows())
    def checked(self, keys):
        last = None
        for number, cells in self.rows():
            key = [int(cells[place]) if is_number else cells[place].encode() for place, is_number in self.key]
            if last is not None and key <= last:
                found(self.file, number, "has a key that is not above that of the row before")
            last = key
            for places, other, columns in self.references:
                value = tuple([cells[place] for place in places])
                if "" not in value and value not in keys[other, columns]:
                    found(self.file, number, f"its {self.fields[places[0]]} is not in data/{other}.csv")
            yield number, cells

# --- Content: the lines add up to what was published; versions, bridges, files and seals follow from each other. ---
def check_lines(table, keys, content, certificates):
    names = ["rule_set", "province", "certificate", "day", "side", "channel", "sku", "supplier", "verdict", "rule"]
    places, amount, quantity = [table.place[n] for n in names], table.place["amount"], table.place["quantity"]
    kinds, parts = {}, defaultdict(lambda: defaultdict(int))
    provinces = {str(rules["rule_set_id"]): rules["provinces"] for rules in content["rule_sets"]}
    for number, cells in table.checked(keys):
        kind = tuple([cells[place] for place in places])
        rule_set, province, certificate, day, side, _, sku, _, verdict, rule = kind
        if kind not in kinds and (rule == "eligible") != (verdict == "counted"):
            found(table.file, number, "its verdict does not follow from its rule")
        if kind not in kinds and rule_set in provinces and rule in ("eligible", "province") and (
                rule == "eligible") != (provinces[rule_set] is None or province in provinces[rule_set]):
            found(table.file, number, "its province is not as its rule set says")
        known = certificates.get(certificate) if kind not in kinds else None
        if known and (known[0] != sku or side == "sale" and not known[1] <= day <= known[2]):
            found(table.file, number, "its certificate is of another product, or of other days")
        kinds[kind] = added(kinds.get(kind, [0, 0, 0]), [1, money(cells[amount]), money(cells[quantity])])
    for (*_, day, side, channel, sku, supplier, verdict, rule), (lines, amount, quantity) in kinds.items():
        missing = "" if supplier else "supplier" if sku else "listing"
        for code in [("headline",), ("by_channel", channel), ("by_product", sku), ("by_day", day),
                     ("by_supplier", supplier, missing), ("by_rule", verdict, rule)]:
            for name, value in [("lines", lines), ("quantity", quantity),
                                ("gross", amount) if side == "sale" else ("refunds", -amount),
                                ("duplicates" if verdict == "duplicate" else verdict, amount)]:
                parts[code][name] += value
    said = {("headline",): content["headline"]}
    for name, columns in [(n, ["code"]) for n in ("by_channel", "by_product", "by_day")] + [
            ("by_supplier", ["code", "missing"]), ("by_rule", ["verdict", "rule"])]:
        said.update({(name, *[row[column] for column in columns]): row for row in content[name]})
    for code, row in said.items():
        part = parts.pop(code, defaultdict(int))
        if any(part[name] != money(str(row[name])) for name in SUMS + ["lines", "quantity"] if name in row):
            found(table.file, None, f"{' '.join(code)} adds up to {dict(part)}, published is {row}")
    for code in [c for c, p in parts.items() if c[0] == "by_rule" or p["gross"] or p["refunds"] or p["quantity"]]:
        found(table.file, None, f"{' '.join(code)} was not published")
    head, low, high = sums_of(content["headline"]), money(content["range"]["from"]), money(content["range"]["to"])
    if (head[0] - sum(head[1:5]) != head[5] or high != head[5] or low > high
            or low != high and not content["range"]["undecided"]):
        found(table.file, None, f"the headline, or the range from {low} to {high}, does not add up")
    count = sum(sums[0] for sums in kinds.values())
    if "lines" in content:  # what older programs published has no root
        root = merkle_root([leaf(line) for number, line in table.lines() if number > 1])
        if content["lines"] != {"count": count, "columns": ",".join(table.fields), "merkle_root": root}:
            found(table.file, None, "its rows are not those that were published: another Merkle root")
    return count
def check_versions(folder, table, hashes, figure):
    months, heads = {row["sha256"]: (row["month"], int(row["version"])) for _, row in table.dicts()}, {}
    for number, row in table.dicts():
        file = "data/" + row["content"]
        if hashes.get(file) != row["sha256"]:
            found(file, None, "is not what was published: another SHA-256")
            continue
        said = json.loads(Path(f"{folder}/{file}").read_bytes())
        month, version = said["month"], said["version"]
        before, earlier = [(said[name] or {"sha256": ""})["sha256"] for name in ("previous", "earlier")]
        heads[month, version] = sums_of(said["headline"])
        if ([row["month"], row["version"], row["content"]] != [month, str(version), f"versions/{month}.{version}.json"]
                or [row["previous"], row["earlier"]] != [before, earlier]
                or said["programme"]["name"] != figure["programme"]
                or (months.get(before) != (month, version - 1) if version > 1 else before != "")
                or earlier and months.get(earlier, (month,))[0] >= month):
            found(table.file, number, "does not follow from the versions that it names")
    return [heads.get((figure["month"], version)) for version in range(1, figure["version"] + 1)]
def check_bridges(tables, heads):
    steps, versions = defaultdict(lambda: [0] * 7), defaultdict(lambda: [0] * 6)
    for _, row in tables["bridge_lines"].dicts():
        steps[row["version"], row["step"]] = added(steps[row["version"], row["step"]], [1] + sums_of(row))
    for number, row in tables["bridges"].dicts():
        if steps[row["version"], row["step"]] != [int(row["lines"])] + sums_of(row):
            found("data/bridges.csv", number, "the lines in bridge_lines.csv do not add up to it")
        versions[int(row["version"])] = added(versions[int(row["version"])], sums_of(row))
    for version, (before, after) in enumerate(zip(heads, heads[1:]), 2):
        if before and after and added(before, versions[version]) != after:
            found("data/bridges.csv", None, f"its steps to version {version} do not lead to it")
def check_sources(tables, hashes, content):
    for name, part, key in [("files", "files", ["import"]), ("rule_sets", "rule_sets", ["rule_set_id"]),
                            ("verdicts", "by_rule", ["verdict", "rule"])]:
        left = {tuple([str(row[column]) for column in key]): row for row in content[part]}
        for number, row in tables[name].dicts():  # a verdict that was not published has lines all the same
            published = left.pop(tuple([row[column.removesuffix("_id")] for column in key]), {"lines": ""})
            for cell, value in [(row[column], published[column]) for column in set(row) & set(published)]:
                if (json.loads(cell) if cell[:1] in ("[", "{") else cell) != (
                        value if isinstance(value, (list, dict)) else str(value or "")):
                    found(tables[name].file, number, "is not what was published")
        if left:
            found(tables[name].file, None, f"{' '.join(min(left))}, which was published, is missing")
    for row, copy in [(row, hashes.get("data/" + row["copy"])) for _, row in tables["files"].dicts()]:
        if copy is None or row["redacted_anew"] != "true" and copy != row["redacted_sha256"]:
            found("data/" + row["copy"], None, f"is not the redacted copy of import {row['import']}")
def check_seals(tables):
    parts, previous, count = defaultdict(list), "0" * 64, 0
    for _, row in tables["seal_tables"].dicts():
        parts[row["seal"]].append("\t".join(row[n] for n in ["table", "columns", "rows", "root", "blocks"]).encode())
    for count, (number, row) in enumerate(tables["seals"].dicts(), 1):
        words = "".join(f"{name} {row[name]}\n" for name in ["previous", "root", "postings", "at", "by", "posting"])
        if [sha256(f"bangfu seal {row['seal']}\n{words}".encode()).hex(), str(count), previous,
                merkle_root([leaf(part) for part in sorted(parts[row["seal"]])])] != [
                row["sha256"], row["seal"], row["previous"], row["root"]]:
            found("data/seals.csv", number, "is not what its hash says, or does not follow the one before")
        previous = row["sha256"]
    print(f"the newest seal is {count}, SHA-256 {previous}" if count else "there is no seal")

# --- A proof: what was published, the columns, the row, its place, the nodes beside its way to the root. ---
def check_proof(path):
    lines = Path(path).read_bytes().decode("utf-8", "replace").split("\n")
    place = re.fullmatch(r"leaf (\d+) of (\d+)", lines[4]) if len(lines) > 5 else None
    if not place or lines[0] != "bangfu proof of a line" or lines[-1] != "":
        return found(path, None, "is no proof of a line")
    said, index, last, node = json.loads(lines[1]), int(place[1]), int(place[2]) - 1, leaf(lines[3].encode())
    for other in map(bytes.fromhex, lines[5:-1]):  # RFC 9162, 2.1.3.2
        is_right = index & 1 or index == last
        node = sha256(b"\1" + (other + node if is_right else node + other))
        while is_right and not index & 1 and index:
            index, last = index >> 1, last >> 1
        index, last = index >> 1, last >> 1
    if last or int(place[1]) >= int(place[2]) or said["lines"] != {
            "count": int(place[2]), "columns": lines[2], "merkle_root": node.hex()}:
        return found(path, None, "proves nothing: its row does not lead to the root that was published")
    print(*[f"{n} {cell}" for n, cell in zip(lines[2].split(","), next(csv.reader([lines[3]]))) if cell], sep=", ")
    return said, sha256(lines[1].encode()).hex()
def check_folder(folder):
    hashes = check_files(folder)
    if FINDINGS:
        return None
    package = json.loads(Path(f"{folder}/data/datapackage.json").read_bytes())
    figure, said = package["figure"], {"data/" + r["path"]: r["hash"] for r in package["resources"]}
    for file in sorted(file for file in set(hashes) | set(said) if file.startswith("data/")):
        if file != "data/datapackage.json" and said.get(file) != "sha256:" + hashes.get(file, ""):
            found(file, None, "has another SHA-256 than data/datapackage.json says")
    version = f"data/versions/{figure['month']}.{figure['version']}.json"
    if hashes.get(version) != figure["sha256"]:
        return found(version, None, "is not what was published: another SHA-256")
    content = json.loads(Path(f"{folder}/{version}").read_bytes())
    tables = {r["name"]: Table(folder, r) for r in package["resources"] if "schema" in r}
    keys = {reference[1:]: set() for table in tables.values() for reference in table.references}
    for (other, columns), values in keys.items():
        places = [tables[other].place[column] for column in columns]
        values.update(tuple([cells[place] for place in places]) for _, cells in tables[other].rows())
    certificates = {r["certificate"]: (r["sku"], r["from_day"], r["to_day"]) for _, r in tables["certificates"].dicts()}
    count = check_lines(tables["lines"], keys, content, certificates)
    sum(1 for table in tables.values() if table.name != "lines" for _ in table.checked(keys))
    check_bridges(tables, check_versions(folder, tables["versions"], hashes, figure))
    check_sources(tables, hashes, content)
    check_seals(tables)
    print(f"{figure['programme']} {figure['month']}, version {figure['version']}: {count} lines")
    return content, figure["sha256"]

if __name__ == "__main__":
    sys.stdout.reconfigure(errors="backslashreplace")
    path = sys.argv[1] if len(sys.argv) > 1 else "."
    if os.path.isdir(path) and not os.path.exists(f"{path}/data/lines.csv"):
        sys.exit(f"{path} is no folder of evidence: it has no data/lines.csv")
    done = check_folder(path.rstrip("/")) if os.path.isdir(path) else check_proof(path)
    print(f"all holds: counted {done[0]['headline']['counted']}, SHA-256 {done[1]}" if not FINDINGS else "not all holds")
    sys.exit(1 if FINDINGS else 0)
