import Assembly

/// One way of one person that the event's vehicles are asked for.
package struct ExpectedTrip: Sendable {
  package let from: String
  package let to: String
  /// The minutes since 1970 at which a run may leave with this person.
  package let departures: ClosedRange<Int>

  /// Minutes that the person waits when the run leaves at a minute.
  package func waiting(_ purpose: RunPurpose, leaving minute: Int) -> Int {
    switch purpose {
    case .pickup: max(0, minute - departures.lowerBound)
    case .dropoff: max(0, departures.upperBound - minute)
    case .transfer: 0
    }
  }
}

/// All trips that the vehicles of an event are asked for (objectives.md §4).
package struct ExpectedTrips: Sendable {
  /// Whose trip it is, and what for: nobody has two of a kind.
  package struct Key: Hashable, Sendable {
    package let person: Int
    package let purpose: RunPurpose

    package init(person: Int, purpose: RunPurpose) {
      self.person = person
      self.purpose = purpose
    }
  }

  package private(set) var trips: [Key: ExpectedTrip] = [:]
  /// How often the weight of a trip that is not carried would count if none were.
  private(set) var shares = 0
  private let event: Event
  private let fleet: Fleet
  private let hotelByPlan: [Int: String]?
  /// Hotels among the ends of each transfer.
  private let hotelsAtEnds: [Set<String>]

  /// - Parameter rooms: who sleeps where; without it people sleep where the lists say.
  package init(of event: Event, _ fleet: Fleet, rooms: RoomPlan?) {
    self.event = event
    self.fleet = fleet
    let hotels = event.hotels
    hotelsAtEnds = fleet.transfers.map { Set([$0.from, $0.to]).intersection(hotels) }
    if let rooms, let roomStock = event.roomStock {
      let known = rooms.assignments.filter { roomStock.rooms.indices.contains($0.room) }
      hotelByPlan = Dictionary(known.map { ($0.person, roomStock.rooms[$0.room].hotel) }) { first, _ in first
      }
    } else {
      hotelByPlan = nil
    }
    for person in event.people.indices where !event.people[person].isAbsent {
      addTransfers(of: person)
      addPickup(of: person)
      addDropoff(of: person)
    }
    shares = trips.keys.reduce(0) { $0 + sharesOfTrip(of: $1.person) }
  }

  /// How often the weight counts when a trip of this person is not carried.
  func sharesOfTrip(of person: Int) -> Int {
    event.people[person].rank == nil ? 1 : 2
  }

  private mutating func addTransfers(of person: Int) {
    for (index, transfer) in fleet.transfers.enumerated()
    where transfer.who.allSatisfy({ meets(person, $0) }) && sleepsAtAnEnd(person, of: index)
      && transfer.earliest <= transfer.latest
    {
      trips[Key(person: person, purpose: .transfer(index))] = ExpectedTrip(
        from: transfer.from, to: transfer.to,
        departures: transfer.earliest.minutesSince1970...transfer.latest.minutesSince1970)
    }
  }

  /// Whether a transfer between hotels or from or to one is for this person: they sleep at one of them.
  private func sleepsAtAnEnd(_ person: Int, of transfer: Int) -> Bool {
    let ends = hotelsAtEnds[transfer]
    return ends.isEmpty || bed(of: person).map { ends.contains($0) } ?? false
  }

  /// Where somebody sleeps; nothing where a plan of rooms has no room for them.
  private func bed(of person: Int) -> String? {
    hotelByPlan == nil ? hotel(of: person) : hotelByPlan?[person]
  }

  private func meets(_ index: Int, _ condition: RiderCondition) -> Bool {
    let person = event.people[index]
    switch condition {
    case .all: return true
    case .groups(let names): return person.groupName.map { names.contains($0) } ?? false
    case .roles(let roles): return roles.contains(person.role)
    case .hotels(let names):
      return bed(of: index).map { names.contains($0) } ?? false
    }
  }

  private mutating func addPickup(of index: Int) {
    let (person, settings) = (event.people[index], event.settings)
    guard person.arrival.isCarried, let arrival = person.arrival.time, let place = person.arrival.place else {
      return
    }
    let toKerb = person.arrival.isByTrain ? settings.readyTrain : settings.readyFlight
    let ready = arrival.minutesSince1970 + toKerb
    let isVIP = person.vehicle == Vehicle.own || person.rank.map { $0 <= 10 } ?? false
    trips[Key(person: index, purpose: .pickup)] = ExpectedTrip(
      from: place, to: hotel(of: index),
      departures: ready...ready + (isVIP ? settings.vipWait : settings.maxWait))
  }

  private mutating func addDropoff(of index: Int) {
    let (person, settings) = (event.people[index], event.settings)
    guard person.departure.isCarried, let departure = person.departure.time,
      let place = person.departure.place
    else { return }
    let lead = person.departure.isByTrain ? settings.leadTrain : settings.leadFlight
    let drive = fleet.minutes(from: hotel(of: index), to: place) ?? 0
    let latest = departure.minutesSince1970 - lead - drive
    trips[Key(person: index, purpose: .dropoff)] = ExpectedTrip(
      from: hotel(of: index), to: place, departures: latest - settings.maxEarly...latest)
  }

  private func hotel(of person: Int) -> String {
    hotelByPlan?[person] ?? event.people[person].givenHotel ?? event.settings.place
  }
}
