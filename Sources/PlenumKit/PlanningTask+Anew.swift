import Assembly
import EventFiles

extension PlanningTask {
  /// Each module that kept to the plan that is out, planned anew to be compared: what it costs that few people moved.
  ///
  /// - Complexity: that of planning each of them anew.
  func plannedAnew(beside solution: Solution, begins: (Module) -> Void) -> [Module: PlanReport.Anew] {
    guard let earlier else { return [:] }
    var prices: [Module: PlanReport.Anew] = [:]
    for module in Module.allCases {
      guard let figures = solution.figures[module], let moves = figures.moves else { continue }
      begins(module)
      var task = self
      task.modules = [module]
      task.earlier = nil
      task.kept = kept.merging(solution.plan)
      let anew = task.solve()
      guard let cost = anew.figures[module]?.objective else { continue }
      let now = figures.objective - (figures.terms[module.moved] ?? 0)
      let isBetter = cost < now
      prices[module] = PlanReport.Anew(
        objective: isBetter ? cost : now,
        moves: isBetter
          ? (anew.plan[module] as? any ComparedPlan)?.moves(since: earlier, in: event) ?? 0
          : moves.count
      )
    }
    return prices
  }
}
