import Assembly

extension HallProblem {
  /// The seats in the order in which groups are poured: line after line over all sections, in alternating direction,
  /// so that depth never falls.
  ///
  /// `horizontal` fills rows from the front; `vertical` files from the left; `outward` files from the centre, where the
  /// two files of one distance follow each other across the front or the back of the hall.
  var pouringOrder: [Int] { pouringOrder(of: hall.seats.indices) }

  /// Some seats in that order.
  func pouringOrder(of some: some Sequence<Int>) -> [Int] {
    let seats = hall.seats
    // On one side of the centre `outward` is `vertical`.
    let isOneSided = event.settings.hallMethod == .outward && !seats.contains { $0.x < 0 }
    let method = isOneSided ? .vertical : event.settings.hallMethod
    /// −1 or 1: the half of the hall that comes first at this depth.
    func halfKey(_ seat: Int) -> Double {
      guard method == .outward else { return 0 }
      let side: Double = seats[seat].x < 0 ? -1 : 1
      return depths[seat].isMultiple(of: 2) ? side : -side
    }
    /// Position along the line, turned round where the direction alternates.
    func alongKey(_ seat: Int) -> Double {
      switch method {
      case .horizontal: depths[seat].isMultiple(of: 2) ? seats[seat].x : -seats[seat].x
      case .vertical: depths[seat].isMultiple(of: 2) ? seats[seat].y : -seats[seat].y
      case .outward: halfKey(seat) < 0 ? seats[seat].y : -seats[seat].y
      }
    }
    let keys = some.map { (depths[$0], halfKey($0), alongKey($0), $0) }
    return keys.sorted(by: <).map(\.3)
  }

  /// Seats in the order in which the members of a group take them (objectives.md §2).
  func inMemberSeatOrder(_ seats: [Int]) -> [Int] {
    let method = event.settings.hallMethod
    let rightFirst = event.settings.highSide == .right
    let keys = seats.map { seat in
      let place = hall.seats[seat]
      let otherSide = (place.x > 0) == rightFirst || place.x == 0 ? 0 : 1
      // The file in the middle is on neither side, wherever in it a seat lies.
      let side = abs(place.x) < 0.5 ? 0 : otherSide
      return switch method {
      case .horizontal: (depths[seat], abs(place.x), Double(otherSide), seat)
      case .vertical: (depths[seat], place.y, place.x, seat)
      case .outward: (depths[seat] * 2 + side, place.y, place.x, seat)
      }
    }
    return keys.sorted(by: <).map(\.3)
  }
}
