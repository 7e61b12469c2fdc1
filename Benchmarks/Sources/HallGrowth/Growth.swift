import Assembly
import Foundation
import HallInstances
import HallSolver

/// What it took to seat one hall, and what came of it: a row of the table.
struct Growth {
  let instance: HallInstance
  let seconds: Double
  let figures: Figures

  /// Solves the instance once and verifies the plan.
  init(of instance: HallInstance) throws {
    self.instance = instance
    let problem = try instance.problem()
    let clock = ContinuousClock()
    let start = clock.now
    let solution = try problem.solve()
    seconds = (clock.now - start) / .seconds(1)
    figures = solution.figures
    try problem.verify(solution.plan, figures)
  }

  /// A count that is the same on every machine; more of it is worse.
  enum Count: String, CaseIterable {
    case columns
    case iterations
    case boundIterations = "bound iterations"
    case points = "points per group"
  }

  static let header = """
    | groups | people | method | full | s | \(Count.allCases.map(\.rawValue).joined(separator: " | ")) \
    | objective | bound | gap |
    |---:|---:|---|---:|---:|\(Count.allCases.map { _ in "---:|" }.joined())---:|---:|---:|
    """

  /// What is measured, as the row begins.
  var key: [String] {
    [
      instance.groups.formatted(.table), instance.people.formatted(.table), instance.method.rawValue,
      instance.percentage,
    ]
  }

  var line: String {
    let results = [figures.objective.formatted(.table), figures.bound.formatted(.table), gap]
    let cells =
      key + [seconds.formatted(.table.precision(.fractionLength(2)))] + Count.allCases.map(text) + results
    return "| " + cells.joined(separator: " | ") + " |"
  }

  /// A count by name. Points per group are what the plan may cost too much at most, spread over the groups.
  subscript(count: Count) -> Double {
    switch count {
    case .points: Double(figures.objective - figures.bound) / Double(instance.groups)
    case .columns, .iterations, .boundIterations: Double(figures.work[count.rawValue] ?? 0)
    }
  }

  private func text(_ count: Count) -> String {
    self[count].formatted(.table.precision(.fractionLength(count == .points ? 1 : 0)))
  }

  private var gap: String {
    figures.status == .optimal
      ? "optimal" : figures.gap.formatted(.percent.precision(.fractionLength(3)).locale(.table))
  }
}

extension Locale {
  /// Numbers of the table are written the same everywhere.
  fileprivate static let table = Locale(identifier: "en_US")
}

extension FormatStyle where Self == IntegerFormatStyle<Int> {
  fileprivate static var table: Self { .number.locale(.table) }
}

extension FormatStyle where Self == FloatingPointFormatStyle<Double> {
  fileprivate static var table: Self { .number.locale(.table) }
}
