import Assembly
import Foundation
import Localization
import Tables

@testable import EventFiles

/// A small sound event in Chinese, whose tables a test changes one at a time.
struct EventExample {
  var files: [String: String] = [
    "会议.csv": "项目,内容\n名称,年度大会\n",
    "人员.csv": "编号,姓名,分组\nP1,王芳,东区\nP2,李雷,东区\nP3,张伟,西区\n",
  ]

  /// The example with other or further tables; nothing removes a table.
  init(_ changes: [String: String?] = [:]) {
    for (name, text) in changes { files[name] = text }
  }

  /// What is read of the event.
  func read(fallback: Language = .english) -> EventReading {
    EventReader.read(files: files.mapValues { Data($0.utf8) }, fallback: fallback)
  }

  /// The lines that a user would see.
  func lines() -> [String] {
    let reading = read()
    return reading.diagnostics.map { $0.text(in: reading.language) }
  }
}

/// Reads the example with changed tables.
func reading(_ changes: [String: String?]) -> EventReading {
  EventExample(changes).read()
}

/// The lines that a user sees for the example with changed tables.
func lines(_ changes: [String: String?]) -> [String] {
  EventExample(changes).lines()
}

/// The lines about a table of people with this header and these rows.
func lines(people: String, _ changes: [String: String?] = [:]) -> [String] {
  lines(changes.merging(["人员.csv": people]) { $1 })
}

/// A generator of random numbers that yields the same numbers in every run (SplitMix64).
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
