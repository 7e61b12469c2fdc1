/// The cheapest rooms for groups in one session: an assignment problem in which a group may have no room.
///
/// Shortest augmenting paths with prices, H. W. Kuhn, "The Hungarian method for the assignment problem", Naval Research
/// Logistics Quarterly 2 (1955), 83–97, in the form of R. Jonker and A. Volgenant, Computing 38 (1987), 325–340.
struct RoomMatching {
  /// By group the room, −1 for none.
  private(set) var rooms: [Int]
  private(set) var cost = 0
  /// Prices of rooms at which each group's cheapest room, prices included, is its own.
  private(set) var prices: [Int]

  /// - Parameters:
  ///   - costs: by group and room; nothing where the room does not hold the group.
  ///   - without: what it costs to have no room.
  /// - Complexity: O(groups² × (groups + rooms)).
  init(_ costs: [[Int?]], without: Int) {
    let groups = costs.count
    let count = costs.first?.count ?? 0
    // Each group has a room of its own that is none.
    let columns = count + groups
    func cost(_ group: Int, _ column: Int) -> Int? {
      column < count ? costs[group][column] : column == count + group ? without : nil
    }
    var groupOfColumn = [Int](repeating: -1, count: columns)
    var groupPrice = [Int](repeating: 0, count: groups)
    var columnPrice = [Int](repeating: 0, count: columns)
    for start in 0..<groups {
      var distance = [Int](repeating: .max, count: columns)
      var before = [Int](repeating: -1, count: columns)
      var isDone = [Bool](repeating: false, count: columns)
      var group = start
      var length = 0
      var last = -1
      while true {
        for column in 0..<columns where !isDone[column] {
          guard let cost = cost(group, column) else { continue }
          let reduced = length + cost - groupPrice[group] - columnPrice[column]
          if reduced < distance[column] {
            distance[column] = reduced
            before[column] = last
          }
        }
        var next = -1
        for column in 0..<columns where !isDone[column] && distance[column] < .max {
          if next < 0 || distance[column] < distance[next] { next = column }
        }
        length = distance[next]
        isDone[next] = true
        last = next
        if groupOfColumn[next] < 0 { break }
        group = groupOfColumn[next]
      }
      for column in 0..<columns where isDone[column] && column != last {
        columnPrice[column] += distance[column] - length
        groupPrice[groupOfColumn[column]] += length - distance[column]
      }
      groupPrice[start] += length
      var column = last
      while true {
        let previous = before[column]
        groupOfColumn[column] = previous < 0 ? start : groupOfColumn[previous]
        if previous < 0 { break }
        column = previous
      }
    }
    prices = columnPrice.prefix(count).map { -$0 }
    rooms = [Int](repeating: -1, count: groups)
    for (column, group) in groupOfColumn.enumerated() where group >= 0 {
      if column < count { rooms[group] = column }
      self.cost += cost(group, column) ?? 0
    }
  }
}
