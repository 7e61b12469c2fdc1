import Assembly

/// The cheapest whole runs for a transfer of few groups, exactly, when a run costs the same whoever rides in it.
///
/// Groups and runs form a graph with an edge for each (group, run) pair. Each connected part of it, with m groups and b
/// runs, has at least m + b − 1 pairs, and no more are needed: its groups fill its runs one after another. So the groups
/// fall into parts, and a part costs its pairs and the cheapest runs with seats for all of it: a dynamic program over
/// sets of groups.
///
/// Who rides alone has a run of their own; their company counts as carried. In a part with a wheelchair one run at least
/// is accessible, and a part with people of one group kept apart has two. Bound vehicles and others kept apart are left
/// out: all this makes plans cheaper, none impossible.
struct TransferPacking {
  /// Groups that share runs, and the kinds of vehicle of these runs.
  struct Part: Hashable {
    /// Indices of groups among those of the transfer.
    let groups: [Int]
    let kinds: [Int]
  }

  /// Whole runs for all.
  struct Pattern: Hashable {
    let parts: [Part]
    /// Kinds of the runs of who rides alone.
    let alone: [Int]
    /// Travellers left out.
    let left: Int
    /// What splitting and leaving cost.
    let cost: Int

    /// Runs of each kind.
    func counts(kinds: Int) -> [Int] {
      var counts = [Int](repeating: 0, count: kinds)
      for kind in parts.flatMap(\.kinds) + alone { counts[kind] += 1 }
      return counts
    }
  }

  /// Beyond this many groups there are too many sets of them.
  static let largestCount = 10

  let lots: StreamLots
  /// Trips of each group that share runs with others.
  let groups: [[Int]]
  /// Travellers who ride alone, with the company that each may have.
  let alone: [(lot: Int, company: [Int])]
  private let needsAccess: [Bool]
  /// Groups with people kept apart from each other, who need two runs.
  private let isParted: [Bool]
  private let kinds: [FleetKind]
  private let split: Int
  private let penalty: Int

  /// Seats of a kind of vehicle.
  func seats(of kind: Int) -> Int { kinds[kind].capacity }

  /// Whether a kind of vehicle takes wheelchairs.
  func isAccessible(_ kind: Int) -> Bool { kinds[kind].isAccessible }

  /// Nobody is carried.
  var nothing: Pattern {
    let riders = groups.reduce(0) { $0 + $1.count } + alone.count
    return Pattern(parts: [], alone: [], left: riders, cost: penalty * riders)
  }

  /// The packing of a transfer; nothing for other streams and for too many groups.
  init?(_ problem: VehicleProblem, _ lots: StreamLots, fleet: [FleetKind]) {
    guard problem.streams[lots.stream].waitingSlope == 0, fleet.contains(where: { $0.capacity > 0 }) else {
      return nil
    }
    let alone = lots.lots.indices.filter { lots.lots[$0].trip.isAlone }
    let company = Set(alone.flatMap { lots.company[$0]! }).subtracting(alone)
    var groupOfID: [Int: Int] = [:]
    var groups: [[Int]] = []
    var needsAccess: [Bool] = []
    for (index, lot) in lots.lots.enumerated() where !lot.trip.isAlone && !company.contains(index) {
      let group = groupOfID[lot.trip.group] ?? groups.count
      if group == groups.count {
        groupOfID[lot.trip.group] = group
        groups.append([])
        needsAccess.append(false)
      }
      groups[group] += lot.trips
      if lot.trip.needsAccessibleVehicle { needsAccess[group] = true }
    }
    guard groups.count <= TransferPacking.largestCount else { return nil }
    self.lots = lots
    self.groups = groups
    self.needsAccess = needsAccess
    isParted = groups.map { group in
      let particular = group.filter { problem.isParticular[$0] }
      return particular.contains { one in
        particular.contains { $0 != one && !problem.mayShareRun(problem.trips[one], problem.trips[$0]) }
      }
    }
    // Two who ride alone may still name each other.
    self.alone = alone.filter { lots.company[$0]!.allSatisfy { !alone.contains($0) } }
      .map { ($0, lots.company[$0]!) }
    kinds = fleet
    split = problem.weight(.split)
    penalty = lots.lots.map(\.trip.penalty).min() ?? 0
  }

