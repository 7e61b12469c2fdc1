import Assembly

/// What each vehicle in use does when, in minutes since 1970.
struct Timetable {
  /// A stretch of time of one vehicle.
  struct Leg {
    enum Kind: Hashable {
      /// Carries the riders of a run; index in ``VehiclePlan/runs``.
      case loaded(run: Int)
      case empty
      /// Loads, unloads, or stands.
      case waiting
    }

    let kind: Kind
    let from: String
    let to: String
    let start: Int
    let end: Int
  }

  /// All that one vehicle does.
  struct Duty {
    /// Index in ``Fleet/vehicles``.
    let vehicle: Int
    /// The number that the vehicle shows.
    let number: Int
    /// One after another; a night between two days is left out.
    let legs: [Leg]

    /// Days on which the vehicle is under way, in order.
    var days: [Day] {
      Set(legs.map(\.day)).sorted()
    }

    /// Minutes at the wheel of a day, loaded or empty.
    func minutesDriven(on day: Day) -> Int {
      legs.reduce(0) { $1.day == day && $1.kind != .waiting ? $0 + $1.end - $1.start : $0 }
    }
  }

  /// By number.
  let duties: [Duty]
  /// The number of each vehicle in use, by its index.
  let numbers: [Int: Int]

  /// Minutes to load riders, and to unload them.
  private static let handling = 5

  /// - Complexity: O(riders + runs log runs).
  init(_ plan: VehiclePlan, of event: Event, _ fleet: Fleet) {
    numbers = plan.numbers(in: event)
    let runs = Dictionary(grouping: plan.runs.indices) { plan.runs[$0].vehicle }
    duties = numbers.sorted { $0.value < $1.value }.map { vehicle, number in
      let base = fleet.vehicles[vehicle].base ?? event.settings.place
      let legs = Self.legs(of: runs[vehicle] ?? [], in: plan, from: base, fleet)
      return Duty(vehicle: vehicle, number: number, legs: legs)
    }
  }

  /// Between two runs of one day a vehicle drives at once to where it is needed next, and waits there; overnight it
  /// stays, and drives in time for the first run.
  private static func legs(
    of runs: [Int], in plan: VehiclePlan, from base: String, _ fleet: Fleet
  ) -> [Leg] {
    var legs: [Leg] = []
    var place = base
    var previous: VehicleRun?
    for index in runs {
      let run = plan.runs[index]
      let (depart, arrive) = (run.depart.minutesSince1970, run.arrive.minutesSince1970)
      let drive = fleet.minutes(from: place, to: run.from) ?? 0
      let isSameDay = previous?.arrive.day == run.depart.day
      let free = previous.map { $0.arrive.minutesSince1970 + handling } ?? 0
      let start = isSameDay ? free : depart - handling - drive
      if isSameDay {
        legs.append(Leg(kind: .waiting, from: place, to: place, start: free - handling, end: free))
      }
      if drive > 0 {
        legs.append(Leg(kind: .empty, from: place, to: run.from, start: start, end: start + drive))
      }
      legs.append(Leg(kind: .waiting, from: run.from, to: run.from, start: start + drive, end: depart))
      legs.append(Leg(kind: .loaded(run: index), from: run.from, to: run.to, start: depart, end: arrive))
      place = run.to
      previous = run
    }
    return legs
  }
}

extension Timetable.Leg {
  /// The day on which it begins.
  var day: Day { Moment(minutesSince1970: start).day }
}
