#!/usr/bin/env python3
"""Imports the two published forms and holds every sheet against facts written down apart from the importer.

For each sheet: number, title, subtitle, star, choices, printed signs, the number of characters of both plan columns and
of 課題と改善策, and that every line of a column stands in the published text, in order. Then the books that ship are held
against the same forms: same titles, choices and signs, and the same figures in each column.
Use: check-published-forms.py PROGRAM FOLDER-WITH-FORMS DATA
"""
import json, pathlib, re, subprocess, sys, tempfile

program, forms, data = sys.argv[1:]
facts = json.loads((pathlib.Path(__file__).parent / "published-forms.json").read_text())
books = {"000_3e6a8e828bb00d3e.txt": "unnamed-ward-2019", "002_c05d45f25a48811d.txt": "tennoji-2019"}
failures = []


def squeeze(text):
    return re.sub(r"\s", "", text)


def expect(condition, what):
    if not condition:
        failures.append(what)


def columns(sheet):
    return [sheet["plan"]["policyAndTargets"], sheet["plan"]["annualActions"]]


def figures(lines):
    return sorted(re.findall(r"[0-9][0-9.,]*", " ".join(lines)))


def outline(sheet):
    review, evaluation = sheet["midTermReview"], sheet["selfEvaluation"]
    return {
        "number": sheet["number"], "title": sheet["title"], "subtitle": sheet["subtitle"], "starred": sheet["starred"],
        "choices": [review["implementationForecast"], review["targetForecast"], evaluation["achievement"]],
        "signs": [review["printedRequirement"], evaluation["printedRequirement"]],
    }


def blocks(text):
    """The squeezed text of each sheet, without tags, by number."""
    plain = re.sub(r"<[^>]*>", " ", text)
    parts = re.split(r"(?m)^取組項目\s*([0-9 ]+)(?=\s*$|\s*【)", plain)
    return {int(n.replace(" ", "")): squeeze(body) for n, body in zip(parts[1::2], parts[2::2])}


def in_order(lines, text):
    place = 0
    for line in lines:
        found = text.find(squeeze(line), place)
        if found < 0:
            return False
        place = found + 1
    return True


for name, sheets in facts.items():
    source = pathlib.Path(forms) / name
    raw = blocks(source.read_text())
    with tempfile.TemporaryDirectory() as folder:
        target = pathlib.Path(folder) / "book"
        run = subprocess.run([program, "import", str(source), "--into", str(target)], capture_output=True, text=True)
        expect(run.returncode == 0, f"{name}: import gave {run.returncode}: {run.stderr}")
        expect("置き場なし" not in run.stdout, f"{name}: something could not be placed")
        found = [json.loads(f.read_text()) for f in sorted(target.glob("item-*.json"))]
    shipped = [json.loads(f.read_text()) for f in sorted((pathlib.Path(data) / books[name]).glob("item-*.json"))]
    expect(len(found) == len(sheets) == len(shipped), f"{name}: {len(found)} sheets, {len(shipped)} in the book")
    for fact, sheet, ours in zip(sheets, found, shipped):
        where = f"{name} sheet {fact['number']}"
        counts = fact.pop("characters")
        expect(outline(sheet) == fact, f"{where}: {outline(sheet)} is not {fact}")
        texts = columns(sheet) + [sheet["midTermReview"]["issuesAndImprovements"]]
        for lines, count in zip(texts, counts):
            expect(len(squeeze("".join(lines))) == count, f"{where}: {len(squeeze(''.join(lines)))} characters, not {count}")
            expect(in_order(lines, raw[fact["number"]]), f"{where}: a line is not in the published text, or not in order")
        expect(outline(ours) == fact, f"{where}: the book that ships differs: {outline(ours)}")
        for mine, theirs in zip(columns(ours), columns(sheet)):
            expect(figures(mine) == figures(theirs), f"{where}: figures {figures(mine)}, published {figures(theirs)}")

for failure in failures:
    print(failure)
checked = sum(len(sheets) for sheets in facts.values())
print(f"published forms: {checked} sheets checked, {len(failures)} differences")
sys.exit(1 if failures else 0)
