import Assembly
import SeededRandomness

/// Random small events with a hall, of every feature that the tables have.
enum RandomHalls {
  static func draft(seed: Int, sections: Int = 3, rows: Int = 5, people: Int = 40) -> EventDraft {
    var random = SeededGenerator(seed: seed)
    var settings = Settings(name: "random \(seed)")
    settings.hallMethod = HallMethod.allCases.randomElement(using: &random)!
    settings.hallOrder = HallOrder.allCases.randomElement(using: &random)!
    settings.memberOrder = [.listed, .rank].randomElement(using: &random)!
    settings.highSide = Side.allCases.randomElement(using: &random)!
    var draft = EventDraft(settings: settings)
    draft.hall = lines(sections: Int.random(in: 1...sections, using: &random), rows: rows, using: &random)
    addPeople(Int.random(in: 1...people, using: &random), to: &draft, using: &random)
    addWishes(to: &draft, using: &random)
    return draft
  }

  private static func lines(sections: Int, rows: Int, using random: inout SeededGenerator) -> [HallLine] {
    var lines: [HallLine] = []
    let names = (0..<sections).map { "S\($0)" }
    for row in 1...Int.random(in: 1...rows, using: &random) {
      for name in names where Int.random(in: 0..<8, using: &random) > 0 {
        let seats = Int.random(in: 1...6, using: &random)
        var line = HallLine(
          tableRow: lines.count + 2, section: name, row: .number(row), first: 1, last: seats)
        if Int.random(in: 0..<6, using: &random) == 0 {
          let held = Int.random(in: 1...seats, using: &random)
          line.reservation = .seats([.range(held...held)])
        } else if Int.random(in: 0..<10, using: &random) == 0 {
          line.reservation = .role([.press, .guest].randomElement(using: &random)!)
        }
        if Int.random(in: 0..<5, using: &random) == 0 { line.wheelchair = [.range(1...1)] }
        lines.append(line)
      }
    }
    return lines.isEmpty ? [HallLine(tableRow: 2, section: "S0", row: 1, first: 1, last: 3)] : lines
  }

  private static func addPeople(_ count: Int, to draft: inout EventDraft, using random: inout SeededGenerator)
  {
    let groups = Int.random(in: 1...7, using: &random)
    for index in 0..<count {
      var person = PersonEntry(row: index + 2, id: "P\(index)", name: "n\(index)")
      let group = Int.random(in: 0...groups, using: &random)
      person.groupName = group == 0 ? nil : "g\(group)"
      person.role = [.delegate, .delegate, .delegate, .observer, .press, .guest].randomElement(
        using: &random)!
      if Int.random(in: 0..<6, using: &random) == 0 {
        person.rank = Double(Int.random(in: 1...20, using: &random))
      }
      if Int.random(in: 0..<12, using: &random) == 0 { person.needs.insert(.wheelchair) }
      if Int.random(in: 0..<8, using: &random) == 0 { person.needs.insert(.aisle) }
      if Int.random(in: 0..<15, using: &random) == 0 { person.isAbsent = true }
      draft.people.append(person)
    }
    let sections = Set((draft.hall ?? []).map(\.section)).sorted()
    for group in 1...groups where Int.random(in: 0..<5, using: &random) == 0 {
      var entry = GroupEntry(row: draft.groups.count + 2, name: "g\(group)", order: Double(group))
      if Bool.random(using: &random) { entry.sectionNames = [sections.randomElement(using: &random)!] }
      draft.groups.append(entry)
    }
  }

  private static func addWishes(to draft: inout EventDraft, using random: inout SeededGenerator) {
    let count = draft.people.count
    for index in 0..<count {
      switch Int.random(in: 0..<14, using: &random) {
      case 0:
        let line = draft.hall!.randomElement(using: &random)!
        let seat = Int.random(in: line.first...line.last, using: &random)
        draft.people[index].seat = .hall(section: line.section, row: line.row, seat: .number(seat))
      case 1 where count > 1:
        draft.people[index].besideNames = ["P\((index + 1) % count)"]
      case 2 where count > 1:
        draft.people[index].apartNames = ["P\((index + 1) % count)"]
      default: break
      }
    }
  }
}
