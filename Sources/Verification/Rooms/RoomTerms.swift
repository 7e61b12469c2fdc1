public import Assembly

/// The terms of the objective of rooms in yuan, computed from who sleeps where (objectives.md §3).
///
/// People who are to have no room, rooms that do not exist and a person's second room count nothing.
///
/// - Complexity: O(nights of all people + Σ pairs of people of each room).
public func roomTerms(of assignments: [RoomAssignment], in event: Event) -> [Term: Int] {
  RoomEvaluation(event)?.terms(of: assignments) ?? [:]
}

/// Computes terms of many lodgings of one event.
package struct RoomEvaluation: Sendable {
  private let event: Event
  private let roomStock: RoomStock
  /// How often the weight of somebody without a bed would count if nobody had one.
  private let shares: Int

  /// Nothing for an event without rooms.
  package init?(_ event: Event) {
    guard let roomStock = event.roomStock else { return nil }
    self.event = event
    self.roomStock = roomStock
    shares = event.people.reduce(0) { $0 + ($1.stay == nil ? 0 : $1.sharesWithoutBed) }
  }

  /// The terms of a lodging; those of a part of one differ from one another as the whole ones do, where nothing but the
  /// part changes and it has all people of every room and group of which something changes.
  package func terms(of assignments: [RoomAssignment]) -> [Term: Int] {
    let occupation = RoomOccupation(assignments, in: event, roomStock)
    var price = 0
    var below = 0
    var strangers = 0
    for (room, guests) in occupation.guests {
      let nights = Set(guests.flatMap { occupation.stay(of: $0).nights })
      price = price.addingReportingOverflow(weighted(roomStock.rooms[room].price, nights.count)).partialValue
      let level = roomStock.rooms[room].type.level
      for guest in guests {
        let entitled = entitledLevel(of: event.people[guest])
        below += max(0, entitled - level) * occupation.stay(of: guest).nights.count
      }
      strangers += occupation.pairsThatMeet(in: room).count {
        event.people[$0.first].group != event.people[$0.second].group
      }
    }
    let floors = Set(occupation.roomOf.map { Pair(event.people[$0].group, roomStock.floorOfRoom[$1]) })
    let hotels = Set(occupation.roomOf.map { Pair(event.people[$0].group, roomStock.hotel(ofRoom: $1)) })
    let without = occupation.roomOf.keys.reduce(shares) { $0 - event.people[$1].sharesWithoutBed }
    let weights = event.settings.weights
    return [
      .roomsPrice: weighted(weights[.roomsPrice], price),
      .roomsBelow: weighted(weights[.roomsBelow], below),
      .roomsFloor: weighted(weights[.roomsFloor], floors.count),
      .roomsHotel: weighted(weights[.roomsHotel], hotels.count),
      .roomsStrangers: weighted(weights[.roomsStrangers], strangers),
      .roomsWithout: weighted(weights[.roomsWithout], without),
    ]
  }
}

extension Person {
  /// How often the weight counts when this person has no bed.
  fileprivate var sharesWithoutBed: Int { self.rank == nil ? 1 : 2 }
}

/// Suite 3, single 2, twin 1.
private func entitledLevel(of person: Person) -> Int {
  switch person.entitlement {
  case .suite: 3
  case .single: 2
  case .twin: 1
  case .none: 0
  }
}

/// Two numbers of a kind: people, or a group and a place.
private struct Pair: Hashable {
  let first: Int
  let second: Int

  init(_ first: Int, _ second: Int) {
    (self.first, self.second) = (first, second)
  }
}

/// Who of those due sleeps in which room.
struct RoomOccupation {
  /// Room of each person; a person's first one.
  let roomOf: [Int: Int]
  /// Who sleeps in each room that is used, those who come first before the others.
  let guests: [Int: [Int]]
  private let event: Event

  init(_ assignments: [RoomAssignment], in event: Event, _ roomStock: RoomStock) {
    var roomOf: [Int: Int] = [:]
    var guests: [Int: [Int]] = [:]
    for assignment in assignments
    where event.people.indices.contains(assignment.person)
      && roomStock.rooms.indices.contains(assignment.room)
    {
      guard event.people[assignment.person].stay != nil, roomOf[assignment.person] == nil else { continue }
      roomOf[assignment.person] = assignment.room
      guests[assignment.room, default: []].append(assignment.person)
    }
    self.roomOf = roomOf
    self.event = event
    self.guests = guests.mapValues { people in
      people.sorted { (event.people[$0].stay!.checkIn, $0) < (event.people[$1].stay!.checkIn, $1) }
    }
  }

  /// The nights of somebody who is due.
  func stay(of person: Int) -> Stay {
    event.people[person].stay!
  }

  /// The people of a room, two by two, who are there on one night.
  func pairsThatMeet(in room: Int) -> some Sequence<(first: Int, second: Int)> {
    let people = guests[room] ?? []
    return people.indices.lazy.flatMap { place in
      // Who comes later comes after all nights of the first, once somebody does.
      people[(place + 1)...].lazy.prefix { stay(of: $0).checkIn < stay(of: people[place]).checkOut }
        .map { (first: people[place], second: $0) }
    }
  }
}
