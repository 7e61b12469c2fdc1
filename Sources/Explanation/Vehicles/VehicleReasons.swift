import Assembly
import Localization
import Verification

/// Why somebody rides when and in which vehicle.
struct VehicleReasons {
  private let person: Int
  private let judged: JudgedPlan
  private let plan: VehiclePlan
  private let fleet: Fleet
  private let trips: ExpectedTrips
  private let numbers: [Int: Int]
  /// In the order of departure.
  private let runsOfVehicle: [Int: [VehicleRun]]

  private var event: Event { judged.event }

  /// A section for each ride, and one for what is not carried; nothing where there is no plan of vehicles.
  static func sections(of person: Int, _ judged: JudgedPlan) -> [Explanation.Section]? {
    guard let plan = judged.plan.vehicles, let fleet = judged.event.fleet else { return nil }
    let reasons = VehicleReasons(
      person: person, judged: judged, plan: plan, fleet: fleet,
      trips: ExpectedTrips(of: judged.event, fleet, rooms: judged.plan.rooms),
      numbers: plan.numbers(in: judged.event), runsOfVehicle: Dictionary(grouping: plan.runs, by: \.vehicle))
    let rides = plan.runs.filter { $0.riders.contains(person) }.map(reasons.section)
    let unplaced = plan.unplaced.filter { $0.person == person }
    let missing = unplaced.isEmpty ? [] : [Explanation.Section(unplaced: unplaced, in: .vehicles)]
    guard rides.isEmpty, missing.isEmpty else { return rides + missing }
    return [Explanation.Section(title: Wording.title(.vehicles), sentences: [Wording.noRides])]
  }

  private func section(of run: VehicleRun) -> Explanation.Section {
    let vehicle = fleet.vehicles[run.vehicle]
    var sentences = [
      Wording.rides(
        run, number: numbers[run.vehicle], vehicle, riders: run.riders.count,
        seats: vehicle.usableSeats(in: event))
    ]
    if let trip = trips.trips[.init(person: person, purpose: run.purpose)] {
      sentences.append(time(of: trip, run))
    }
    sentences += bindings
    let stream = plan.runs.filter {
      ($0.purpose, $0.from, $0.to) == (run.purpose, run.from, run.to) && $0 != run
    }
    if stream.isEmpty {
      sentences.append(Wording.onlyRun)
    } else {
      let free = stream.filter { $0.riders.count < fleet.vehicles[$0.vehicle].usableSeats(in: event) }
      let earlier = free.last { $0.depart < run.depart }
      let later = free.first { $0.depart > run.depart }
      sentences.append(neighbour(.earlier, earlier, of: run))
      sentences.append(neighbour(.later, later, of: run))
      sentences.append(nextBest(for: run, among: stream))
    }
    return Explanation.Section(title: Wording.title(of: run.purpose, fleet), sentences: sentences)
  }

  private func time(of trip: ExpectedTrip, _ run: VehicleRun) -> Phrase {
    let entry = event.people[person]
    let (first, last) = (
      Moment(minutesSince1970: trip.departures.lowerBound),
      Moment(minutesSince1970: trip.departures.upperBound)
    )
    let waiting = trip.waiting(run.purpose, leaving: run.depart.minutesSince1970)
    switch run.purpose {
    case .pickup: return Wording.ready(entry.arrival, at: first, latest: last, waiting: waiting)
    case .dropoff: return Wording.mustLeave(for: entry.departure, between: first, last, early: waiting)
    case .transfer: return Wording.leaves(between: first, last)
    }
  }

  private var bindings: [Phrase] {
    let entry = event.people[person]
    var sentences: [Phrase] = []
    if let vehicle = entry.vehicle {
      sentences.append(vehicle == Vehicle.own ? Wording.ownVehicle : Wording.vehicleGiven)
    }
    if entry.needs.contains(.wheelchair), fleet.offersAccessibleVehicles {
      sentences.append(Wording.accessibleVehicle)
    }
    let apart = event.companions(of: person) { !event.people[$0].isAbsent }.apart
    return sentences + apart.map { Wording.notOneRun(event.people[$0]) }
  }