  /// The cheapest pattern when a run of each kind costs this.
  ///
  /// - Complexity: O(3^groups + travellers · kinds).
  func solve(_ prices: [Double]) -> (cost: Double, pattern: Pattern) {
    let covers = Covers(self, prices)
    let sets = 1 << groups.count
    var riders = [Int](repeating: 0, count: sets)
    var access = [Bool](repeating: false, count: sets)
    var parted = access
    var least = [Double](repeating: 0, count: sets)
    var part = [Int](repeating: 0, count: sets)
    for set in 1..<max(1, sets) {
      let first = set.trailingZeroBitCount
      let rest = set & (set - 1)
      riders[set] = riders[rest] + groups[first].count
      access[set] = access[rest] || needsAccess[first]
      parted[set] = parted[rest] || isParted[first]
    }
    let own = (0..<sets).map { set in
      set == 0
        ? 0
        : covers.cost(of: riders[set], access[set], parted[set]) + Double(split * (set.nonzeroBitCount - 1))
    }
    for set in 1..<max(1, sets) {
      let first = set & -set
      let rest = set ^ first
      // Left out as a whole, a group has no pairs at all.
      least[set] = least[rest] + Double(penalty * riders[first])
      var others = rest
      while true {
        let cost = own[others | first] + least[rest ^ others]
        if cost < least[set] { (least[set], part[set]) = (cost, others | first) }
        if others == 0 { break }
        others = (others - 1) & rest
      }
    }
    var parts: [Part] = []
    var (left, pairs) = (0, 0)
    var set = sets - 1
    while set > 0 {
      guard part[set] > 0 else {
        left += riders[set & -set]
        set &= set - 1
        continue
      }
      let cover = covers.kinds(for: riders[part[set]], access[part[set]], parted[part[set]])
      left += cover.left
      let members = groups.indices.filter { part[set] >> $0 & 1 == 1 }
      pairs += members.count + cover.kinds.count - 1
      parts.append(Part(groups: members, kinds: cover.kinds))
      set ^= part[set]
    }
    let single = covers.single
    let isCarried = single.cost + Double(split) < Double(penalty)
    pairs += isCarried ? alone.count : 0
    left += isCarried ? 0 : alone.count
    let pattern = Pattern(
      parts: parts, alone: isCarried ? alone.map { _ in single.kind } : [], left: left,
      cost: split * pairs + penalty * left)
    let each = min(single.cost + Double(split), Double(penalty))
    return (least[sets - 1] + Double(alone.count) * each, pattern)
  }

  /// The cheapest runs for a number of riders.
  private struct Covers {
    private let packing: TransferPacking
    private let prices: [Double]
    /// Least cost by number of riders, pairs counted as one a run.
    private var least: [Double]
    /// The kind of one of the runs; −1 where somebody is left.
    private var choice: [Int]
    private let usable: [Int]

    init(_ packing: TransferPacking, _ prices: [Double]) {
      self.packing = packing
      self.prices = prices
      usable = prices.indices.filter { prices[$0].isFinite && packing.kinds[$0].capacity > 0 }
      let riders = packing.groups.reduce(0) { $0 + $1.count }
      least = [Double](repeating: 0, count: riders + 1)
      choice = [Int](repeating: -1, count: riders + 1)
      for count in 1..<max(1, riders + 1) {
        least[count] = least[count - 1] + Double(packing.penalty)
        for kind in usable {
          let cost = run(kind) + least[max(0, count - packing.kinds[kind].capacity)]
          if cost < least[count] { (least[count], choice[count]) = (cost, kind) }
        }
      }
    }

    /// The cheapest run for one rider alone.
    var single: (kind: Int, cost: Double) {
      guard let kind = usable.min(by: { prices[$0] < prices[$1] }) else { return (0, .infinity) }
      return (kind, prices[kind])
    }

    private func run(_ kind: Int) -> Double { prices[kind] + Double(packing.split) }

    func cost(of riders: Int, _ needsAccess: Bool, _ isParted: Bool) -> Double {
      needsAccess ? first(for: riders).cost : isParted ? parted(for: riders).cost : least[riders]
    }

    /// The first run of a part with people kept apart, which has two runs at least, unless somebody is left.
    private func parted(for riders: Int) -> (kind: Int?, cost: Double) {
      var best: (kind: Int?, cost: Double) = (nil, Double(packing.penalty) + least[riders - 1])
      let second = usable.map(run).min() ?? .infinity
      for kind in usable {
        let cost = run(kind) + max(second, least[max(0, riders - packing.kinds[kind].capacity)])
        if cost < best.cost { best = (kind, cost) }
      }
      return best
    }

    /// The first run of a part with a wheelchair: an accessible one, unless somebody is left.
    private func first(for riders: Int) -> (kind: Int?, cost: Double) {
      var best: (kind: Int?, cost: Double) = (nil, Double(packing.penalty) + least[riders - 1])
      for kind in usable where packing.kinds[kind].isAccessible {
        let cost = run(kind) + least[max(0, riders - packing.kinds[kind].capacity)]
        if cost < best.cost { best = (kind, cost) }
      }
      return best
    }

    func kinds(for riders: Int, _ needsAccess: Bool, _ isParted: Bool) -> (kinds: [Int], left: Int) {
      var (kinds, left, riders) = ([Int](), 0, riders)
      if needsAccess || isParted {
        let kind = needsAccess ? first(for: riders).kind : parted(for: riders).kind
        if let kind { kinds.append(kind) } else { left += 1 }
        riders -= kind.map { packing.kinds[$0].capacity } ?? 1
        if !needsAccess, kind != nil, riders <= 0 {
          kinds.append(usable.min { run($0) < run($1) }!)
        }
      }
      while riders > 0 {
        let kind = choice[riders]
        if kind < 0 { left += 1 } else { kinds.append(kind) }
        riders -= kind < 0 ? 1 : packing.kinds[kind].capacity
      }
      return (kinds.sorted(), left)
    }
  }
}
