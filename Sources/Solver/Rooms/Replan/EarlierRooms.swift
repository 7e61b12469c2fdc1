import Assembly

/// Where the lodgers of a problem sleep by the plan that is out.
struct EarlierRooms {
  private let roomOfLodger: [Int?]
  private let weightOfLodger: [Int]
  /// What it costs that somebody without a rank has another room.
  let weight: Int

  init(_ places: EarlierPlaces<Int>, _ problem: RoomProblem) {
    let people = problem.lodgers.map(\.person)
    roomOfLodger = people.map { places[$0] }
    weightOfLodger = people.map { places.had($0) ? problem.event.weightOfMove($0) : 0 }
    weight = problem.weight(.roomsMoved)
  }

  /// The room that somebody had; nothing for who is new, and where the room is no longer there.
  func room(of lodger: Int) -> Int? { roomOfLodger[lodger] }

  /// Whether somebody had a room, be it gone by now.
  func had(_ lodger: Int) -> Bool { weightOfLodger[lodger] > 0 }

  /// How much it counts that somebody moves; 0 for who is new.
  func weightOfMove(_ lodger: Int) -> Int { weightOfLodger[lodger] }

  /// Whether somebody who had a room has another one.
  func hasMoved(_ lodger: Int, to room: Int) -> Bool { had(lodger) && roomOfLodger[lodger] != room }

  /// What the move of somebody to a room costs.
  func cost(_ lodger: Int, in room: Int) -> Int {
    hasMoved(lodger, to: room) ? weight * weightOfLodger[lodger] : 0
  }

  /// What the moves of a lodging weigh, and how many there are.
  func moves(_ roomOfLodger: [Int]) -> (count: Int, cost: Int) {
    roomOfLodger.enumerated().reduce((0, 0)) { sum, entry in
      guard entry.element >= 0, hasMoved(entry.offset, to: entry.element) else { return sum }
      return (sum.0 + 1, sum.1 + cost(entry.offset, in: entry.element))
    }
  }
}
