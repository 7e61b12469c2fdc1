import Assembly

/// A draft of people with these names, in rows 2, 3, 4 …, ids a, b, c …
func draft(_ names: String..., change: (inout EventDraft) -> Void = { _ in }) -> EventDraft {
  var draft = EventDraft(settings: Settings(name: "会议"))
  draft.people = names.enumerated().map { index, name in
    PersonEntry(row: index + 2, id: String(UnicodeScalar(UInt8(ascii: "a") + UInt8(index))), name: name)
  }
  change(&draft)
  return draft
}

/// Defects of a draft of two people, 张三 and 李四.
func defects(_ change: (inout EventDraft) -> Void) -> [Defect] {
  Event.defects(of: draft("张三", "李四", change: change))
}

/// A hall of these lines and a single person.
func hall(_ lines: [HallLine]) throws -> Hall {
  try Event(draft("张三") { $0.hall = lines }).hall!
}

/// A line in row `row + 1` of the table.
func line(_ section: String, _ row: Int, _ first: Int, _ last: Int, step: Int? = nil) -> HallLine {
  HallLine(tableRow: row + 1, section: section, row: .number(row), first: first, last: last, step: step)
}
