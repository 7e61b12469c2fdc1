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
  /// What it costs, moves included.
  private(set) var cost = 0
  /// Whether no seating costs less.
  private(set) var isProven = false
  /// Any seating of as many people moves so many at least.
  private(set) var least = 0
  /// Whether the wishes and the rules leave any seating.
  private(set) var isFound = false

  private let problem: RostrumProblem
  private let rows: [RostrumWings]
  private let weightOfPlace: Int
  private let price: (_ person: Int, _ seat: Int) -> Int

  /// - Parameters:
  ///   - wishes: of everybody who is seated; they hold together.
  ///   - earlier: by person, in the numbers of the problem, the seat that each had; −1 for one that is gone.
  init(
    _ event: Event, _ places: ProtocolPlaces, _ problem: RostrumProblem, _ wishes: RostrumWishes,
    earlier: [Int: Int]
  ) {
    self.problem = problem
    rows = RostrumWings.rows(of: places, highSide: event.settings.highSide)
    weightOfPlace = event.settings.weights[.displacement]
    let weight = event.settings.weights[.rostrumMoved]
    price = { person, seat in
      guard let old = earlier[person], old != seat else { return 0 }
      return weight * event.weightOfMove(problem.due[person])
    }
    guard let found = best(wishes, price) else { return }
    (seats, cost, isFound) = (found.seats, found.cost, true)
    isProven = found.isComplete
    let count = best(wishes, displacement: 0) { person, seat in
      earlier[person].map { $0 == seat ? 0 : 1 } ?? 0
    }
    least = count.map { $0.isComplete ? $0.cost : 0 } ?? 0
  }

  private typealias Found = (cost: Int, seats: [Int: Int], isComplete: Bool)

  /// The best seating that keeps the wishes; complete where every way to seat those whom they bind was tried.
  private func best(
    _ wishes: RostrumWishes, displacement weight: Int? = nil, _ price: @escaping (Int, Int) -> Int
  ) -> Found? {
    let cost = { (person: Int, seat: Int) in
      price(person, seat) + (weight ?? weightOfPlace) * problem.displacement(of: person, at: seat)
    }
    if wishes.beside.isEmpty, wishes.apart.isEmpty {
      return seating(pins: wishes.seatOfPerson, cost).map { ($0.cost, $0.seats, true) }
    }
    let bound = wishes.people.sorted()
    guard let formulation = RostrumFormulation(of: bound, wishes, in: problem) else { return nil }
    let all = formulation.chains.indices.map { chain in
      formulation.placements(of: chain).map { formulation.seats(of: $0) }.sorted {
        $0.reduce(0) { $0 + cost($1.person, $1.seat) } < $1.reduce(0) { $0 + cost($1.person, $1.seat) }
      }
    }
    let (choices, isComplete) = Self.limited(all)
    var best: Found?
    Self.forEachChoice(of: choices) { chosen in
      let pins = Dictionary(chosen.joined().map { ($0.person, $0.seat) }) { first, _ in first }
      guard Set(pins.values).count == pins.count, wishes.hold(for: pins, in: problem),
        let found = seating(pins: pins, cost), found.cost < best?.cost ?? .max,
        wishes.hold(for: found.seats, in: problem), keepsRules(found.seats, exempt: wishes.people)
      else { return }
      best = (found.cost, found.seats, isComplete)
    }
    return best
  }

  // MARK: People bound by wishes

  /// Choices that are few enough to be tried all together, the cheapest of each; and whether they are all.
  private static func limited<Choice>(_ all: [[Choice]]) -> ([[Choice]], isComplete: Bool) {
    var kept = all.map(\.count).max() ?? 0
    func combinations(_ kept: Int) -> Int {
      all.reduce(1) { min(1_000_000, $0 * max(1, min(kept, $1.count))) }
    }
    while kept > 1, combinations(kept) > mostCombinations { kept -= 1 }
    return (all.map { Array($0.prefix(kept)) }, all.allSatisfy { $0.count <= kept })
  }

  private static let mostCombinations = 2_000

  private static func forEachChoice<Choice>(of choices: [[Choice]], _ body: ([Choice]) -> Void) {
    func descend(_ chosen: [Choice]) {
      guard chosen.count < choices.count else { return body(chosen) }
      for choice in choices[chosen.count] { descend(chosen + [choice]) }
    }
    descend([])
  }

  /// Whether a seating keeps the order of ranks among all but those who are exempt.
  private func keepsRules(_ seats: [Int: Int], exempt: Set<Int>) -> Bool {
    var personOf: [Int: Int] = [:]
    for (person, seat) in seats { personOf[seat] = person }
    var last = -1
    for row in rows {
      let people = row.all.compactMap { personOf[$0] }.filter { !exempt.contains($0) }
      if let first = people.min(), first < last { return false }
      last = max(last, people.max() ?? last)
      for side in row.sides {
        let outward = (row.centre.map { [$0] } ?? []) + side
        let ranks = outward.compactMap { personOf[$0] }.filter { !exempt.contains($0) }
        if ranks != ranks.sorted() { return false }
      }
      let taken = row.all.indices.filter { personOf[row.all[$0]] != nil }
      let own = taken.filter { !exempt.contains(personOf[row.all[$0]]!) }
      if let first = own.first, let last = own.last,
        (first...last).contains(where: { personOf[row.all[$0]] == nil })
      {
        return false
      }
    }
    return true
  }

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
    for row in rows {
      var next = best
      var taken = [Int](repeating: 0, count: best.count)
      for start in best.indices {
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
  /// All seats from the audience's left, those taken by others too.
  let all: [Int]

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
        ], all: seats.sorted())
    }
  }

  /// The row without seats that are taken.
  func without(_ taken: Set<Int>) -> RostrumWings {
    RostrumWings(
      centre: centre.flatMap { taken.contains($0) ? nil : $0 },
      sides: sides.map { $0.filter { !taken.contains($0) } }, all: all)
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
    var prices = [Price?](repeating: nil, count: min(row.all.count, people.count - start) + 1)
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
