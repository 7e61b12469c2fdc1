/// What a seating costs at least, whatever seats the people take who are bound by wishes: on each seat they are told apart
/// no longer.
///
/// All others stand in order from the centre of each row outward. A seat between them is one of theirs or holds somebody
/// bound, at what it costs the one of these for whom it costs least; of those there are so many as there are.
/// Formulation.md says why no seating costs less.
struct WingsRelaxation {
  /// The dearer of two sums: nothing costs so much.
  private static let never = Int.max / 4

  private let rows: [RostrumWings]
  /// People whom no wish binds, in protocol order.
  private let people: [Int]
  private let cost: (_ person: Int, _ seat: Int) -> Int
  /// How many are bound.
  private let bound: Int
  /// What a seat costs the bound person for whom it costs least, beyond what that one costs anywhere.
  private let costOfSeat: [Int]
  /// What the bound ones cost, wherever they sit, less what those save who had no seat.
  private let costBeside: Int

  /// - Parameters:
  ///   - bound: people whom wishes bind.
  ///   - hadSeat: who of them may be told to move; the others sit anywhere at like cost.
  ///   - seats: how many there are.
  init(
    _ rows: [RostrumWings], people: [Int], bound: [Int], hadSeat: (Int) -> Bool, seats: Int,
    cost: @escaping (Int, Int) -> Int
  ) {
    self.rows = rows
    self.people = people
    self.bound = bound.count
    self.cost = cost
    var costOfSeat = [Int](repeating: Self.never, count: seats)
    var costBeside = 0
    for person in bound {
      let costs = (0..<seats).map { cost(person, $0) }
      let least = costs.min() ?? 0
      costBeside += least
      guard hadSeat(person) else { continue }
      for seat in 0..<seats { costOfSeat[seat] = min(costOfSeat[seat], costs[seat] - least) }
    }
    // Where nobody bound had a seat, all of them sit anywhere.
    costOfSeat = costOfSeat.map { $0 == Self.never ? 0 : $0 }
    let others = bound.count { !hadSeat($0) }
    self.costOfSeat = costOfSeat
    self.costBeside = costBeside - others * (costOfSeat.max() ?? 0)
  }

  /// So much work is too much: steps of all rows.
  private static let mostSteps = 60_000_000

  /// No seating costs less; nothing where there are too many people and seats.
  var value: Int? {
    let steps = rows.reduce(0) { sum, row in
      sum + people.count * (row.sides[0].count + 1) * (row.sides[1].count + 1) * (min(bound, row.count) + 1)
    }
    guard steps <= Self.mostSteps else { return nil }
    // best[i, c]: the first i people with c of those bound, in the rows so far.
    let width = bound + 1
    var best = [Int](repeating: Self.never, count: (people.count + 1) * width)
    best[0] = 0
    for row in rows {
      var next = best
      for start in people.indices {
        let before = best[start * width..<(start + 1) * width]
        guard let least = before.min(), least < Self.never else { continue }
        let prices = prices(of: row, from: start)
        for (taken, price) in before.enumerated() where price < Self.never {
          for (count, ofCount) in prices.enumerated().dropFirst() {
            for (more, added) in ofCount.enumerated() where added < Self.never && taken + more <= bound {
              let place = (start + count) * width + taken + more
              next[place] = min(next[place], price + added)
            }
          }
        }
      }
      best = next
    }
    return best[(people.count * width)...].min().map {
      $0 >= Self.never ? costBeside : max(0, $0 + costBeside)
    }
  }

  /// The least price of so many people from one on in a row, by how many of those bound sit among them.
  private func prices(of row: RostrumWings, from start: Int) -> [[Int]] {
    let most = min(row.count, people.count - start)
    var prices = [[Int]](
      repeating: [Int](repeating: Self.never, count: min(bound, row.count) + 1), count: most + 1)
    func offer(_ count: Int, _ bound: Int, _ price: Int) {
      prices[count][bound] = min(prices[count][bound], price)
    }
    addBothSides(of: row, from: start, most, offer)
    for side in row.sides {
      for first in side.indices where first > 0 || row.centre != nil {
        addOneSide(Array(side[first...]), from: start, most, offer)
      }
    }
    return prices
  }

  /// All on one side: `reached[c]` is the least price of the seats so far with c of those bound.
  private func addOneSide(
    _ side: [Int], from start: Int, _ most: Int, _ offer: (Int, Int, Int) -> Void
  ) {
    var reached = [0]
    for (place, seat) in side.enumerated() {
      var next = [Int](repeating: Self.never, count: min(bound, place + 1) + 1)
      for (taken, price) in reached.enumerated() where price < Self.never {
        let count = place - taken
        if count < most { next[taken] = min(next[taken], price + cost(people[start + count], seat)) }
        if taken < bound { next[taken + 1] = min(next[taken + 1], price + costOfSeat[seat]) }
      }
      reached = next
      for (taken, price) in reached.enumerated() where price < Self.never && place + 1 - taken <= most {
        offer(place + 1 - taken, taken, price)
      }
    }
  }

  /// The centre, then seats of both sides from it outward: by how many of each and how many of those bound.
  private func addBothSides(
    of row: RostrumWings, from start: Int, _ most: Int, _ offer: (Int, Int, Int) -> Void
  ) {
    let (left, right) = (row.sides[0], row.sides[1])
    let width = min(bound, row.count) + 1
    let head = row.centre == nil ? 0 : 1
    func place(_ a: Int, _ b: Int) -> Int { (a * (right.count + 1) + b) * width }
    var best = [Int](repeating: Self.never, count: place(left.count + 1, 0))
    if let centre = row.centre {
      if most > 0 { best[0] = cost(people[start], centre) }
      if bound > 0 { best[1] = costOfSeat[centre] }
    } else {
      best[0] = 0
    }
    for a in 0...left.count {
      for b in 0...right.count {
        let here = place(a, b)
        for (seat, before) in [
          (a > 0 ? left[a - 1] : -1, a > 0 ? place(a - 1, b) : 0),
          (b > 0 ? right[b - 1] : -1, b > 0 ? place(a, b - 1) : 0),
        ] where seat >= 0 {
          for taken in 0..<width where best[before + taken] < Self.never {
            let price = best[before + taken]
            let count = head + a + b - 1 - taken
            if count < most {
              best[here + taken] = min(best[here + taken], price + cost(people[start + count], seat))
            }
            if taken + 1 < width {
              best[here + taken + 1] = min(best[here + taken + 1], price + costOfSeat[seat])
            }
          }
        }
        for taken in 0..<width where best[here + taken] < Self.never {
          let count = head + a + b - taken
          if count > 0, count <= most { offer(count, taken, best[here + taken]) }
        }
      }
    }
  }
}
