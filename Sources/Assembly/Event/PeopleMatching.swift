extension Event {
  /// Who of this event each person of an earlier one is; indices in ``people``.
  ///
  /// People are the same by id, with or without leading zeros; who is not found so, by name and unit, where nobody else is
  /// called so. Where ids are mere row numbers, a row more would shift them: there the name must agree.
  ///
  /// - Complexity: O(people of both).
  public func people(of earlier: Event) -> [Int?] {
    let byID = IDDirectory(people.map(\.entry.id))
    let areRowNumbers = people.allSatisfy { $0.entry.id == String($0.entry.row) }
    var found: [Int?] = earlier.people.map { other in
      guard let person = byID[other.entry.id] else { return nil }
      return areRowNumbers && other.entry.name != people[person].entry.name ? nil : person
    }
    let missing = found.indices.filter { found[$0] == nil }
    guard !missing.isEmpty else { return found }
    let wanted = Set(missing.map { NameAndUnit(earlier.people[$0]) })
    var byName: [NameAndUnit: [Int]] = [:]
    for (index, person) in people.enumerated() {
      let key = NameAndUnit(person)
      if wanted.contains(key) { byName[key, default: []].append(index) }
    }
    var known = Set(found.compactMap(\.self))
    for index in missing {
      guard let namesakes = byName[NameAndUnit(earlier.people[index])], namesakes.count == 1 else { continue }
      if known.insert(namesakes[0]).inserted { found[index] = namesakes[0] }
    }
    return found
  }

  private struct NameAndUnit: Hashable {
    let name: String
    let unit: String

    init(_ person: Person) { (name, unit) = (person.entry.name, person.entry.groupName ?? "") }
  }
}
