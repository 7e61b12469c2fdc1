public import Assembly
import Localization

/// The vehicles of an event on paper: a chart of the fleet over the day, a board for each place, who is met and seen
/// off with what, and a sheet for each driver with the list of riders. A page that needs nothing but itself, with a search.
///
/// Same event and plan, same bytes.
public struct VehiclePages: Sendable, EventPage {
  let event: Event
  let edition: Edition?
  let plan: VehiclePlan
  /// The name of each person, with the id where others bear the same.
  private let names: [String]
  /// What each person is looked up by besides the name.
  let findWords: [String]

  /// The vehicles of a plan.
  public init(event: Event, plan: VehiclePlan, edition: Edition? = nil) {
    self.event = event
    self.edition = edition
    self.plan = plan
    findWords = event.spellingsInPinyin
    let bearers = event.people.reduce(into: [:]) { $0[$1.name, default: 0] += 1 }
    names = event.people.map { person in
      person.shownName + (bearers[person.name, default: 0] > 1 ? " (\(person.id.printable))" : "")
    }
  }

  /// The page.
  ///
  /// - Complexity: O(rides log rides + people log people).
  public func html() -> String {
    searchPage(
      of: Wording.vehicles, search: Wording.searchRides, style: PackageResources.Vehicles_css
    ) { writer in
      guard let fleet = event.fleet else { return }
      let timetable = Timetable(plan, of: event, fleet)
      summary(timetable, &writer)
      if !plan.unplaced.isEmpty { unplaced(&writer) }
      FleetChart(self, timetable, fleet).write(to: &writer)
      JourneyTable(self, timetable, fleet, .pickup).write(to: &writer)
      JourneyTable(self, timetable, fleet, .dropoff).write(to: &writer)
      DepartureBoards(self, timetable, fleet).write(to: &writer)
      for duty in timetable.duties {
        DriverSheet(self, duty, fleet).write(to: &writer)
      }
    }
  }

  private func summary(_ timetable: Timetable, _ writer: inout MarkupWriter) {
    let rides = plan.runs.reduce(0) { $0 + $1.riders.count }
    let text = Wording.fleetSummary(vehicles: timetable.duties.count, runs: plan.runs.count, rides: rides)
    writer.element("p", [("class", "summary")], text: say(text))
    writer.element("nav") { writer in
      for duty in timetable.duties {
        writer.element("a", [("href", .text("#vehicle-\(duty.number)"))], text: String(duty.number))
      }
    }
  }

  private func unplaced(_ writer: inout MarkupWriter) {
    writer.element("section", [("class", "unplaced")]) { writer in
      writer.element("h2", text: "\(say(Wording.notCarried)) \(plan.unplaced.count)")
      writer.element("ul") { writer in
        for entry in plan.unplaced {
          let person = event.people[entry.person]
          let words = [name(of: entry.person), groupName(person.group), person.phone.printable]
          writer.element("li", text: words.filter { !$0.isEmpty }.joined(separator: " · "))
        }
      }
    }
  }

  // MARK: For all sections

  /// The name of a person, with the id where others bear the same.
  func name(of person: Int) -> String { names[person] }

  /// The groups of these people in their order, each with how many of it ride.
  func groups(of riders: [Int]) -> String {
    let counts = riders.reduce(into: [:]) { $0[event.people[$1].group, default: 0] += 1 }
    return counts.sorted { $0.key < $1.key }.map { "\(groupName($0.key)) \($0.value)" }
      .joined(separator: separator)
  }
}

extension VehiclePlan: DocumentedPlan {
  /// The fleet, the boards and the drivers' sheets.
  public static var documents: [DocumentKind] {
    [
      .page(Phrase("用车", "vehicles"), Phrase("用车安排", "vehicles")) { plan, event, edition in
        plan.vehicles.map { VehiclePages(event: event, plan: $0, edition: edition).html() }
      }
    ]
  }
}

extension Vehicle {
  /// What tells it from others on the road: its plate, or its id where it has none.
  var mark: String { plate.isEmpty ? id : plate }

  /// Who drives it, with the telephone.
  var contact: String { [driver, phone].filter { !$0.isEmpty }.joined(separator: " ") }
}
