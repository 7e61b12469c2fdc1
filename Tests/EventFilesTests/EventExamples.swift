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

  /// The lines that a user would see, without header and person, which `PointerTests` are about, and without the note
  /// that rows are numbered.
  func lines() -> [String] {
    let reading = read()
    return reading.diagnostics.filter { $0.code != "ids-from-rows" }.map { diagnostic in
      var bare = diagnostic
      (bare.header, bare.subject) = (nil, nil)
      return bare.text(in: reading.language)
    }
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
