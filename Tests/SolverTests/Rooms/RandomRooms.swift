import Assembly
import SeededRandomness

/// Small events with hotels, invented from a seed.
enum RandomRooms {
  /// The first night of all these events.
  static let firstNight = 20_000

  /// Some people in groups A to C and some rooms in two hotels, with wishes of every kind when they are wanted.
  static func draft(seed: Int, people: Int, rooms: Int, wishes: Bool) -> EventDraft {
    var random = SeededGenerator(seed: seed)
    var draft = EventDraft(settings: Settings(name: "example"))
    draft.settings.start = Day(number: firstNight)
    draft.settings.end = Day(number: firstNight + 2)
    if wishes, chance(8, &random) { draft.settings.roomSpare = 1 }
    draft.offersAccessibleRooms = true
    draft.rooms = (0..<rooms).map { room(row: $0 + 2, &random) }
    for index in 0..<people {
      var person = PersonEntry(row: index + 2, id: "P\(index)", name: "n\(index)")
      person.groupName = ["A", "A", "B", "C"].randomElement(using: &random)
      person.gender = [.male, .female].randomElement(using: &random)
      person.entitlement = [.twin, .twin, .twin, .single, .suite].randomElement(using: &random)
      person.checkIn = Day(number: firstNight + Int.random(in: 0...1, using: &random))
      person.checkOut = Day(number: firstNight + Int.random(in: 2...3, using: &random))
      if chance(4, &random) { person.rank = Double(Int.random(in: 1...9, using: &random)) }
      draft.people.append(person)
    }
    if wishes { addWishes(to: &draft, &random) }
    return draft
  }

  /// An event whose people fill its rooms so nearly that a full plan is known to exist: each bed of each room is given to
  /// one stay after the other, of one gender until the room is empty.
  static func fullHouse(seed: Int) -> EventDraft {
    var random = SeededGenerator(seed: seed)
    let nights = Int.random(in: 4...14, using: &random)
    // One of so many stays is left out: 90 to 100 % of the beds are taken.
    let gap = [10, 20, 50, 1_000].randomElement(using: &random)!
    var draft = EventDraft(settings: Settings(name: "example"))
    draft.rooms = []
    for index in 0..<Int.random(in: 2...8, using: &random) {
      let beds = [1, 2, 2, 2, 2, 3].randomElement(using: &random)!
      draft.rooms!.append(
        Room(
          row: index + 2, hotel: "W", floor: "\(index / 4)", number: "\(index + 1)",
          type: beds == 1 ? .single : beds == 2 ? .twin : .triple, beds: beds,
          price: 100 * Int.random(in: 2...4, using: &random)))
      var night = 0
      while night < nights {
        let gender = [Gender.male, .female].randomElement(using: &random)!
        let end = min(nights, night + Int.random(in: 2...nights, using: &random))
        for _ in 0..<beds {
          var first = night
          while first < end {
            let last = min(end, first + [1, 1, 2, 2, 3, 5, 8].randomElement(using: &random)!)
            if !chance(gap, &random) {
              draft.people.append(guest(draft.people.count, gender, first..<last, group: "A"))
            }
            first = last
          }
        }
        night = end
      }
    }
    draft.people.shuffle(using: &random)
    for index in draft.people.indices {
      draft.people[index].groupName = ["A", "B", "C"].randomElement(using: &random)
      if chance(5, &random) { draft.people[index].entitlement = .single }
      draft.people[index].row = index + 2
    }
    return draft
  }

