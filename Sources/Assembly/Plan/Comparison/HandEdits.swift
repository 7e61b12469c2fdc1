/// What somebody changed by hand in the files of a plan since people were told of it.
public struct HandEdits: Sendable {
  /// A plan with the tables that it is of, and those of now.
  public struct Side: Sendable {
    let plan: EventPlan
    let change: TableChange
    let older: [Module: Event]

    /// A plan.
    ///
    /// - Parameters:
    ///   - plan: the plan.
    ///   - change: its tables, and those of now.
    ///   - older: the events of modules whose plan is of older tables.
    public init(_ plan: EventPlan, since change: TableChange, older: [Module: Event] = [:]) {
      self.plan = plan
      self.change = change
      self.older = older
    }

    /// The places that it gives to people of now.
    fileprivate var places: [PlanComparison.Key: PrintedPlace] {
      var places: [PlanComparison.Key: PrintedPlace] = [:]
      for (before, given) in GivenPlaces(plan, ComparedTables(change, older: older)).ofPerson.enumerated() {
        guard let person = change.people[before] else { continue }
        for entry in given { places[PlanComparison.Key(person: person, use: entry.use)] = entry.place }
      }
      return places
    }
  }

  /// Where those were put by hand who had been told another place.
  let places: [PlanComparison.Key: PrintedPlace]

  /// The difference of a plan as people were told and as it was edited.
  ///
  /// - Complexity: O(people + places + rides).
  public init(from told: Side, to edited: Side) {
    let before = told.places
    places = edited.places.filter { before[$0.key] != $0.value }
  }
}
