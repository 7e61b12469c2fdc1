import Assembly
import IntegerProgramming

/// Parties that are to ride in one vehicle, for those who ride all transfers that are joined.
struct PartyOffer {
  /// People of each party.
  let parties: [[Int]]
  /// Vehicles that are alike, one of which is to carry them.
  let vehicles: [Int]
}

/// Parts of the groups of all joined transfers, and what each vehicle carries of them, by column generation and branch and
/// bound.
///
/// A *bundle* is what a vehicle carries: a party of some demands each, for as many runs of each of their transfers; it costs what
/// these runs cost in their best order. Bundles give seats for parties, by demand and kind of vehicle, and parts take them
/// (Formulation.md).
struct JointParts {
  /// Parties of a bundle at most.
  private static let largestBundle = 3
  /// Bundles of all classes of vehicles at most; larger ones are left out first.
  private static let mostBundles = 600
  /// Rounds of pricing at most, and parts of a demand that a round adds at most.
  private static let (rounds, partsARound) = (60, 40)
  /// Parts that branch and bound chooses from, at most.
  private static let mostParts = 1_500
  private static let nodes = 1_000
  /// How near to the best its choice has to be.
  private static let nearness = 5e-4
  /// What it costs to use a vehicle that there is not, in yuan.
  private static let lackingVehicle = 1e4

  /// Groups that share runs with seats of these kinds of vehicle.
  private struct Choice: Hashable {
    let demand: Int
    let part: TransferPacking.Part
  }

  private struct Bundle {
    /// Index among the classes of vehicles.
    let vehicles: Int
    /// A party of each of these demands, in order, one several times perhaps.
    let demands: [Int]
    let cost: Int
  }

  private let problem: VehicleProblem
  /// Transfers that are joined, of which a carrier is a vehicle that makes each once.
  private let demands: [TransferPacking]
  private let kindOfVehicle: [Int]
  private let kindCount: Int
  private let interruption: Interruption?
  private var bundles: [Bundle] = []

  init(
    _ problem: VehicleProblem, _ demands: [TransferPacking], fleet: [FleetKind], kindOfVehicle: [Int],
    _ interruption: Interruption?
  ) {
    self.problem = problem
    self.demands = demands
    self.kindOfVehicle = kindOfVehicle
    self.interruption = interruption
    kindCount = fleet.count
    bundles = bundles(
      of: PartyDemand(problem, FixedRiders(problem), background: problem.vehicles.map { _ in [] }))
  }

  /// Bundles that a vehicle can carry, the smallest first; one can carry no more than what it can without any part of it.
  private func bundles(of costs: PartyDemand) -> [Bundle] {
    let runs = demands.map { demand in
      demand.streams.map {
        PartyRun(stream: $0.stream, lower: $0.departures[0].minute, upper: $0.departures.last!.minute)
      }
    }
    var found: [Bundle] = []
    var last: [Bundle] = problem.classes.indices.map { Bundle(vehicles: $0, demands: [], cost: 0) }
    for _ in 1...Self.largestBundle {
      var next: [Bundle] = []
      for bundle in last {
        for demand in (bundle.demands.last ?? 0)..<demands.count {
          guard found.count + next.count < Self.mostBundles else { return found }
          let larger = bundle.demands + [demand]
          let vehicle = problem.classes[bundle.vehicles][0]
          guard problem.vehicles[vehicle].capacity > 0,
            let cost = costs.cost(of: vehicle, larger.flatMap { runs[$0] }.sorted())
          else { continue }
          next.append(Bundle(vehicles: bundle.vehicles, demands: larger, cost: cost))
        }
      }
      found += next
      last = next
    }
    return found
  }

  /// Who is to ride together in which vehicles, as cheap together as it was found.
  func offers() -> [PartyOffer] {
    let near = nearest()
    var options = SearchOptions(limits: Limits(nodes: Self.nodes, interruption: interruption))
    options.relativeGap = Self.nearness
    options.backtracking = .bestProjection
    let (parts, vehicles) = Model(name: "joint parts").withLiveProblem { live in
      let rows = Rows(self, in: live, isWhole: true)
      let variables = near.map { add($0, rows, to: live, isWhole: true) }
      let solution = live.solveInteger(options)
      guard solution.values != nil else { return ([Choice](), [Int]()) }
      return (
        zip(near, variables).filter { solution[$0.1] > 0.5 }.map(\.0),
        rows.bundles.map { Int(solution[$0].rounded()) }
      )
    }
    return offers(parts, vehicles)
  }

  /// Parties of the parts, handed out to the bundles that are chosen; those without a bundle by themselves.
  private func offers(_ parts: [Choice], _ counts: [Int]) -> [PartyOffer] {
    var seen = demands.map { _ in Set<Int>() }
    var parties = demands.map { _ in [[[Int]]](repeating: [], count: kindCount) }
    for choice in parts {
      let demand = demands[choice.demand]
      let groups = choice.part.groups.filter { seen[choice.demand].insert($0).inserted }
      let part = TransferPacking.Part(groups: groups, kinds: choice.part.kinds)
      for (carrier, trips) in RunHandout.riders(of: part, demand, problem) {
        parties[choice.demand][demand.carriers[carrier].kind].append(trips.map { problem.trips[$0].person })
      }
    }
    var offers: [PartyOffer] = []
    for (bundle, count) in zip(bundles, counts) {
      let vehicles = problem.classes[bundle.vehicles]
      for _ in 0..<count {
        let carried = bundle.demands.compactMap { parties[$0][kindOfVehicle[vehicles[0]]].popLast() }
        if !carried.isEmpty { offers.append(PartyOffer(parties: carried, vehicles: vehicles)) }
      }
    }
    for (kind, left) in parties.flatMap({ $0.enumerated() }) {
      let vehicles = kindOfVehicle.indices.filter { kindOfVehicle[$0] == kind }
      offers += left.map { PartyOffer(parties: [$0], vehicles: vehicles) }
    }
    return offers
  }

