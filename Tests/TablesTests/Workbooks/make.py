#!/usr/bin/env python3
"""Makes the workbooks beside it, which the tests read: pip install openpyxl xlsxwriter; soffice for the last four.

    python3 Tests/TablesTests/Workbooks/make.py
"""

import datetime
import subprocess
import tempfile
import zipfile
from pathlib import Path

import openpyxl
import xlsxwriter

HERE = Path(__file__).resolve().parent
ARRIVAL = datetime.datetime(2026, 3, 4, 14, 35)


def event(path):
    """An event as an organizer keeps it in one workbook: a title, merged units, a sum, a hidden row, dates of all kinds."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "会议"
    for row in (["项目", "内容"], ["名称", "年度工作会议"], ["开始", datetime.date(2026, 3, 5)], ["结束", datetime.date(2026, 3, 7)]):
        sheet.append(row)
    sheet["B3"].number_format = sheet["B4"].number_format = 'yyyy"年"m"月"d"日"'
    people = book.create_sheet("人员")
    people.append(["年度工作会议参会人员名单"])
    people.merge_cells("A1:F1")
    people.append(["序号", "姓 名", "工作单位", "联系电话", "到达时间", "是否接站"])
    people.append([1, "王芳", "教育局", 13800000001, ARRIVAL, "是"])
    people.append([2, "李雷", None, "013900000002", "3月4日 下午2:35", None])
    people.append([3, "张伟", "卫健委", "13700000003", 46085.5, "√"])
    people.merge_cells("C3:C4")
    people.append(["合计", "3人"])
    people["E3"].number_format = "yyyy/m/d h:mm"
    people.row_dimensions[5].hidden = True
    people.column_dimensions["D"].hidden = True
    notes = book.create_sheet("通讯录")
    notes.append(["随便"])
    hidden = book.create_sheet("主席台")
    hidden.sheet_state = "hidden"
    hidden.append(["排", "座位数"])
    hidden.append([1, 9])
    own = book.create_sheet("缓存")
    own.sheet_state = "veryHidden"
    own.append(["x"])
    book.save(path)


def cells(path):
    """Cells of every type, by a writer that keeps no shared strings."""
    book = xlsxwriter.Workbook(str(path), {"constant_memory": True, "default_date_format": "yyyy-mm-dd hh:mm"})
    sheet = book.add_worksheet("cells")
    rich = book.add_format({"bold": True})
    zeros = book.add_format({"num_format": "0000"})
    chinese = book.add_format({"num_format": 31})
    clock = book.add_format({"num_format": "h:mm AM/PM"})
    quoted = book.add_format({"num_format": '"day "0'})
    sheet.write_row(0, 0, ["kind", "value"])
    sheet.write_row(1, 0, ["whole", 13800000000])
    sheet.write_row(2, 0, ["long", 110101199001011234])
    sheet.write_row(3, 0, ["decimal", 0.1 + 0.2])
    sheet.write(4, 0, "zeros")
    sheet.write(4, 1, 7, zeros)
    sheet.write(5, 0, "text")
    sheet.write_string(5, 1, "007")
    sheet.write(6, 0, "yes")
    sheet.write_boolean(6, 1, True)
    sheet.write(7, 0, "moment")
    sheet.write_datetime(7, 1, ARRIVAL)
    sheet.write(8, 0, "day")
    sheet.write_number(8, 1, 46085, chinese)
    sheet.write(9, 0, "clock")
    sheet.write_number(9, 1, 0.607638889, clock)
    sheet.write(10, 0, "quoted")
    sheet.write_number(10, 1, 3, quoted)
    sheet.write(11, 0, "rich")
    sheet.write_rich_string(11, 1, "a", rich, "b", "c")
    sheet.write(12, 0, "formula")
    sheet.write_formula(12, 1, "=1+1", None, 2)
    sheet.write(13, 0, "lines")
    sheet.write_string(13, 1, "a\nb")
    sheet.write(14, 0, "carry")
    sheet.write_datetime(14, 1, datetime.datetime(2026, 3, 4, 23, 59, 59, 999900))
    sheet.write(15, 0, "error")
    sheet.write_formula(15, 1, "=NA()", None, "#N/A")
    book.close()


def raw(path, sheet='<sheetData><row><c t="inlineStr"><is><t>a</t></is></c></row></sheetData>', extra=(), doctype=""):
    """A workbook part by part, for what no writer writes."""
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    styles = f'<Relationship Id="2" Type="{office}/styles" Target="styles.xml"/>' if any(
        name == "xl/styles.xml" for name, _, _ in extra) else ""
    parts = {
        "_rels/.rels": f'<Relationships xmlns="{package}"><Relationship Id="1" Type="{office}/officeDocument" '
                       'Target="/xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<x:workbook xmlns:x="{main}" xmlns:r="{office}"><x:sheets><x:sheet name="s" sheetId="1" '
                           'r:id="1"/></x:sheets></x:workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}"><Relationship Id="1" Type="{office}/worksheet" '
                                      f'Target="worksheets\\Sheet1.xml"/>{styles}</Relationships>',
        "xl/worksheets/sheet1.xml": f'{doctype}<worksheet xmlns="{main}">{sheet}</worksheet>'}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(zipfile.ZipInfo(name), text, zipfile.ZIP_DEFLATED)
        for name, data, method in extra:
            archive.writestr(zipfile.ZipInfo(name), data, method)


ODD = (
    ("inline without its type", '<c r="B{row}"><is><t>甲</t></is></c>'),
    ("inline type, a value", '<c r="B{row}" t="inlineStr"><v>乙</v></c>'),
    ("text type, inline", '<c r="B{row}" t="str"><is><t>丙</t></is></c>'),
    ("escapes", '<c r="B{row}" t="str"><v>a_x000D__x000A_b_x005F_x0041_ _xD83D__xDE00_ _xZZZZ_</v></c>'),
    ("hexadecimal", '<c r="B{row}"><v>0x10</v></c>'),
    ("the last second of a day", '<c r="B{row}" s="1"><v>46086.99999653</v></c>'),
    ("the last second of a moment", '<c r="B{row}" s="2"><v>46086.99999653</v></c>'),
    ("the last second alone", '<c r="B{row}" s="3"><v>0.99999653</v></c>'),
    ("an id that its format completes", '<c r="B{row}" s="4"><v>7</v></c>'),
    ("a number with its unit", '<c r="B{row}" s="5"><v>5</v></c>'),
    ("twice alike", '<c r="B{row}"><v>1</v></c><c r="B{row}"><v>1</v></c>'),
    ("twice", '<c r="B{row}"><v>1</v></c><c r="B{row}"><v>2</v></c>'),
    ("far away", '<c r="B{row}"><v>1</v></c><c r="XFD{row}"><v>9</v></c>'),
)
STYLES = ("General", "yyyy-mm-dd", "yyyy-mm-dd hh:mm", "h:mm", '"A"0000', '0"天"')


def odd(path):
    """Cells that programs write otherwise than Excel does, and values at the edge of their formats."""
    rows = [f'<row r="{row}"><c r="A{row}" t="inlineStr"><is><t>{kind}</t></is></c>{cell.format(row=row)}</row>'
            for row, (kind, cell) in enumerate((("kind", '<c r="B{row}" t="str"><v>value</v></c>'), *ODD), 1)]
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    formats = "".join(f'<numFmt numFmtId="{200 + n}" formatCode="{code.replace(chr(34), "&quot;")}"/>'
                      for n, code in enumerate(STYLES))
    cells = "".join(f'<xf numFmtId="{200 + n}"/>' for n in range(len(STYLES)))
    styles = f'<styleSheet xmlns="{main}"><numFmts>{formats}</numFmts><cellXfs>{cells}</cellXfs></styleSheet>'
    raw(path, f'<sheetData>{"".join(rows)}</sheetData>', extra=[("xl/styles.xml", styles, zipfile.ZIP_DEFLATED)])


def mac(path):
    """Days that are counted from 1904."""
    book = openpyxl.Workbook()
    book.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
    sheet = book.active
    sheet.append(["day", "moment", "number"])
    sheet.append([datetime.date(2026, 3, 4), ARRIVAL, 46085])
    sheet.append([datetime.date(1904, 1, 1), datetime.time(14, 35), 0])
    book.save(path)


def main():
    """Makes all of them."""
    event(HERE / "event.xlsx")
    cells(HERE / "cells.xlsx")
    raw(HERE / "plain.xlsx", '<sheetData><row><c t="inlineStr"><is><t>a</t></is></c><c><v>1</v></c></row><row><c t="str">'
                             '<v>x_x000A_y_x005F_x000A_</v></c></row></sheetData>')
    cell = '<c r="A1" t="inlineStr"><is><t>a</t></is></c>'
    raw(HERE / "doctype.xlsx", doctype='<!DOCTYPE b [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>')
    raw(HERE / "outside.xlsx", f'<sheetData><row r="1">{cell}<c r="XFE1"><v>1</v></c></row></sheetData>')
    raw(HERE / "last-row.xlsx", f'<sheetData><row r="1">{cell}</row><row r="1048576"><c r="XFD1048576" s="1"/></row>'
                                '</sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>')
    raw(HERE / "duplicate.xlsx", extra=[("XL/Worksheets/Sheet1.xml", "<x/>", zipfile.ZIP_STORED)])
    raw(HERE / "parts.xlsx", extra=[(f"{n}", "", zipfile.ZIP_STORED) for n in range(1000)])
    raw(HERE / "bomb.xlsx", extra=[("xl/media/x", bytes(257 << 20), zipfile.ZIP_BZIP2)])
    raw(HERE / "row-twice.xlsx", f'<sheetData><row r="1">{cell}</row><row r="3"><c r="A3"><v>1</v></c></row>'
                                 '<row r="3"><c r="A3"><v>2</v></c></row></sheetData>')
    raw(HERE / "broken-off.xlsx", f'<sheetData><row r="1">{cell}</row><row r="2"><c r="A2" t="e"><v>#N/A</v></c></row>'
                                  '<row r="3"><c r="A3" t="e"><v>#REF!</v></c><c r="B3"')
    raw(HERE / "formulas.xlsx", f'<sheetData><row r="1">{cell}</row><row r="2"><c r="A2"><f>B2</f><v></v></c></row>'
                                '<row r="3"><c r="A3" t="str"><f>B3</f></c></row><row r="4"><c r="A4" t="str"><f>B4</f><v></v>'
                                '</c></row><row r="5"><c r="A5"><f t="shared" si="0"/></c></row></sheetData>')
    odd(HERE / "odd.xlsx")
    mac(HERE / "1904.xlsx")
    raw(HERE / "endless-text.xlsx", f'<sheetData><row r="1"><c r="A1" t="str"><v>{"名" * 400_000}</v></c></row></sheetData>')
    raw(HERE / "long-text.xlsx", f'<sheetData><row r="1">{cell}</row><row r="2"><c r="A2" t="str"><v>{"名" * 40_000}</v></c>'
                                 '</row></sheetData>')
    raw(HERE / "endless-tag.xlsx", f'<sheetData><row r="1" x="{"a" * 300_000}">{cell}</row></sheetData>')
    attributes = " ".join(f'a{n}=""' for n in range(2_000))
    raw(HERE / "attributes.xlsx", f'<sheetData><row r="1" {attributes}>{cell}</row></sheetData>')
    merges = '<mergeCell ref="A1:A2"/>' * 100_001
    raw(HERE / "merges.xlsx", f'<sheetData><row r="1">{cell}</row></sheetData><mergeCells>{merges}</mergeCells>')
    (HERE / "prefixed.xlsx").write_bytes(b"junk" * 20 + (HERE / "plain.xlsx").read_bytes())
    with zipfile.ZipFile(HERE / "other.xlsx", "w") as archive:
        archive.writestr(zipfile.ZipInfo("content.xml"), "<x/>")
    for kind, source, name in (
            ("xls:MS Excel 97", "event", "event.xls"), ("xlsx:Calc MS Excel 2007 XML", "event", "event-libreoffice.xlsx"),
            ("xls:MS Excel 97", "cells", "cells.xls"), ("xls:MS Excel 97", "1904", "1904.xls")):
        with tempfile.TemporaryDirectory() as folder:
            subprocess.run(["soffice", "--headless", "--convert-to", kind, "--outdir", folder, HERE / f"{source}.xlsx"],
                           check=True, capture_output=True)
            (HERE / name).write_bytes((Path(folder) / (f"{source}." + kind.split(":")[0])).read_bytes())


if __name__ == "__main__":
    main()
