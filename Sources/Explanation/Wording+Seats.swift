import Assembly
import Localization
import Verification

// MARK: The rostrum

extension Wording {
  static let notOnRostrum = Phrase("不上主席台。", "Does not sit on the rostrum.")
  static let noWishes = Phrase(
    "没有人指定座位、要求挨着或避开，人人坐在自己的位次上。",
    "Nobody there has a seat given or wishes about neighbours: everybody has the place of their rank.")

  static let placesKept = Phrase(
    "没有人指定座位、要求挨着或避开，但有人不在自己的位次上：临时变动后为少动人没有改，或手工改过。",
    "Nobody there has a seat given or wishes about neighbours, yet not everybody has the place of their rank: "
      + "after late changes few were moved, or the plan was edited by hand.")

  static func sits(_ seat: RostrumAssignment) -> Phrase {
    Phrase(
      "坐第 \(seat.seat.row) 排 \(seat.seat.seat) 座，是主席台的第 \(seat.place) 位。",
      "Sits in row \(seat.seat.row), seat \(seat.seat.seat): place \(seat.place) of the rostrum.")
  }

  static func ownPlace(_ place: Int, of due: Int, rank: Double?) -> Phrase {
    let told =
      rank.map { Phrase("名单上的位次是 \(plain($0))", "rank \(plain($0)) of the list") }
      ?? Phrase("没有写位次，排在写了位次的人之后", "no rank, so after all who have one")
    return Phrase(
      "应上主席台的有 \(due) 人；本人\(told.chinese)，排第 \(place)。",
      "Is number \(place) of the \(due) people due there: \(told.english).")
  }

  private static func plain(_ rank: Double) -> String {
    rank == rank.rounded() && abs(rank) < 1e15 ? String(Int(rank)) : String(rank)
  }

  /// How places lie in a row. Left and right are those of the people who sit.
  static func rule(of row: RostrumRow, isFront: Bool, _ settings: Settings) -> Phrase {
    let hand = settings.highSide == .left ? Phrase("左", "left") : Phrase("右", "right")
    let rule = row.seats == 2 ? settings.twoRule ?? settings.evenRule : settings.evenRule
    let how: Phrase
    if isFront && settings.equalHeads && row.seats % 2 == 1 {
      how = Phrase("两位首长并列，正中空着", "the two heads are equal and leave the middle empty")
    } else if row.seats % 2 == 1 {
      how = Phrase(
        "单数，最高的居中，其次先在其\(hand.chinese)手边，再两边交替",
        "an odd row: the highest in the middle, the next at the \(hand.english) hand, then on both sides in turn"
      )
    } else if rule == .pair || isFront && settings.equalHeads {
      how = Phrase(
        "双数（并列），最高的两位分坐正中，再两边交替",
        "an even row (pair): the two highest share the middle, the others on both sides in turn")
    } else {
      how = Phrase(
        "双数（居\(hand.chinese)），次高的在最高的\(hand.chinese)手边，再两边交替",
        "an even row (left): the second at the \(hand.english) hand of the highest, then on both sides in turn"
      )
    }
    return Phrase(
      "第 \(row.number) 排有 \(row.seats) 座：\(how.chinese)。",
      "Row \(row.number) has \(row.seats) seats: \(how.english).")
  }

  static func wish(_ wish: WishesOnRostrum.Wish, _ event: Event) -> Phrase {
    func who(_ person: Int) -> Phrase { Wording.who(event.people[person]) }
    switch wish {
    case .pin(let person, let seat):
      return Phrase(
        "\(who(person).chinese)指定坐第 \(seat.row) 排 \(seat.seat) 座。",
        "\(who(person).english) is given row \(seat.row), seat \(seat.seat).")
    case .beside(let one, let other):
      return Phrase(
        "\(who(one).chinese)要与\(who(other).chinese)挨着。",
        "\(who(one).english) is to sit beside \(who(other).english).")
    case .apart(let one, let other):
      return Phrase(
        "\(who(one).chinese)不与\(who(other).chinese)相邻。",
        "\(who(one).english) is not to sit beside \(who(other).english).")
    }
  }

  /// That wishes moved somebody, and whose; the person's own are told before.
  static func moved(by places: Int, _ others: [Phrase]) -> Phrase {
    let (chinese, english) = (others.map(\.chinese).joined(), others.map(\.english).joined(separator: " "))
    let distance = Int(places.magnitude)
    let one = distance == 1 ? "place" : "places"
    return Phrase(
      "因为这些要求，比自己的位次\(places > 0 ? "靠后" : "靠前") \(distance) 位。" + (others.isEmpty ? "" : "其他人的要求：" + chinese),
      "Wishes moved this person \(distance) \(one) \(places > 0 ? "down" : "up")."
        + (others.isEmpty ? "" : " Those of others: " + english))
  }

  static func exchange(with other: Person, place: Int) -> Phrase {
    Phrase("与第 \(place) 位的\(who(other).chinese)对换", "to change with \(who(other).english) at place \(place)")
  }

  static func move(to seat: RostrumSeat, place: Int) -> Phrase {
    Phrase(
      "改坐空着的第 \(seat.row) 排 \(seat.seat) 座（第 \(place) 位）",
      "to take the empty seat \(seat.seat) of row \(seat.row) (place \(place))")
  }
}

// MARK: The hall

extension Wording {
  static func notInHall(_ person: Person) -> Phrase {
    person.role == .rostrum && person.seat != SeatWish.none
      ? Phrase("坐主席台，不在会场排座。", "Sits on the rostrum and not in the hall.")
      : Phrase("名单写明不排座。", "The list asks for no seat.")
  }

