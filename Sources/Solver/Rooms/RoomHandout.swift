import Assembly

/// Hands out the rooms of a plan among people alike, which costs nothing: the lowest-ranked stay out, and the
/// highest-ranked of a group has the dearest room of its type on the floor.
struct RoomHandout {
  let problem: RoomProblem
  /// The room of each lodger, −1 for none.
  private(set) var roomOfLodger: [Int]
  private let isInParty: [Bool]

  /// - Parameter stays: who keeps the room of an earlier plan, whatever their rank; where it is given, nobody else changes
  ///   rooms for a dearer one either.
  init(_ problem: RoomProblem, _ roomOfLodger: [Int], keeping stays: [Bool]? = nil) {
    self.problem = problem
    var isInParty = [Bool](repeating: false, count: problem.lodgers.count)
    for party in problem.parties where party.count > 1 {
      for member in party { isInParty[member] = true }
    }
    self.isInParty = isInParty
    self.roomOfLodger = roomOfLodger
    putLowestRankedOut { stays?[$0] ?? false }
    if stays == nil { giveDearestToHighest() }
  }

  /// What makes people alike.
  private struct Likeness: Hashable {
    let gender: Gender?
    let level: Int
    let periods: Range<Int>
    let needs: Set<Need>
  }

  private func likeness(of lodger: Int) -> Likeness {
    let data = problem.lodgers[lodger]
    return Likeness(
      gender: data.gender, level: data.level, periods: data.periods,
      needs: problem.event.people[data.person].needs)
  }

  /// Whether no wish binds somebody to a room, a floor or other people.
  private func isFree(_ lodger: Int) -> Bool {
    problem.event.people[problem.lodgers[lodger].person].roomWish == nil && problem.apart[lodger].isEmpty
      && problem.besideOnFloor[lodger].isEmpty && !isInParty[lodger]
  }

  /// While somebody without a bed is higher than somebody alike with one, of whatever group, they change places.
  private mutating func putLowestRankedOut(except isKept: (Int) -> Bool) {
    let left = problem.lodgers.indices.filter { roomOfLodger[$0] < 0 && isFree($0) }
    guard !left.isEmpty else { return }
    let order = inProtocolOrder(Array(problem.lodgers.indices).filter(isFree))
    var alike: [Likeness: [Int]] = [:]
    for lodger in order { alike[likeness(of: lodger), default: []].append(lodger) }
    for people in Set(left.map(likeness(of:))).map({ alike[$0]! }).sorted(by: { $0[0] < $1[0] }) {
      for (place, person) in people.enumerated() where roomOfLodger[person] < 0 {
        let lower = people[(place + 1)...].last {
          roomOfLodger[$0] >= 0 && !isKept($0) && problem.admits(problem.lodgers[person], roomOfLodger[$0])
        }
        guard let lower else { continue }
        roomOfLodger[person] = roomOfLodger[lower]
        roomOfLodger[lower] = -1
      }
    }
  }

  private func inProtocolOrder(_ lodgers: [Int]) -> [Int] {
    problem.event.inProtocolOrder(lodgers.map { problem.lodgers[$0].person }).map {
      problem.lodgerOfPerson[$0]!
    }
  }

  /// Exchanges what two rooms of one floor and type hold, or two people alike in them, where that costs nothing.
  private mutating func giveDearestToHighest() {
    struct Place: Hashable {
      let group, floor, level: Int
    }
    var occupants = [[Int]](repeating: [], count: problem.chambers.count)
    var people: [Place: [Int]] = [:]
    for (lodger, room) in roomOfLodger.enumerated() where room >= 0 {
      occupants[room].append(lodger)
      let chamber = problem.chambers[room]
      let place = Place(group: problem.lodgers[lodger].group, floor: chamber.floor, level: chamber.level)
      people[place, default: []].append(lodger)
    }
    for members in people.values.sorted(by: { $0[0] < $1[0] }) {
      let highest = inProtocolOrder(members)[0]
      let own = roomOfLodger[highest]
      let dearer = members.filter { problem.chambers[roomOfLodger[$0]].price > problem.chambers[own].price }
        .sorted { problem.chambers[roomOfLodger[$0]].price > problem.chambers[roomOfLodger[$1]].price }
      for other in dearer {
        let room = roomOfLodger[other]
        if isFree(highest), isFree(other), likeness(of: highest) == likeness(of: other) {
          exchange([highest], [other], &occupants)
          break
        }
        if mayExchange(own, room, occupants) {
          exchange(occupants[own], occupants[room], &occupants)
          break
        }
      }
    }
  }

  private func mayExchange(_ one: Int, _ other: Int, _ occupants: [[Int]]) -> Bool {
    let (first, second) = (problem.chambers[one], problem.chambers[other])
    let nights = [one, other].map { room in
      problem.nights(of: Set(occupants[room].flatMap { problem.lodgers[$0].periods }))
    }
    return first.beds == second.beds && (first.price - second.price) * (nights[1] - nights[0]) <= 0
      && occupants[one].allSatisfy { problem.admits(problem.lodgers[$0], other) }
      && occupants[other].allSatisfy { problem.admits(problem.lodgers[$0], one) }
  }

  /// Gives people of one room that of others, who take theirs.
  private mutating func exchange(_ people: [Int], _ others: [Int], _ occupants: inout [[Int]]) {
    let (one, other) = (roomOfLodger[people[0]], roomOfLodger[others[0]])
    for person in people { roomOfLodger[person] = other }
    for person in others { roomOfLodger[person] = one }
    let (moved, left) = (Set(people), Set(others))
    occupants[one] = occupants[one].filter { !moved.contains($0) } + others
    occupants[other] = occupants[other].filter { !left.contains($0) } + people
  }
}
