import Foundation
import Localization
import Testing

@testable import Tables

/// A workbook that `Workbooks/make.py` has made.
private func workbook(_ name: String) throws -> TableFile {
  let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Workbooks")
  return try TableFile(try Data(contentsOf: folder.appendingPathComponent(name)), name: name)
}

private func fault(_ data: Data) -> String? {
  do {
    _ = try TableFile(data, name: "x.xlsx").read(sheet: 0, source: "s")
    return nil
  } catch {
    return error.diagnostics.last?.message.english
  }
}

/// A compound file with one stream of 512 bytes at most: header, table of chains, directory, stream.
private func compoundFile(_ name: String, _ stream: [UInt8]) -> Data {
  func number(_ value: Int, _ size: Int) -> [UInt8] {
    (0..<size).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }
  func sector(_ bytes: [UInt8]) -> [UInt8] { bytes + [UInt8](repeating: 0, count: 512 - bytes.count) }
  func entry(_ name: String, type: Int, start: Int, size: Int) -> [UInt8] {
    let units = name.utf16.flatMap { number(Int($0), 2) }
    let title = units + [UInt8](repeating: 0, count: 64 - units.count) + number(units.count + 2, 2)
    return title + number(type, 1) + [UInt8](repeating: 0, count: 49) + number(start, 4) + number(size, 8)
  }
  let (free, end) = (0xFFFF_FFFF, 0xFFFF_FFFE)
  let numbers: [(Int, Int)] = [
    (0, 8), (0, 8), (0x3E, 2), (3, 2), (0xFFFE, 2), (9, 2), (6, 2), (0, 6), (0, 4), (1, 4), (1, 4), (0, 4),
    // Small streams are those of less than 0 bytes: there are none, and no table of them.
    (0, 4), (end, 4), (0, 4), (end, 4), (0, 4), (0, 4),
  ]
  let magic = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] as [UInt8]
  let header = magic + numbers.flatMap { number($0.0, $0.1) }
  let chains = [0xFFFF_FFFD, end, end].flatMap { number($0, 4) }
  let directory =
    entry("Root Entry", type: 5, start: end, size: 0) + entry(name, type: 2, start: 2, size: 512)
  let others = (0..<108).flatMap { _ in number(free, 4) }
  return Data(
    header + others + sector(chains + (0..<125).flatMap { _ in number(free, 4) }) + sector(directory)
      + sector(stream))
}

