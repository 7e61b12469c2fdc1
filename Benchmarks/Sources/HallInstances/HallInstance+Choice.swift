import Assembly

/// Which instances are measured: the larger the hall, the fewer of them, so that a run ends.
extension HallInstance {
  /// Every method and fill up to 120 groups; one fill for 300; one fill and method for 1,000.
  public static let all = sizes.flatMap { groups in
    HallMethod.allCases.filter { groups < 1_000 || $0 == .horizontal }.flatMap { method in
      (groups < 300 ? fills : [usualFill]).map { HallInstance(groups: groups, method: method, fill: $0) }
    }
  }

  /// Instances whose pricing is measured: the fill changes little of it.
  public static let priced = all.filter { $0.fill == usualFill }

  /// Instances whose column generation is measured: as large as the solver generates columns for.
  public static let generated = all.filter { $0.groups <= 300 }

  /// Instances whose whole solve is measured again and again; `HallGrowth` solves the larger ones once.
  public static let solved = all.filter { $0.groups <= 35 }
}