  static func sits(at seat: HallSeat, in hall: Hall, depth: Int, of depths: Int, _ settings: Settings)
    -> Phrase
  {
    let from =
      switch settings.hallMethod {
      case .horizontal: Phrase("由前往后", "counted from the stage")
      case .vertical: Phrase("由观众左侧往右", "counted from the audience's left")
      case .outward: Phrase("由中间往两边", "counted from the middle")
      }
    return Phrase(
      "坐 \(name(of: seat, in: hall).chinese)；\(from.chinese)数，是 \(depths) 级中的第 \(depth) 级。",
      "Sits in \(name(of: seat, in: hall).english): depth \(depth) of \(depths), \(from.english).")
  }

  static func name(of seat: HallSeat, in hall: Hall) -> Phrase {
    let section = shown(hall.sections[seat.section])
    return Phrase(
      "\(section) \(seat.rowName) 排 \(seat.number) 号",
      "section \(section), row \(seat.rowName), seat \(seat.number)")
  }

  static func order(of group: Phrase, place: Int, among groups: Int, _ settings: Settings) -> Phrase {
    let how =
      switch settings.hallOrder {
      case .near: Phrase("次序在前的组尽量靠前，与整齐一并权衡", "earlier groups come first as far as tidiness allows")
      case .strict: Phrase("严格按次序就座", "the order is strict")
      case .free: Phrase("次序不影响座位", "the order does not matter")
      }
    return Phrase(
      "“\(group.chinese)”在会场 \(groups) 个组中排第 \(place)；\(how.chinese)。",
      "“\(group.english)” is number \(place) of the \(groups) groups in the hall; \(how.english).")
  }

  static func area(_ section: String, from first: PrintedName, to last: PrintedName) -> Phrase {
    let section = shown(section)
    return first == last
      ? Phrase("\(section) \(first) 排", "section \(section), row \(first)")
      : Phrase("\(section) \(first)–\(last) 排", "section \(section), rows \(first)–\(last)")
  }

  static func block(people: Int, _ areas: [Phrase], _ shape: GroupShapes) -> Phrase {
    let chinese = areas.map(\.chinese).joined(separator: "、")
    let english = areas.map(\.english).joined(separator: "; ")
    return Phrase(
      "本组 \(people) 人坐在\(chinese)：连成 \(shape.parts) 块、\(shape.runs) 段，落单 \(shape.lone) 人。",
      "The group's \(counted(people, "person", "people")) sit in \(english): \(counted(shape.parts, "part")), "
        + "\(counted(shape.runs, "run")), \(counted(shape.lone, "lone seat")).")
  }

  static func boundSections(_ sections: [String]) -> Phrase {
    let names = sections.map(shown)
    return Phrase(
      "本组限坐 \(names.joined(separator: "、"))。",
      "The group may only sit in section \(names.joined(separator: ", ")).")
  }

  static func lineOfRole(_ role: Role) -> Phrase {
    let name = role.name
    return Phrase("这一排座位留给\(name.chinese)。", "This line of seats is kept for the \(name.english).")
  }

  static let wheelchairPlace = Phrase("需要轮椅位，这是轮椅位。", "Needs a wheelchair place; this is one.")
  static let aisleGiven = Phrase("需要靠走道，这个座位靠走道。", "Needs an aisle seat; this is one.")
  static let aisleMissing = Phrase("需要靠走道，但没能满足。", "Needs an aisle seat; there was none to give.")
  static let seatedFirst = Phrase(
    "因上述要求先于组内其他人安排。", "For this the seat was chosen before those of the others of the group.")

  static func memberOrder(place: Int, of people: Int, isHead: Bool, _ settings: Settings) -> Phrase {
    let order =
      switch settings.memberOrder {
      case .listed: Phrase("按名单顺序", "as listed")
      case .rank: Phrase("按位次", "by rank")
      case .stroke: Phrase("按姓氏笔画", "by strokes")
      case .pinyin: Phrase("按拼音", "by pinyin")
      }
    let seats =
      switch settings.hallMethod {
      case .horizontal: Phrase("由前排到后排、每排由中间往两边", "rows from the front, each from the middle outward")
      case .vertical: Phrase("由左往右、每列由前往后", "files from the left, each from the front")
      case .outward: Phrase("由中间往两边、每列由前往后", "files from the middle, each from the front")
      }
    let head = isHead ? Phrase("，位次最高者居首", ", whose highest comes first") : Phrase("")
    return Phrase(
      "组内\(order.chinese)就座\(head.chinese)（\(seats.chinese)），本人在 \(people) 人中排第 \(place)。",
      "The group sits \(order.english)\(head.english) (\(seats.english)); this person is number \(place) of \(people)."
    )
  }

  static func exchange(of seat: HallSeat, in hall: Hall, with other: Person?, group: Phrase?) -> Phrase {
    let name = name(of: seat, in: hall)
    guard let other, let group else {
      return Phrase(
        "本组让出这个座位、换用空着的 \(name.chinese)，组内依次调整",
        "for the group to have the empty seat in \(name.english) in place of this one")
    }
    return Phrase(
      "用这个座位换 \(name.chinese)（\(who(other).chinese)，\(group.chinese)），两组各自依次调整",
      "to give this seat for that in \(name.english) (\(who(other).english), \(group.english)), "
        + "each group in its own order again")
  }
}