@Suite struct Workbooks {
  @Test func `Cells of every type are read as they are shown`() throws {
    let (table, diagnostics) = try workbook("cells.xlsx").read(sheet: 0, source: "cells")
    let values = Dictionary(uniqueKeysWithValues: table.rows.map { ($0[0], $0[1]) })
    #expect(
      values == [
        "whole": "13800000000", "long": "1.10101199001011E+17", "decimal": "0.3", "zeros": "0007",
        "text": "007",
        "yes": "TRUE", "moment": "2026-03-04 14:35", "day": "2026-03-04", "clock": "14:35", "quoted": "day 3",
        "rich": "abc", "formula": "2", "lines": "a\nb", "carry": "2026-03-05 00:00", "error": "#N/A",
      ])
    #expect(
      diagnostics.map { $0.text(in: .english) }
        == [
          "cells:16:2: “#N/A”: the formula failed, so that the cell has no value; mend the formula or type the value"
        ])
  }

  @Test
  func `Rows and cells without references, other prefixes and slashes are read, and escapes are undone`()
    throws
  {
    let (table, _) = try workbook("plain.xlsx").read(sheet: 0, source: "s")
    #expect(table.header == ["a", "1"])
    #expect(table.rows.map(\.cells) == [["x\ny_x000A_"]])
  }

  @Test func `Cells that other programs write otherwise are read, and days stay on their day`() throws {
    let (table, diagnostics) = try workbook("odd.xlsx").read(sheet: 0, source: "odd")
    let values = Dictionary(uniqueKeysWithValues: table.rows.map { ($0[0], $0[1]) })
    #expect(
      values == [
        "inline without its type": "甲", "inline type, a value": "乙", "text type, inline": "丙",
        "escapes": "a\nb_x0041_ 😀 _xZZZZ_", "hexadecimal": "0x10",
        "the last second of a day": "2026-03-05 23:59:59",
        "the last second of a moment": "2026-03-05 23:59:59", "the last second alone": "23:59:59",
        "an id that its format completes": "A0007", "a number with its unit": "5", "twice alike": "1",
        "twice": "2", "far away": "1",
      ])
    #expect(
      diagnostics.map { $0.text(in: .english) } == [
        "odd:13:2: “2”: the file holds this cell twice, with different contents; open it in Excel and save it anew",
        "odd:14:16384: note: “9”: this cell is far from the table and is not read; it is probably a slip and can be deleted",
      ])
  }

  @Test func `Days that are counted from 1904 are the same days`() throws {
    let (table, diagnostics) = try workbook("1904.xlsx").read(sheet: 0, source: "s")
    #expect(table.rows[0].cells == ["2026-03-04", "2026-03-04 14:35", "46085"])
    #expect(table.rows[1].cells == ["1904-01-01", "14:35", "0"])
    #expect(diagnostics.isEmpty)
    // FreeXL tells a day of 1904 as that of 1900.
    let old = try workbook("1904.xls").read(sheet: 0, source: "s")
    #expect(old.table.rows[0].cells == ["2026-03-04", "2026-03-04 14:35", "46085"])
  }

  @Test func `Cells of every type are read from the old format too`() throws {
    let (table, diagnostics) = try workbook("cells.xls").read(sheet: 0, source: "cells")
    let values = Dictionary(uniqueKeysWithValues: table.rows.map { ($0[0], $0[1]) })
    #expect(
      values == [
        "whole": "13800000000", "long": "1.10101199001011E+17", "decimal": "0.3", "zeros": "0007",
        "text": "007", "yes": "TRUE", "moment": "2026-03-04 14:35", "day": "2026-03-04", "clock": "14:35",
        "quoted": "day 3", "rich": "abc", "formula": "2", "lines": "a\nb", "carry": "2026-03-05 00:00",
        "error": "#N/A",
      ])
    #expect(diagnostics.map(\.code) == ["error-cell"])
  }

  @Test func `A text that is too long is told at its cell, and its beginning is kept`() throws {
    let (table, diagnostics) = try workbook("long-text.xlsx").read(sheet: 0, source: "s")
    #expect(diagnostics.map(\.code) == ["cell-too-long"])
    #expect(diagnostics.map(\.row) == [2])
    #expect(table.rows[0][0].hasPrefix("名名名"))
  }

  @Test func `A formula that was never computed is told so, and one whose text is blank is blank`() throws {
    let (_, diagnostics) = try workbook("formulas.xlsx").read(sheet: 0, source: "s")
    #expect(diagnostics.map(\.row) == [2, 3, 5])
    #expect(
      Set(diagnostics.map { $0.text(in: .chinese).drop { $0 != "公" } }) == ["公式没有计算结果；请用 Excel 打开并保存一次"])
  }

  @Test func `Sheets are listed with what hides them`() throws {
    let sheets = try workbook("event.xlsx").sheets
    #expect(sheets.map(\.name) == ["会议", "人员", "通讯录", "主席台", "缓存"])
    #expect(sheets.map(\.state) == [.visible, .visible, .visible, .hidden, .programs])
  }

  @Test(arguments: ["event.xlsx", "event-libreoffice.xlsx", "event.xls"])
  func `One event is the same from every program`(_ name: String) throws {
    let file = try workbook(name)
    let (table, _) = try file.read(sheet: 0, source: "会议")
    #expect(table.header == ["项目", "内容"])
    #expect(table.rows.map(\.cells).dropFirst() == [["开始", "2026-03-05"], ["结束", "2026-03-07"]])
  }

  @Test func `One cell in the last row costs no memory and a merge no time`() throws {
    let (table, _) = try workbook("last-row.xlsx").read(sheet: 0, source: "s")
    #expect(table.header == ["a"])
    #expect(table.rows.isEmpty)
  }

  @Test(arguments: [
    ("doctype.xlsx", "the workbook holds a document type declaration and may be hostile"),
    ("outside.xlsx", "a cell lies outside the sheet, which ends at XFD1048576"),
    ("duplicate.xlsx", "the workbook has two parts of one name"),
    ("parts.xlsx", "the workbook has 1004 parts, the limit is 1000"),
    ("bomb.xlsx", "the workbook unpacks to more than 256 MiB"),
    ("other.xlsx", "this is a spreadsheet of the kind ODS, not an Excel workbook"),
    ("endless-text.xlsx", "the cell has more than 32767 characters"),
    ("endless-tag.xlsx", "the workbook has a tag that is longer than any program writes and may be hostile"),
    ("attributes.xlsx", "the workbook has a tag that is longer than any program writes and may be hostile"),
    ("merges.xlsx", "there are more than 100000 merged cells"),
    ("prefixed.xlsx", "the workbook is damaged or incomplete"),
    ("row-twice.xlsx", "the file holds this row twice, or behind a later one: another program wrote it so"),
  ])
  func `A hostile workbook is refused with its own message`(_ name: String, _ message: String) {
    do {
      _ = try workbook(name).read(sheet: 0, source: "s")
      Issue.record("read")
    } catch {
      #expect((error as? UnreadableTable)?.diagnostics.last?.message.english == message)
    }
  }

  @Test func `What is wrong before a sheet breaks off is told too`() {
    do {
      _ = try workbook("broken-off.xlsx").read(sheet: 0, source: "s")
      Issue.record("read")
    } catch {
      let told = (error as? UnreadableTable)?.diagnostics.map { "\($0.row ?? 0) \($0.code)" }
      #expect(told == ["2 error-cell", "3 error-cell", "0 damaged-workbook"])
    }
  }

  @Test func `A locked or damaged file, and what only bears the name, is told apart`() {
    let password = [0x2F, 0x00, 0x02, 0x00, 0x00, 0x00] as [UInt8]
    let beginning = [0x09, 0x08, 0x02, 0x00, 0x00, 0x06] as [UInt8]
    #expect(fault(compoundFile("EncryptedPackage", [])) == "the workbook opens with a password only")
    #expect(
      fault(compoundFile("Workbook", beginning + password)) == "the workbook opens with a password only")
    #expect(fault(compoundFile("WordDocument", [])) == "this is no Excel workbook")
    #expect(fault(compoundFile("Workbook", beginning)) == "the workbook has no sheet of cells")
    #expect(fault(compoundFile("Workbook", []).prefix(600)) == "the workbook is damaged or incomplete")
    #expect(fault(Data("PK\u{3}\u{4}".utf8)) == "the workbook is damaged or incomplete")
    #expect(
      fault(Data("\u{FEFF} <HTML><body>".utf8)) == "this is a web page or XML under the name of a table")
    #expect(fault(Data("a\tb\n1\t2\n".utf8)) == nil)
    #expect(fault(Data([0xD0, 0xCF, 0x11])) == "the workbook is damaged or incomplete")
    #expect(fault(Data([0x09, 0x04, 0x06, 0x00, 0x00, 0x00])) == "this is a workbook of Excel 95 or older")
    for page in ["<div>", "<head>", "<style>td{}</style>", "<!-- a -->", "</p>", "<?mso-application?>"] {
      let told = "this is a web page or XML under the name of a table"
      #expect(fault(Data("\n  \(page)<table>".utf8)) == told)
      #expect(fault(Data([0xFF, 0xFE] + page.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })) == told)
    }
    #expect(fault(Data("<5,>5\n1,2\n".utf8)) == nil)
    #expect(
      fault(Data([0xFF, 0xFE, 0, 0, 0x41, 0, 0, 0])) == "the file is written in UTF-32, which is not read")
  }
}

