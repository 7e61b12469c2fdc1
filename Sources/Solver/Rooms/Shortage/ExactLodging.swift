import Assembly

/// The fewest people who must stay out, counted exactly: person after person in order of arrival, with the best of all ways
/// in which the beds could be taken by then. Only where few rooms leave few such ways.
///
/// What binds people to each other is left out, and families are thought to need no bed, so that no plan leaves fewer out.
struct ExactLodging {
  /// So many stay out at least, those with a rank counted twice; nothing when there are too many ways to count.
  private(set) var least: Int?
  /// The room of each lodger, −1 for none, if fewer stay out than the limit and nothing binds people to each other.
  private(set) var roomOfLodger: [Int]?

  /// For each bed until when it is taken (0: free), the latest first, and in front of them whether the room was used where
  /// this matters, and who is there: 0 nobody, 1 or 2 a gender, 3 somebody who shares with nobody.
  private struct Chamber: Hashable {
    /// Rooms of one kind are alike.
    let kind: Int
    let room: Int
    var isUsed = false
    var sharing: UInt8 = 0
    var ends: [UInt8]

    static func == (one: Chamber, other: Chamber) -> Bool {
      one.kind == other.kind && one.isUsed == other.isUsed && one.sharing == other.sharing
        && one.ends == other.ends
    }

    func hash(into hasher: inout Hasher) {
      hasher.combine(kind)
      hasher.combine(isUsed)
      hasher.combine(sharing)
      hasher.combine(ends)
    }

    static func precedes(_ one: Chamber, _ other: Chamber) -> Bool {
      if one.kind != other.kind { return one.kind < other.kind }
      if one.isUsed != other.isUsed { return other.isUsed }
      if one.sharing != other.sharing { return one.sharing < other.sharing }
      return one.ends.lexicographicallyPrecedes(other.ends)
    }

    mutating func leave(by period: Int) {
      for bed in ends.indices where ends[bed] <= period { ends[bed] = 0 }
      ends.sort(by: >)
      if ends[0] == 0 { sharing = 0 }
    }
  }

  private struct Kind: Hashable {
    let hotel: Int?
    let beds: Int
    let isForOne: Bool
    let guests: [Int]
  }

  private struct Step {
    let previous: Int
    let room: Int
  }

  private static let mostRooms = 8
  private static let mostStates = 4_000
  /// States of all people together.
  private static let work = 120_000

  private let problem: RoomProblem
  private let isSpareOfMatter: Bool

  /// - Parameter limit: plans that leave as many out as this are not sought.
  /// - Complexity: O(people × states × rooms).
  init(_ problem: RoomProblem, fewerThan limit: Int) {
    self.problem = problem
    isSpareOfMatter = problem.event.settings.roomSpare > 0
    guard problem.chambers.count <= ExactLodging.mostRooms, problem.nightsOfPeriod.count < UInt8.max else {
      return
    }
    count(fewerThan: limit)
  }

  private mutating func count(fewerThan limit: Int) {
    let unit = max(1, problem.weight(.roomsWithout))
    let lodgers = problem.lodgers.indices.filter { problem.lodgers[$0].family == nil }
      .sorted {
        let (one, other) = (problem.lodgers[$0].periods, problem.lodgers[$1].periods)
        return (one.lowerBound, one.upperBound, $0) < (other.lowerBound, other.upperBound, $1)
      }
    var seen = 0
    var steps: [Step] = []
    var states: [(chambers: [Chamber], leftOut: Int, step: Int)] = [(emptyChambers(lodgers), 0, -1)]
    for lodger in lodgers {
      let weight = problem.lodgers[lodger].costWithout / unit
      let first = problem.lodgers[lodger].periods.lowerBound
      var next: [(chambers: [Chamber], leftOut: Int, step: Int)] = []
      var places: [[Chamber]: Int] = [:]
      func keep(_ chambers: [Chamber], _ leftOut: Int, from step: Int, in room: Int) {
        guard leftOut < limit else { return }
        let place = places[chambers]
        if let place, next[place].leftOut <= leftOut { return }
        steps.append(Step(previous: step, room: room))
        if let place {
          next[place] = (chambers, leftOut, steps.count - 1)
        } else {
          places[chambers] = next.count
          next.append((chambers, leftOut, steps.count - 1))
        }
      }
      for (old, leftOut, step) in states {
        var chambers = old
        for place in chambers.indices { chambers[place].leave(by: first) }
        chambers.sort(by: Chamber.precedes)
        keep(chambers, leftOut + weight, from: step, in: -1)
        for place in chambers.indices where place == 0 || chambers[place] != chambers[place - 1] {
          guard let taken = chamber(chambers[place], with: lodger, among: chambers) else { continue }
          var other = chambers
          other[place] = taken
          other.sort(by: Chamber.precedes)
          keep(other, leftOut, from: step, in: taken.room)
        }
      }
      seen += next.count
      guard next.count <= ExactLodging.mostStates, seen <= ExactLodging.work else { return }
      states = next
    }
    guard let best = states.min(by: { $0.leftOut < $1.leftOut }) else {
      least = limit
      return
    }
    least = best.leftOut
    guard isNobodyBound else { return }
    var rooms = [Int](repeating: -1, count: problem.lodgers.count)
    var step = best.step
    for lodger in lodgers.reversed() {
      rooms[lodger] = steps[step].room
      step = steps[step].previous
    }
    roomOfLodger = rooms
  }

  /// Rooms in which nobody is; those are of one kind in which the same people could sleep.
  private func emptyChambers(_ lodgers: [Int]) -> [Chamber] {
    var numbers: [Kind: Int] = [:]
    return problem.chambers.enumerated().map { room, chamber in
      let kind = Kind(
        hotel: isSpareOfMatter ? chamber.hotel : nil, beds: chamber.beds, isForOne: chamber.level > 1,
        guests: lodgers.filter { problem.admits(problem.lodgers[$0], room) })
      let number = numbers[kind] ?? numbers.count
      numbers[kind] = number
      return Chamber(kind: number, room: room, ends: [UInt8](repeating: 0, count: chamber.beds))
    }.sorted(by: Chamber.precedes)
  }

  /// A room with somebody more; nothing if that cannot be.
  private func chamber(_ chamber: Chamber, with lodger: Int, among others: [Chamber]) -> Chamber? {
    let (guest, room) = (problem.lodgers[lodger], problem.chambers[chamber.room])
    let sharing: UInt8 = room.level > 1 ? 3 : guest.gender.map { $0 == .female ? 1 : 2 } ?? 3
    guard chamber.ends.last == 0, problem.admits(guest, chamber.room),
      chamber.sharing == 0 || chamber.sharing == sharing && sharing < 3
    else { return nil }
    var taken = chamber
    if isSpareOfMatter, !chamber.isUsed {
      let used = others.count { $0.isUsed && problem.chambers[$0.room].hotel == room.hotel }
      guard used < problem.usableRooms(ofHotel: room.hotel) else { return nil }
      taken.isUsed = true
    }
    taken.sharing = sharing
    taken.ends[taken.ends.count - 1] = UInt8(guest.periods.upperBound)
    taken.ends.sort(by: >)
    return taken
  }

  /// Whether people may sleep wherever they could sleep alone, beside anybody of their gender.
  private var isNobodyBound: Bool {
    problem.parties.allSatisfy { $0.count == 1 } && problem.apart.allSatisfy(\.isEmpty)
      && problem.besideOnFloor.allSatisfy(\.isEmpty) && problem.lodgers.allSatisfy { $0.room == nil }
  }
}
