import Assembly

/// Who must share a room by `roommate`, and who may although their genders differ.
///
/// A family is a set of people due who are linked by naming each other.
struct Families {
  /// People of whom one at least names the other, each pair once, the one listed first before the other.
  let roommates: [(first: Int, second: Int)]
  private let familyOf: [Int?]

  init(of event: Event) {
    let people = event.people
    var roommates: [(first: Int, second: Int)] = []
    var relatives = [[Int]](repeating: [], count: people.count)
    for person in people.indices where people[person].stay != nil {
      for other in people[person].roommates where people[other].stay != nil {
        let isMutual = people[other].roommates.contains(person)
        if isMutual { relatives[person].append(other) }
        if !isMutual || person < other { roommates.append((min(person, other), max(person, other))) }
      }
    }
    self.roommates = roommates

    var familyOf = [Int?](repeating: nil, count: people.count)
    for person in people.indices where familyOf[person] == nil && !relatives[person].isEmpty {
      var found = [person]
      while let member = found.popLast() {
        guard familyOf[member] == nil else { continue }
        familyOf[member] = person
        found += relatives[member]
      }
    }
    self.familyOf = familyOf
  }

  /// Whether two people are of one family.
  func unite(_ one: Int, _ other: Int) -> Bool {
    familyOf[one] != nil && familyOf[one] == familyOf[other]
  }
}
