import Foundation
import Localization
import Testing

@testable import Tables

@Suite struct `Reading a table` {
  @Test func `The first row names the columns and the others are its rows`() {
    let reading = Reading("编号,姓名\n1,王伟\n2,李娜\n")
    #expect(reading.header == ["编号", "姓名"])
    #expect(reading.cells == [["1", "王伟"], ["2", "李娜"]])
    #expect(reading.diagnostics.isEmpty)
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func `Lines end as any system ends them`(lineEnd: String) {
    let reading = Reading(["a,b", "1,2", "3,4"].joined(separator: lineEnd))
    #expect(reading.header == ["a", "b"])
    #expect(reading.cells == [["1", "2"], ["3", "4"]])
    #expect(reading.rowNumbers == [2, 3])
  }

  @Test func `A cell in quotes holds separators, line breaks and doubled quotes`() {
    let reading = Reading("a,b\n\"x,y\",\"say \"\"hi\"\"\"\n\"one\r\ntwo\rthree\",4\n")
    #expect(reading.cells == [["x,y", "say \"hi\""], ["one\ntwo\nthree", "4"]])
    #expect(reading.diagnostics.isEmpty)
  }

  @Test func `Rows are counted as a spreadsheet counts them, line breaks in cells and blank rows included`() {
    let reading = Reading("a,b\n\"x\ny\",1\n\n , \u{3000}\n2,3\n")
    #expect(reading.rowNumbers == [2, 5])
  }

  @Test func `Blank rows above the header are counted and skipped`() {
    let reading = Reading("\n,,\na,b,c\n1,2,3\n")
    #expect(reading.header == ["a", "b", "c"])
    #expect(reading.table?.headerNumber == 3)
    #expect(reading.rowNumbers == [4])
  }

  @Test func `Cells are trimmed of blanks of every width`() {
    let reading = Reading("\u{3000}姓名 ,\u{A0}b\n \u{3000}王 伟\u{3000},\" x \"\n\u{FEFF}李\u{200B}, \"y\" \n")
    #expect(reading.header == ["姓名", "b"])
    #expect(reading.cells == [["王 伟", "x"], ["李", "y"]])
    #expect(reading.diagnostics.isEmpty)
  }

  @Test(arguments: [",", "\t", ";"])
  func `The separator is found in the header line`(mark: String) {
    let reading = Reading("\"a,b\t;;\"\(mark)name\(mark)note\n1\(mark)\(mark)3\n")
    #expect(reading.header == ["a,b\t;;", "name", "note"])
    #expect(reading.cells == [["1", "", "3"]])
  }

  @Test func `A full-width comma separates nothing`() {
    let reading = Reading("编号，姓名\n1，王伟\n")
    #expect(reading.header == ["编号，姓名"])
  }

  @Test func `A quote inside a cell that does not begin with one is part of the text`() {
    #expect(Reading("name\n55\" 屏\n").cells == [["55\" 屏"]])
  }

  @Test func `A cell a row does not have is blank`() {
    let row = Table.Row(number: 2, cells: ["1"])
    #expect(row[0] == "1")
    #expect(row[1] == "")
    #expect(row[-1] == "")
  }

  @Test func `A column is found by its name in any letter case and width`() {
    let table = Reading("ＩＤ,Name \n1,x\n").table
    #expect(table?.column(named: "id") == 0)
    #expect(table?.column(named: "　NAME") == 1)
    #expect(table?.column(named: "seat") == nil)
  }

  @Test func `A telephone number, a negative number and a dash are no formulas`() {
    let reading = Reading("a\n+86 (10) 6309-6114\n-3.5\n-\n——\n")
    #expect(reading.cells == [["+86 (10) 6309-6114"], ["-3.5"], ["-"], ["——"]])
    #expect(reading.diagnostics.isEmpty)
  }
}

@Suite struct `Decoding a file` {
  static let text = "编号,姓名\r\n1,王伟\r\n2,𠀀·买买提\r\n"

  @Test func `UTF-8 is read with and without a byte order mark`() {
    for data in [Data(Self.text.utf8), Data([0xEF, 0xBB, 0xBF] + Self.text.utf8)] {
      let reading = Reading(data)
      #expect(reading.header == ["编号", "姓名"])
      #expect(reading.cells == [["1", "王伟"], ["2", "𠀀·买买提"]])
      #expect(reading.diagnostics.isEmpty)
    }
  }

  @Test(
    arguments: [
      (.utf16LittleEndian, [0xFF, 0xFE], "UTF-16 LE"), (.utf16BigEndian, [0xFE, 0xFF], "UTF-16 BE"),
      (.gb18030, [], "GB18030"),
    ] as [(String.Encoding, [UInt8], String)])
  func `Other encodings are read and reported`(
    encoding: String.Encoding, mark: [UInt8], name: String
  ) throws {
    let reading = Reading(Data(mark) + (try #require(Self.text.data(using: encoding))))
    #expect(reading.cells == [["1", "王伟"], ["2", "𠀀·买买提"]])
    #expect(reading.diagnostics.map(\.severity) == [.note])
    #expect(reading.diagnostics[0].message.english.contains(name))
  }

  @Test func `The bytes Excel writes on a Chinese Windows are read`() {
    // 人员,姓名 and 1,王伟 in GBK.
    let bytes: [UInt8] =
      [0xC8, 0xCB, 0xD4, 0xB1, 0x2C, 0xD0, 0xD5, 0xC3, 0xFB, 0x0D, 0x0A]
      + [0x31, 0x2C, 0xCD, 0xF5, 0xCE, 0xB0, 0x0D, 0x0A]
    let reading = Reading(bytes)
    #expect(reading.header == ["人员", "姓名"])
    #expect(reading.cells == [["1", "王伟"]])
  }

  @Test func `One broken byte does not turn a UTF-8 file into garbled GB18030`() {
    let bytes = Array("编号,姓名\n".utf8) + Array("1,王伟李娜张敏\n".utf8) + [0x32, 0x2C, 0xB0, 0xA1, 0x0A]
    let reading = Reading(bytes)
    #expect(reading.table == nil)
    #expect(
      reading.english == [
        "people.csv:3: byte 38 (0xB0) is not valid UTF-8; save it from Excel as “CSV UTF-8”"
      ])
  }
}
