import Assembly
import SolverShared

/// Who belongs together and who apart, as far as some rows of the table of people say.
struct RoomWishes {
  /// Lodgers linked by `roommate`, in the order of their first.
  let parties: [[Int]]
  /// A number for each set of people who name each other as room-mates; nothing for who has no family.
  let family: [Int?]
  /// People who must not share a room on one night, both ways.
  let apart: [Set<Int>]
  /// `beside` of staff, both ways.
  let besideOnFloor: [[Int]]

  init(_ event: Event, due: [Int], lodgerOfPerson: [Int?], isActive: (TableRow) -> Bool) {
    let count = due.count
    // Whether two people are a family is a fact of the whole table; whether they are bound to one room is a wish.
    let named = due.enumerated().map { lodger, index in
      event.people[index].roommates.compactMap { lodgerOfPerson[$0] }.filter { $0 != lodger }
    }
    var together = DisjointSets(count: count)
    var families = DisjointSets(count: count)
    var apart = [Set<Int>](repeating: [], count: count)
    var beside = [[Int]](repeating: [], count: count)
    for (lodger, index) in due.enumerated() where isActive(TableRow(.people, event.people[index].row)) {
      let person = event.people[index]
      for other in named[lodger] { together.join(lodger, other) }
      for other in person.apart.compactMap({ lodgerOfPerson[$0] }) where other != lodger {
        apart[lodger].insert(other)
        apart[other].insert(lodger)
      }
      guard person.role == .staff else { continue }
      for other in person.beside.compactMap({ lodgerOfPerson[$0] }) where other != lodger {
        beside[lodger].append(other)
        beside[other].append(lodger)
      }
    }
    for lodger in 0..<count {
      for other in named[lodger] where named[other].contains(lodger) { families.join(lodger, other) }
    }
    parties = together.sets
    var family = [Int?](repeating: nil, count: count)
    for members in families.sets where members.count > 1 {
      for member in members { family[member] = members[0] }
    }
    self.family = family
    self.apart = apart
    besideOnFloor = beside
  }
}
