import Assembly
import IntegerProgramming
import SolverShared

/// The seating nearest to the one that is out: fewest moves, weighted, then least displacement.
///
/// Nobody sits in a row behind somebody of lower rank, from the centre of a row outward ranks fall on each side, and no
/// chair between two people is empty; who has a wish is left aside there. So, pins given, a plan is a
/// cutting of the protocol order into rows and, inside a row, a choice of side for one person after another: dynamic
/// programming finds the best of all of them (Formulation.md).
struct RostrumReplan {
  /// The best seating found: seat by person.
  private(set) var seats: [Int: Int] = [:]
  /// No seating that keeps the rules costs less, moves included.
  private(set) var bound = 0
  /// Any seating of as many people moves so many at least.
  private(set) var least = 0
  /// Whether a seating was found.
  private(set) var isFound = false

  private let problem: RostrumProblem
  private let rows: [RostrumWings]
  /// The seat that each had; −1 for one that is gone.
  private let earlier: [Int: Int]

  /// - Parameters:
  ///   - wishes: of everybody who is seated; they hold together.
  ///   - earlier: by person, in the numbers of the problem, the seat that each had; −1 for one that is gone.
  ///   - isWhole: whether these are all who sat there.
  init(
    _ event: Event, _ places: ProtocolPlaces, _ problem: RostrumProblem, _ wishes: RostrumWishes,
    earlier: [Int: Int], isWhole: Bool
  ) {
    self.problem = problem
    self.earlier = earlier
    rows = RostrumWings.rows(of: places, highSide: event.settings.highSide)
    let weightOfPlace = event.settings.weights[.rostrumDisplacement]
    let weight = event.settings.weights[.rostrumMoved]
    func hasMoved(_ person: Int, to seat: Int) -> Bool { earlier[person].map { $0 != seat } ?? false }
    func price(_ person: Int, at seat: Int) -> Int {
      (hasMoved(person, to: seat) ? weight * event.weightOfMove(problem.due[person]) : 0)
        + weightOfPlace * problem.displacement(of: person, at: seat)
    }
    let found = best(wishes, step: weight, price)
    // The same people where they sat are a seating, whatever wishes left empty between them.
    if isWhole, Set(earlier.keys) == Set(problem.seated), wishes.hold(forAll: earlier, in: problem) {
      let cost = earlier.reduce(0) { $0 + price($1.key, at: $1.value) }
      (bound, least, isFound) = (min(found.bound, cost), 0, true)
      let sum = found.seats?.reduce(0) { $0 + price($1.key, at: $1.value) }
      seats = sum.map { $0 < cost } ?? false ? found.seats! : earlier
      return
    }
    guard let nearest = found.seats else { return }
    (seats, bound, isFound) = (nearest, found.bound, true)
    let moves = nearest.count { hasMoved($0.key, to: $0.value) }
    least = best(wishes, step: 1, known: moves) { hasMoved($0, to: $1) ? 1 : 0 }.bound
  }

  /// The best seating found that keeps the wishes, and what no such seating costs less than.
  ///
  /// - Parameters:
  ///   - step: what the first move of somebody costs, about.
  ///   - known: what some seating costs; only a cheaper one is looked for.
  private func best(
    _ wishes: RostrumWishes, step: Int, known: Int = .max, _ price: (Int, Int) -> Int
  ) -> (seats: [Int: Int]?, bound: Int) {
    // Each seating asks for most of the costs.
    let seatCount = problem.seatCount
    let costs = problem.due.indices.flatMap { person in (0..<seatCount).map { price(person, $0) } }
    let cost = { (person: Int, seat: Int) in costs[person * seatCount + seat] }
    if wishes.beside.isEmpty, wishes.apart.isEmpty {
      let found = seating(pins: wishes.seatOfPerson, cost)
      return (found?.seats, found?.cost ?? 0)
    }
    guard let formulation = RostrumFormulation(of: wishes.people.sorted(), wishes, in: problem) else {
      return (nil, 0)
    }
    let placements = formulation.chains.indices.map { chain in
      formulation.placements(of: chain).map { placement in
        let seats = formulation.seats(of: placement)
        return ChainSearch.Choice(seats: seats, cost: seats.reduce(0) { $0 + cost($1.person, $1.seat) })
      }
    }
    let named = Set(formulation.chains.joined())
    let relaxation = WingsRelaxation(
      rows, people: problem.seated.filter { !named.contains($0) }, bound: named.sorted(),
      hadSeat: { earlier[$0] != nil }, seats: seatCount, cost: cost)
    let floor = relaxation.value ?? 0
    var best: (cost: Int, seats: [Int: Int])?
    func consider(_ pins: [Int: Int]) -> Int? {
      guard wishes.hold(for: pins, in: problem), let found = seating(pins: pins, cost) else { return nil }
      if best.map({ found.cost < $0.cost }) ?? true { best = found }
      return found.cost
    }
    let leaves = Self.work / max(50, problem.seated.count)
    if known == .max {
      var first = ChainSearch(placements, seats: seatCount, step: step, enough: floor)
      first.run(leaves: 1, consider)
      if let start = best { improve(start, placements, above: floor, tries: leaves, consider) }
    }
    var search = ChainSearch(
      placements, seats: seatCount, step: step, known: min(known, best?.cost ?? .max), enough: floor)
    search.run(leaves: leaves, consider)
    return (best?.seats, max(search.bound, min(floor, search.best)))
  }

