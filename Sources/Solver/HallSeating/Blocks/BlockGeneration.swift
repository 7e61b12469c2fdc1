import Assembly
import IntegerProgramming

/// Column generation over blocks: prices of the groups, a bound that holds for every plan, and the blocks worth having.
struct BlockGeneration {
  let problem: HallProblem
  let strips: [Strip]
  let sizes: [Int]
  private let costs: PieceCosts
  private(set) var bound = -Double.infinity
  private(set) var prices: [Double] = []
  private(set) var blocks: [Block] = []
  private(set) var relaxedCosts: [Double] = []
  private(set) var iterations = 0
  private(set) var relaxation = Double.infinity

  init(_ problem: HallProblem) {
    self.problem = problem
    strips = problem.strips { !problem.hall.seats[$0].isHeld }
    sizes = problem.groups.map(\.members.count)
    costs = PieceCosts(
      part: Double(problem.weight(.part)), run: Double(problem.weight(.run)),
      precedence: Double(problem.weight(.precedence)))
  }

  mutating func run(start: [Block], prices guess: [Double]?, cut: Bool, extra: Int = 0, log: (String) -> Void) {
    let master = BlockMaster(problem, strips: strips, sizes: sizes, costs: costs, cut: cut, parts: sizes.count + extra)
    let pricing = strips.map { StripPricing($0, costs: costs) }
    let allowed = strips.map { strip in
      problem.groups.enumerated().map { g, group in
        PricedGroup(
          size: sizes[g], priority: Double(group.priority),
          isAllowed: group.sections.isEmpty || group.sections.contains(strip.section))
      }
    }
    blocks = []
    relaxedCosts = []
    bound = -.infinity
    iterations = 0
    var known: Set<Block> = []
    var center = guess
    master.model.withLiveProblem { live in
      func add(_ block: Block) -> Bool {
        guard known.insert(block).inserted else { return false }
        let cost = master.relaxedCost(of: block)
        blocks.append(block)
        relaxedCosts.append(cost)
        live.addVariable("block[\(blocks.count)]", objective: cost, column: master.column(of: block))
        return true
      }
      for block in start { _ = add(block) }
      var smoothing = 0.7
      let full = Double(sizes.count)
      while iterations < 400 {
        iterations += 1
        let clock = ContinuousClock.now
        let solution = live.solve()
        let lpTime = ContinuousClock.now - clock
        relaxation = solution.objective
        var duals = master.countRows.map { solution.dual(of: $0) }
        if cut { duals += master.amountRows.map { solution.dual(of: $0) } + [solution.dual(of: master.parts!)] }
        let reference = center ?? duals
        let point = zip(reference, duals).map { smoothing * $0 + (1 - smoothing) * $1 }
        var value = point[..<sizes.count].reduce(0, +)
        var partCost = costs.part
        var groupPrices = point[..<sizes.count].map { GroupPrice(whole: $0, piece: 0, seat: 0) }
        if cut {
          for g in sizes.indices {
            let seat = point[sizes.count + g]
            value += seat * Double(sizes[g])
            groupPrices[g] = GroupPrice(whole: point[g] + seat * Double(sizes[g]), piece: point[g] / 2, seat: seat)
          }
          partCost -= point[2 * sizes.count]
          value += point[2 * sizes.count] * (full + Double(extra))
        }
        var added = 0
        for s in strips.indices {
          value += pricing[s].solve(allowed[s], prices: groupPrices, partCost: partCost, withPieces: cut && extra > 0, withAcross: cut)
          for block in pricing[s].blocks(strip: s) + pricing[s].path(strip: s) where add(block) { added += 1 }
        }
        if value > bound {
          bound = value
          center = point
          prices = point
        }
        if iterations % 10 == 0 || relaxation - bound < 0.5 {
        log("\(iterations) lp \(relaxation) bound \(bound) value \(value) added \(added) columns \(blocks.count) lp \(lpTime) price \(ContinuousClock.now - clock - lpTime)")
        }
        if relaxation - bound < 0.5 { break }
        if added == 0 {
          if smoothing == 0 { break }
          smoothing = 0
        } else {
          smoothing = 0.7
        }
      }
    }
  }
}

public struct HallLab {
  public static func run(_ event: Event, log: (String) -> Void) {
    guard let problem = HallProblem(event) else { return }
    var generation = BlockGeneration(problem)
    generation.run(start: [], prices: nil, cut: false, log: log)
    let uncut = generation.bound
    let part = Double(problem.weight(.part))
    let guess = generation.prices.map { min($0, part) } + zip(generation.prices, generation.sizes).map { max(0, $0 - part) / Double($1) } + [0]
    if event.settings.hallMethod == .outward {
      generation.run(start: generation.blocks, prices: guess, cut: true, extra: 0, log: log)
      log("across \(generation.bound)")
      generation.run(start: generation.blocks, prices: generation.prices, cut: true, extra: 1, log: log)
    } else {
    generation.run(start: generation.blocks, prices: guess, cut: true, extra: 1, log: log)
    }
    log("uncut \(uncut) cut \(generation.bound)")
  }
}
