#!/usr/bin/env python3
"""Exports books and reads what went out with Python's own csv and json: every text is the one of the sheet's file.

The books are those that ship and those that the two published forms make.
Use: check-exports.py PROGRAM FOLDER-WITH-FORMS DATA
"""
import csv, hashlib, io, json, pathlib, subprocess, sys, tempfile

program, forms, data = sys.argv[1:]
failures = []
headings = {
    "題名": ["title"], "副題": ["subtitle"], "計画 取組の方針・目標内容": ["plan", "policyAndTargets"],
    "計画 当年度の取組内容": ["plan", "annualActions"],
    "中間振り返り 取組内容の実施見込み": ["midTermReview", "implementationForecast"],
    "中間振り返り 目標の達成見込み": ["midTermReview", "targetForecast"],
    "中間振り返り 課題と改善策": ["midTermReview", "issuesAndImprovements"],
    "自己評価 当年度の取組実績及び目標の達成状況": ["selfEvaluation", "results"],
    "自己評価 ①目標達成・②目標未達成": ["selfEvaluation", "achievement"],
    "自己評価 課題と改善策": ["selfEvaluation", "issuesAndImprovements"],
}


def expect(condition, what):
    if not condition:
        failures.append(what)


def run(*words):
    return subprocess.run([program, *words], check=True, capture_output=True).stdout


def text(sheet, path):
    for key in path:
        sheet = sheet[key]
    return "\n".join(sheet) if isinstance(sheet, list) else sheet or ""


def check(book):
    files = {}
    for path in sorted(book.glob("item-*.json")):
        files[json.loads(path.read_bytes())["number"]] = path
    exported = json.loads(run("export", str(book), "--format", "json"))
    table = run("export", str(book), "--format", "csv").decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(table, newline=""), strict=True))
    sheets = exported["books"][0]["sheets"]
    expect(len(rows) == len(sheets) == len(files), f"{book.name}: {len(rows)} rows, {len(sheets)} sheets")
    for row, sheet in zip(rows, sheets):
        path = files[sheet["number"]]
        stored = json.loads(path.read_bytes())
        version = hashlib.sha256(path.read_bytes()).hexdigest()[:16]
        name = f"{book.name}/{path.name}"
        expect({**stored, "version": version} == sheet, f"{name}: JSON differs from the file")
        expect(row["番号"] == str(stored["number"]), f"{name}: number {row['番号']}")
        expect(row["版"].lstrip("'") == version, f"{name}: version {row['版']}")
        expect((row["★"] == "★") == stored["starred"], f"{name}: star")
        for heading, path in headings.items():
            cell, wanted = row[heading], text(stored, path)
            expect(cell in (wanted, "'" + wanted), f"{name}: {heading} is {cell!r}")
            expect(cell[:1] not in tuple("=+-@＝＋－＠\t\r"), f"{name}: {heading} becomes a formula")
    return len(rows)


with tempfile.TemporaryDirectory() as folder:
    books = sorted(path.parent for path in pathlib.Path(data).glob("*/book.json"))
    for form in sorted(pathlib.Path(forms).glob("*.txt")):
        book = pathlib.Path(folder) / form.stem
        run("import", str(form), "--into", str(book), "--year", "2019")
        books.append(book)
    count = sum(check(book) for book in books)
for failure in failures:
    print(failure)
print(f"{len(books)} books, {count} sheets: {len(failures)} differences in CSV and JSON")
sys.exit(1 if failures or not count else 0)
