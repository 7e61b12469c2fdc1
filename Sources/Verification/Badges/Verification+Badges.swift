public import Assembly

extension BadgePlan: VerifiablePlan {
  /// Everybody who is present has a badge, nobody else has one.
  public func violations(
    by verification: Verification, beside others: EventPlan, figures: Figures?
  ) -> [Violation] {
    let attendance = Attendance(.badges, of: verification.event) { !$0.isAbsent }
    return attendance.violations(seated: numbers.keys.sorted(), unplaced: unplaced)
      + (figures.map { verification.violations(of: $0, module: .badges, terms: [.badges: 0]) } ?? [])
  }
}