  /// Chain after chain takes another of its places while all others keep theirs, as long as the seating gets cheaper.
  ///
  /// - Parameters:
  ///   - tries: so many seatings are asked for at most.
  ///   - cost: what the best seating with these pins costs, nothing where there is none.
  private func improve(
    _ start: (cost: Int, seats: [Int: Int]), _ placements: [[ChainSearch.Choice]], above floor: Int,
    tries: Int, _ cost: ([Int: Int]) -> Int?
  ) {
    var tries = tries
    var best = start.cost
    // Where each chain is: of its places the one that its people have.
    var chosen = placements.map { choices in
      choices.first { $0.seats.allSatisfy { start.seats[$0.person] == $0.seat } }!
    }
    var isBetter = true
    while isBetter {
      isBetter = false
      for chain in placements.indices {
        let others = chosen.indices.filter { $0 != chain }.map { chosen[$0] }
        let taken = Set(others.flatMap { $0.seats.map(\.seat) })
        let beside = others.reduce(0) { $0 + $1.cost }
        for choice in placements[chain].sorted(by: { $0.cost < $1.cost }) where best > floor {
          guard beside + choice.cost < best, tries > 0 else { break }
          guard !choice.seats.contains(where: { taken.contains($0.seat) }) else { continue }
          tries -= 1
          let pins = (others + [choice]).flatMap(\.seats).map { ($0.person, $0.seat) }
          guard let found = cost(Dictionary(uniqueKeysWithValues: pins)), found < best else { continue }
          (best, chosen[chain], isBetter) = (found, choice, true)
        }
      }
    }
  }

  /// So many seatings of one person are tried: 8,000 of a rostrum of fifty.
  private static let work = 400_000

  // MARK: Dynamic programming

  /// The best seating when some have their seats already.
  private func seating(pins: [Int: Int], _ cost: @escaping (Int, Int) -> Int) -> (
    cost: Int, seats: [Int: Int]
  )? {
    let taken = Set(pins.values)
    let rows = rows.map { $0.without(taken) }
    let people = problem.seated.filter { pins[$0] == nil }
    let program = WingsProgram(people: people, cost: cost, placeOfSeat: problem.placeOfSeat)
    // best[i]: the first i people in the rows so far.
    var best: [WingsProgram.Price?] = [.zero] + people.map { _ in nil }
    var counts: [[Int]] = []
    // How many the rows from one on can seat.
    let room = rows.reversed().reduce(into: [0]) { $0.append($0.last! + $1.count) }.reversed()
    for (row, room) in zip(rows, room) {
      var next = best
      var taken = [Int](repeating: 0, count: best.count)
      for start in best.indices where start + room >= people.count {
        guard let before = best[start] else { continue }
        for (count, price) in program.prices(of: row, from: start).enumerated().dropFirst() {
          guard let price else { continue }
          let sum = before + price
          if next[start + count].map({ sum < $0 }) ?? true {
            next[start + count] = sum
            taken[start + count] = count
          }
        }
      }
      best = next
      counts.append(taken)
    }
    guard let least = best[people.count] else { return nil }
    var seats = pins
    var end = people.count
    for (row, taken) in zip(rows, counts).reversed() {
      let count = taken[end]
      for (index, seat) in program.seats(of: row, from: end - count, count: count).enumerated() {
        seats[people[end - count + index]] = seat
      }
      end -= count
    }
    return (least.cost + pins.reduce(0) { $0 + cost($1.key, $1.value) }, seats)
  }
}

/// A row of the rostrum by its centre and its two sides.
struct RostrumWings {
  /// The seat at the centre; nothing where two share the middle, or the centre stays empty.
  let centre: Int?
  /// From the centre outward.
  let sides: [[Int]]

  /// How many seats there are.
  var count: Int { sides[0].count + sides[1].count + (centre == nil ? 0 : 1) }

  /// The rows that have seats, from the front.
  static func rows(of places: ProtocolPlaces, highSide: Side) -> [RostrumWings] {
    let rows = Dictionary(grouping: places.seats.indices) { places.seats[$0].row }
    return rows.sorted { $0.key < $1.key }.map { _, seats in
      let byPlace = seats.sorted { places.places[$0] < places.places[$1] }
      let high = highSide == .left ? 1 : -1
      func number(_ seat: Int) -> Int { places.seats[seat].seat * high }
      let first = byPlace[0]
      // The second place lies at the high hand of the first where that is the centre.
      let hasCentre = byPlace.count == 1 || number(byPlace[1]) > number(first)
      return RostrumWings(
        centre: hasCentre ? first : nil,
        sides: [
          byPlace.filter { number($0) > number(first) || (!hasCentre && $0 == first) },
          byPlace.filter { number($0) < number(first) },
        ])
    }
  }

