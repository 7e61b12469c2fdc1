public import Assembly

/// The hotels of an event as their solver sees them: who is due there, for which nights, and who belongs together.
///
/// Valid by construction; making it takes O(people log people + rooms).
public struct RoomProblem: Sendable {
  /// The event, valid as it is.
  public let event: Event
  /// The hotels of the event.
  public let roomStock: RoomStock
  /// The people who are to sleep there, in listed order; elsewhere in the solver known by their index here.
  private(set) var lodgers: [Lodger]
  /// Index in ``lodgers`` of each person of the event; nothing for who sleeps elsewhere.
  let lodgerOfPerson: [Int?]
  /// Nights of each period: between its first and its last night nobody comes or goes and no room opens or closes.
  let nightsOfPeriod: [Int]
  /// First night of each period.
  let firstNightOfPeriod: [Int]
  /// The rooms in listed order, as far as they matter here.
  let chambers: [Chamber]
  /// Whether each hotel will do, for each set of hotels that somebody is bound to; the first has all of them.
  let choices: [[Bool]]
  /// Lodgers linked by `roommate`, in the order of their first; who is linked to nobody is a party of one.
  let parties: [[Int]]
  /// The others of the party of each lodger.
  let mates: [[Int]]
  /// Pairs of lodgers who must not share a room on one night, both ways.
  let apart: [Set<Int>]
  /// The lodgers on whose floor a lodger must sleep: `beside` of staff, both ways.
  let besideOnFloor: [[Int]]

  /// For each group whether it may be on each floor, where a plan is sought that keeps to some of them.
  private var floorsOfGroup: [[Bool]]?

  /// Somebody who is to sleep at the event's hotels.
  struct Lodger: Sendable {
    /// Index in ``Event/people``.
    let person: Int
    /// Index in ``Event/groups``.
    let group: Int
    let gender: Gender?
    /// The level of the room that the person is entitled to: suite 3, single 2, twin 1.
    let level: Int
    /// The periods of the stay.
    let periods: Range<Int>
    /// Nights of the stay.
    let nights: Int
    /// Whether only accessible rooms will do.
    let needsAccessibleRoom: Bool
    /// People who name each other as room-mates have one number; nothing for who has no family.
    let family: Int?
    /// Index in ``choices`` of the hotels that will do.
    let choice: Int
    /// The room given by name.
    let room: Int?
    /// What it costs to leave the person without a bed.
    var costWithout: Int
  }

  /// A room without its names.
  struct Chamber: Sendable {
    /// Index in ``RoomStock/floors``.
    let floor: Int
    /// Index in ``RoomStock/hotels``.
    let hotel: Int
    /// Suite 3, single 2, every other 1.
    let level: Int
    let beds: Int
    /// Beds for people of one family.
    let bedsForFamily: Int
    let price: Int
    let isAccessible: Bool
    /// The periods in which it can be used.
    let periods: Range<Int>
  }

  /// The problem of lodging an event; nothing when it has no table of rooms.
  public init?(_ event: Event) {
    guard let roomStock = event.roomStock else { return nil }
    self.init(event, roomStock, keeping: { _ in true })
  }

  /// The problem with the wishes of some rows alone.
  init(_ event: Event, _ roomStock: RoomStock, keeping isActive: (TableRow) -> Bool) {
    self.event = event
    self.roomStock = roomStock
    let due = event.people.indices.filter { event.people[$0].stay != nil }
    let stays = due.map { event.people[$0].stay! }
    let calendar = PeriodCalendar(stays: stays, rooms: roomStock.rooms)
    nightsOfPeriod = calendar.lengths
    firstNightOfPeriod = calendar.starts
    chambers = roomStock.rooms.enumerated().map { index, room in
      Chamber(
        floor: roomStock.floorOfRoom[index], hotel: roomStock.hotel(ofRoom: index), level: room.type.level,
        beds: room.beds, bedsForFamily: room.bedsForFamily, price: room.price,
        isAccessible: room.isAccessible,
        periods: calendar.periods(of: room))
    }
    var lodgerOfPerson = [Int?](repeating: nil, count: event.people.count)
    for (lodger, person) in due.enumerated() { lodgerOfPerson[person] = lodger }
    self.lodgerOfPerson = lodgerOfPerson

    let wishes = RoomWishes(event, due: due, lodgerOfPerson: lodgerOfPerson, isActive: isActive)
    parties = wishes.parties
    var mates = [[Int]](repeating: [], count: due.count)
    for party in wishes.parties where party.count > 1 {
      for member in party { mates[member] = party.filter { $0 != member } }
    }
    self.mates = mates
    apart = wishes.apart
    besideOnFloor = wishes.besideOnFloor

    let indexOfHotel = Dictionary(uniqueKeysWithValues: roomStock.hotels.enumerated().map { ($1, $0) })
    let everyHotel = [Bool](repeating: true, count: roomStock.hotels.count)
    let hotelsOfGroup = event.groups.map { group in
      guard !group.hotels.isEmpty, group.row.map({ isActive(TableRow(.groups, $0)) }) ?? true else {
        return everyHotel
      }
      let bound = Set(group.hotels.compactMap { indexOfHotel[$0] })
      return everyHotel.indices.map(bound.contains)
    }
    var choices = [everyHotel]
    var indexOfChoice = [everyHotel: 0]
    func number(ofChoice choice: [Bool]) -> Int {
      if let known = indexOfChoice[choice] { return known }
      choices.append(choice)
      indexOfChoice[choice] = choices.count - 1
      return choices.count - 1
    }
    let weight = event.settings.weights[.roomsWithout]
    lodgers = due.enumerated().map { lodger, index in
      let person = event.people[index]
      let holds = isActive(TableRow(.people, person.row))
      let wish = holds ? person.roomWish : nil
      var hotels = hotelsOfGroup[person.group]
      if let wish { hotels = hotels.indices.map { hotels[$0] && $0 == wish.hotel } }
      return Lodger(
        person: index, group: person.group, gender: person.gender, level: person.entitlement.level,
        periods: calendar.periods(of: stays[lodger]), nights: stays[lodger].nights.count,
        needsAccessibleRoom: holds && roomStock.offersAccessibleRooms && person.needs.contains(.wheelchair),
        family: wishes.family[lodger], choice: number(ofChoice: hotels), room: wish?.room,
        costWithout: person.rank == nil ? weight : 2 * weight)
    }
    self.choices = choices
  }

