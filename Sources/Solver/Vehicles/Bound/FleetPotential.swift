import Assembly

/// What it costs a kind of vehicles to be at a place at a minute, so that no duty of it is cheaper than the prices of
/// its runs: a solution of the dual of the flow of duties.
///
/// The *rest* at a place falls with time (waiting is free), is no more than `fixed` and the toll at a base, no more than
/// any run leaves that leads there, and never below 0 (a duty may end anywhere). The *readiness* at an origin is the least
/// of rest and empty drive. A run's price is readiness at its origin + loaded minutes − rest at its destination. So no
/// price is below 0, and the prices of the runs of any duty sum up to no more than `fixed`, the toll and its minutes,
/// whatever the guesses were from which the potential was made, and whatever the table of routes.
struct FleetPotential {
  private let problem: VehicleProblem
  private let vehicle: FleetKind
  private let timetable: RideTimes
  /// What each vehicle costs beside its fixed cost.
  let toll: Double
  /// By minute and place.
  private var rest: [Double]
  /// By minute and place; only where a run may depart.
  private var readiness: [Double]

  /// The potential in which runs of a stream cost what is guessed, where a duty can pay that.
  ///
  /// - Parameter guesses: what runs cost at some minutes, and to be ready. Runs of other minutes cost much the same, as
  ///   far as that leaves the readiness as it is: were they free, the streams would choose them minute after minute.
  /// - Complexity: O(minutes · places² + departures · places).
  init(
    _ problem: VehicleProblem, _ vehicle: FleetKind, _ timetable: RideTimes,
    guesses: DutyProgram.Prices
  ) {
    self.problem = problem
    self.timetable = timetable
    self.vehicle = vehicle
    toll = guesses.toll
    let places = problem.places.count
    rest = [Double](repeating: .infinity, count: timetable.count * places)
    readiness = rest
    for start in vehicle.starts {
      let entry = timetable.index(of: start.from + VehicleProblem.loading) * places + start.place
      rest[entry] = Double(vehicle.fixed) + toll
    }
    let floors = floors(guesses.readiness)
    var between = RunGuesses(guesses.runs, streams: problem.streams.count)
    for minute in 0..<timetable.count {
      if minute > 0 {
        for entry in minute * places..<(minute + 1) * places {
          rest[entry] = min(rest[entry], rest[entry - places])
        }
      }
      for (origin, streams) in timetable.departures[minute] {
        let ready = ready(at: origin, minute)
        guard ready.isFinite else { continue }
        readiness[minute * places + origin] = ready
        for stream in streams {
          let loaded = ready + Double(vehicle.perMinute * problem.drive(stream))
          let arrival = (minute + problem.turnaround(stream)) * places + problem.streams[stream].to
          let left =
            if let paid = guesses.runs[StreamMinute(stream: stream, minute: minute)] {
              loaded - paid
            } else {
              max(floors[arrival], loaded - between.price(of: stream, at: minute))
            }
          rest[arrival] = min(rest[arrival], max(0, min(left, loaded)))
        }
      }
    }
  }

  /// The least rest by minute and place that leaves the readiness at some minutes as it is.
  private func floors(_ readiness: [Int: [(minute: Int, value: Double)]]) -> [Double] {
    let places = problem.places.count
    var floors = [Double](repeating: 0, count: timetable.count * places)
    for (origin, values) in readiness {
      for place in timetable.rests where problem.drive(place, origin) < VehicleProblem.unreachable {
        let drive = problem.drive(place, origin)
        var minute = 0
        for entry in values {
          let floor = entry.value - Double(vehicle.perMinute * drive)
          let last = entry.minute - drive
          while minute <= last {
            floors[minute * places + place] = max(floors[minute * places + place], floor)
            minute += 1
          }
        }
      }
    }
    return floors
  }

  private func ready(at origin: Int, _ minute: Int) -> Double {
    let places = problem.places.count
    var least = Double.infinity
    for place in timetable.rests {
      let drive = problem.drive(place, origin)
      guard drive <= minute else { continue }
      least = min(least, rest[(minute - drive) * places + place] + Double(vehicle.perMinute * drive))
    }
    return least
  }

  /// The price of a run of a stream that departs at a minute; infinite where the kind cannot run.
  func price(of stream: Int, at departure: Int) -> Double {
    let way = problem.streams[stream]
    let places = problem.places.count
    let minute = timetable.index(of: departure)
    let ready = readiness[minute * places + way.from]
    guard ready.isFinite,
      vehicle.isAtWork(
        from: departure - VehicleProblem.loading,
        to: departure + problem.drive(stream) + VehicleProblem.unloading)
    else { return .infinity }
    let arrival = (minute + problem.turnaround(stream)) * places + way.to
    let price = ready + Double(vehicle.perMinute * problem.drive(stream)) - rest[arrival]
    assert(price >= 0, "The rest after a run is more than the run leaves.")
    return price
  }
}

/// A minute at which runs of a stream may depart, as an index of the timetable.
struct StreamMinute: Hashable {
  let stream: Int
  let minute: Int
}

/// The minutes from the first possible drive of an event to its last arrival, and what may depart when.
struct RideTimes {
  /// The minute of index 0.
  let first: Int
  /// Minutes.
  let count: Int
  /// Origins at which a run may depart, with its streams, by minute.
  let departures: [[(origin: Int, streams: [Int])]]
  /// Places at which vehicles may rest.
  let rests: [Int]

  init(_ problem: VehicleProblem, _ lots: [StreamLots]) {
    let origins = Set(problem.streams.map(\.from)).sorted()
    rests = Set(problem.vehicles.map(\.base) + problem.streams.map(\.to)).sorted()
    let rests = rests
    let drives: [Int] = origins.flatMap { origin in rests.map { problem.drive($0, origin) } }
    let longest = drives.filter { $0 < VehicleProblem.unreachable }.max() ?? 0
    let first = (problem.trips.map(\.window.lowerBound).min() ?? 0) - longest - VehicleProblem.loading
    let end = problem.trips.map { $0.window.upperBound + problem.turnaround($0.stream) }.max() ?? 0
    self.first = first
    count = max(0, end - first) + 1
    var departures = [[(origin: Int, streams: [Int])]](repeating: [], count: count)
    for stream in lots {
      let origin = problem.streams[stream.stream].from
      for departure in stream.departures {
        let minute = departure.minute - first
        if let known = departures[minute].firstIndex(where: { $0.origin == origin }) {
          departures[minute][known].streams.append(stream.stream)
        } else {
          departures[minute].append((origin, [stream.stream]))
        }
      }
    }
    self.departures = departures
  }

  /// The index of a minute; the first for all before.
  func index(of minute: Int) -> Int { min(count - 1, max(0, minute - first)) }
}
