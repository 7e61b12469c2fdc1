import Assembly
import IntegerProgramming
import SolverShared

/// Ruin and recreate with riders: runs that are near each other in time, or some of their riders, leave their vehicles,
/// and each takes the cheapest place again, in a run that there is or in one of its own.
///
/// G. Schrimpf, J. Schneider, H. Stamm-Wilbrandt, G. Dueck, "Record Breaking Optimization Results Using the Ruin and
/// Recreate Principle", Journal of Computational Physics 159 (2000), 139–171; J. Christiaens, G. Vanden Berghe, "Slack
/// Induction by String Removals for Vehicle Routing Problems", Transportation Science 54 (2020), 417–433: places are
/// overlooked now and then.
struct RiderRenewal {
  /// Minutes around a run within which others are near it.
  private static let reach = 120
  /// How much worse the current roster may be than the best at the start, as a share of what so many trips cost.
  private static let tolerance = 0.001
  /// How often a place is overlooked.
  private static let blindness = 0.05

  /// The trips whose cost the tolerance is a share of, in an event with more.
  private static let tripsOfTolerance = 1_000

  private let lots: RiderLots
  private let options: SolverOptions
  private var best: Roster<Ride>
  private var current: Roster<Ride>
  /// How much worse the current roster may be at the start.
  private var tolerance = 0.0
  private var random: SplitMix64

  init(_ roster: Roster<Batch>, _ options: SolverOptions) {
    lots = RiderLots(roster.problem)
    best = Roster(roster, as: lots)
    current = best
    self.options = options
    random = SplitMix64(stream: 1, seed: options.seed)
  }

  /// The best roster found.
  var roster: Roster<Batch> { best.named() }

  /// Makes so many rounds.
  mutating func run(rounds: Int) {
    let trips = max(1, lots.problem.trips.count)
    tolerance =
      RiderRenewal.tolerance * min(1, Double(RiderRenewal.tripsOfTolerance) / Double(trips))
      * Double(best.cost)
    for round in 0..<rounds where options.interruption?.isInterrupted != true {
      var trial = current
      var open = ruin(&trial)
      if open.isEmpty { continue }
      prepare(&open)
      recreate(open, &trial)
      let left = Double(rounds - round) / Double(rounds)
      let worse = tolerance * left * random.unit()
      if trial.cost <= current.cost || Double(trial.cost) < Double(best.cost) + worse { current = trial }
      if current.cost < best.cost { best = current }
    }
  }

  // MARK: Ruin

  private mutating func ruin(_ roster: inout Roster<Ride>) -> [Ride] {
    var open = roster.takeWaiting()
    let used = roster.duties.indices.filter { !roster.duties[$0].loads.isEmpty }
    guard let seed = random.choice(of: used) else { return open }
    if random.unit() < 0.03 {
      open += roster.duties[seed].loads
      roster.set(Duty(vehicle: seed))
      return open
    }
    let centre = random.below(roster.duties[seed].loads.count)
    let minute = roster.duties[seed].departures[centre]
    let stream = roster.duties[seed].loads[centre].stream
    let isOfStream = random.unit() < 0.5
    var near: [(distance: Int, vehicle: Int, place: Int)] = []
    for vehicle in used {
      let duty = roster.duties[vehicle]
      for (place, departure) in duty.departures.enumerated() {
        let distance = abs(departure - minute)
        guard distance <= RiderRenewal.reach, !isOfStream || duty.loads[place].stream == stream else {
          continue
        }
        near.append((distance + random.below(30), vehicle, place))
      }
    }
    near.sort { $0 < $1 }
    let count = 1 + random.below(isOfStream ? 5 : 7)
    var removed: [Int: [Int]] = [:]
    for entry in near.prefix(count) { removed[entry.vehicle, default: []].append(entry.place) }
    let isPartial = random.unit() < 0.35
    for (vehicle, places) in removed.sorted(by: { $0.key < $1.key }) {
      var rides = roster.duties[vehicle].loads
      var leaving: [Ride] = []
      for place in places.sorted(by: >) {
        let ride = rides.remove(at: place)
        guard isPartial, ride.shares.count > 1 else {
          leaving.append(ride)
          continue
        }
        let leaves = ride.shares.map { _ in random.unit() < 0.4 }
        let kept = zip(ride.shares, leaves).filter { !$1 }.map(\.0)
        if let rest = Ride(lots, kept) { rides.insert(rest, at: place) }
        for (share, leaves) in zip(ride.shares, leaves) where leaves {
          leaving.append(Ride(lots, lot: share.lot, count: share.count))
        }
      }
      // Where the way past a run is longer than the way with it, the others may not be made without it: all stay.
      guard let duty = Duty(lots.problem, vehicle: vehicle, rides) else { continue }
      roster.set(duty)
      open += leaving
    }
    return open
  }

  // MARK: Recreate

  /// Some rides part into their lots, some go together, and they come in some order.
  private mutating func prepare(_ open: inout [Ride]) {
    let parting = random.unit()
    var units: [Ride] = []
    for ride in open {
      if ride.shares.count > 1, random.unit() < parting {
        for share in ride.shares { units.append(Ride(lots, lot: share.lot, count: share.count)) }
      } else {
        units.append(ride)
      }
    }
    units = random.shuffled(units)
    let mixing = random.unit() < 0.5 ? 0.0 : random.unit()
    let largest = lots.problem.vehicles.map(\.capacity).max() ?? 0
    var index = 0
    while index < units.count {
      for other in units.indices.reversed() where other > index {
        let isSame =
          units[index].shares.count == 1 && units[other].shares.count == 1
          && units[index].shares[0].lot == units[other].shares[0].lot
        guard isSame || random.unit() < mixing, units[index].riders + units[other].riders <= largest,
          units[index].mayJoin(units[other], lots)
        else { continue }
        units[index].add(units.remove(at: other), lots)
      }
      index += 1
    }
    switch random.below(4) {
    case 0: units.sort { ($0.riders, $0.lower) > ($1.riders, $1.lower) }
    case 1: units.sort { ($0.lower, $0.riders) < ($1.lower, $1.riders) }
    case 2: units.sort { ($0.upper, $0.riders) > ($1.upper, $1.riders) }
    default: break
    }
    open = units
  }

  private mutating func recreate(_ open: [Ride], _ roster: inout Roster<Ride>) {
    var open = Array(open.reversed())
    let limit = Double(best.cost) + tolerance
    while let ride = open.popLast() {
      guard Double(roster.cost) < limit else {
        roster.leave(ride)
        continue
      }
      let place = roster.bestPlace(of: ride, among: roster.candidates) {
        random.unit() < RiderRenewal.blindness
      }
      if let place {
        roster.set(place.duty)
        if place.count < ride.riders {
          open.append(Ride(lots, lot: ride.shares[0].lot, count: ride.riders - place.count))
        }
      } else if ride.shares.count > 1 {
        open += ride.shares.map { Ride(lots, lot: $0.lot, count: $0.count) }
      } else {
        roster.leave(ride)
      }
    }
  }
}
