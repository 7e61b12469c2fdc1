import Assembly
import Localization

extension VehiclePlan {
  /// The vehicles of each person's rides, each once after what it is for, as they leave: `接站 4号车`, `对号 6号车`, `送站 1号车`; the number
  /// alone of whoever rides in one vehicle always, and more than once.
  ///
  /// - Complexity: O(rides).
  func namedVehicles(in event: Event) -> [[Phrase]] {
    guard let fleet = event.fleet else { return [] }
    let numbers = numbers(in: event)
    var rides = event.people.map { _ in [NamedRide]() }
    for run in runs {
      let ride = NamedRide(
        number: numbers[run.vehicle] ?? 0, name: run.purpose.name(in: fleet), of: run, fleet)
      for rider in run.riders { rides[rider].append(ride) }
    }
    return rides.map(NamedRide.phrases)
  }
}

/// A ride as people are told of it.
private struct NamedRide {
  /// Rides of one kind in one vehicle are told together.
  enum Kind {
    case pickup, dropoff, transfer, fixed
  }

  let number: Int
  let name: Phrase
  let kind: Kind

  init(number: Int, name: Phrase, of run: VehicleRun, _ fleet: Fleet) {
    self.number = number
    self.name = name
    kind =
      switch run.purpose {
      case .pickup: .pickup
      case .dropoff: .dropoff
      case .transfer: fleet.isFixed(run.purpose) ? .fixed : .transfer
      }
  }

  static func phrases(_ rides: [NamedRide]) -> [Phrase] {
    guard rides.count == 1 || Set(rides.map(\.number)).count > 1 else {
      return rides.prefix(1).map { Wording.vehicle($0.number) }
    }
    var told: [(ride: NamedRide, names: [Phrase])] = []
    for ride in rides {
      if let known = told.firstIndex(where: { $0.ride.number == ride.number && $0.ride.kind == ride.kind }) {
        if !told[known].names.contains(ride.name) { told[known].names.append(ride.name) }
      } else {
        told.append((ride, [ride.name]))
      }
    }
    return told.map { ride, names in
      // A single ride of a fixed transfer is told by its name.
      let names = ride.kind == .fixed && names.count > 1 ? [Wording.ownVehicle] : names
      let vehicle = Wording.vehicle(ride.number)
      return Phrase(
        names.map(\.chinese).joined(separator: "、") + "\u{A0}" + vehicle.chinese,
        names.map(\.english).joined(separator: ", ") + ": " + vehicle.english)
    }
  }
}

extension Wording {
  static func vehicle(_ number: Int) -> Phrase { Phrase("\(number)号车", "No. \(number)") }
  /// That of all fixed transfers.
  static let ownVehicle = Phrase("对号", "Own vehicle")
}