  /// A small hotel as a hospital's ward is described: mostly doubles by sex, guests who come night after night for stays of
  /// which few are long, as many as take 80 to 115 % of the beds; nobody knows whether a full plan exists.
  static func ward(seed: Int) -> EventDraft {
    var random = SeededGenerator(seed: seed)
    var draft = EventDraft(settings: Settings(name: "example"))
    draft.rooms = (0..<Int.random(in: 2...4, using: &random)).map { index in
      let beds = [1, 2, 2, 2, 2, 3].randomElement(using: &random)!
      return Room(
        row: index + 2, hotel: "W", floor: "1", number: "\(index + 1)",
        type: beds == 1 ? .single : beds == 2 ? .twin : .triple, beds: beds,
        price: 100 * Int.random(in: 2...4, using: &random))
    }
    let nights = Int.random(in: 3...8, using: &random)
    let beds = draft.rooms!.reduce(0) { $0 + $1.beds }
    var left = beds * nights * Int.random(in: 80...115, using: &random) / 100
    let women = Int.random(in: 1...3, using: &random)
    while left > 0 {
      let first = Int.random(in: 0..<nights, using: &random)
      let last = min(nights, first + [1, 1, 2, 2, 3, 4, 6].randomElement(using: &random)!)
      let gender: Gender = Int.random(in: 0..<4, using: &random) < women ? .female : .male
      draft.people.append(
        guest(draft.people.count, gender, first..<last, group: ["A", "B"].randomElement(using: &random)!))
      if chance(10, &random) { draft.people[draft.people.count - 1].rank = Double(draft.people.count) }
      if chance(6, &random) { draft.people[draft.people.count - 1].entitlement = .single }
      left -= last - first
    }
    return draft
  }

  /// Somebody entitled to a twin for some nights, counted from the first.
  static func guest(_ index: Int, _ gender: Gender, _ nights: Range<Int>, group: String) -> PersonEntry {
    var person = PersonEntry(row: index + 2, id: "P\(index)", name: "n\(index)")
    person.groupName = group
    person.gender = gender
    person.entitlement = .twin
    person.checkIn = Day(number: firstNight + nights.lowerBound)
    person.checkOut = Day(number: firstNight + nights.upperBound)
    return person
  }

  /// Weights so small that every way to save something is worth while somewhere: a bed that stays empty, strangers, a floor
  /// more, a lower room, no bed.
  static func weaken(_ draft: inout EventDraft, seed: Int) {
    var random = SeededGenerator(seed: seed)
    draft.settings.weights[.roomsPrice] = [0, 1, 1, 3].randomElement(using: &random)!
    draft.settings.weights[.roomsBelow] = [0, 50, 400].randomElement(using: &random)!
    draft.settings.weights[.roomsFloor] = [0, 100, 700].randomElement(using: &random)!
    draft.settings.weights[.roomsHotel] = [0, 300].randomElement(using: &random)!
    draft.settings.weights[.roomsStrangers] = [0, 100, 900].randomElement(using: &random)!
    draft.settings.weights[.roomsWithout] = [0, 200, 900, 5_000].randomElement(using: &random)!
  }

  private static func room(row: Int, _ random: inout SeededGenerator) -> Room {
    let type: RoomType = [.twin, .twin, .twin, .single, .suite].randomElement(using: &random)!
    var room = Room(
      row: row, hotel: chance(3, &random) ? "Y" : "X", floor: chance(3, &random) ? "2" : "1",
      number: "\(row)",
      type: type, beds: type == .twin ? 2 : 1, price: 100 * Int.random(in: 2...5, using: &random))
    room.isAccessible = chance(3, &random)
    if chance(8, &random) { room.from = Day(number: firstNight + 1) }
    if chance(8, &random) { room.to = Day(number: firstNight + 2) }
    return room
  }

  private static func addWishes(to draft: inout EventDraft, _ random: inout SeededGenerator) {
    let count = draft.people.count
    for index in 0..<count {
      let next = (index + 1) % count
      switch Int.random(in: 0..<16, using: &random) {
      case 0: draft.people[index].roommateNames = ["P\(next)"]
      case 1:
        draft.people[index].roommateNames = ["P\(next)"]
        draft.people[next].roommateNames = ["P\(index)"]
      case 2: draft.people[index].apartNames = ["P\(next)"]
      case 3: draft.people[index].needs = [.wheelchair]
      case 4:
        let room = draft.rooms!.randomElement(using: &random)!
        draft.people[index].room = chance(2, &random) ? room.hotel : "\(room.hotel)-\(room.number)"
      case 5:
        draft.people[index].role = .staff
        draft.people[index].besideNames = ["P\(next)"]
      default: break
      }
    }
    if chance(4, &random) {
      draft.groups = [GroupEntry(row: 2, name: "A")]
      draft.groups[0].hotels = [draft.rooms![0].hotel]
    }
  }

  private static func chance(_ many: Int, _ random: inout SeededGenerator) -> Bool {
    Int.random(in: 0..<many, using: &random) == 0
  }
}
