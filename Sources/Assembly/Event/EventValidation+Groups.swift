extension EventValidation {
  /// Forms the groups in the order of objectives.md §0.
  ///
  /// - Returns: the index in `groups` of each person's group.
  mutating func formGroups() -> [Int] {
    let entryOfName = checkGroupEntries()
    var members: [Group.Kind: [Int]] = [:]
    var kinds: [Group.Kind] = []
    for (index, person) in draft.people.enumerated() {
      let kind = person.groupName.map(Group.Kind.named) ?? .role(person.role)
      if members[kind] == nil { kinds.append(kind) }
      members[kind, default: []].append(index)
    }
    for entry in draft.groups where members[.named(entry.name)] == nil {
      report(.groups, entry.row, "group", .groupWithoutPeople)
    }
    if !draft.groups.isEmpty {
      var noted: Set<String> = []
      for person in draft.people {
        guard let name = person.groupName, entryOfName[name] == nil, noted.insert(name).inserted else {
          continue
        }
        report(.people, person.row, "group", .groupNotListed)
      }
    }
    let precedence = kinds.enumerated().map { appearance, kind in
      GroupPrecedence(
        order: kind.entry(in: entryOfName)?.order ?? .infinity,
        role: members[kind]!.map { draft.people[$0].role.precedence }.min() ?? 0, appearance: appearance)
    }
    var groupOf = [Int](repeating: 0, count: draft.people.count)
    for index in kinds.indices.sorted(by: { precedence[$0] < precedence[$1] }) {
      let kind = kinds[index]
      for person in members[kind]! { groupOf[person] = groups.count }
      let entry = kind.entry(in: entryOfName)
      groups.append(
        Group(
          kind: kind, row: entry?.row, sections: entry.map { sections(of: $0) } ?? [],
          hotels: entry?.hotels ?? [],
          members: members[kind]!))
    }
    return groupOf
  }

  private mutating func checkGroupEntries() -> [String: GroupEntry] {
    var entryOfName: [String: GroupEntry] = [:]
    for entry in draft.groups {
      if let first = entryOfName[entry.name] {
        report(.groups, entry.row, "group", .duplicateGroup(firstRow: first.row))
      } else {
        entryOfName[entry.name] = entry
      }
    }
    let ordered = Dictionary(grouping: draft.groups.filter { $0.order != nil }) { $0.order! }
    for (_, entries) in ordered.sorted(by: { $0.key < $1.key }) where entries.count > 1 {
      report(.groups, entries[1].row, "order", .equalOrders(rows: entries.map(\.row)))
    }
    return entryOfName
  }

  private mutating func sections(of entry: GroupEntry) -> [Int] {
    guard let hall else { return [] }
    return entry.sectionNames.compactMap { name in
      if let section = hall.sections.firstIndex(of: name) { return section }
      report(.groups, entry.row, "section", .unknownSection(name))
      return nil
    }
  }
}

extension Group.Kind {
  fileprivate func entry(in entries: [String: GroupEntry]) -> GroupEntry? {
    guard case .named(let name) = self else { return nil }
    return entries[name]
  }
}

extension Role {
  /// Groups with a delegate come first, then those of the rostrum, guests, observers, press and staff.
  fileprivate var precedence: Int {
    switch self {
    case .delegate: 0
    case .rostrum: 1
    case .guest: 2
    case .observer: 3
    case .press: 4
    case .staff: 5
    }
  }
}

private struct GroupPrecedence: Comparable {
  let order: Double
  let role: Int
  let appearance: Int

  static func < (left: GroupPrecedence, right: GroupPrecedence) -> Bool {
    (left.order, left.role, left.appearance) < (right.order, right.role, right.appearance)
  }
}
