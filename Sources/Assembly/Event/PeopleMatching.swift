extension Event {
  /// Who of this event each person of an earlier one is; indices in ``people``.
  ///
  /// People are the same by id, with or without leading zeros; who is not found so, by name and unit, where nobody else is
  /// called so. Where ids are mere row numbers, a row more would shift them: there the name must agree.
  ///
  /// - Complexity: O(people of both).
  public func people(of earlier: Event) -> [Int?] {
    func nameAndUnit(_ person: Person) -> String { person.name + "\u{0}" + (person.groupName ?? "") }
    func unique(_ key: (Person) -> String) -> [String: Int] {
      var found: [String: Int] = [:]
      var several: Set<String> = []
      for (index, person) in people.enumerated() where found.updateValue(index, forKey: key(person)) != nil {
        several.insert(key(person))
      }
      return found.filter { !several.contains($0.key) }
    }
    let byID = IDDirectory(people.map(\.id))
    let byName = unique(nameAndUnit)
    let areRowNumbers = people.allSatisfy { $0.id == String($0.row) }
    var found: [Int?] = earlier.people.map { other in
      guard let person = byID[other.id] else { return nil }
      return areRowNumbers && other.name != people[person].name ? nil : person
    }
    var known = Set(found.compactMap(\.self))
    for (index, other) in earlier.people.enumerated() where found[index] == nil {
      if let person = byName[nameAndUnit(other)], known.insert(person).inserted { found[index] = person }
    }
    return found
  }
}
