import Assembly
import IntegerProgramming

/// People who are to ride in one vehicle of a kind in all transfers that are joined.
struct PartyOffer {
  let people: [Int]
  /// Vehicles of the kind.
  let vehicles: [Int]
}

/// Parts of the groups of all joined transfers together, by branch and bound: vehicles that are few go where they save most.
struct JointParts {
  /// Parts with their vehicles that branch and bound chooses from, at most.
  private static let mostColumns = 1_500
  private static let nodes = 400
  /// How near to the best its choice has to be.
  private static let nearness = 5e-4
  /// What it costs to choose a vehicle that there is not, in yuan.
  private static let lackingVehicle = 1e4

  /// Transfers that are joined, and what a vehicle costs for all of them.
  struct Demand {
    let packing: TransferPacking
    /// By carrier.
    let prices: [Double]
    /// The same with what a vehicle is worth to others.
    let tolled: [Double]
    /// Minutes of which one is spent by each of its vehicles.
    let hours: [ClosedRange<Int>]
  }

  private struct Column {
    let demand: Int
    let part: TransferPacking.Part
    let cost: Double
  }

  private let demands: [Demand]
  /// Vehicles of each kind.
  private let stock: [Int]
  private var columns: [Column] = []

  init(_ demands: [Demand], stock: [Int], _ interruption: Interruption?) {
    self.demands = demands
    self.stock = stock
    for index in demands.indices { addColumns(of: index, interruption) }
  }

  /// Parts that the linear program of a demand knows, each with its cheapest vehicles: at the price of vehicles, at what they
  /// are worth, and without those of a kind.
  private mutating func addColumns(of index: Int, _ interruption: Interruption?) {
    let demand = demands[index]
    let packing = demand.packing
    var ways = [demand.tolled, demand.prices]
    for carrier in packing.carriers.indices {
      var without = demand.prices
      without[carrier] = .infinity
      ways.append(without)
    }
    let covers = ways.map { TransferPacking.Covers(packing, $0) }
    var program = packing.program ?? PartProgram(packing)
    for covers in covers { _ = program.solve(covers, isExact: false, interruption) }
    var cheapest: [TransferPacking.Part: Double] = [:]
    var parts: [TransferPacking.Part] = []
    for items in program.parts {
      let piece = program.piece(items)
      for covers in covers {
        let cover = packing.cover(piece, covers)
        let part = TransferPacking.Part(groups: piece.groups, kinds: cover.kinds)
        let pairs = piece.groups.count - 1 + cover.kinds.count
        let vehicles = cover.kinds.reduce(program.strayCost(of: items)) { $0 + demand.prices[$1] }
        let cost = vehicles + Double(packing.split * pairs + packing.penalty * cover.left)
        if cheapest[part] == nil { parts.append(part) }
        cheapest[part] = min(cheapest[part] ?? .infinity, cost)
      }
    }
    columns += parts.map { Column(demand: index, part: $0, cost: cheapest[$0]!) }
  }

  /// Parts of each demand, as cheap together as they were found.
  func solve(_ interruption: Interruption?) -> [(demand: Int, part: TransferPacking.Part)] {
    let near = nearest(interruption)
    var options = SearchOptions(limits: Limits(nodes: Self.nodes, interruption: interruption))
    options.relativeGap = Self.nearness
    options.backtracking = .bestProjection
    let solution = Model(name: "joint parts").withLiveProblem { live in
      let rows = Rows(self, in: live)
      for column in near { add(column, rows, to: live, isWhole: true) }
      return live.solveInteger(options)
    }
    guard let values = solution.values else { return [] }
    var seen = demands.map { _ in Set<Int>() }
    return zip(near, values.suffix(near.count)).filter { $0.1 > 0.5 }.map(\.0)
      .map { column in
        let groups = column.part.groups.filter { seen[column.demand].insert($0).inserted }
        return (column.demand, TransferPacking.Part(groups: groups, kinds: column.part.kinds))
      }
  }

  /// The columns of least reduced cost in the linear program.
  private func nearest(_ interruption: Interruption?) -> [Column] {
    Model(name: "parts").withLiveProblem { live in
      let rows = Rows(self, in: live)
      for column in columns { add(column, rows, to: live) }
      let solution = live.solve(Limits(interruption: interruption))
      let reduced = columns.map { column in
        rows.entries(of: column).reduce(column.cost) { $0 - $1.1 * solution.dual(of: $1.0) }
      }
      return columns.indices.sorted { (reduced[$0], $0) < (reduced[$1], $1) }.prefix(Self.mostColumns)
        .sorted()
        .map { columns[$0] }
    }
  }

  private func add(_ column: Column, _ rows: Rows, to live: LinearProblem, isWhole: Bool = false) {
    live.addVariable(
      "part", kind: isWhole ? .integer : .continuous, objective: column.cost, column: rows.entries(of: column)
    )
  }

  private struct Rows {
    private let carriers: [[TransferPacking.Carrier]]
    /// By demand and group.
    private var groups: [[Constraint]]
    /// By demand: those of all moments at which its vehicles are under way, one a kind.
    private var vehicles: [[[Constraint]]]

    init(_ parts: JointParts, in live: LinearProblem) {
      let demands = parts.demands
      carriers = demands.map(\.packing.carriers)
      groups = demands.map { $0.packing.groups.map { _ in live.addConstraint("group", [], .atLeast(1)) } }
      vehicles = demands.map { _ in [] }
      // More are never under way together than when some demand begins to need them.
      let moments = demands.flatMap(\.hours).map(\.lowerBound)
      let concurrent = Set(
        moments.map { moment in demands.indices.filter { demands[$0].hours.contains { $0.contains(moment) } }
        })
      for together in concurrent.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
        let kinds = parts.stock.map { stock in
          let row = live.addConstraint("vehicles", [], .atMost(Double(stock)))
          live.addVariable("lacking", objective: JointParts.lackingVehicle, column: [(row, -1)])
          return row
        }
        for demand in together { vehicles[demand].append(kinds) }
      }
    }

    func entries(of column: Column) -> [(Constraint, Double)] {
      column.part.groups.map { (groups[column.demand][$0], 1) }
        + vehicles[column.demand].flatMap { kinds in
          column.part.kinds.map { (kinds[carriers[column.demand][$0].kind], 1) }
        }
    }
  }
}
