/// One way in which a point fails a model.
public struct ConstraintViolation: Hashable, Sendable {
  /// What is failed.
  public enum Subject: Hashable, Sendable {
    /// The bounds of a variable.
    case bounds(Variable)
    /// The demand for a whole number.
    case wholeNumber(Variable)
    /// The bounds of a constraint.
    case constraint(Constraint)
  }

  /// What is failed.
  public let subject: Subject
  /// By how much, in the subject's own unit.
  public let amount: Double
}

extension Model {
  /// Every bound, whole number and constraint that a point fails, computed from the model alone.
  ///
  /// - Parameters:
  ///   - values: one per variable.
  ///   - tolerance: the greatest distance that does not count, per unit of the terms' magnitude where that is
  ///     above 1, because sums lose digits in proportion to their terms.
  /// - Complexity: O(number of terms).
  public func violations(at values: [Double], tolerance: Double = 1e-6) -> [ConstraintViolation] {
    requireValueForEachVariable(values)
    var found: [ConstraintViolation] = []
    func note(_ subject: ConstraintViolation.Subject, _ amount: Double, magnitude: Double) {
      // Written so that an amount that is not a number counts.
      if !(amount <= tolerance * max(1, magnitude)) {
        found.append(ConstraintViolation(subject: subject, amount: amount))
      }
    }
    for (variable, (column, value)) in zip(variables, zip(columns, values)) {
      note(.bounds(variable), column.bounds.violation(of: value), magnitude: abs(value))
      if column.kind == .integer {
        note(.wholeNumber(variable), abs(value - value.rounded()), magnitude: 1)
      }
    }
    for (constraint, row) in zip(constraints, rows) {
      let products = row.terms.map { $0.coefficient * values[$0.variable.index] }
      let magnitude = products.reduce(0) { max($0, abs($1)) }
      note(.constraint(constraint), row.bounds.violation(of: products.reduce(0, +)), magnitude: magnitude)
    }
    return found
  }
}
