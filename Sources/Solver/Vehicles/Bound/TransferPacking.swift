import Assembly
import IntegerProgramming

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
  /// The same where packings are few, those of joined transfers.
  private static let largestCountOfJoined = 12

  /// The streams that the same people ride in the same vehicles; one but for fixed transfers.
  let streams: [StreamLots]
  /// Trips of each group that share runs with others, in the first of the streams.
  let groups: [[Int]]
  /// Travellers who ride alone, with the company that each may have.
  let alone: [(lot: Int, company: [Int])]
  let needsAccess: [Bool]
  /// Groups with people kept apart from each other, who need two runs.
  let isParted: [Bool]
  /// One a kind of vehicle; where streams are joined, several runs of one vehicle are another one.
  let carriers: [Carrier]
  /// Weighted cost of a (group, vehicle) pair in all streams.
  let split: Int
  let penalty: Int
  /// People of each group who ride the first of the streams and not all, their trips in it.
  let followers: [[Int]]
  /// What it costs at least that some followers of a group have no seat where the others of it ride.
  let strayCosts: [Int]
  /// Parts of too many groups for a table of all their sets.
  private(set) var program: PartProgram?

  var lots: StreamLots { streams[0] }

  /// Seats of a kind of vehicle.
  func seats(of kind: Int) -> Int { carriers[kind].capacity }

  /// Seats of the runs of a part.
  func seats(of part: Part) -> Int { part.kinds.reduce(0) { $0 + seats(of: $1) } }

  /// Everybody who may ride in parts, followers included.
  var riderCount: Int { (groups + followers).reduce(0) { $0 + $1.count } }

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
    let isFixed = lots.lots.allSatisfy(\.trip.isFixed)
    guard isFixed || groups.count <= TransferPacking.largestCount else { return nil }
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
    split = problem.weight(.vehiclesSplit)
    penalty = lots.lots.map(\.trip.penalty).min() ?? 0
    (followers, strayCosts) = (groups.map { _ in [] }, groups.map { _ in 0 })
    if groups.count > TransferPacking.largestCount { program = PartProgram(self) }
  }

  /// The packing of fixed transfers that are joined.
  ///
  /// - Parameters:
  ///   - streams: the most crowded one first.
  ///   - mostRuns: runs that one vehicle may make of each of them.
  ///   - groups: trips of each group in it, of people who ride all of the streams.
  ///   - followers: trips of each group in it, of people who do not ride all.
  ///   - pairs: streams in which such a person rides at least, by group.
  init(
    _ problem: VehicleProblem, joining streams: [StreamLots], mostRuns: Int, groups: [[Int]],
    followers: [[Int]], pairs: [Int], fleet: [FleetKind]
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
    split = streams.count * problem.weight(.vehiclesSplit)
    penalty = problem.trips.map(\.penalty).min() ?? 0
    self.followers = followers
    let (split, penalty) = (problem.weight(.vehiclesSplit), penalty)
    strayCosts = pairs.map { min($0 * split, penalty) }
    if groups.count > TransferPacking.largestCountOfJoined || followers.contains(where: { !$0.isEmpty }) {
      program = PartProgram(self)
    }
  }

  private static func isParted(_ group: [Int], _ problem: VehicleProblem) -> Bool {
    let particular = group.filter { problem.isParticular[$0] }
    return particular.contains { one in
      particular.contains { $0 != one && !problem.mayShareRun(problem.trips[one], problem.trips[$0]) }
    }
  }

  /// The cheapest pattern when each carrier costs this, and what no pattern undercuts.
  ///
  /// - Parameter isExact: whether these are to be the same also where groups are many, as far as the work that is allowed
  ///   for it goes.
  /// - Complexity: O(3^groups + travellers · kinds) where groups are few; else that of ``PartProgram``.
  mutating func solve(_ prices: [Double], isExact: Bool = false, _ interruption: Interruption? = nil) -> (
    cost: Double, pattern: Pattern
  ) {
    let covers = Covers(self, prices)
    let cost: Double
    let pieces: [Piece]
    if program != nil {
      let isExact = isExact || groups.count <= TransferPacking.largestCount
      (cost, pieces) = program!.solve(covers, isExact: isExact, interruption)
    } else {
      (cost, pieces) = bestPieces(covers)
    }
    let single = covers.single
    let each = min(single.cost + Double(split), Double(penalty))
    return (cost + Double(alone.count) * each, pattern(of: pieces, covers))
  }

  /// Groups that share runs with so many seats at least.
  struct Piece {
    let groups: [Int]
    let seats: Int
  }

  /// The cheapest runs of a piece.
  func cover(_ piece: Piece, _ covers: Covers) -> (kinds: [Int], left: Int) {
    covers.kinds(
      for: piece.seats, piece.groups.contains { needsAccess[$0] }, piece.groups.contains { isParted[$0] })
  }

  private func pattern(of pieces: [Piece], _ covers: Covers) -> Pattern {
    var parts: [Part] = []
    var (left, pairs) = (0, 0)
    for piece in pieces {
      let cover = cover(piece, covers)
      left += cover.left
      pairs += piece.groups.count + cover.kinds.count - 1
      parts.append(Part(groups: piece.groups, kinds: cover.kinds))
    }
    let single = covers.single
    let isCarried = single.cost + Double(split) < Double(penalty)
    pairs += isCarried ? alone.count : 0
    left += isCarried ? 0 : alone.count
    return Pattern(
      parts: parts, alone: isCarried ? alone.map { _ in single.kind } : [], left: left,
      cost: split * pairs + penalty * left)
  }

  /// The cheapest parts, by a table of all sets of groups.
  private func bestPieces(_ covers: Covers) -> (cost: Double, pieces: [Piece]) {
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
    var pieces: [Piece] = []
    var set = sets - 1
    while set > 0 {
      let chosen = max(part[set], set & -set)
      let members = groups.indices.filter { chosen >> $0 & 1 == 1 }
      // A group that is left out as a whole finds no cheaper runs when it is asked for them.
      pieces.append(Piece(groups: members, seats: riders[chosen]))
      set ^= chosen
    }
    return (least[sets - 1], pieces)
  }
}
