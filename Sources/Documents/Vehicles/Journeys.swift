import Assembly

/// Who comes or goes when and where, and in which run: people of one group who come with one service and ride together
/// stand in one line.
struct Journeys {
  enum Direction {
    case pickup, dropoff

    /// The journey of a person at this end of the event.
    func journey(of person: Person) -> Journey { self == .pickup ? person.arrival : person.departure }
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

  /// The lines in the order of time, with their people as listed.
  let lines: [(line: Line, people: [Int])]

  init(_ plan: VehiclePlan, of event: Event, _ direction: Direction) {
    let purpose: RunPurpose = direction == .pickup ? .pickup : .dropoff
    var runOf: [Int: Int] = [:]
    for (index, run) in plan.runs.enumerated() where run.purpose == purpose {
      for rider in run.riders { runOf[rider] = index }
    }
    let people = event.people.indices.filter { index in
      let person = event.people[index]
      return !person.isAbsent && direction.journey(of: person).isCarried
    }
    lines = Dictionary(grouping: people) { index in
      let journey = direction.journey(of: event.people[index])
      return Line(
        time: journey.time, place: journey.place ?? "", service: journey.service ?? "",
        group: event.people[index].group, run: runOf[index])
    }.map { ($0, $1) }.sorted { $0.line < $1.line }
  }
}

extension VehiclePlan {
  /// What each person is told of vehicles: the numbers of those of the rides as they leave; one where all are the same.
  func numbersOfRides(in event: Event) -> [String] {
    let numbers = numbers(in: event)
    var rides = [[Int]](repeating: [], count: event.people.count)
    for run in runs {
      for rider in run.riders { rides[rider].append(numbers[run.vehicle] ?? 0) }
    }
    return rides.map { Set($0).count == 1 ? String($0[0]) : $0.map(String.init).joined(separator: "·") }
  }
}
