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

  /// What takes riders: so many runs of one vehicle of a kind in each stream.
  struct Carrier {
    let kind: Int
    let runs: Int
    let capacity: Int
    let isAccessible: Bool
  }

  /// Beyond this many groups there are too many sets of them.
  static let largestCount = 10

  /// The streams that the same people ride in the same vehicles; one but for fixed transfers.
  let streams: [StreamLots]
  /// Trips of each group that share runs with others, in the first of the streams.
  let groups: [[Int]]
  /// Travellers who ride alone, with the company that each may have.
  let alone: [(lot: Int, company: [Int])]
  private let needsAccess: [Bool]
  /// Groups with people kept apart from each other, who need two runs.
  private let isParted: [Bool]
  /// One a kind of vehicle; where streams are joined, several runs of one vehicle are another one.
  let carriers: [Carrier]
  /// Weighted cost of a (group, vehicle) pair in all streams.
  private let split: Int
  private let penalty: Int
  /// People of each group who ride some of the streams alone, and what it costs that some of a group of them have no
  /// seat in the vehicles of the others.
  private let followers: [Int]
  private let strayCost: Int

  var lots: StreamLots { streams[0] }

  /// Seats of a kind of vehicle.
  func seats(of kind: Int) -> Int { carriers[kind].capacity }

  /// Whether a kind of vehicle takes wheelchairs.
  func isAccessible(_ kind: Int) -> Bool { carriers[kind].isAccessible }

  /// Runs of each kind of vehicle that a pattern asks for in each stream.
  func runs(of pattern: Pattern, kinds: Int) -> [Int] {
    var counts = [Int](repeating: 0, count: kinds)
    for (carrier, count) in zip(carriers, pattern.counts(kinds: carriers.count)) {
      counts[carrier.kind] += carrier.runs * count
    }
    return counts
  }

  /// What each carrier costs.
  ///
  /// - Parameter prices: of a run, by stream and kind.
  func prices(ofCarriers prices: [[Double]]) -> [Double] {
    carriers.map { carrier in Double(carrier.runs) * prices.reduce(0) { $0 + $1[carrier.kind] } }
  }

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
    streams = [lots]
    self.groups = groups
    self.needsAccess = needsAccess
    isParted = groups.map { TransferPacking.isParted($0, problem) }
    // Two who ride alone may still name each other.
    self.alone = alone.filter { lots.company[$0]!.allSatisfy { !alone.contains($0) } }
      .map { ($0, lots.company[$0]!) }
    carriers = fleet.indices.map {
      Carrier(kind: $0, runs: 1, capacity: fleet[$0].capacity, isAccessible: fleet[$0].isAccessible)
    }
    split = problem.weight(.split)
    penalty = lots.lots.map(\.trip.penalty).min() ?? 0
    (followers, strayCost) = (groups.map { _ in 0 }, 0)
  }

  /// The packing of fixed transfers that are joined.
  ///
  /// - Parameters:
  ///   - streams: the most crowded one first.
  ///   - mostRuns: runs that one vehicle may make of each of them.
  ///   - groups: trips of each group in it, of people who ride all of the streams.
  ///   - followers: how many people of each group ride it and not all.
  ///   - pairs: streams in which such a person rides at least.
  init(
    _ problem: VehicleProblem, joining streams: [StreamLots], mostRuns: Int, groups: [[Int]],
    followers: [Int], pairs: Int, fleet: [FleetKind]
  ) {
    self.streams = streams
    self.groups = groups
    alone = []
    needsAccess = groups.map { $0.contains { problem.trips[$0].needsAccessibleVehicle } }
    isParted = groups.map { TransferPacking.isParted($0, problem) }
    carriers = fleet.indices.flatMap { kind in
      (1...mostRuns).map { runs in
        Carrier(
          kind: kind, runs: runs, capacity: runs * fleet[kind].capacity,
          isAccessible: fleet[kind].isAccessible)
      }
    }
    split = streams.count * problem.weight(.split)
    penalty = problem.trips.map(\.penalty).min() ?? 0
    self.followers = followers
    // Where it is cheaper to leave somebody out, it says nothing that they have no seat.
    let stray = pairs * problem.weight(.split)
    strayCost = stray <= penalty ? stray : 0
  }

  private static func isParted(_ group: [Int], _ problem: VehicleProblem) -> Bool {
    let particular = group.filter { problem.isParticular[$0] }
    return particular.contains { one in
      particular.contains { $0 != one && !problem.mayShareRun(problem.trips[one], problem.trips[$0]) }
    }
  }

  /// The cheapest pattern when each carrier costs this.
  ///
  /// - Complexity: O(3^groups + travellers · kinds).
  func solve(_ prices: [Double]) -> (cost: Double, pattern: Pattern) {
    let covers = Covers(self, prices)
    let sets = 1 << groups.count
    var riders = [Int](repeating: 0, count: sets)
    var access = [Bool](repeating: false, count: sets)
    var parted = access
    var following = riders
    var largest = riders
    var least = [Double](repeating: 0, count: sets)
    var part = [Int](repeating: 0, count: sets)
    for set in 1..<max(1, sets) {
      let first = set.trailingZeroBitCount
      let rest = set & (set - 1)
      riders[set] = riders[rest] + groups[first].count
      access[set] = access[rest] || needsAccess[first]
      parted[set] = parted[rest] || isParted[first]
      following[set] = following[rest] + followers[first]
      largest[set] = max(largest[rest], followers[first])
    }
    func cover(_ set: Int) -> (riders: Int, cost: Double) {
      // No follower may be without a seat, or those of one group, of two …
      var best = (riders: riders[set], cost: Double.infinity)
      var strays = 0
      while true {
        let seated = max(0, following[set] - strays * largest[set])
        let count = riders[set] + seated
        let cost = covers.cost(of: count, access[set], parted[set]) + Double(strays * strayCost)
        if cost < best.cost { best = (count, cost) }
        if seated == 0 { return best }
        strays += 1
      }
    }
    let covered = (0..<sets).map { $0 == 0 ? (0, 0) : cover($0) }
    let own = (0..<sets).map { covered[$0].1 + Double(split * max(0, $0.nonzeroBitCount - 1)) }
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
      let cover = covers.kinds(for: covered[part[set]].0, access[part[set]], parted[part[set]])
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
      usable = prices.indices.filter { prices[$0].isFinite && packing.carriers[$0].capacity > 0 }
      let riders = packing.groups.reduce(0) { $0 + $1.count } + packing.followers.reduce(0, +)
      least = [Double](repeating: 0, count: riders + 1)
      choice = [Int](repeating: -1, count: riders + 1)
      for count in 1..<max(1, riders + 1) {
        least[count] = least[count - 1] + Double(packing.penalty)
        for kind in usable {
          let cost = run(kind) + least[max(0, count - packing.carriers[kind].capacity)]
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
        let rest = least[max(0, riders - packing.carriers[kind].capacity)]
        let cost = run(kind) + (packing.carriers[kind].runs > 1 ? rest : max(second, rest))
        if cost < best.cost { best = (kind, cost) }
      }
      return best
    }

    /// The first run of a part with a wheelchair: an accessible one, unless somebody is left.
    private func first(for riders: Int) -> (kind: Int?, cost: Double) {
      var best: (kind: Int?, cost: Double) = (nil, Double(packing.penalty) + least[riders - 1])
      for kind in usable where packing.carriers[kind].isAccessible {
        let cost = run(kind) + least[max(0, riders - packing.carriers[kind].capacity)]
        if cost < best.cost { best = (kind, cost) }
      }
      return best
    }

    func kinds(for riders: Int, _ needsAccess: Bool, _ isParted: Bool) -> (kinds: [Int], left: Int) {
      var (kinds, left, riders) = ([Int](), 0, riders)
      if needsAccess || isParted {
        let kind = needsAccess ? first(for: riders).kind : parted(for: riders).kind
        if let kind { kinds.append(kind) } else { left += 1 }
        riders -= kind.map { packing.carriers[$0].capacity } ?? 1
        if !needsAccess, let kind, packing.carriers[kind].runs == 1, riders <= 0 {
          kinds.append(usable.min { run($0) < run($1) }!)
        }
      }
      while riders > 0 {
        let kind = choice[riders]
        if kind < 0 { left += 1 } else { kinds.append(kind) }
        riders -= kind < 0 ? 1 : packing.carriers[kind].capacity
      }
      return (kinds.sorted(), left)
    }
  }
}
