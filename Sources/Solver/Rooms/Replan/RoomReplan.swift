import Assembly
import IntegerProgramming
import SolverShared

/// The lodging nearest to the one that is out.
///
/// Everybody stays who may; the others take the cheapest rooms that are left, moves counted. Who finds none takes the place
/// of others whose moves cost less than a bed that is missing; at last those who are not where they were are laid anew,
/// over and over.
struct RoomReplan {
  let problem: RoomProblem
  let earlier: EarlierRooms
  private(set) var arrangement: RoomArrangement
  private var units: [RoomUnit]
  private var unitOfLodger: [Int]
  /// Units without a room.
  private var waiting: Set<Int> = []
  /// What moves cost, and people without a room.
  private var costBeside = 0
  /// The steps taken: units with the room that they had before, −1 for none.
  private var journal: [(unit: Int, room: Int)] = []
  private var random: SplitMix64
  private let interruption: Interruption?

  /// Rounds of laying anew for each unit that is not where it was, and at most.
  private static let rounds = (each: 60, most: 6_000)
  /// How often a unit is tried in the room of others at most.
  private static let mostEjections = 400_000
  private var ejections = 0

  init(_ problem: RoomProblem, from earlier: EarlierRooms, _ options: SolverOptions) {
    self.problem = problem
    self.earlier = earlier
    arrangement = RoomArrangement(problem, familiesShare: true)
    units = problem.parties.map { RoomUnit($0, problem) }
    unitOfLodger = Array(repeating: 0, count: problem.lodgers.count)
    random = SplitMix64(stream: 16, seed: options.seed)
    interruption = options.interruption
    index()
    keepWhoMayStay()
    seatWaiting()
    makeRoom()
    splitPartiesWithoutRoom()
    makeRoom()
    layMoversAnew()
  }

  private mutating func index() {
    for (unit, data) in units.enumerated() {
      for member in data.members { unitOfLodger[member] = unit }
    }
  }

  /// The room of each lodger, −1 for none.
  var roomOfLodger: [Int] { arrangement.roomOfLodger }

  /// The objective, moves included.
  var objective: Int { arrangement.cost + costBeside }

  // MARK: Single steps

  private func room(of unit: Int) -> Int { arrangement.roomOfLodger[units[unit].members[0]] }

  private func costOfMove(_ unit: Int, to room: Int) -> Int {
    units[unit].members.reduce(0) { $0 + earlier.cost($1, in: room) }
  }

  private mutating func put(_ unit: Int, in room: Int, cost: Int) {
    journal.append((unit, -1))
    place(unit, in: room, cost: cost)
  }

  private mutating func take(_ unit: Int) {
    let room = room(of: unit)
    guard room >= 0 else { return }
    journal.append((unit, room))
    remove(unit)
  }

  /// Takes back all steps since the journal had so many.
  private mutating func undo(to mark: Int) {
    while journal.count > mark {
      let (unit, room) = journal.removeLast()
      if room < 0 {
        remove(unit)
      } else if let cost = arrangement.cost(of: units[unit], in: room) {
        place(unit, in: room, cost: cost)
      }
    }
  }

  private mutating func place(_ unit: Int, in room: Int, cost: Int) {
    arrangement.place(units[unit], in: room, cost: cost)
    costBeside += costOfMove(unit, to: room) - units[unit].costWithout
    waiting.remove(unit)
  }

  private mutating func remove(_ unit: Int) {
    costBeside -= costOfMove(unit, to: room(of: unit)) - units[unit].costWithout
    arrangement.remove(units[unit])
    waiting.insert(unit)
  }

  /// The cheapest room for a unit, its moves included; of equal ones that which it had.
  private func best(for unit: Int) -> (room: Int, cost: Int, sum: Int)? {
    var best: (room: Int, cost: Int, sum: Int)?
    for member in units[unit].members {
      guard let room = earlier.room(of: member), let cost = arrangement.cost(of: units[unit], in: room) else {
        continue
      }
      let sum = cost + costOfMove(unit, to: room)
      if sum < best?.sum ?? .max { best = (room, cost, sum) }
    }
    let move = units[unit].members.reduce(0) { $0 + earlier.weight * earlier.weightOfMove($1) }
    for floor in problem.roomStock.floors.indices {
      let limit = best.map { $0.sum - move } ?? .max
      if limit <= 0 { break }
      if let found = arrangement.bestRoom(for: units[unit], onFloor: floor, below: limit) {
        best = (found.room, found.cost, found.cost + move)
      }
    }
    return best
  }

  @discardableResult
  private mutating func insert(_ unit: Int) -> Bool {
    guard let best = best(for: unit), best.sum <= units[unit].costWithout || units[unit].isBoundToRoom else {
      return false
    }
    put(unit, in: best.room, cost: best.cost)
    return true
  }

  // MARK: Who stays

