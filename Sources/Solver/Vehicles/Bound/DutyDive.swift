import IntegerProgramming

extension DutyProgram {
  /// One step of a dive to whole runs: what the program uses often enough is used whole from now on.
  ///
  /// What is used less is not worth a run: few riders, who join others or get one at the end.
  ///
  /// - Parameters:
  ///   - fixed: how often each choice is used at least.
  ///   - share: one of so many of the open choices is used whole at least.
  /// - Returns: false when nothing is used enough.
  func dive(_ fixed: inout [Int], at solution: LinearSolution, share: Int) -> Bool {
    fixed += Array(repeating: 0, count: choices.count - fixed.count)
    var open: [(place: Int, part: Double)] = []
    for (place, choice) in choices.enumerated() where !isOfJoined(choice) {
      let value = solution[choice.variable]
      let whole = Int(value + 1e-6)
      if whole > fixed[place] { fix(&fixed[place], at: whole, choice) }
      let part = value - Double(fixed[place])
      if part > 1e-6 { open.append((place, part)) }
    }
    open.sort { ($1.part, $0.place) < ($0.part, $1.place) }
    let openTransfers = Set(open.compactMap { transfer(ofPattern: $0.place) })
    var lacking = lackingRuns(fixed)
    var touched: Set<Touched> = []
    var raised = 0
    for (place, part) in open where part > 0.7 || raised < max(1, open.count / share) {
      guard part > 0.4 || isOfTransfer(place), let touches = touches(choices[place], openTransfers),
        touched.isDisjoint(with: touches), lacking.take(choices[place])
      else {
        continue
      }
      touched.formUnion(touches)
      fix(&fixed[place], at: fixed[place] + 1, choices[place])
      raised += 1
    }
    return raised > 0
  }

  /// Runs of transfers that their whole patterns ask for and that have no minute yet.
  private struct LackingRuns {
    fileprivate var counts: [[Int]]

    /// Whether a choice is of use; a run of a transfer beyond those asked for would only take a vehicle from others.
    mutating func take(_ choice: Choice) -> Bool {
      guard case .run(let kind, _, let index) = choice.content else { return true }
      counts[index][kind] -= 1
      return counts[index][kind] >= 0
    }
  }

  private func lackingRuns(_ fixed: [Int]) -> LackingRuns {
    var counts = Array(repeating: [Int](repeating: 0, count: kindCount), count: transferCount)
    for (choice, count) in zip(choices, fixed) where count > 0 {
      switch choice.content {
      case .column: break
      case .run(let kind, _, let index): counts[index][kind] -= count
      case .pattern(let pattern, let index):
        for (kind, asked) in pattern.counts(kinds: kindCount).enumerated() {
          counts[index][kind] += count * asked
        }
      }
    }
    return LackingRuns(counts: counts)
  }

  /// Ends a dive: every choice is free again.
  func release(_ fixed: [Int]) {
    for (choice, count) in zip(choices, fixed) where count > 0 {
      live.setBounds(of: choice.variable, to: .atLeast(0))
    }
  }

  private func fix(_ fixed: inout Int, at whole: Int, _ choice: Choice) {
    fixed = whole
    live.setBounds(of: choice.variable, to: .atLeast(Double(whole)))
  }

  /// Whether a choice is of a transfer, whose runs are counted and must all have their minute.
  private func isOfTransfer(_ place: Int) -> Bool {
    if case .column = choices[place].content { false } else { true }
  }

  private func transfer(ofPattern place: Int) -> Int? {
    if case .pattern(_, let index) = choices[place].content { index } else { nil }
  }

  /// What two choices of one step must not both change: travellers of a lot, runs of a kind of a transfer.
  private enum Touched: Hashable {
    case lot(Int, Int)
    case pattern(Int)
    case runs(Int, Int)
  }

  /// Nothing where a transfer has no pattern yet.
  private func touches(_ choice: Choice, _ openTransfers: Set<Int>) -> [Touched]? {
    switch choice.content {
    case .column(let column, let index): column.lots.map { .lot(index, $0) }
    case .pattern(_, let index): [.pattern(index)]
    case .run(let kind, _, let index): openTransfers.contains(index) ? nil : [.runs(index, kind)]
    }
  }
}
