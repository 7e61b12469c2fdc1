import Assembly

/// Who sleeps where while the plan is made, with what it costs, so that a change is judged by what it touches.
///
/// Invariant: every unit that is placed keeps all hard rules; ``cost`` is the objective of what is placed, without the
/// people who have no bed.
struct RoomArrangement {
  /// The problem, by reference: it is large, and an arrangement is handed about often.
  private let facts: Facts
  var problem: RoomProblem { facts.problem }
  /// The room of each lodger, −1 for none.
  private(set) var roomOfLodger: [Int]
  /// The lodgers of each room.
  private(set) var occupants: [[Int]]
  /// Price, levels below, floors, hotels and strangers.
  private(set) var cost = 0
  /// People of each group on each floor, and in each hotel.
  private var onFloor: [Int32]
  private var inHotel: [Int32]
  private(set) var usedRooms: [Int]
  /// Empty rooms of each level on each floor: floor × 3 + level − 1.
  private(set) var vacant: [Int]
  /// Empty rooms of each level in each hotel: hotel × 3 + level − 1.
  private(set) var vacantInHotel: [Int]
  private let usableRooms: [Int]
  /// People in each room in each period.
  private var present: [Int16]
  private let periodCount: Int
  private let hotelOfFloor: [Int]
  let familiesShare: Bool
  private let weights: Weights

  private final class Facts {
    let problem: RoomProblem

    init(_ problem: RoomProblem) { self.problem = problem }
  }

  private struct Weights {
    let price, below, floor, hotel, strangers: Int
  }

  /// Rooms with one number are alike but for the floor; of those that are empty on a floor, one is looked at.
  private let kindOfRoom: [Int32]

  /// - Parameter familiesShare: whether others may have the beds that a family leaves free.
  init(_ problem: RoomProblem, familiesShare: Bool = false) {
    self.familiesShare = familiesShare
    facts = Facts(problem)
    let roomStock = problem.roomStock
    periodCount = problem.nightsOfPeriod.count
    roomOfLodger = Array(repeating: -1, count: problem.lodgers.count)
    occupants = Array(repeating: [], count: roomStock.rooms.count)
    present = Array(repeating: 0, count: roomStock.rooms.count * periodCount)
    onFloor = Array(repeating: 0, count: problem.event.groups.count * roomStock.floors.count)
    inHotel = Array(repeating: 0, count: problem.event.groups.count * roomStock.hotels.count)
    usedRooms = Array(repeating: 0, count: roomStock.hotels.count)
    vacant = Array(repeating: 0, count: roomStock.floors.count * 3)
    vacantInHotel = Array(repeating: 0, count: roomStock.hotels.count * 3)
    for chamber in problem.chambers {
      vacant[chamber.floor * 3 + chamber.level - 1] += 1
      vacantInHotel[chamber.hotel * 3 + chamber.level - 1] += 1
    }
    var kinds: [RoomMarket.Kind: Int32] = [:]
    kindOfRoom = problem.chambers.map { chamber in
      let kind = RoomMarket.Kind(chamber)
      let number = kinds[kind] ?? Int32(kinds.count)
      kinds[kind] = number
      return number
    }
    usableRooms = roomStock.hotels.indices.map(problem.usableRooms(ofHotel:))
    hotelOfFloor = roomStock.floors.map(\.hotel)
    weights = Weights(
      price: problem.weight(.roomsPrice), below: problem.weight(.roomsBelow),
      floor: problem.weight(.roomsFloor),
      hotel: problem.weight(.roomsHotel), strangers: problem.weight(.roomsStrangers))
  }

  /// Whether a unit has its room.
  func isPlaced(_ unit: RoomUnit) -> Bool {
    roomOfLodger[unit.members[0]] >= 0
  }

  /// Whether somebody of a group is on a floor.
  func has(_ group: Int, onFloor floor: Int) -> Bool {
    onFloor[group * hotelOfFloor.count + floor] > 0
  }

  /// Whether somebody of a group is in a hotel.
  func has(_ group: Int, inHotel hotel: Int) -> Bool {
    inHotel[group * usedRooms.count + hotel] > 0
  }

  /// Whether another room of a hotel may be used.
  func mayUseAnotherRoom(ofHotel hotel: Int) -> Bool {
    usedRooms[hotel] < usableRooms[hotel]
  }

