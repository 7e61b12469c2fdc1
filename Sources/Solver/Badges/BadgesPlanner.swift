public import Assembly
public import SolverShared

/// Numbers the badges of all who are present, by protocol.
public struct BadgesPlanner: ModulePlanner {
  private let event: Event
  private let series: BadgeSeries

  /// The badges of an event; nothing when it has none.
  public init?(_ event: Event, beside context: PlanningContext) {
    guard let series = event.badges else { return nil }
    self.event = event
    self.series = series
  }

  /// Gives out the numbers; every plan costs nothing.
  public func solve(_ options: SolverOptions, from earlier: BadgePlan?) -> Outcome<BadgePlan> {
    let present = event.inProtocolOrder(event.people.indices.filter { !event.people[$0].isAbsent })
    let numbers = Dictionary(uniqueKeysWithValues: present.enumerated().map { ($1, series.first + $0) })
    return .plan(BadgePlan(numbers: numbers), Figures(status: .optimal, terms: [.badges: 0], bound: 0))
  }
}
