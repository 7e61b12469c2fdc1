import Assembly

/// Which instances are measured: as many as end in a few minutes.
extension HallInstance {
  /// Every size, method and fill; the largest halls at one fill only.
  private static let all = sizes.flatMap { groups in
    HallMethod.allCases.flatMap { method in
      (groups < 1_000 ? fills : [usualFill]).map { HallInstance(groups: groups, method: method, fill: $0) }
    }
  }

  /// Instances whose pricing is measured; the fill changes little of it.
  public static let pricing = all.filter { $0.fill == usualFill }

  /// Instances whose column generation is measured.
  public static let masters = all.filter { $0.groups < 1_000 || $0.method == .horizontal }

  /// Instances that are solved as a whole.
  public static let solved = all.filter { $0.groups < 1_000 }
}
