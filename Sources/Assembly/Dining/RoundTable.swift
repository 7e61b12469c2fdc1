/// Who sits where at a round table (rules.md T2).
public enum RoundTable {
  /// The people at the seats of a round table, clockwise from the host.
  ///
  /// The host is the highest who is no guest; the second host, the next of them, sits opposite where there are guests. The
  /// others, guests first, sit by turns at the host's right and left and at the second host's left and right, farther out
  /// each time: ten seats are 0 host, 9 first guest, 1 second guest, 5 second host, 4 third guest, 6 fourth guest ….
  ///
  /// - Parameters:
  ///   - people: the highest first.
  ///   - isGuest: whether somebody is a guest; without any, and without a host, all sit by rank about the highest.
  ///   - seats: at least as many as people.
  public static func seats(of people: [Int], isGuest: (Int) -> Bool, seats: Int) -> [Int?] {
    var places = [Int?](repeating: nil, count: max(seats, people.count))
    guard !places.isEmpty, !people.isEmpty else { return places }
    let guests = people.filter(isGuest)
    var hosts = people.filter { !isGuest($0) }
    if hosts.isEmpty { hosts = [guests[0]] }
    places[0] = hosts.removeFirst()
    let opposite = places.count / 2
    let hasSecond = !guests.isEmpty && !hosts.isEmpty && opposite > 0
    if hasSecond { places[opposite] = hosts.removeFirst() }
    let others = guests.filter { $0 != places[0] } + hosts
    let free = order(of: places.count, facing: hasSecond ? opposite : nil).filter { places[$0] == nil }
    for (person, place) in zip(others, free) { places[place] = person }
    return places
  }

  /// Seats by their honour after those of the hosts.
  private static func order(of count: Int, facing opposite: Int?) -> [Int] {
    var order: [Int] = []
    func add(_ place: Int) {
      let place = (place % count + count) % count
      if !order.contains(place) { order.append(place) }
    }
    for step in 1...max(1, count) {
      add(-step)
      add(step)
      if let opposite {
        add(opposite - step)
        add(opposite + step)
      }
    }
    return order
  }
}

extension Event {
  /// The people of a table as they sit, clockwise from the host.
  public func roundSeats(of people: [Int], at table: DiningTable) -> [Int?] {
    RoundTable.seats(
      of: inProtocolOrder(people), isGuest: { self.people[$0].role == .guest }, seats: table.seats)
  }
}
