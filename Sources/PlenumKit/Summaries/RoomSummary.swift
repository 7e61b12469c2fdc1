import Assembly
import Localization

extension RoomPlan: SummarizedPlan {
  static func offer(of event: Event) -> Phrase? {
    event.roomStock.map { stock in
      var kinds: [(type: RoomType, rooms: Int)] = []
      for room in stock.rooms {
        if let known = kinds.firstIndex(where: { $0.type == room.type }) {
          kinds[known].rooms += 1
        } else {
          kinds.append((room.type, 1))
        }
      }
      let stays = event.people.compactMap(\.stay)
      return Wording.overview(
        rooms: stock.rooms.count, beds: stock.rooms.reduce(0) { $0 + $1.beds },
        types: kinds.prefix(8).map { Wording.roomType($0.type, $0.rooms) }, lodged: stays.count,
        nights: stays.reduce(0) { $0 + $1.nights.count },
        from: stays.map(\.checkIn).min(), until: stays.map(\.checkOut).max()
      ).lacking(shortNights(of: stays, in: stock))
    }
  }

  /// Nights on which more people sleep than beds are to be had, counted as families may fill them.
  private static func shortNights(of stays: [Stay], in stock: RoomStock) -> ShortOffer {
    var short = ShortOffer()
    // More people sleep than the night before only where somebody comes, fewer beds are there only where a room ends.
    let nights = Set(stays.map(\.nights.lowerBound) + stock.rooms.compactMap { $0.to?.number })
    for night in nights.sorted() {
      let beds = stock.rooms.reduce(0) { sum, room in
        let isOffered = (room.from?.number ?? night) <= night && night < (room.to?.number ?? .max)
        return isOffered ? sum + max(room.beds, room.bedsForFamily) : sum
      }
      short.compare(stays.count { $0.nights.contains(night) }, with: beds) {
        Wording.bedsShort($0, on: Day(number: night))
      }
    }
    return short
  }

  func summary(_ figures: Figures) -> PlanSummary {
    let (people, rooms) = (assignments.count, Set(assignments.map(\.room)).count)
    let price = sum(.roomsPrice, of: figures)
    return PlanSummary(
      served: Phrase(
        "\(people) 人入住 \(rooms) 间房", "\(counted(people, "person", "people")) in \(counted(rooms, "room"))"),
      shortfall: missing("without a bed"),
      payment: Phrase("房费 \(price.chinese)", "rooms \(price.english)"))
  }

  static var asBefore: Phrase { Phrase("房间", "sleeps") }

  static func changed(elsewhere: Int, added: Int, removed: Int) -> Phrase {
    Phrase(
      "\(elsewhere) 人换房，\(added) 人新入住，\(removed) 人不再入住",
      "\(elsewhere) sleep elsewhere, \(added) newly lodged, \(removed) no longer lodged")
  }
}

extension Wording {
  fileprivate static func roomType(_ type: RoomType, _ count: Int) -> Phrase {
    let isWord = if case .shared = type { [.twin, .triple, .double].contains(type) } else { true }
    let name = type.name
    return Phrase(
      "\(name.chinese) \(count)", isWord ? counted(count, name.english) : "\(count) \(name.english)")
  }

  fileprivate static func overview(
    rooms: Int, beds: Int, types: [Phrase], lodged: Int, nights: Int, from: Day?, until: Day?
  ) -> Phrase {
    let days = from.flatMap { first in until.map { "\(first) – \($0)" } } ?? ""
    return Phrase(
      "住宿：\(rooms) 间 \(beds) 床（\(joined(types).chinese)）；住 \(lodged) 人 \(nights) 人晚"
        + (days.isEmpty ? "" : "（\(days)）"),
      "hotels: \(counted(rooms, "room")) with \(counted(beds, "bed")) (\(joined(types).english)); "
        + "\(lodged) to lodge for \(counted(nights, "night"))" + (days.isEmpty ? "" : " (\(days))"))
  }
}
