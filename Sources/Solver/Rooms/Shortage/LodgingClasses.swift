import Assembly
import IntegerProgramming

/// People and rooms of an event as they are counted when nothing matters but a bed: people in classes of those who are alike,
/// rooms in kinds where the same people may sleep, whatever their price, level and floor.
struct LodgingClasses {
  struct Kind: Hashable {
    /// Nothing where hotels do not matter.
    let hotel: Int?
    let beds, bedsForFamily: Int
    let isForOne, isAccessible: Bool
    let periods: Range<Int>
    let wished: Int?
  }

  private(set) var kinds: [Kind] = []
  /// The rooms of each kind.
  private(set) var rooms: [[Int]] = []
  /// Classes in order of their nights, each with its lodgers. Families are in none: they may share what others may not, and
  /// are thought to need nothing.
  private(set) var classes: [(data: GuestClass, members: [Int])] = []
  /// Rooms of each hotel that may be used.
  let usableRooms: [Int]
  /// How many people the classes count for when they have no bed, those with a rank counted twice; and of others those whom
  /// no room would take if they were alone.
  private(set) var weight = 0, impossible = 0
  /// Whether fillings of the rooms can be told apart bed by bed and night by night.
  let canBeFilled: Bool

  init(_ problem: RoomProblem) {
    usableRooms = problem.roomStock.hotels.indices.map(problem.usableRooms(ofHotel:))
    canBeFilled =
      problem.nightsOfPeriod.count <= RoomFilling.mostPeriods
      && problem.chambers.allSatisfy { $0.beds <= RoomFilling.mostBeds }
    classifyRooms(problem)
    classifyGuests(problem)
  }

  private mutating func classifyRooms(_ problem: RoomProblem) {
    let isHotelOfMatter = problem.choices.count > 1 || problem.event.settings.roomSpare > 0
    let needAccess = problem.lodgers.contains(where: \.needsAccessibleRoom)
    let wished = Set(problem.lodgers.compactMap(\.room))
    var numbers: [Kind: Int] = [:]
    for (room, chamber) in problem.chambers.enumerated() {
      let kind = Kind(
        hotel: isHotelOfMatter ? chamber.hotel : nil, beds: chamber.beds,
        bedsForFamily: chamber.bedsForFamily, isForOne: chamber.level > 1,
        isAccessible: needAccess && chamber.isAccessible, periods: chamber.periods,
        wished: wished.contains(room) ? room : nil)
      if let number = numbers[kind] {
        rooms[number].append(room)
      } else {
        numbers[kind] = kinds.count
        kinds.append(kind)
        rooms.append([room])
      }
    }
  }

  private mutating func classifyGuests(_ problem: RoomProblem) {
    let unit = max(1, problem.weight(.roomsWithout))
    var numbers: [GuestClass: Int] = [:]
    for (number, lodger) in problem.lodgers.enumerated() {
      let weight = lodger.costWithout / unit
      let kinds = rooms.indices.filter { problem.admits([number], rooms[$0][0]) }
      if kinds.isEmpty { impossible += weight }
      // When beds run short one of those who share by wish may be without, so each is taken by itself.
      guard !kinds.isEmpty, lodger.family == nil else { continue }
      self.weight += weight
      let guest = GuestClass(
        gender: lodger.gender, periods: lodger.periods, beds: 1, kinds: kinds, weight: weight)
      if let known = numbers[guest] {
        classes[known].members.append(number)
      } else {
        numbers[guest] = classes.count
        classes.append((guest, [number]))
      }
    }
    classes.sort { one, other in
      let (first, second) = (one.data.periods, other.data.periods)
      return (first.lowerBound, first.upperBound) < (second.lowerBound, second.upperBound)
    }
  }

  /// The filling of a room that is worth most when guests of each class pay a price.
  ///
  /// - Parameter left: how many of each class there are to lodge; nothing for all.
  func filling(ofKind kind: Int, prices: [Double], left: [Int]? = nil) -> RoomFilling {
    RoomFilling(
      beds: kinds[kind].beds, isForOne: kinds[kind].isForOne,
      classes: classes.enumerated().filter { $1.data.kinds.contains(kind) }.map { number, each in
        (number, each.data, left?[number] ?? each.members.count, Double(each.data.weight) - prices[number])
      })
  }

  /// How many people a filling lodges, those with a rank counted twice.
  func worth(_ filling: RoomFilling) -> Int {
    filling.guests.reduce(0) { $0 + classes[$1.guestClass].data.weight * $1.count }
  }
}

/// The rows of the master program of fillings: guests of each class, rooms of each kind, rooms of each hotel.
struct FillingRows {
  let guests: [Constraint]
  let rooms: [Constraint]
  let hotels: [Constraint]
  private let lodging: LodgingClasses

  init(_ lodging: LodgingClasses, in model: inout Model) {
    self.lodging = lodging
    guests = lodging.classes.enumerated().map { number, each in
      model.addConstraint("guests[\(number)]", [], .atMost(Double(each.members.count)))
    }
    rooms = lodging.rooms.enumerated().map { number, rooms in
      model.addConstraint("rooms[\(number)]", [], .atMost(Double(rooms.count)))
    }
    hotels = lodging.usableRooms.enumerated().map { number, usable in
      model.addConstraint("hotel[\(number)]", [], .atMost(Double(usable)))
    }
  }

  /// Adds the column of a filling.
  @discardableResult
  func add(_ filling: RoomFilling, ofKind kind: Int, to master: LinearProblem) -> Variable {
    var column = filling.guests.map { (guests[$0.guestClass], Double($0.count)) }
    column.append((rooms[kind], 1))
    if let hotel = lodging.kinds[kind].hotel { column.append((hotels[hotel], 1)) }
    return master.addVariable("x", objective: -Double(lodging.worth(filling)), column: column)
  }
}
