import Foundation
import Localization
import ProcessorTime
import SeededRandomness
import Testing

@testable import Tables

@Suite struct `Hostile input` {
  private static let valid = Array(
    "\u{FEFF}编号,姓名,备注\r\n1,王伟,\"a,b\"\r\n2,\"李\"\"娜\",\r\n\r\n3,买买提·阿不都,\"x\ny\"\r\n".utf8)
  /// Bytes that mean something to one of the decoders or to the scanner.
  private static let telling: [UInt8] = [
    0x00, 0x09, 0x0A, 0x0D, 0x20, 0x22, 0x2C, 0x2D, 0x30, 0x3B, 0x3D, 0x61, 0x7F, 0x80, 0x81, 0xA0, 0xC2,
    0xD8, 0xE3,
    0xEF, 0xBB, 0xBF, 0xF4, 0xFE, 0xFF,
  ]

  @Test(arguments: 0..<2_000 as Range<UInt64>)
  func `Random bytes are read or refused, each problem in one line`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let bytes = (0..<Int.random(in: 0...60, using: &random)).map { _ in
      Bool.random(using: &random)
        ? Self.telling.randomElement(using: &random)! : UInt8.random(in: 0...255, using: &random)
    }
    expectSound(Reading(bytes))
  }

  @Test(arguments: 0..<2_000 as Range<UInt64>)
  func `A damaged table is read or refused, each problem in one line`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var bytes = Self.valid
    for _ in 0..<Int.random(in: 1...4, using: &random) where !bytes.isEmpty {
      let index = bytes.indices.randomElement(using: &random)!
      switch Int.random(in: 0...3, using: &random) {
      case 0: bytes[index] = Self.telling.randomElement(using: &random)!
      case 1: bytes.insert(Self.telling.randomElement(using: &random)!, at: index)
      case 2: bytes.remove(at: index)
      default: bytes.removeSubrange(index...)
      }
    }
    expectSound(Reading(bytes))
  }

  @Test(arguments: 0..<2_000 as Range<UInt64>)
  func `Random cells have a meaning or none`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let alphabet = Array("0123456789９-－~/:：.+eE年月日时分秒T ,，;；xX\u{301}\u{0}是")
    let cell = String(
      (0..<Int.random(in: 0...24, using: &random)).map { _ in alphabet.randomElement(using: &random)! })
    _ = (CellParsing.integer(cell), CellParsing.list(cell), CellParsing.boolean(cell))
    if let number = CellParsing.decimal(cell) { #expect(number.isFinite) }
    if let date = CellParsing.date(cell) {
      #expect(1900...2200 ~= date.year && 1...12 ~= date.month && 1...31 ~= date.day)
    }
    if let moment = CellParsing.dateTime(cell) { #expect(0..<24 ~= moment.hour && 0..<60 ~= moment.minute) }
    _ = CellParsing.numberRanges(cell)
    _ = suggestion(for: cell, among: ["编号", "2026-03-05", cell + "x"])
  }

  @Test func `A hundred thousand cells, quotes or blanks take no more than linear time`() {
    let seconds = processorSeconds {
      for text in [",", "\"", "\"\",", " ", "\"\n", "\u{3000}", "\u{301}", "=,", "\r"] {
        expectSound(Reading(Data(("a,b\n" + String(repeating: text, count: 100_000)).utf8)))
      }
      let word = String(repeating: "a", count: 30_000)
      #expect(suggestion(for: word, among: ["b" + word.dropLast()]) == nil)
    }
    #expect(seconds < 60)
  }

  /// Whatever was read is within the table, and whatever is told is one line that shows nothing invisible.
  private func expectSound(_ reading: Reading) {
    #expect(reading.table != nil || reading.diagnostics.contains { $0.severity == .error })
    for diagnostic in reading.diagnostics {
      for text in [diagnostic.text(in: .chinese), diagnostic.text(in: .english)] {
        #expect(text.hasPrefix("people.csv"))
        #expect(!text.unicodeScalars.contains { $0.properties.generalCategory == .control })
      }
    }
    guard let table = reading.table else { return }
    #expect(!table.header.isEmpty)
    #expect(table.rows.allSatisfy { !$0.cells.isEmpty && $0.number > table.headerNumber })
    let numbers = table.rows.map(\.number)
    #expect(zip(numbers, numbers.dropFirst()).allSatisfy(<))
  }
}