  /// The parts of least reduced cost after column generation.
  private func nearest() -> [Choice] {
    Model(name: "parts").withLiveProblem { live in
      let rows = Rows(self, in: live, isWhole: false)
      var choices: [Choice] = []
      var known: Set<Choice> = []
      func learn(_ piece: TransferPacking.Piece, of demand: Int, _ covers: TransferPacking.Covers) {
        let kinds = demands[demand].cover(piece, covers).kinds
        let choice = Choice(demand: demand, part: TransferPacking.Part(groups: piece.groups, kinds: kinds))
        guard known.insert(choice).inserted else { return }
        choices.append(choice)
        add(choice, rows, to: live, isWhole: false)
      }
      let items = demands.map(PartDemand.init)
      for (demand, packing) in demands.enumerated() {
        for carrier in packing.carriers.indices {
          var prices = [Double](repeating: .infinity, count: packing.carriers.count)
          prices[carrier] = 0
          let covers = TransferPacking.Covers(packing, prices)
          for item in items[demand].items.indices { learn(items[demand].piece([item]), of: demand, covers) }
        }
      }
      var reduced: [Double] = []
      for _ in 0..<Self.rounds where interruption?.isInterrupted != true {
        let solution = live.solve(Limits(interruption: interruption))
        reduced = choices.map { choice in
          rows.entries(of: choice, self).reduce(cost(of: choice)) { $0 - $1.1 * solution.dual(of: $1.0) }
        }
        let before = choices.count
        for (demand, packing) in demands.enumerated() {
          let room = rows.room[demand].map { solution.dual(of: $0) } ?? 0
          let seats = packing.carriers.enumerated().map { carrier, vehicle in
            max(
              0,
              solution.dual(of: rows.seats[demand][vehicle.kind]) - room * Double(packing.seats(of: carrier)))
          }
          let covers = TransferPacking.Covers(packing, seats)
          let paid = rows.groups[demand].map { max(0, solution.dual(of: $0)) }
          let prices = PartPrices(items[demand], covers, paid)
          for part in prices.first(Self.partsARound, below: min(-1e-6, prices.least / 2)) {
            learn(items[demand].piece(part), of: demand, covers)
          }
        }
        if choices.count == before { break }
      }
      return reduced.indices.sorted { (reduced[$0], $0) < (reduced[$1], $1) }.prefix(Self.mostParts).sorted()
        .map { choices[$0] }
    }
  }

  /// Pairs of a part, and those who are left out.
  private func cost(of choice: Choice) -> Double {
    let packing = demands[choice.demand]
    let seats = packing.seats(of: choice.part)
    let riders = choice.part.groups.reduce(0) { $0 + packing.groups[$1].count }
    // Followers of a group that find no seats with it.
    var free = seats - riders
    var strays = 0
    for group in choice.part.groups {
      let followers = packing.followers[group].count
      if followers <= free { free -= followers } else { strays += packing.strayCosts[group] }
    }
    let pairs = choice.part.groups.count - 1 + choice.part.kinds.count
    return Double(packing.split * pairs + strays + packing.penalty * max(0, riders - seats))
  }

  @discardableResult
  private func add(_ choice: Choice, _ rows: Rows, to live: LinearProblem, isWhole: Bool) -> Variable {
    live.addVariable(
      "part", kind: isWhole ? .integer : .continuous, objective: cost(of: choice),
      column: rows.entries(of: choice, self))
  }

  private struct Rows {
    /// By demand and group.
    let groups: [[Constraint]]
    /// By demand with followers: seats for all riders of its most crowded transfer, in whichever part.
    let room: [Constraint?]
    /// By demand and kind of vehicle.
    let seats: [[Constraint]]
    /// Variables of the bundles.
    let bundles: [Variable]

    init(_ parts: JointParts, in live: LinearProblem, isWhole: Bool) {
      let problem = parts.problem
      groups = parts.demands.map { $0.groups.map { _ in live.addConstraint("group", [], .atLeast(1)) } }
      let seats = parts.demands.map { _ in
        (0..<parts.kindCount).map { _ in live.addConstraint("seats", [], .atLeast(0)) }
      }
      self.seats = seats
      room = parts.demands.map { demand in
        guard demand.followers.contains(where: { !$0.isEmpty }) else { return nil }
        let row = live.addConstraint("room", [], .atLeast(Double(demand.riderCount)))
        live.addVariable("left out", objective: Double(demand.penalty), column: [(row, 1)])
        return row
      }
      let vehicles = problem.classes.map { members in
        let row = live.addConstraint("vehicles", [], .atMost(Double(members.count)))
        live.addVariable("lacking", objective: JointParts.lackingVehicle, column: [(row, -1)])
        return row
      }
      bundles = parts.bundles.map { bundle in
        let kind = parts.kindOfVehicle[problem.classes[bundle.vehicles][0]]
        return live.addVariable(
          "bundle", kind: isWhole ? .integer : .continuous, objective: Double(bundle.cost),
          column: [(vehicles[bundle.vehicles], 1)] + bundle.demands.map { (seats[$0][kind], 1) })
      }
    }

    func entries(of choice: Choice, _ parts: JointParts) -> [(Constraint, Double)] {
      let demand = parts.demands[choice.demand]
      let room = self.room[choice.demand].map { [($0, Double(demand.seats(of: choice.part)))] } ?? []
      return choice.part.groups.map { (groups[choice.demand][$0], 1) }
        + choice.part.kinds.map { (seats[choice.demand][demand.carriers[$0].kind], -1) } + room
    }
  }
}
