import Assembly

/// Who comes or goes when and where, and in which run: people of one group who come with one service and ride together
/// stand in one line.
struct Journeys {
  enum Direction {
    case pickup, dropoff
  }

  /// What people of one line have in common, in the order of time.
  struct Line: Hashable, Comparable {
    let time: Moment?
    let place: String
    let service: String
    let group: Int
    /// Index in ``VehiclePlan/runs``; nothing for who is not carried.
    let run: Int?

    static func < (left: Line, right: Line) -> Bool {
      let (first, second) = (left.time?.minutesSince1970 ?? .max, right.time?.minutesSince1970 ?? .max)
      return (first, left.place, left.service, left.group, left.run ?? .max)
        < (second, right.place, right.service, right.group, right.run ?? .max)
    }
  }

  /// The lines with their people as listed, in no order.
  let lines: [(line: Line, people: [Int])]

  init(_ plan: VehiclePlan, of event: Event, _ direction: Direction) {
    let isPickup = direction == .pickup
    var runOf: [Int: Int] = [:]
    for (index, run) in plan.runs.enumerated() where run.purpose == (isPickup ? .pickup : .dropoff) {
      for rider in run.riders { runOf[rider] = index }
    }
    func journey(of person: Int) -> Journey {
      isPickup ? event.people[person].arrival : event.people[person].departure
    }
    let people = event.people.indices.filter { !event.people[$0].isAbsent && journey(of: $0).isCarried }
    lines = Dictionary(grouping: people) { index in
      let journey = journey(of: index)
      return Line(
        time: journey.time, place: journey.place ?? "", service: journey.service ?? "",
        group: event.people[index].group, run: runOf[index])
    }.map { ($0, $1) }
  }
}