  /// The problem with another weight for people without a bed.
  func weighingWithout(_ weight: Int) -> RoomProblem {
    var other = self
    let old = max(1, self.weight(.roomsWithout))
    for lodger in other.lodgers.indices {
      other.lodgers[lodger].costWithout = lodgers[lodger].costWithout / old * weight
    }
    return other
  }

  /// What anybody's lodging costs at most; the weight of somebody without a bed where that is less.
  var weightOfLodging: Int {
    let dearest = chambers.map(\.price).max() ?? 0
    let nights = lodgers.map(\.nights).max() ?? 0
    return min(
      weight(.roomsWithout),
      weight(.roomsHotel) + weight(.roomsFloor) + 2 * weight(.roomsStrangers)
        + nights * (weight(.roomsPrice) * dearest + 2 * weight(.roomsBelow)))
  }

  /// A bound for people who must stay out, from one at ``weightOfLodging`` for each of them.
  func counting(_ leftOut: Int, in bound: Double) -> Double {
    let weight = weight(.roomsWithout)
    return max(bound + Double(weight - weightOfLodging) * Double(leftOut), Double(weight) * Double(leftOut))
  }

  /// The problem of plans in which groups keep to some floors.
  func keeping(toFloors floorsOfGroup: [[Bool]]) -> RoomProblem {
    var other = self
    other.floorsOfGroup = floorsOfGroup
    return other
  }

  /// The weight of a term.
  func weight(_ term: Term) -> Int {
    event.settings.weights[term]
  }

  /// Whether somebody may sleep in a room, nobody else considered.
  func admits(_ lodger: Lodger, _ room: Int) -> Bool {
    if let pinned = lodger.room, pinned != room { return false }
    let chamber = chambers[room]
    if let floorsOfGroup, !floorsOfGroup[lodger.group][chamber.floor] { return false }
    if lodger.needsAccessibleRoom, !chamber.isAccessible { return false }
    if lodger.choice > 0, !choices[lodger.choice][chamber.hotel] { return false }
    let periods = chamber.periods
    return periods.lowerBound <= lodger.periods.lowerBound && lodger.periods.upperBound <= periods.upperBound
  }

  /// Whether two people may sleep in one room on one night.
  func mayShare(_ first: Int, _ second: Int, _ room: Int) -> Bool {
    mayShareSomewhere(first, second) && (chambers[room].level == 1 || areFamily(first, second))
  }

  /// Whether there could be a room in which two people may sleep on one night.
  func mayShareSomewhere(_ first: Int, _ second: Int) -> Bool {
    if !apart[first].isEmpty, apart[first].contains(second) { return false }
    return areFamily(first, second)
      || lodgers[first].gender != nil && lodgers[first].gender == lodgers[second].gender
  }

  private func areFamily(_ first: Int, _ second: Int) -> Bool {
    lodgers[first].family != nil && lodgers[first].family == lodgers[second].family
  }

  /// Whether all of some people are of one family.
  func areFamily(_ people: [Int]) -> Bool {
    people.allSatisfy { areFamily(people[0], $0) }
  }

  /// Whether both are there on some night.
  func meet(_ first: Int, _ second: Int) -> Bool {
    lodgers[first].periods.overlaps(lodgers[second].periods)
  }

  /// Nights of periods that follow each other.
  func nights(of periods: Range<Int>) -> Int {
    var nights = 0
    for period in periods { nights += nightsOfPeriod[period] }
    return nights
  }

  /// Nights of some periods together.
  func nights(of periods: some Sequence<Int>) -> Int {
    periods.reduce(0) { $0 + nightsOfPeriod[$1] }
  }

  /// How many rooms of a hotel may be used.
  func usableRooms(ofHotel hotel: Int) -> Int {
    let rooms = roomStock.floors.reduce(0) { $1.hotel == hotel ? $0 + $1.rooms.count : $0 }
    return max(0, rooms - event.settings.roomSpare)
  }
}

extension Entitlement {
  /// The level of room: suite 3, single 2, twin 1.
  var level: Int {
    switch self {
    case .suite: 3
    case .single: 2
    case .twin, .none: 1
    }
  }
}