  /// Those who weigh most stay first, where not all can.
  private mutating func keepWhoMayStay() {
    waiting = Set(units.indices)
    costBeside = units.reduce(0) { $0 + $1.costWithout }
    let weights = units.map { unit in unit.members.reduce(0) { $0 + earlier.weightOfMove($1) } }
    let order = units.indices.sorted {
      (units[$0].isBoundToRoom ? 0 : 1, -weights[$0], $0) < (
        units[$1].isBoundToRoom ? 0 : 1, -weights[$1], $1
      )
    }
    for unit in order {
      // A room by name goes before all who were there.
      let given = units[unit].members.compactMap { problem.lodgers[$0].room }
      let rooms = Set(given.isEmpty ? units[unit].members.compactMap(earlier.room(of:)) : given)
      guard let room = rooms.min(by: { (costOfMove(unit, to: $0), $0) < (costOfMove(unit, to: $1), $1) }),
        let cost = arrangement.cost(of: units[unit], in: room)
      else { continue }
      put(unit, in: room, cost: cost)
    }
  }

  /// Who cannot be left out first, then those for whom few rooms will do.
  private var inOrder: [Int] {
    waiting.sorted { one, other in
      func key(_ unit: Int) -> (Int, Int, Int, Int, Int) {
        let data = units[unit]
        return (data.isBoundToRoom ? 0 : 1, -data.costWithout, -data.level, -data.nights, unit)
      }
      return key(one) < key(other)
    }
  }

  private mutating func seatWaiting() {
    for unit in inOrder { insert(unit) }
  }

  // MARK: Where beds are too few

  /// Whoever has no room takes that of others who find another one, wherever this costs less.
  private mutating func makeRoom() {
    var isBetter = true
    while isBetter, interruption?.isInterrupted != true {
      isBetter = false
      for unit in inOrder where waiting.contains(unit) {
        if insert(unit) || displace(for: unit, depth: 2, banned: []) { isBetter = true }
      }
    }
  }

  /// Tries a unit in the room of others; they are laid elsewhere. Nothing changes unless it costs less.
  private mutating func displace(for unit: Int, depth: Int, banned: Set<Int>) -> Bool {
    let before = objective
    for room in problem.chambers.indices
    where units[unit].members.allSatisfy({ problem.admits(problem.lodgers[$0], room) }) {
      let guests = Set(arrangement.occupants[room].map { unitOfLodger[$0] }).sorted()
      guard !guests.isEmpty, guests.allSatisfy({ !banned.contains($0) }) else { continue }
      for leaving in choices(of: guests.filter { !units[$0].isBoundToRoom }) {
        guard ejections < Self.mostEjections else { return false }
        ejections += 1
        let mark = journal.count
        for guest in leaving { take(guest) }
        if let cost = arrangement.cost(of: units[unit], in: room) {
          put(unit, in: room, cost: cost)
          for guest in leaving.sorted(by: { (-units[$0].costWithout, $0) < (-units[$1].costWithout, $1) })
          where !insert(guest) && depth > 1 && waiting.count <= Self.fewWaiting {
            _ = displace(for: guest, depth: depth - 1, banned: banned.union([unit]).union(leaving))
          }
        }
        if objective < before { return true }
        undo(to: mark)
      }
    }
    return false
  }

  private static let fewWaiting = 40

  /// Who might leave: one guest, two, or all.
  private func choices(of guests: [Int]) -> [[Int]] {
    var choices = guests.map { [$0] }
    if guests.count <= 6 {
      for (place, one) in guests.enumerated() { choices += guests[(place + 1)...].map { [one, $0] } }
    }
    if guests.count > 2 { choices.append(guests) }
    return choices
  }

  /// Where there is no room for all who are to share one, there may be one for some of them.
  private mutating func splitPartiesWithoutRoom() {
    for index in waiting.sorted() where units[index].members.count > 1 && !units[index].isBoundToRoom {
      let members = units[index].members
      units[index] = RoomUnit([members[0]], problem)
      for member in members.dropFirst() {
        waiting.insert(units.count)
        units.append(RoomUnit([member], problem))
      }
    }
    index()
    seatWaiting()
  }

  // MARK: Laying anew

  /// A few of those who are not where they were are taken out and laid anew, over and over; what costs no more is kept.
  private mutating func layMoversAnew() {
    let movers = units.indices.filter { unit in
      let room = room(of: unit)
      return !units[unit].isBoundToRoom
        && units[unit].members.contains { earlier.room(of: $0) != room || room < 0 }
    }
    guard !movers.isEmpty else { return }
    let rounds = min(Self.rounds.each * movers.count, Self.rounds.most)
    for round in 0..<rounds where round % 16 != 0 || interruption?.isInterrupted != true {
      let (before, mark) = (objective, journal.count)
      var taken: [Int] = []
      for _ in 0..<(1 + random.below(min(4, movers.count))) {
        let unit = movers[random.below(movers.count)]
        if !taken.contains(unit) { taken.append(unit) }
      }
      for unit in taken { take(unit) }
      for unit in random.shuffled(taken) { insert(unit) }
      if objective > before { undo(to: mark) }
    }
  }
}
