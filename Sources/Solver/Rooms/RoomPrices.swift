import Assembly

/// What rooms of a level cost in each hotel, as the search weighs hotels against one another.
struct RoomPrices {
  /// Floors of each hotel.
  let floorsOfHotel: [[Int]]
  private let averages: [Double]
  private let references: [Double]

  init(_ problem: RoomProblem) {
    let hotels = problem.roomStock.hotels.count
    var floors = [[Int]](repeating: [], count: hotels)
    for (floor, data) in problem.roomStock.floors.enumerated() { floors[data.hotel].append(floor) }
    floorsOfHotel = floors
    var sums = [Double](repeating: 0, count: hotels * 3)
    var counts = sums
    for chamber in problem.chambers {
      sums[chamber.hotel * 3 + chamber.level - 1] += Double(problem.weight(.roomsPrice) * chamber.price)
      counts[chamber.hotel * 3 + chamber.level - 1] += 1
    }
    references = (0..<3).map { level in
      let places = stride(from: level, to: hotels * 3, by: 3)
      return places.reduce(0) { $0 + sums[$1] } / max(1, places.reduce(0) { $0 + counts[$1] })
    }
    averages = zip(sums, counts).map { $0 / max(1, $1) }
  }

  /// The mean price of the rooms of a level (0 …) in a hotel.
  func average(_ hotel: Int, _ level: Int) -> Double {
    averages[hotel * 3 + level]
  }

  /// The mean price of the rooms of a level over all hotels.
  func reference(_ level: Int) -> Double {
    references[level]
  }
}
