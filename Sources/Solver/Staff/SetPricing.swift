/// The set of slots that counts least for somebody of a class beside prices: a longest path over slots by their ends, with the
/// load so far as a second coordinate. Of a post it sees one shift; what it finds counts no more than any set that is possible.
///
/// Where there are few slots a path goes only from one to another that one person can have: then it sees drives. Where there are
/// many it goes on from all that are over. Where few slots have several shifts each choice of them is a pricing of its own, which
/// has them from the start and no slot that clashes with them.
struct SetPricing {
  /// A slot that the class can take.
  private struct Step {
    let slot: Int
    let cost: Int
    let work: Int
    /// Whether it has hours that bounds see.
    let hasHours: Bool
    /// Steps that are over when it begins.
    let before: Int
    /// Of those with hours the ones that somebody can have before it.
    var earlier: [Int] = []
  }

  private let weightOfLoad: Double
  /// Slots of several shifts that the set has from the start.
  private let held: [Step]
  private var steps: [Step]
  /// The load of the slots that it holds, and the greatest of all others.
  private let heldLoad, mostLoad: Int
  /// What the slots that it holds count beside each other.
  private let heldHeaps: Double
  /// Whether paths go from slot to slot.
  private let seesDrives: Bool

  /// Cells of the table that a class needs, each filled from one or two others, or from as many as there are slots.
  private(set) var size: Int

  /// Cells of all classes together up to which drives are seen.
  static let mostWithDrives = 1_000_000
  /// Choices of slots of several shifts up to which each has a pricing.
  static let mostChoices = 32

  /// What together finds the cheapest set of somebody.
  static func all(_ problem: StaffProblem, of person: Int, seesDrives: Bool) -> [SetPricing] {
    let able = problem.slots.indices.filter { problem.costs[person][$0] != nil }
    let several = able.filter { problem.slots[$0].hasSeveralShifts }
    guard let choices = problem.setsWithoutClash(of: several, atMost: mostChoices) else {
      return [SetPricing(problem, of: person, holding: [], among: able, seesDrives: seesDrives)]
    }
    let single = able.filter { !problem.slots[$0].hasSeveralShifts }
    return choices.map { held in
      let free = single.filter { slot in held.allSatisfy { !problem.clash[$0][slot] } }
      return SetPricing(problem, of: person, holding: held, among: free, seesDrives: seesDrives)
    }
  }

  private init(
    _ problem: StaffProblem, of person: Int, holding held: [Int], among able: [Int], seesDrives: Bool
  ) {
    weightOfLoad = Double(problem.weightOfLoad)
    self.seesDrives = seesDrives
    self.held = held.map {
      Step(
        slot: $0, cost: problem.costs[person][$0] ?? 0, work: problem.slots[$0].work, hasHours: false,
        before: 0)
    }
    let able = able.sorted { one, other in
      let (first, second) = (problem.slots[one].span?.upperBound, problem.slots[other].span?.upperBound)
      return (first ?? .min, one) < (second ?? .min, other)
    }
    let ends = able.map { problem.slots[$0].span?.upperBound ?? .min }
    var steps: [Step] = []
    var loads = [0]
    for (place, slot) in able.enumerated() {
      var before = place
      if let begin = problem.slots[slot].span?.lowerBound {
        while before > 0, ends[before - 1] > begin { before -= 1 }
      }
      let work = problem.slots[slot].work
      let hasHours = problem.slots[slot].span != nil
      steps.append(
        Step(
          slot: slot, cost: problem.costs[person][slot] ?? 0, work: work, hasHours: hasHours, before: before,
          earlier: seesDrives && hasHours
            ? (0..<before).filter { steps[$0].hasHours && !problem.clash[able[$0]][slot] } : []))
      loads.append(max(loads[place], loads[before] + work))
    }
    heldHeaps = Double(problem.weightOfFloors * problem.heaps(in: held))
    mostLoad = loads[steps.count]
    heldLoad = self.held.reduce(0) { $0 + $1.work }
    size = (steps.count + 1) * (mostLoad + 1)
    if seesDrives { size += steps.reduce(0) { $0 + $1.earlier.count } * (mostLoad + 1) }
    self.steps = steps
  }

  /// Loads beside that of the held slots above which no set is worth what it counts: of what one is paid, no half hour brings more
  /// than the best post's. Below 0: with these slots no set is.
  private func mostUsefulLoad(at prices: [Double]) -> Int {
    guard weightOfLoad > 0 else { return mostLoad }
    let best = (held + steps).reduce(0) { max($0, (prices[$1.slot] - Double($1.cost)) / Double($1.work)) }
    return Int(min(Double(mostLoad), (best / weightOfLoad).rounded(.down) - Double(heldLoad)))
  }