  // MARK: Other runs

  /// Another run for the person: one with a free seat, or that of somebody who takes theirs.
  private struct Change {
    let run: VehicleRun
    let partner: Int?
  }

  /// What it would be to ride in the run before or after.
  private func neighbour(_ side: Wording.Side, _ other: VehicleRun?, of run: VehicleRun) -> Phrase {
    guard let other else { return Wording.noNeighbour(side) }
    let window = departures(of: person, run)
    func verdict(_ verdict: Wording.Verdict) -> Phrase {
      Wording.neighbour(side, other, number: numbers[other.vehicle], verdict)
    }
    let departure = other.depart.minutesSince1970
    if departure < window.lowerBound {
      return verdict(.tooEarly(Moment(minutesSince1970: window.lowerBound)))
    }
    if departure > window.upperBound {
      return verdict(.tooLate(Moment(minutesSince1970: window.upperBound)))
    }
    let change = Change(run: other, partner: nil)
    let broken = judged.new(judged.verification.violations(of: changed(run, change), trips)).first
    return verdict(broken.map { .breaks($0.phrase(in: event)) } ?? .costs(alternative(run, change).terms))
  }

  private func nextBest(for run: VehicleRun, among stream: [VehicleRun]) -> Phrase {
    let changes = stream.flatMap { other -> [Change] in
      guard departures(of: person, run).contains(other.depart.minutesSince1970) else { return [] }
      let isFull = other.riders.count >= fleet.vehicles[other.vehicle].usableSeats(in: event)
      let partners = other.riders.filter { departures(of: $0, run).contains(run.depart.minutesSince1970) }
      return (isFull ? [] : [Change(run: other, partner: nil)])
        + partners.map { Change(run: other, partner: $0) }
    }
    let best = NextBest(of: changes.map { alternative(run, $0) }) { change in
      judged.new(judged.verification.violations(of: changed(run, change), trips)).isEmpty
    }
    return Wording.nextBest(best, in: .vehicles, judged) { change in
      Wording.change(
        to: change.run, number: numbers[change.run.vehicle],
        exchangingWith: change.partner.map { event.people[$0] })
    }
  }

  /// When somebody may leave for the purpose of a run.
  private func departures(of person: Int, _ run: VehicleRun) -> ClosedRange<Int> {
    trips.trips[.init(person: person, purpose: run.purpose)]?.departures ?? 0...0
  }

  /// The cost of a change follows from the runs of the two vehicles.
  private func alternative(_ run: VehicleRun, _ change: Change) -> Alternative<Change> {
    let vehicles: Set = [run.vehicle, change.run.vehicle]
    let runs = vehicles.sorted().flatMap { runsOfVehicle[$0, default: []] }
    func terms(_ runs: [VehicleRun]) -> [Term: Int] {
      vehicleTerms(of: Dictionary(grouping: runs, by: \.vehicle), trips, in: event, fleet)
    }
    return Alternative(change, from: terms(runs), to: terms(changed(runs, run, change)))
  }

  private func changed(_ run: VehicleRun, _ change: Change) -> VehiclePlan {
    VehiclePlan(runs: changed(plan.runs, run, change), unplaced: plan.unplaced)
  }

  private func changed(_ runs: [VehicleRun], _ run: VehicleRun, _ change: Change) -> [VehicleRun] {
    func carrying(_ riders: [Int], _ run: VehicleRun) -> [VehicleRun] {
      riders.isEmpty
        ? []
        : [
          VehicleRun(
            vehicle: run.vehicle, purpose: run.purpose, from: run.from, to: run.to, depart: run.depart,
            arrive: run.arrive, riders: riders)
        ]
    }
    let partners = [change.partner].compactMap(\.self)
    return runs.flatMap { each in
      switch each {
      case run: carrying(run.riders.filter { $0 != person } + partners, run)
      case change.run: carrying(change.run.riders.filter { $0 != change.partner } + [person], change.run)
      default: [each]
      }
    }
  }
}
