import Assembly

extension RoomProblem {
  /// The weighted terms of a plan, counted from who has which room.
  ///
  /// - Parameter roomOfLodger: −1 for who has none.
  /// - Complexity: O(people × periods).
  func terms(_ roomOfLodger: [Int]) -> [Term: Int] {
    var occupants = [[Int]](repeating: [], count: chambers.count)
    var floors: Set<[Int]> = []
    var hotels: Set<[Int]> = []
    var below = 0
    var without = 0
    for (index, lodger) in lodgers.enumerated() {
      let room = roomOfLodger[index]
      guard room >= 0 else {
        without += lodger.costWithout
        continue
      }
      occupants[room].append(index)
      floors.insert([lodger.group, chambers[room].floor])
      hotels.insert([lodger.group, chambers[room].hotel])
      below += lodger.nights * max(0, lodger.level - chambers[room].level)
    }
    var price = 0
    var strangers = 0
    for (room, people) in occupants.enumerated() where !people.isEmpty {
      let periods = Set(people.flatMap { lodgers[$0].periods })
      price += chambers[room].price * nights(of: periods)
      for (place, one) in people.enumerated() {
        strangers += people[(place + 1)...].count { lodgers[$0].group != lodgers[one].group && meet(one, $0) }
      }
    }
    return [
      .roomsPrice: weight(.roomsPrice) * price, .roomsBelow: weight(.roomsBelow) * below,
      .roomsFloor: weight(.roomsFloor) * floors.count,
      .roomsHotel: weight(.roomsHotel) * hotels.count, .roomsStrangers: weight(.roomsStrangers) * strangers,
      .roomsWithout: without,
    ]
  }
}
