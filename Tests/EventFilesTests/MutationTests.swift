import Assembly
import Foundation
import Localization
import SeededRandomness
import Tables
import Testing

@testable import EventFiles

/// Whatever an event's files hold, they make an event or at least one error.
@Suite struct Mutations {
  private static let sound: [String: Data] = {
    var files = EventTemplate.files(.chinese)
    for name in ["车辆.csv", "线路.csv", "用车.csv"] { files[name] = nil }
    files["人员.csv"]!.append(
      contentsOf: "P002,李雷,,第二代表团,2,主席台,,男,,,,,,,,,,,,,,,,主席台:1-1,P001\r\n".utf8)
    return files
  }()

  private static let strange = [
    "", "-", "\"", ",", ";", "；", "\r\n", "0", "-1", "1e308", "9223372036854775807", "99999999999999999999",
    "NaN", "=1+1",
    "\u{0}", "\u{202E}", "2026-02-30", "0000-00-00 99:99", "A-9223372036854775807-1",
    "主席台:1-9223372036854775807",
    "1-9223372036854775807", "P001;P001", "是", "√", "𠮷", "\u{FEFF}", "姓名", "编号", "0.0000000001",
  ]

  private func check(_ files: [String: Data]) {
    let reading = EventReader.read(files: files)
    let hasError = reading.diagnostics.contains { $0.severity == .error }
    #expect((reading.event == nil) == hasError)
    for diagnostic in reading.diagnostics {
      #expect(!diagnostic.text(in: reading.language).contains("\n"))
    }
  }

  @Test(arguments: 1...6)
  func `Cells replaced by strange ones never crash the reader`(_ seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    for _ in 1...50 { check(eventWithStrangeCells(&random)) }
  }

  private func eventWithStrangeCells(_ random: inout SeededGenerator) -> [String: Data] {
    var files = Self.sound
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      let name = files.keys.sorted().randomElement(using: &random)!
      var lines = String(decoding: files[name]!, as: UTF8.self).components(separatedBy: "\r\n")
      let line = lines.indices.randomElement(using: &random)!
      var cells = lines[line].components(separatedBy: ",")
      cells[cells.indices.randomElement(using: &random)!] = Self.strange.randomElement(using: &random)!
      lines[line] = cells.joined(separator: ",")
      files[name] = Data(lines.joined(separator: "\r\n").utf8)
    }
    return files
  }

  @Test(arguments: 1...6)
  func `Bytes changed at random never crash the reader`(_ seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    for _ in 1...50 { check(eventWithChangedBytes(&random)) }
  }

  private func eventWithChangedBytes(_ random: inout SeededGenerator) -> [String: Data] {
    var files = Self.sound
    let name = files.keys.sorted().randomElement(using: &random)!
    var bytes = [UInt8](files[name]!)
    for _ in 0..<Int.random(in: 1...20, using: &random) where !bytes.isEmpty {
      let place = bytes.indices.randomElement(using: &random)!
      switch Int.random(in: 0..<3, using: &random) {
      case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
      case 1: bytes.removeSubrange(place..<min(bytes.count, place + 5))
      default: bytes.insert(contentsOf: bytes[place...].prefix(9), at: place)
      }
    }
    files[name] = Data(bytes)
    return files
  }

  @Test func `The unchanged event is sound`() {
    #expect(EventReader.read(files: Self.sound).event?.people.count == 2)
  }
}