@Suite struct `Formats of numbers` {
  @Test(arguments: [
    (NumberFormat(builtIn: 14), 46_085.0, "2026-03-04"), (NumberFormat(builtIn: 57), 46_085.0, "2026-03-04"),
    (NumberFormat(builtIn: 55), 0.5, "12:00"),
    (NumberFormat(code: #"[$-804]yyyy"年"m"月"d"日";@"#), 46_085.0, "2026-03-04"),
    (NumberFormat(code: #"[Red]0.00"#), 7.5, "7.5"), (NumberFormat(code: "[h]:mm"), 30.0 / 24, "30:00"),
    (NumberFormat(code: #"\d0"#), 3.0, "d3"), (NumberFormat(code: #""第"0"排""#), 3.0, "第3排"),
    (NumberFormat(code: #""¥"0"#), 3.0, "3"), (NumberFormat(code: #"0"天""#), 3.0, "3"),
    (NumberFormat(code: #""A"0000;-0"#), 12_345.0, "A12345"),
    (NumberFormat(code: "m/d h:mm AM/PM"), 46_085.25, "2026-03-04 06:00"),
    (NumberFormat(code: "00000"), 42.0, "00042"), (NumberFormat(code: "General"), 1e-7, "1e-07"),
    (NumberFormat(builtIn: 22), 2_958_466.0, "2958466"), (NumberFormat(builtIn: 14), 60.0, "1900-02-29"),
  ])
  func `A number is shown by its format`(_ format: NumberFormat, _ number: Double, _ text: String) {
    #expect(format.text(of: number, written: String(number), isFrom1904: false) == text)
  }

  @Test func `The days of old workbooks of a Mac are counted from 1904`() {
    #expect(NumberFormat(builtIn: 14).text(of: 44_623, written: "", isFrom1904: true) == "2026-03-04")
  }
}
