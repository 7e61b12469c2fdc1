import Foundation
import SeededRandomness
import Testing

@testable import Tables

@Suite struct `Writing a table` {
  @Test func `A table is UTF-8 with a byte order mark, commas and CR LF`() {
    var writer = TableWriter(header: ["person", "name"])
    writer.append(["1", "王伟"])
    #expect(writer.data == Data([0xEF, 0xBB, 0xBF] + "person,name\r\n1,王伟\r\n".utf8))
  }

  @Test func `Cells that would be taken apart are put in quotes`() {
    var writer = TableWriter(header: ["a;b", "c"])
    writer.append(["x,y", "say \"hi\""])
    writer.append(["one\ntwo", "t\tb"])
    #expect(
      text(writer) == "\"a;b\",c\r\n\"x,y\",\"say \"\"hi\"\"\"\r\n\"one\ntwo\",\"t\tb\"\r\n")
  }

  @Test func `For a spreadsheet a text that would be a formula gets an apostrophe`() {
    let cells = ["=1+1", "+86 10", "-x", "@a", "\tb", "\rc", "plain", "", "a=b"]
    var writer = TableWriter(header: ["a"], for: .spreadsheets)
    cells.forEach { writer.append([$0]) }
    #expect(
      text(writer) == "a\r\n'=1+1\r\n'+86 10\r\n'-x\r\n'@a\r\n\"'\tb\"\r\n\"'\rc\"\r\nplain\r\n\r\na=b\r\n")
  }

  @Test func `For programs every cell is written as it is`() {
    var writer = TableWriter(header: ["a"])
    writer.append(["-3"])
    #expect(text(writer) == "a\r\n-3\r\n")
  }

  @Test(arguments: 0..<200 as Range<UInt64>)
  func `What is written is read again`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let alphabet = [
      "a", "Z", "9", "王", "𠀀", "é", ",", ";", "\"", "\"\"", "\n", "\t", " x", "，", "'", "（", "。",
    ]
    func cell() -> String {
      let letters = (0..<Int.random(in: 0...6, using: &random)).map { _ in
        alphabet.randomElement(using: &random)!
      }
      return trimmed(letters.joined())
    }
    let header = (0..<Int.random(in: 1...6, using: &random)).map { "column\($0)" }
    let rows = (0..<Int.random(in: 0...20, using: &random)).map { _ in header.map { _ in cell() } }

    var writer = TableWriter(header: header)
    rows.forEach { writer.append($0) }
    let reading = Reading(writer.data)

    #expect(reading.header == header)
    #expect(reading.diagnostics.isEmpty)
    let written = rows.enumerated().filter { $0.element.contains { !$0.isEmpty } }
    #expect(reading.rowNumbers == written.map { $0.offset + 2 })
    let read = reading.table?.rows.map { row in header.indices.map { row[$0] } }
    #expect(read == written.map(\.element))
  }

  private func text(_ writer: TableWriter) -> String {
    String(decoding: writer.data.dropFirst(3), as: UTF8.self)
  }
}
