#!/usr/bin/env python3
"""Reads a workbook that the program wrote with openpyxl, checks it, edits it as staff would, and saves it.

    check-workbooks.py BOOK.xlsx EDITED.xlsx

Prints what is wrong and ends with 1; a test reads EDITED.xlsx back.
"""
import sys

import openpyxl

LIST = "一覧"
SIGNS = {'"(i),(ii)"': 1, '"①,②"': 2}
wrong = []


def check(holds, what):
    if not holds:
        wrong.append(what)


def find(sheet, text, nth=0):
    """The nth cell, from above, whose text begins so."""
    cells = [cell for row in sheet.iter_rows() for cell in row if str(cell.value or "").startswith(text)]
    return cells[nth]


def check_form(sheet):
    name = sheet.title
    lists = [rule.formula1 for rule in sheet.data_validations.dataValidation if rule.type == "list"]
    check({sign: lists.count(sign) for sign in SIGNS} == SIGNS, f"{name}: lists {lists}")
    choices = [find(sheet, "取組内容の実施見込み"), find(sheet, "目標の達成見込み")]
    for label in choices:
        cell = sheet.cell(label.row, label.column + 1).coordinate
        check(any(cell in rule.sqref for rule in sheet.data_validations.dataValidation), f"{name}: no list in {cell}")
    alarms = [str(rules.sqref) for rules in sheet.conditional_formatting]
    for nth in (0, 1):
        label = find(sheet, "課題と改善策", nth)
        cell = sheet.cell(label.row + 1, label.column).coordinate
        check(any(area.split(":")[0] == cell for area in alarms), f"{name}: no colour for {cell}, only {alarms}")
    page = sheet.page_setup
    check(page.orientation == "landscape" and page.paperSize == 9, f"{name}: no A4 landscape")
    check(sheet.sheet_properties.pageSetUpPr.fitToPage and page.fitToWidth in (None, 1), f"{name}: not one page wide")
    check(sheet.print_title_rows is not None, f"{name}: no rows that are repeated")
    for row in sheet.iter_rows():
        for cell in row:
            check(cell.data_type in "sn", f"{name} {cell.coordinate}: {cell.data_type}")
            check(cell.data_type == "s" or cell.value is None, f"{name} {cell.coordinate}: a number")


def check_list(book):
    links = [cell.hyperlink.location for row in book[LIST].iter_rows() for cell in row if cell.hyperlink]
    targets = [link.rsplit("!", 1)[0].strip("'") for link in links]
    check(targets == [name for name in book.sheetnames if name != LIST], f"{LIST}: links to {targets}")


def edit(sheet):
    """Other texts and choices, rows and columns put in, cells no longer merged."""
    results = find(sheet, "当年度の取組実績及び目標の達成状況")
    cell = sheet.cell(results.row + 1, results.column)
    cell.value = f"=実績 {sheet.title}\n二行目 "
    cell.data_type = "s"
    sign = find(sheet, "①：目標達成")
    sheet.cell(sign.row + 1, sign.column).value = 1
    for area in list(sheet.merged_cells.ranges):
        sheet.unmerge_cells(str(area))
    sheet.insert_rows(5)
    sheet.insert_cols(2)


book = openpyxl.load_workbook(sys.argv[1])
check(book.sheetnames[0] == LIST, f"the first worksheet is {book.sheetnames[0]}")
check_list(book)
for sheet in book.worksheets[1:]:
    check_form(sheet)
    edit(sheet)
del book[LIST]
book.move_sheet(book.worksheets[0], offset=len(book.worksheets) - 1)
for sheet in book.worksheets:
    sheet.title = f"提出 {sheet.title}"
book.save(sys.argv[2])
for what in wrong:
    print(what)
sys.exit(1 if wrong else 0)
