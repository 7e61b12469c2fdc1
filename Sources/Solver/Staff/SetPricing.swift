/// The set of slots that counts least for somebody of a class beside prices: a longest path over slots by their ends, with the
/// load so far as a second coordinate. Of a post it sees one shift; what it finds counts no more than any set that is possible.
///
/// Where there are few slots a path goes only from one to another that one person can have: then it sees drives. Where there are
/// many it goes on from all that are over.
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
  private var steps: [Step]
  /// No set has a greater load.
  private let mostLoad: Int
  /// Whether paths go from slot to slot.
  private let seesDrives: Bool

  /// Cells of the table that a class needs, each filled from one or two others, or from as many as there are slots.
  private(set) var size: Int

  /// Cells of all classes together up to which drives are seen.
  static let mostWithDrives = 1_000_000

  init(_ problem: StaffProblem, of person: Int, seesDrives: Bool) {
    weightOfLoad = Double(problem.weightOfLoad)
    self.seesDrives = seesDrives
    let able = problem.slots.indices.filter { problem.costs[person][$0] != nil }.sorted { one, other in
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
    mostLoad = loads[steps.count]
    size = (steps.count + 1) * (mostLoad + 1)
    if seesDrives { size += steps.reduce(0) { $0 + $1.earlier.count } * (mostLoad + 1) }
    self.steps = steps
  }

  /// Loads above which no set is worth what it counts: of what one is paid, no half hour brings more than the best post's.
  private func mostUsefulLoad(at prices: [Double]) -> Int {
    guard weightOfLoad > 0 else { return mostLoad }
    let best = steps.reduce(0) { max($0, (prices[$1.slot] - Double($1.cost)) / Double($1.work)) }
    return Int(min(Double(mostLoad), (best / weightOfLoad).rounded(.down)))
  }

  /// Cells that are filled at some prices.
  func cells(at prices: [Double]) -> Int { size / (mostLoad + 1) * (mostUsefulLoad(at: prices) + 1) }

  /// - Parameter prices: what a set is paid for each slot.
  /// - Returns: the least that a set counts, less what it is paid, and its slots in order.
  func cheapest(_ prices: [Double]) -> (cost: Double, slots: [Int]) {
    seesDrives ? alongDrives(prices) : inTime(prices)
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
    let (best, bestLoad) = best(of: table[(steps.count * width)...])
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
    return (best, slots.sorted())
  }

  /// The least with what its load counts.
  private func best(of row: ArraySlice<Double>) -> (cost: Double, load: Int) {
    var (best, bestLoad) = (0.0, 0)
    for (load, value) in row.enumerated() {
      let value = value + weightOfLoad * Double(load * load)
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
    var (best, bestLoad, bestRow) = (0.0, 0, 0)
    for row in 0...steps.count {
      let (cost, load) = self.best(of: table[(row * width)..<((row + 1) * width)])
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
    return (best, (slots + withoutHours[bestLoad]).sorted())
  }
}
