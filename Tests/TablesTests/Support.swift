import Foundation
import Localization
import Tables

/// What reading told, whether a table came of it or not.
struct Reading {
  let table: Table?
  let diagnostics: [Diagnostic]

  init(_ data: Data, source: String = "people.csv", limits: TableReader.Limits = .default) {
    do {
      let (table, diagnostics) = try TableReader.read(data, source: source, limits: limits)
      (self.table, self.diagnostics) = (table, diagnostics)
    } catch {
      (table, diagnostics) = (nil, error.diagnostics)
    }
  }

  init(_ text: String, limits: TableReader.Limits = .default) {
    self.init(Data(text.utf8), limits: limits)
  }

  init(_ bytes: [UInt8]) {
    self.init(Data(bytes))
  }

  var header: [String]? { table?.header }
  var cells: [[String]]? { table?.rows.map(\.cells) }
  var rowNumbers: [Int]? { table?.rows.map(\.number) }
  var english: [String] { diagnostics.map { $0.text(in: .english) } }
  var chinese: [String] { diagnostics.map { $0.text(in: .chinese) } }
}

/// A random generator of 64 bits that gives the same numbers on every run (SplitMix64, doi:10.1145/2660193.2660195).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
