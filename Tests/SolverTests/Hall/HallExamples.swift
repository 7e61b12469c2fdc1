import Assembly

/// Small halls and events, written down in a line.
enum HallExamples {
  /// A hall of one run a row in each section; `rows` gives the seats of each section's rows from the front.
  static func lines(_ sections: [(name: String, rows: [Int])]) -> [HallLine] {
    var lines: [HallLine] = []
    for row in 0..<(sections.map(\.rows.count).max() ?? 0) {
      for section in sections where row < section.rows.count {
        lines.append(
          HallLine(
            tableRow: lines.count + 2, section: section.name, row: .number(row + 1), first: 1,
            last: section.rows[row])
        )
      }
    }
    return lines
  }

  /// An event whose groups have these sizes; people are listed group after group.
  static func draft(
    groups sizes: [Int], hall: [HallLine], method: HallMethod = .horizontal, order: HallOrder = .near
  ) -> EventDraft {
    var settings = Settings(name: "example")
    settings.hallMethod = method
    settings.hallOrder = order
    var draft = EventDraft(settings: settings)
    for (group, size) in sizes.enumerated() {
      for member in 0..<size {
        let row = draft.people.count + 2
        var person = PersonEntry(row: row, id: "\(row)", name: "g\(group + 1)m\(member + 1)")
        person.groupName = "g\(group + 1)"
        draft.people.append(person)
      }
    }
    draft.hall = hall
    return draft
  }
}

/// Compares names as plain strings.
struct PlainOrder: NameOrder {
  func compare(_ left: PersonName, _ right: PersonName) -> NameComparison {
    left == right ? .same : left.name < right.name ? .ascending : .descending
  }
}

extension EventDraft {
  /// Changes one person, found by name.
  mutating func change(_ name: String, _ change: (inout PersonEntry) -> Void) {
    guard let index = people.firstIndex(where: { $0.name == name }) else { return }
    change(&people[index])
  }
}
