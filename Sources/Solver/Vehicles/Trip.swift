import Assembly

/// Trips from one place to another for one purpose: who rides in one run belongs to one stream.
struct Stream: Sendable, Hashable {
  let purpose: RunPurpose
  /// Origin; index in ``VehicleProblem/places``.
  let from: Int
  /// Destination; index in ``VehicleProblem/places``.
  let to: Int

  /// What a later departure does to the waiting of each rider: 1 a minute more, −1 a minute less, 0 nothing.
  var waitingSlope: Int {
    switch purpose {
    case .pickup: 1
    case .dropoff: -1
    case .transfer: 0
    }
  }
}

/// One way of one person that the vehicles are asked for.
struct Trip: Sendable {
  /// Index in `Event.people`.
  let person: Int
  /// Index in `Event.groups`.
  let group: Int
  /// Index in ``VehicleProblem/streams``.
  let stream: Int
  /// Minutes at which it may depart.
  let window: ClosedRange<Int>
  /// The part of ``window`` in which the search lets it depart, so that nobody is on two runs at once.
  var slot: ClosedRange<Int>
  /// How often the weight of a trip that is not carried counts for it.
  let shares: Int
  /// What it costs not to be carried.
  var penalty: Int
  /// Whether only an accessible vehicle will do.
  let needsAccessibleVehicle: Bool
  /// The vehicle given by name; index in `Fleet.vehicles`.
  let givenVehicle: Int?
  /// The vehicle given by name, or chosen for the person's fixed transfers.
  var vehicle: Int?
  /// Whether only those whose `beside` names this person may ride along.
  let isAlone: Bool
  /// Whether it is of a transfer that is ridden in the same vehicle as the person's others.
  let isFixed: Bool
}

/// Everything about a trip but whose it is: travellers who agree in it are alike to the search.
struct TripKind: Hashable, Sendable {
  let group: Int
  let stream: Int
  let window: ClosedRange<Int>
  let slot: ClosedRange<Int>
  let penalty: Int
  let needsAccessibleVehicle: Bool
  let vehicle: Int?

  init(_ trip: Trip) {
    group = trip.group
    stream = trip.stream
    window = trip.window
    slot = trip.slot
    penalty = trip.penalty
    needsAccessibleVehicle = trip.needsAccessibleVehicle
    vehicle = trip.vehicle
  }
}

/// Derives the trips of an event: everyone selected by a transfer, picked up or dropped off.
struct TripDerivation {
  private let event: Event
  private let fleet: Fleet
  private let hotels: TravellerHotels
  private(set) var trips: [Trip] = []
  private(set) var streams: [Stream] = []
  private(set) var places: [String] = []
  private var indexOfPlace: [String: Int] = [:]
  private var indexOfStream: [Stream: Int] = [:]
  private let vehicleByID: [String: Int]
  private let weights: Weights

  init(_ event: Event, fleet: Fleet, rooms: RoomPlan?, weights: Weights) {
    self.event = event
    self.weights = weights
    self.fleet = fleet
    hotels = TravellerHotels(event, rooms: rooms)
    vehicleByID = Dictionary(
      fleet.vehicles.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    for vehicle in fleet.vehicles { _ = place(vehicle.base ?? event.settings.place) }
    for (index, transfer) in fleet.transfers.enumerated() { add(transfer, index) }
    for person in event.people.indices where !event.people[person].isAbsent {
      addPickup(of: person)
      addDropoff(of: person)
    }
  }

  /// The index of a place, new or known.
  mutating func place(_ name: String) -> Int {
    if let index = indexOfPlace[name] { return index }
    indexOfPlace[name] = places.count
    places.append(name)
    return places.count - 1
  }

  private mutating func add(_ transfer: Transfer, _ index: Int) {
    let window = transfer.earliest.minutesSince1970...transfer.latest.minutesSince1970
    for person in hotels.selected(by: transfer) {
      add(
        person, .transfer(index), from: transfer.from, to: transfer.to, window, isFixed: transfer.isFixed)
    }
  }

  private mutating func addPickup(of person: Int) {
    let arrival = event.people[person].arrival
    guard arrival.isCarried, let time = arrival.time, let place = arrival.place else { return }
    let settings = event.settings
    let ready = time.minutesSince1970 + (arrival.isByTrain ? settings.readyTrain : settings.readyFlight)
    let wait = hardlyWaits(person) ? settings.vipWait : settings.maxWait
    add(person, .pickup, from: place, to: hotels.hotel(of: person), ready...ready + wait)
  }

  private mutating func addDropoff(of person: Int) {
    let departure = event.people[person].departure
    guard departure.isCarried, let time = departure.time, let place = departure.place else { return }
    let settings = event.settings
    let lead = departure.isByTrain ? settings.leadTrain : settings.leadFlight
    let hotel = hotels.hotel(of: person)
    let drive = fleet.minutes(from: hotel, to: place) ?? 0
    let latest = time.minutesSince1970 - lead - drive
    add(person, .dropoff, from: hotel, to: place, latest - settings.maxEarly...latest)
  }

  /// Whether a person is of rank 1–10 or has a vehicle of their own.
  private func hardlyWaits(_ person: Int) -> Bool {
    let person = event.people[person]
    return person.isAloneInVehicle || person.rank.map { $0 <= 10 } == true
  }

  private mutating func add(
    _ person: Int, _ purpose: RunPurpose, from: String, to: String, _ window: ClosedRange<Int>,
    isFixed: Bool = false
  ) {
    let stream = Stream(purpose: purpose, from: place(from), to: place(to))
    let index = indexOfStream[stream] ?? streams.count
    if index == streams.count {
      indexOfStream[stream] = index
      streams.append(stream)
    }
    let entry = event.people[person]
    let shares = entry.rank == nil ? 1 : 2
    let vehicle = entry.isAloneInVehicle ? nil : entry.vehicle.flatMap { vehicleByID[$0] }
    trips.append(
      Trip(
        person: person, group: entry.group, stream: index, window: window, slot: window,
        shares: shares, penalty: shares * weights[.vehiclesNotCarried],
        needsAccessibleVehicle: fleet.offersAccessibleVehicles && entry.needs.contains(.wheelchair),
        givenVehicle: vehicle, vehicle: vehicle, isAlone: entry.isAloneInVehicle, isFixed: isFixed))
  }
}

extension Person {
  /// Whether every run of this person carries only them and their company.
  var isAloneInVehicle: Bool { entry.vehicle == "own" }
}