  /// Cells that are filled at some prices.
  func cells(at prices: [Double]) -> Int { size / (mostLoad + 1) * (mostUsefulLoad(at: prices) + 1) }

  /// - Parameter prices: what a set is paid for each slot.
  /// - Returns: the least that a set counts, less what it is paid, and its slots in order; the empty set, which counts nothing, where
  ///   none counts less.
  func cheapest(_ prices: [Double]) -> (cost: Double, slots: [Int]) {
    guard mostUsefulLoad(at: prices) >= 0 else { return (0, []) }
    let (cost, slots) = seesDrives ? alongDrives(prices) : inTime(prices)
    return cost < 0 ? (cost, (held.map(\.slot) + slots).sorted()) : (0, [])
  }

  // MARK: In time

  /// Row *i* of the table is what sets of the first *i* steps cost, by their load.
  private func inTime(_ prices: [Double]) -> (cost: Double, slots: [Int]) {
    let width = mostUsefulLoad(at: prices) + 1
    var table = [Double](repeating: .infinity, count: (steps.count + 1) * width)
    table[0] = 0
    for (index, step) in steps.enumerated() {
      let (last, row, from) = (index * width, (index + 1) * width, step.before * width)
      let gain = Double(step.cost) - prices[step.slot]
      for load in 0..<width {
        var value = table[last + load]
        if load >= step.work { value = min(value, table[from + load - step.work] + gain) }
        table[row + load] = value
      }
    }
    let (best, bestLoad) = best(of: table[(steps.count * width)...], prices)
    var (slots, index, load) = ([Int](), steps.count, bestLoad)
    while index > 0, load > 0 {
      let step = steps[index - 1]
      if table[index * width + load] == table[(index - 1) * width + load] {
        index -= 1
      } else {
        slots.append(step.slot)
        load -= step.work
        index = step.before
      }
    }
    return (best, slots)
  }

  /// The least with what all of its load and the held slots count.
  private func best(of row: ArraySlice<Double>, _ prices: [Double]) -> (cost: Double, load: Int) {
    let gain = held.reduce(heldHeaps) { $0 + Double($1.cost) - prices[$1.slot] }
    var (best, bestLoad) = (Double.infinity, 0)
    for (load, value) in row.enumerated() {
      let whole = Double(load + heldLoad)
      let value = value + gain + weightOfLoad * whole * whole
      if value < best { (best, bestLoad) = (value, load) }
    }
    return (best, bestLoad)
  }

  // MARK: Along drives

  /// Row 0 of the table is what sets of steps without hours cost, by their load; row *i* + 1 what sets cost of which step *i* is the
  /// last with hours.
  private func alongDrives(_ prices: [Double]) -> (cost: Double, slots: [Int]) {
    let width = mostUsefulLoad(at: prices) + 1
    var table = [Double](repeating: .infinity, count: (steps.count + 1) * width)
    table[0] = 0
    /// The steps without hours in the set of each load of row 0.
    var withoutHours = [[Int]](repeating: [], count: width)
    /// The row from which each cell was filled.
    var origins = [Int](repeating: 0, count: (steps.count + 1) * width)
    for (index, step) in steps.enumerated() {
      let gain = Double(step.cost) - prices[step.slot]
      guard step.hasHours else {
        for load in stride(from: width - 1, through: step.work, by: -1)
        where table[load - step.work] + gain < table[load] {
          table[load] = table[load - step.work] + gain
          withoutHours[load] = withoutHours[load - step.work] + [step.slot]
        }
        continue
      }
      let row = (index + 1) * width
      for from in [0] + step.earlier.map({ $0 + 1 }) {
        let start = from * width
        for load in stride(from: step.work, through: width - 1, by: 1)
        where table[start + load - step.work] + gain < table[row + load] {
          table[row + load] = table[start + load - step.work] + gain
          origins[row + load] = from
        }
      }
    }
    var (best, bestLoad, bestRow) = (Double.infinity, 0, 0)
    for row in 0...steps.count {
      let (cost, load) = self.best(of: table[(row * width)..<((row + 1) * width)], prices)
      if cost < best { (best, bestLoad, bestRow) = (cost, load, row) }
    }
    var slots: [Int] = []
    while bestRow > 0 {
      let step = steps[bestRow - 1]
      slots.append(step.slot)
      let origin = origins[bestRow * width + bestLoad]
      bestLoad -= step.work
      bestRow = origin
    }
    return (best, slots + withoutHours[bestLoad])
  }
}