  /// The row without seats that are taken.
  func without(_ taken: Set<Int>) -> RostrumWings {
    RostrumWings(
      centre: centre.flatMap { taken.contains($0) ? nil : $0 },
      sides: sides.map { $0.filter { !taken.contains($0) } })
  }
}

/// People in protocol order on the seats of one row.
private struct WingsProgram {
  /// A cost, and among equal ones how well the higher-ranked are served.
  struct Price: Comparable {
    var cost: Int
    var tie: Int

    static let zero = Price(cost: 0, tie: 0)

    static func + (left: Price, right: Price) -> Price {
      Price(cost: left.cost + right.cost, tie: left.tie + right.tie)
    }

    static func < (left: Price, right: Price) -> Bool { (left.cost, left.tie) < (right.cost, right.tie) }
  }

  let people: [Int]
  let cost: (Int, Int) -> Int
  let placeOfSeat: [Int]

  private func price(_ index: Int, _ seat: Int) -> Price {
    Price(cost: cost(people[index], seat), tie: (people.count - index) * placeOfSeat[seat])
  }

  /// The least price of each number of people, beginning with the person at `start`.
  func prices(of row: RostrumWings, from start: Int) -> [Price?] {
    var prices = [Price?](repeating: nil, count: min(row.count, people.count - start) + 1)
    prices[0] = .zero
    forEachLaying(of: row, from: start, upTo: prices.count - 1) { count, price, _ in
      if prices[count].map({ price < $0 }) ?? true { prices[count] = price }
    }
    return prices
  }

  /// The seats of the least price, one for each person in turn.
  func seats(of row: RostrumWings, from start: Int, count: Int) -> [Int] {
    guard count > 0 else { return [] }
    var best: (price: Price, seats: [Int])?
    forEachLaying(of: row, from: start, upTo: count) { length, price, seats in
      if length == count, best.map({ price < $0.price }) ?? true { best = (price, seats()) }
    }
    return best?.seats ?? []
  }

  /// Tells the best laying of each shape: so many on each side of the centre, or all on one side from some seat on.
  private func forEachLaying(
    of row: RostrumWings, from start: Int, upTo most: Int,
    _ body: (_ count: Int, Price, _ seats: () -> [Int]) -> Void
  ) {
    guard most > 0 else { return }
    for side in row.sides {
      // From the innermost seat on is a shape of both sides, unless the centre is to be taken first.
      for first in side.indices where first > 0 || row.centre != nil {
        var sum = Price.zero
        for count in 1...max(1, min(most, side.count - first)) where first + count <= side.count {
          sum = sum + price(start + count - 1, side[first + count - 1])
          body(count, sum) { Array(side[first..<first + count]) }
        }
      }
    }
    let (left, right) = (row.sides[0], row.sides[1])
    let head = row.centre == nil ? 0 : 1
    let width = right.count + 1
    var best = [Price?](repeating: nil, count: (left.count + 1) * width)
    var fromLeft = [Bool](repeating: false, count: best.count)
    best[0] = row.centre.map { price(start, $0) } ?? .zero
    for a in 0...left.count {
      for b in 0...right.count where a + b > 0 && head + a + b <= most {
        let index = start + head + a + b - 1
        if a > 0, let before = best[(a - 1) * width + b] {
          best[a * width + b] = before + price(index, left[a - 1])
          fromLeft[a * width + b] = true
        }
        if b > 0, let before = best[a * width + b - 1] {
          let other = before + price(index, right[b - 1])
          if best[a * width + b].map({ other < $0 }) ?? true {
            best[a * width + b] = other
            fromLeft[a * width + b] = false
          }
        }
      }
    }
    func seats(_ a: Int, _ b: Int) -> [Int] {
      var (a, b) = (a, b)
      var outermostFirst: [Int] = []
      while a + b > 0 {
        if fromLeft[a * width + b] {
          a -= 1
          outermostFirst.append(left[a])
        } else {
          b -= 1
          outermostFirst.append(right[b])
        }
      }
      return (row.centre.map { [$0] } ?? []) + outermostFirst.reversed()
    }
    for a in 0...left.count {
      for b in 0...right.count where head + a + b > 0 && head + a + b <= most {
        if let price = best[a * width + b] { body(head + a + b, price) { seats(a, b) } }
      }
    }
  }
}

extension RostrumWishes {
  /// Whether everybody's seats keep the wishes.
  fileprivate func hold(forAll seats: [Int: Int], in problem: RostrumProblem) -> Bool {
    seatOfPerson.allSatisfy { seats[$0.key] == $0.value } && hold(for: seats, in: problem)
  }

  /// Whether these seats keep the wishes of people who have one.
  fileprivate func hold(for seats: [Int: Int], in problem: RostrumProblem) -> Bool {
    func areNeighbours(_ pair: Pair) -> Bool? {
      guard let one = seats[pair.first], let other = seats[pair.second] else { return nil }
      return abs(one - other) == 1 && problem.hasNeighbour(after: min(one, other))
    }
    return beside.allSatisfy { areNeighbours($0) ?? true }
      && apart.allSatisfy { !(areNeighbours($0) ?? false) }
  }
}
