import Assembly
import Localization

/// When people leave in the vehicle of their fixed transfers, where one goes more than once for a transfer and its number
/// alone would send them to the wrong run. Then those of the other vehicles are told as well, so that cards are alike.
struct FixedDepartures {
  private struct Departure {
    let moment: Moment
    /// Its place among the runs for the transfer of a vehicle that goes again, from 1.
    let trip: Int?
  }

  /// As they leave, by person.
  private let ofPerson: [Int: [Departure]]
  /// As they leave, by vehicle that goes again, whoever rides.
  private let ofVehicle: [Int: [Departure]]

  /// - Complexity: O(runs + rides).
  init(_ plan: VehiclePlan, _ fleet: Fleet) {
    let again = plan.vehiclesThatGoAgain(in: fleet)
    var ofPerson: [Int: [Departure]] = [:]
    var ofVehicle: [Int: [Departure]] = [:]
    for (vehicle, runs) in plan.fixedRuns(in: fleet) where !again.isEmpty {
      var trips: [RunPurpose: Int] = [:]
      for run in runs.map({ plan.runs[$0] }) {
        trips[run.purpose, default: 0] += 1
        let goesAgain = again.contains(vehicle)
        let departure = Departure(moment: run.depart, trip: goesAgain ? trips[run.purpose] : nil)
        if goesAgain { ofVehicle[vehicle, default: []].append(departure) }
        for rider in run.riders { ofPerson[rider, default: []].append(departure) }
      }
    }
    self.ofPerson = ofPerson
    self.ofVehicle = ofVehicle
  }

  /// `1.12 07:40 11:30` and `1.15 07:40 11:00`, days of like times together; none for whom the number is enough.
  func times(of person: Int) -> [Phrase] { ofPerson[person].map { Self.phrases($0.map(\.moment)) } ?? [] }

  /// The same of all who ride in a vehicle.
  func times(ofVehicle vehicle: Int) -> [Phrase] {
    ofVehicle[vehicle].map { Self.phrases($0.map(\.moment)) } ?? []
  }

  /// Which of the vehicle's trips somebody rides in, transfer by transfer; one number where it is the same each time, none for
  /// whom the number of the vehicle is enough.
  func trips(of person: Int) -> [Int] {
    let trips = (ofPerson[person] ?? []).compactMap(\.trip)
    return Set(trips).count == 1 ? [trips[0]] : trips
  }

  private static func phrases(_ moments: [Moment]) -> [Phrase] {
    var entries: [(days: [Day], clocks: String)] = []
    for (day, moments) in Dictionary(grouping: moments, by: \.day).sorted(by: { $0.key < $1.key }) {
      let clocks = moments.sorted().map(\.clock).joined(separator: " ")
      if let last = entries.indices.last, entries[last].clocks == clocks {
        entries[last].days.append(day)
      } else {
        entries.append(([day], clocks))
      }
    }
    return entries.map { entry in
      let days = entry.days.map(Wording.shortDay)
      return Phrase(
        days.map(\.chinese).joined(separator: "、") + " " + entry.clocks,
        days.map(\.english).joined(separator: ", ") + " " + entry.clocks)
    }
  }
}

extension Wording {
  /// A vehicle and which of its trips.
  static func trip(_ number: Int, of vehicle: String) -> Phrase { trip(String(number), of: vehicle) }

  /// A vehicle and which of its trips, told by their numbers.
  static func trip(_ numbers: String, of vehicle: String) -> Phrase {
    Phrase("\(vehicle) 第\(numbers)趟", "\(vehicle), trip \(numbers)")
  }
}
