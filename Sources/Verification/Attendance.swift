import Assembly

/// Who is due in a module, and whether a plan speaks of each of them exactly once.
struct Attendance {
  let module: Module
  let isDue: [Bool]

  init(_ module: Module, of event: Event, isDue: (Person) -> Bool) {
    self.module = module
    self.isDue = event.people.map(isDue)
  }

  /// Whether this is a person of the event who is due.
  func expects(_ person: Int) -> Bool {
    isDue.indices.contains(person) && isDue[person]
  }

  /// What is wrong with a plan that seats these people and leaves those without a place.
  func violations(seated: [Int], unplaced: [Unplaced]) -> [Violation] {
    var violations: [Violation] = []
    var seats = [Int](repeating: 0, count: isDue.count)
    var absences = seats
    func count(_ person: Int, in counts: inout [Int]) {
      guard isDue.indices.contains(person) else {
        violations.append(.unknownPerson(index: person, module))
        return
      }
      counts[person] += 1
      if counts[person] == 2 { violations.append(.namedTwice(person: person, module)) }
    }
    for person in seated { count(person, in: &seats) }
    for entry in unplaced {
      if entry.module == module {
        count(entry.person, in: &absences)
      } else {
        violations.append(.entryOfOtherModule(person: entry.person, entry.module, in: module))
      }
    }
    for person in isDue.indices {
      switch (isDue[person], seats[person] > 0, absences[person] > 0) {
      case (true, false, false): violations.append(.forgotten(person: person, module))
      case (true, true, true): violations.append(.seatedAndUnplaced(person: person, module))
      case (false, true, _), (false, _, true): violations.append(.notDue(person: person, module))
      case (true, true, false), (true, false, true), (false, false, false): break
      }
    }
    return violations
  }
}

/// The wishes of the people who are due in one module, each known to both sides.
struct Companions {
  /// People to sit next to each other, each pair once.
  let besidePairs: [Pair]
  /// People not to sit next to each other, each pair once.
  let apartPairs: [Pair]
  private let beside: [Int: Set<Int>]
  private let apart: [Int: Set<Int>]

  /// Two people, the one listed first before the other.
  struct Pair: Hashable {
    let first: Int
    let second: Int

    init(_ one: Int, _ other: Int) {
      (first, second) = (min(one, other), max(one, other))
    }
  }

  init(of event: Event, attendance: Attendance) {
    func pairs(_ wish: (Person) -> [Int]) -> [Pair] {
      var known: Set<Pair> = []
      return event.people.indices.filter(attendance.expects).flatMap { person in
        wish(event.people[person]).filter(attendance.expects).map { Pair(person, $0) }
          .filter { known.insert($0).inserted }
      }
    }
    func partners(_ pairs: [Pair]) -> [Int: Set<Int>] {
      pairs.reduce(into: [:]) { partners, pair in
        partners[pair.first, default: []].insert(pair.second)
        partners[pair.second, default: []].insert(pair.first)
      }
    }
    besidePairs = pairs(\.beside)
    apartPairs = pairs(\.apart)
    beside = partners(besidePairs)
    apart = partners(apartPairs)
  }

  /// Whether a wish names this person or is theirs.
  func bind(_ person: Int) -> Bool {
    beside[person] != nil || apart[person] != nil
  }

  /// The people whom `beside` sets next to this person.
  func beside(_ person: Int) -> Set<Int> {
    beside[person] ?? []
  }

  /// Whether `apart` speaks of this person.
  func keepApart(_ person: Int) -> Bool {
    apart[person] != nil
  }

  /// Whether a seat keeps the wishes between this person and people who sit already.
  ///
  /// - Parameter isNextTo: whether another person sits next to that seat; nothing when they have no seat.
  func allow(_ person: Int, isNextTo: (Int) -> Bool?) -> Bool {
    (beside[person] ?? []).allSatisfy { isNextTo($0) ?? true }
      && (apart[person] ?? []).allSatisfy { !(isNextTo($0) ?? false) }
  }

  /// What is wrong with a plan in which pairs of people sit so.
  ///
  /// - Parameter areNeighbours: whether two people sit next to each other; nothing unless both sit.
  func violations(_ module: Module, areNeighbours: (Pair) -> Bool?) -> [Violation] {
    besidePairs.filter { areNeighbours($0) == false }.map { .notBeside($0.first, $0.second, module) }
      + apartPairs.filter { areNeighbours($0) == true }.map { .notApart($0.first, $0.second, module) }
  }
}
