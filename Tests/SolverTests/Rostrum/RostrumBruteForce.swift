import Assembly
import RostrumSolver
import SeededRandomness

/// All plans of a small rostrum, one after another: an independent answer to what is best and what conflicts.
struct RostrumBruteForce {
  let event: Event
  private let places: ProtocolPlaces
  private let due: [Int]
  /// The people to be seated, in protocol order.
  let seated: [Int]

  init(_ event: Event) {
    self.event = event
    places = ProtocolPlaces(event.rostrum!, event.settings)
    due = event.dueOnRostrum
    var unplaced = Set<Int>()
    for person in due.reversed() where due.count - unplaced.count > places.count {
      if event.people[person].seat == nil { unplaced.insert(person) }
    }
    seated = due.filter { !unplaced.contains($0) }
  }

  /// The least displacement, and of all plans that reach it the places that are lexicographically first.
  func best() -> (displacement: Int, places: [Int])? {
    var best: (displacement: Int, places: [Int])?
    func isNoBetter(_ displacement: Int) -> Bool { displacement >= best?.displacement ?? .max }
    visit(seated, wishesOf: Set(seated), unless: isNoBetter) { taken, displacement in
      best = (displacement, taken)
      return false
    }
    return best
  }

  /// Whether the wishes of these rows can hold together for all whom they name.
  func canHold(wishesOf owners: Set<Int>) -> Bool {
    let named = seated.filter { person in
      owners.contains(person) || owners.contains { names($0, person) }
    }
    var canHold = false
    visit(named, wishesOf: owners, unless: { _ in false }) { _, _ in
      canHold = true
      return true
    }
    return canHold
  }

  private func names(_ owner: Int, _ person: Int) -> Bool {
    (event.people[owner].beside + event.people[owner].apart).contains(person)
  }

  /// Calls `body` with the places of `people` in every plan that keeps the wishes of `owners`, in lexicographic
  /// order, until it returns true; skips those that begin with a displacement that is hopeless.
  private func visit(
    _ people: [Int], wishesOf owners: Set<Int>, unless isHopeless: (Int) -> Bool, _ body: ([Int], Int) -> Bool
  ) {
    var taken: [Int] = []
    var seats: [Int: RostrumSeat] = [:]
    func fits(_ person: Int, _ seat: RostrumSeat) -> Bool {
      if owners.contains(person), case .rostrum(let pin) = event.people[person].seat, pin != seat {
        return false
      }
      for (other, otherSeat) in seats {
        let areNeighbours = areNeighbours(seat, otherSeat)
        for (owner, named) in [(person, other), (other, person)] where owners.contains(owner) {
          if !areNeighbours && event.people[owner].beside.contains(named) { return false }
          if areNeighbours && event.people[owner].apart.contains(named) { return false }
        }
      }
      return true
    }
    func extend(_ displacement: Int) -> Bool {
      if isHopeless(displacement) { return false }
      guard taken.count < people.count else { return body(taken, displacement) }
      let person = people[taken.count]
      let own = due.firstIndex(of: person)! + 1
      for place in 1...max(1, places.count) where !taken.contains(place) {
        guard let seat = places.seat(of: place), fits(person, seat) else { continue }
        taken.append(place)
        seats[person] = seat
        let isDone = extend(displacement + (place - own) * (place - own))
        taken.removeLast()
        seats[person] = nil
        if isDone { return true }
      }
      return false
    }
    _ = extend(0)
  }
}

/// A small event with random rows, settings and wishes; few hold together when there are many.
func smallEvent(seed: Int) throws -> Event {
  var generator = SeededGenerator(seed: seed)
  func draw(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &generator) }
  let rows = [[5], [6], [7], [2, 4], [3, 3], [4, 3], [2, 2, 2], [1, 5], [8], [3, 4]][draw(0...9)]
  let seats = rows.reduce(0, +)
  let count = min(7, max(1, seats + draw(-2...1)))
  let wishes = draw(1...4)
  return try rostrumEvent(rows: rows, people: count) { settings in
    settings.highSide = [.left, .right][draw(0...1)]
    settings.evenRule = [.left, .pair][draw(0...1)]
    settings.twoRule = [nil, .left, .pair][draw(0...2)]
    settings.equalHeads = draw(0...3) == 0
    settings.weights[.rostrumDisplacement] = [1, 0, 7][seed % 3]
  } wishes: { list in
    for _ in 0..<wishes {
      let (person, other) = (draw(1...count), draw(1...count))
      switch draw(0...4) {
      case 0 where list[person].seat == nil:
        let row = draw(1...rows.count)
        list.pin(person, row: row, seat: draw(1...rows[row - 1]))
      case 1...2 where person != other: list.seat(person, beside: other)
      case 3...4 where person != other: list.keep(person, apartFrom: other)
      default: break
      }
    }
  }
}
