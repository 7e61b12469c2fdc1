import Assembly
import SolverShared

/// The weights of the hall's objective.
struct HallCosts {
  let unseated: Int
  let part: Int
  let run: Int
  let lone: Int
  let hole: Int
  let precedence: Int
}

/// Seats of one group in one line, each next to the one before.
struct SeatRun {
  let section: Int
  /// Number of the line; lines of a section follow each other when their numbers differ by 1.
  let line: Int
  /// Positions of its first and last seat along the line.
  let lower: Double
  let upper: Double
}

extension HallCosts {
  /// What a group costs that has these runs and no others.
  ///
  /// - Parameters:
  ///   - depths: the depths of its seats, summed up.
  ///   - isSingle: whether it has one person only, who sits alone without cost.
  /// - Complexity: O(runs²).
  func cost(of runs: [SeatRun], depths: Int, priority: Int, isSingle: Bool) -> Int {
    let lone = isSingle ? 0 : runs.count { $0.lower == $0.upper }
    return part * parts(of: runs) + run * runs.count + self.lone * lone + precedence * priority * depths
  }

  private func parts(of runs: [SeatRun]) -> Int {
    guard runs.count > 1 else { return runs.count }
    var sets = DisjointSets(count: runs.count)
    var parts = runs.count
    for (i, run) in runs.enumerated() {
      for (j, other) in runs.enumerated().dropFirst(i + 1) {
        guard run.section == other.section, abs(run.line - other.line) == 1,
          max(run.lower, other.lower) - min(run.upper, other.upper) <= 1 + 1e-9,
          sets.root(of: i) != sets.root(of: j)
        else { continue }
        sets.join(i, j)
        parts -= 1
      }
    }
    return parts
  }
}

extension HallProblem {
  var costs: HallCosts {
    HallCosts(
      unseated: weight(.hallUnseated), part: weight(.hallPart), run: weight(.hallRun),
      lone: weight(.hallLone),
      hole: weight(.hallHole), precedence: weight(.hallPrecedence))
  }
}