  /// What the objective grows by when a unit is put into a room; nothing when a hard rule forbids it.
  ///
  /// - Complexity: O(periods of the unit + members × people of the room).
  func cost(of unit: RoomUnit, in room: Int) -> Int? {
    let chamber = problem.chambers[room]
    let floor = chamber.floor
    if occupants[room].isEmpty, !mayUseAnotherRoom(ofHotel: chamber.hotel) { return nil }
    var newNights = 0
    for (offset, period) in unit.periods.enumerated() where unit.load[offset] > 0 {
      let there = Int(present[room * periodCount + period])
      let beds = there == 0 && unit.isFamily ? chamber.bedsForFamily : chamber.beds
      if there + unit.load[offset] > beds { return nil }
      if there == 0 { newNights += problem.nightsOfPeriod[period] }
    }
    var sum = weights.price * chamber.price * newNights
    for (place, member) in unit.members.enumerated() {
      let lodger = problem.lodgers[member]
      guard problem.admits(lodger, room), keepsFloor(member, floor), keepsRoom(member, room) else {
        return nil
      }
      for other in occupants[room] where problem.meet(member, other) {
        guard problem.mayShare(member, other, room), !intrudes(member, other) else { return nil }
        if problem.lodgers[other].group != lodger.group { sum += weights.strangers }
      }
      for other in unit.members[(place + 1)...] where problem.meet(member, other) {
        guard problem.mayShare(member, other, room) else { return nil }
        if problem.lodgers[other].group != lodger.group { sum += weights.strangers }
      }
      sum += weights.below * lodger.nights * max(0, lodger.level - chamber.level)
    }
    for group in unit.groups {
      if !has(group, onFloor: floor) { sum += weights.floor }
      if !has(group, inHotel: chamber.hotel) { sum += weights.hotel }
    }
    return sum
  }

  /// Whether those beside whom a lodger must sleep, as far as they have rooms, are on this floor.
  private func keepsFloor(_ lodger: Int, _ floor: Int) -> Bool {
    problem.besideOnFloor[lodger].allSatisfy { other in
      roomOfLodger[other] < 0 || problem.chambers[roomOfLodger[other]].floor == floor
    }
  }

  /// Whether those with whom a lodger must share, as far as they have a room, have this one.
  private func keepsRoom(_ lodger: Int, _ room: Int) -> Bool {
    problem.mates[lodger].allSatisfy { roomOfLodger[$0] < 0 || roomOfLodger[$0] == room }
  }

  /// A family has its room for itself, unless beds run short or the list itself puts others there.
  private func intrudes(_ member: Int, _ other: Int) -> Bool {
    if familiesShare { return false }
    let (one, two) = (problem.lodgers[member], problem.lodgers[other])
    guard one.family != two.family else { return false }
    return one.room == nil || two.room == nil
  }

  /// Puts a unit into a room that admits it.
  mutating func place(_ unit: RoomUnit, in room: Int, cost added: Int) {
    let (floor, hotel, level) = (
      problem.chambers[room].floor, problem.chambers[room].hotel, problem.chambers[room].level
    )
    if occupants[room].isEmpty {
      usedRooms[hotel] += 1
      vacant[floor * 3 + level - 1] -= 1
      vacantInHotel[hotel * 3 + level - 1] -= 1
    }
    for (offset, period) in unit.periods.enumerated() {
      present[room * periodCount + period] += Int16(unit.load[offset])
    }
    for member in unit.members {
      let group = problem.lodgers[member].group
      roomOfLodger[member] = room
      occupants[room].append(member)
      onFloor[group * hotelOfFloor.count + floor] += 1
      inHotel[group * usedRooms.count + hotel] += 1
    }
    cost += added
  }

  /// Takes a unit out of its room.
  mutating func remove(_ unit: RoomUnit) {
    let room = roomOfLodger[unit.members[0]]
    let (floor, hotel, level) = (
      problem.chambers[room].floor, problem.chambers[room].hotel, problem.chambers[room].level
    )
    for (offset, period) in unit.periods.enumerated() {
      present[room * periodCount + period] -= Int16(unit.load[offset])
    }
    for member in unit.members {
      let group = problem.lodgers[member].group
      roomOfLodger[member] = -1
      occupants[room].remove(at: occupants[room].firstIndex(of: member)!)
      onFloor[group * hotelOfFloor.count + floor] -= 1
      inHotel[group * usedRooms.count + hotel] -= 1
    }
    if occupants[room].isEmpty {
      usedRooms[hotel] -= 1
      vacant[floor * 3 + level - 1] += 1
      vacantInHotel[hotel * 3 + level - 1] += 1
    }
    cost -= self.cost(of: unit, in: room)!
  }

  /// The cheapest room of a floor for a unit; the first of equals.
  ///
  /// - Parameters:
  ///   - level: only rooms of this level are looked at.
  ///   - limit: only rooms cheaper than this are wanted.
  /// - Complexity: O(rooms of the floor).
  func bestRoom(
    for unit: RoomUnit, onFloor floor: Int, level: Int? = nil, below limit: Int = .max
  ) -> (room: Int, cost: Int)? {
    var best: (room: Int, cost: Int)?
    var lastEmpty: Int32 = -1
    for room in problem.roomStock.floors[floor].rooms {
      if let level, problem.chambers[room].level != level { continue }
      if occupants[room].isEmpty, !unit.isBoundToRoom {
        // A room like the last empty one costs the same.
        if kindOfRoom[room] == lastEmpty { continue }
        lastEmpty = kindOfRoom[room]
      }
      guard let cost = cost(of: unit, in: room) else { continue }
      if cost < best?.cost ?? limit { best = (room, cost) }
    }
    return best
  }
}
