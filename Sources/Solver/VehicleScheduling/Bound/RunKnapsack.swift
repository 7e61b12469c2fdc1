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
    for items in ranked {
      var worth = [-pair(items[0].group)]
      for item in items {
        for _ in 0..<item.count where worth.count <= seats {
          worth.append(worth[worth.count - 1] + item.value)
        }
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
    self.cost = cost
    self.chosen = chosen
  }

  /// The riders of the best run with at most so many seats: lots and how many of each.
  func riders(seats: Int) -> [(lot: Int, count: Int)] {
    var riders: [(lot: Int, count: Int)] = []
    var seats = seats
    for group in ranked.indices.reversed() {
      var left = chosen[group][seats]
      seats -= left
      for item in ranked[group] where left > 0 {
        riders.append((item.lot, min(left, item.count)))
        left -= item.count
      }
    }
    return riders.sorted { $0.lot < $1.lot }
  }
}
