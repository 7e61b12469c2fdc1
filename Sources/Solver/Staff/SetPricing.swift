/// The set of slots that counts least for somebody of a class beside prices: a longest path over slots by their ends, with the
/// load so far as a second coordinate. It sees neither drives nor more than one shift of a post: what it finds counts
/// no more than any set that nobody finds clashing.
struct SetPricing {
  /// A slot that the class can take.
  private struct Step {
    let slot: Int
    let cost: Int
    let work: Int
    /// Steps that are over when it begins.
    let before: Int
  }

  private let weightOfLoad: Double
  private let steps: [Step]
  /// No set has a greater load.
  private let mostLoad: Int

  /// Cells of the table that a class needs.
  var size: Int { (steps.count + 1) * (mostLoad + 1) }

  init(_ problem: StaffProblem, of person: Int) {
    weightOfLoad = Double(problem.weightOfLoad)
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
      steps.append(Step(slot: slot, cost: problem.costs[person][slot] ?? 0, work: work, before: before))
      loads.append(max(loads[place], loads[before] + work))
    }
    self.steps = steps
    mostLoad = loads[steps.count]
  }

  /// - Parameter prices: what a set is paid for each slot.
  /// - Returns: the least that a set counts, less what it is paid, and its slots in order.
  func cheapest(_ prices: [Double]) -> (cost: Double, slots: [Int]) {
    let width = mostLoad + 1
    var table = [Double](repeating: .infinity, count: size)
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
    var (best, bestLoad) = (0.0, 0)
    for load in 0..<width {
      let value = table[steps.count * width + load] + weightOfLoad * Double(load * load)
      if value < best { (best, bestLoad) = (value, load) }
    }
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
}
