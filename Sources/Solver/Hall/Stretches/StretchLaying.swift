import Assembly
import SolverShared

/// Lays groups over the seats of stretches, a given number of people of each in each: one group after another along a stretch, what
/// is left empty between two of them or at an end.
///
/// The orders are found by a beam search, stretch after stretch. Of seatings alike in two lines that follow each other only the
/// cheapest is kept.
struct StretchLaying {
  private struct State {
    /// Group of each seat, −1 for none.
    var groupOfSeat: [Int]
    var cost: Int
  }

  private static let width = 60
  /// Groups in a stretch of which all orders are tried.
  private static let mostOrdered = 4

  private let stretches: [Stretch]
  private let graph: SeatGraph
  private let costs: HallCosts
  private let isSingle: [Bool]
  private let paysHoles: Bool
  /// Groups and people of each stretch, in order of groups.
  private var shares: [[(group: Int, people: Int)]]

  init(_ columns: [StretchPricing.Column], over stretches: [Stretch], _ problem: HallProblem) {
    self.stretches = stretches
    graph = SeatGraph(problem)
    costs = problem.costs
    isSingle = problem.groups.map { $0.members.count == 1 }
    paysHoles = problem.event.settings.hallMethod != .horizontal
    shares = stretches.map { _ in [] }
    for column in columns.sorted(by: { $0.group < $1.group }) {
      for share in column.shares { shares[share.stretch].append((column.group, share.people)) }
    }
  }

  /// The cheapest seating that is found: group of each seat of a hall, −1 for none.
  func seating(of seats: Int) -> [Int] {
    var states = [State(groupOfSeat: Array(repeating: -1, count: seats), cost: 0)]
    for place in stretches.indices {
      let orders = orders(of: place)
      let around = seatsAround(place)
      var known: [[Int]: Int] = [:]
      var next: [State] = []
      for state in states {
        for order in orders {
          var laid = state
          lay(order, over: place, around.all, in: &laid)
          let key = around.recent.map { laid.groupOfSeat[$0] }
          if let index = known[key] {
            if laid.cost < next[index].cost { next[index] = laid }
          } else {
            known[key] = next.count
            next.append(laid)
          }
        }
      }
      let ranked = next.indices.sorted { (next[$0].cost, $0) < (next[$1].cost, $1) }
      states = ranked.prefix(StretchLaying.width).map { next[$0] }
    }
    return states[0].groupOfSeat
  }

  /// Groups along a stretch, −1 for what is left empty, with how many seats.
  private typealias Order = [(group: Int, seats: Int)]

  private func orders(of place: Int) -> [Order] {
    let shares = shares[place]
    let empty = stretches[place].seats - shares.reduce(0) { $0 + $1.people }
    let first = shares.prefix(StretchLaying.mostOrdered).map { (group: $0.group, seats: $0.people) }
    let rest = shares.dropFirst(StretchLaying.mostOrdered).map { (group: $0.group, seats: $0.people) }
    let orders = first.permutations.map { $0 + rest }
    guard empty > 0 else { return orders }
    // In files what is empty at the back is no hole.
    return orders.flatMap { order in
      order.indices.map { order[..<$0] + [(group: -1, seats: empty)] + order[$0...] }.reversed()
        .reduce(into: [order + [(group: -1, seats: empty)]]) { $0.append(Array($1)) }
    }
  }

  /// The seats of its component up to a stretch, and of those the ones in its line and the line before.
  private func seatsAround(_ place: Int) -> (all: [Int], recent: [Int]) {
    let before = stretches[...place].filter { $0.component == stretches[place].component }
    return (
      before.flatMap(\.places), before.filter { $0.line >= stretches[place].line - 1 }.flatMap(\.places)
    )
  }

  private func lay(_ order: Order, over place: Int, _ around: [Int], in state: inout State) {
    let groups = order.map(\.group).filter { $0 >= 0 }
    for group in groups { state.cost -= cost(of: group, on: around, in: state.groupOfSeat) }
    var seats = stretches[place].places[...]
    for (index, (group, count)) in order.enumerated() {
      for seat in seats.prefix(count) { state.groupOfSeat[seat] = group }
      if group < 0, paysHoles, index + 1 < order.count { state.cost += costs.hole * count }
      seats = seats.dropFirst(count)
    }
    for group in groups { state.cost += cost(of: group, on: around, in: state.groupOfSeat) }
  }

  /// What parts, runs and lone seats of a group cost on some seats.
  private func cost(of group: Int, on seats: [Int], in groupOfSeat: [Int]) -> Int {
    var (parts, runs, lone) = (0, 0, 0)
    var isSeen = [Bool](repeating: false, count: groupOfSeat.count)
    for seat in seats where groupOfSeat[seat] == group {
      let (before, after) = (graph.before[seat], graph.after[seat])
      if before < 0 || groupOfSeat[before] != group {
        runs += 1
        if !isSingle[group], after < 0 || groupOfSeat[after] != group { lone += 1 }
      }
      guard !isSeen[seat] else { continue }
      parts += 1
      var waiting = [seat]
      isSeen[seat] = true
      while let next = waiting.popLast() {
        for other in graph.reached(from: next) where groupOfSeat[other] == group && !isSeen[other] {
          isSeen[other] = true
          waiting.append(other)
        }
      }
    }
    return costs.part * parts + costs.run * runs + costs.lone * lone
  }
}
