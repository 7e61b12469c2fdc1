/// What a table tells of a person by which they are found again in another one.
public struct PersonName: Sendable, Hashable {
  /// The id.
  public var id: String
  /// The name.
  public var name: String
  /// The group or unit; nothing where the table has no such column.
  public var group: String?

  /// A person as a table tells of them.
  public init(id: String, name: String, group: String?) {
    self.id = id
    self.name = name
    self.group = group
  }
}

extension Event {
  /// The people of another table, as far as they are in this event; indices in ``people``.
  ///
  /// People are the same by id, with or without leading zeros; who is not found so, by name and unit, where nobody else is
  /// called so. Where ids are mere row numbers, a row more would shift them: there the name must agree.
  ///
  /// - Complexity: O(people + others).
  public func people(named others: [PersonName]) -> [Int?] {
    func withoutZeros(_ id: String) -> String { String(id.drop { $0 == "0" }) }
    func unique(_ key: (Int) -> String) -> [String: Int] {
      var found: [String: Int] = [:]
      var several: Set<String> = []
      for person in people.indices where found.updateValue(person, forKey: key(person)) != nil {
        several.insert(key(person))
      }
      return found.filter { !several.contains($0.key) }
    }
    let byID = unique { people[$0].id }
    let byShortID = unique { withoutZeros(people[$0].id) }
    let byName = unique { people[$0].name + "\u{0}" + (people[$0].groupName ?? "") }
    let byNameAlone = unique { people[$0].name }
    let areRowNumbers = people.allSatisfy { $0.id == String($0.row) }
    var found: [Int?] = others.map { other in
      guard let person = byID[other.id] ?? byShortID[withoutZeros(other.id)] else { return nil }
      return areRowNumbers && other.name != people[person].name ? nil : person
    }
    var known = Set(found.compactMap(\.self))
    for (index, other) in others.enumerated() where found[index] == nil {
      let person = other.group.map { byName[other.name + "\u{0}" + $0] } ?? byNameAlone[other.name]
      if let person, known.insert(person).inserted { found[index] = person }
    }
    return found
  }
}
