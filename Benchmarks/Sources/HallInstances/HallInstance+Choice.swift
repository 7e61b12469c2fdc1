import Assembly

/// Which instances are measured: the larger the hall, the fewer steps of the solver, so that a run ends.
extension HallInstance {
  /// Every size by every method at every fill.
  public static let all = sizes.flatMap { groups in
    HallMethod.allCases.flatMap { method in
      fills.map { HallInstance(groups: groups, method: method, fill: $0) }
    }
  }

  /// Instances whose pricing is measured: the fill changes little of it.
  public static let priced = all.filter { $0.fill == usualFill }

  /// Instances whose column generation is measured again and again; `HallGrowth` runs it once in larger halls.
  public static let generated = all.filter { $0.groups <= 300 }

  /// Instances whose whole solve is measured again and again; `HallGrowth` solves the larger ones once.
  public static let solved = all.filter { $0.groups <= 35 }
}
