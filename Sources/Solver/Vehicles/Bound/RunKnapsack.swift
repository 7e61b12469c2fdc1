/// The best riders of one run at one minute: which travellers to take, when each is worth something, each group costs
/// its pair, and seats are few.
///
/// A group that rides brings its most valuable travellers first, so the only choice is how many of each group: a
/// knapsack with one choice for each group.
struct RunKnapsack {
  /// Travellers who are alike.
  struct Item {
    let group: Int
    /// What one of them is worth on board, above 0.
    let value: Double
    let count: Int
    /// What the caller knows them by.
    let lot: Int
  }

  /// Least cost (≤ 0) with at most so many riders.
  private(set) var cost: [Double]
  private let ranked: [[Item]]
  private let chosen: [[Int]]
  /// The cheapest riders of one group, somebody at least, with at most so many seats.
  private var single: [(cost: Double, group: Int, riders: Int)]

  /// Solves for every number of seats up to `seats`.
  ///
  /// - Parameter pair: what a group costs that rides, by group.
  /// - Complexity: O(items log items + Σ over groups of its riders × seats).
  init(_ items: [Item], seats: Int, pair: (_ group: Int) -> Double) {
    ranked = Dictionary(grouping: items, by: \.group).sorted { $0.key < $1.key }.map { _, items in
      items.sorted { ($1.value, $0.lot) < ($0.value, $1.lot) }
    }
    var cost = [Double](repeating: 0, count: seats + 1)
    var chosen: [[Int]] = []
    var single = [(cost: Double, group: Int, riders: Int)](repeating: (.infinity, 0, 0), count: seats + 1)
    for (group, items) in ranked.enumerated() {
      var worth = [-pair(items[0].group)]
      for item in items {
        for _ in 0..<item.count where worth.count <= seats {
          worth.append(worth[worth.count - 1] + item.value)
        }
      }
      for taken in 1..<max(2, worth.count) where taken < worth.count && -worth[taken] < single[taken].cost {
        single[taken] = (-worth[taken], group, taken)
      }
      var next = cost
      var riders = [Int](repeating: 0, count: seats + 1)
      for taken in 1..<max(2, worth.count) where taken < worth.count && worth[taken] > 0 {
        for size in taken...seats where cost[size - taken] - worth[taken] < next[size] {
          next[size] = cost[size - taken] - worth[taken]
          riders[size] = taken
        }
      }
      cost = next
      chosen.append(riders)
    }
    for seats in single.indices.dropFirst() where single[seats - 1].cost < single[seats].cost {
      single[seats] = single[seats - 1]
    }
    self.cost = cost
    self.chosen = chosen
    self.single = single
  }

  /// Least cost with at most so many riders, and one at least; infinite without anybody.
  ///
  /// Where nobody is worth a run, one group is cheaper than two.
  func costOfSome(seats: Int) -> Double {
    cost[seats] < 0 ? cost[seats] : single[seats].cost
  }

  /// The riders of the best run with at most so many seats, and somebody in it: lots and how many of each.
  func riders(seats: Int) -> [(lot: Int, count: Int)] {
    var riders: [(lot: Int, count: Int)] = []
    let alone = cost[seats] < 0 ? nil : single[seats]
    var seats = seats
    for group in ranked.indices.reversed() {
      var left = alone.map { $0.group == group ? $0.riders : 0 } ?? chosen[group][seats]
      if alone == nil { seats -= left }
      for item in ranked[group] where left > 0 {
        riders.append((item.lot, min(left, item.count)))
        left -= item.count
      }
    }
    return riders.sorted { $0.lot < $1.lot }
  }
}
