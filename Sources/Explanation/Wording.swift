import Assembly
import Localization
import Tables

/// Every sentence of explanations, in both languages.
enum Wording {
  // MARK: Who

  static func person(_ person: Person, _ group: Phrase) -> Phrase {
    Phrase("\(who(person).chinese)，\(group.chinese)", "\(who(person).english), \(group.english)")
  }

  /// Somebody by name and id.
  static func who(_ person: Person) -> Phrase {
    Phrase("\(shown(person.name))（\(shown(person.id))）", "\(shown(person.name)) (\(shown(person.id)))")
  }

  static func name(of group: Group) -> Phrase {
    switch group.kind {
    case .named(let name): Phrase(shown(name))
    case .role(let role): self.role(role)
    }
  }

  static func role(_ role: Role) -> Phrase {
    switch role {
    case .rostrum: Phrase("主席台", "rostrum")
    case .delegate: Phrase("代表", "delegates")
    case .observer: Phrase("列席", "observers")
    case .guest: Phrase("特邀", "guests")
    case .press: Phrase("记者", "press")
    case .staff: Phrase("工作人员", "staff")
    }
  }

  // MARK: Modules

  static func title(_ module: Module) -> Phrase {
    switch module {
    case .rostrum: Phrase("主席台", "Rostrum")
    case .hall: Phrase("会场", "Hall")
    case .rooms: Phrase("住宿", "Room")
    case .vehicles: Phrase("乘车", "Rides")
    case .tables: Phrase("餐桌", "Table")
    case .discussion: Phrase("讨论", "Discussion")
    }
  }

  static let absence = Phrase("请假", "Absent")
  static let absent = Phrase(
    "名单上标为请假：不安排座位、房间和车辆。", "The list says absent: no seat, no room and no ride is planned.")
  static let conflict = Phrase(
    "各项要求互相矛盾，没有安排；plenum plan 会指出是哪几行。",
    "Wishes conflict, so there is no plan; plenum plan names the rows.")
  static let notPlanned = Phrase("还没有安排。", "There is no plan of it yet.")

  static func unplaced(in module: Module) -> Phrase {
    switch module {
    case .rooms: Phrase("没有床位：", "Has no bed:")
    case .vehicles: Phrase("有行程没有车：", "Has a trip without a ride:")
    case .rostrum, .hall, .tables, .discussion: Phrase("没有座位：", "Has no seat:")
    }
  }

  // MARK: Wishes that several modules know

  static let seatGiven = Phrase("名单的“指定座位”写明了这个座位。", "The list gives this very seat.")

  static func besideKept(_ other: Person) -> Phrase {
    Phrase("要求与\(who(other).chinese)挨着。", "Is to sit beside \(who(other).english).")
  }

  static func apartKept(_ other: Person) -> Phrase {
    Phrase("要求不与\(who(other).chinese)相邻。", "Is not to sit beside \(who(other).english).")
  }

  // MARK: The next best

  static let pinnedSeat = Phrase("座位是指定的，不能与别人对换。", "The seat is given: it cannot be exchanged.")
  static let pinnedRoom = Phrase("房间是指定的，不能与别人对换。", "The room is given: it cannot be exchanged.")

  /// What the cheapest change that breaks no rule would be and cost.
  ///
  /// - Parameter describe: the change in words.
  static func nextBest<Change>(
    _ best: NextBest<Change>, in module: Module, _ describe: (Change) -> Phrase
  ) -> Phrase {
    switch best {
    case .found(let alternative):
      let (change, cost) = (describe(alternative.change), cost(alternative.terms, in: module))
      return Phrase(
        "次优：不违反规则的单个调换中，代价最小的是\(change.chinese)，\(cost.chinese)。",
        "Next best: the cheapest single change that breaks no rule is \(change.english); \(cost.english).")
    case .none:
      return Phrase("次优：没有，任何单个调换都会违反规则。", "Next best: none, every single change breaks a rule.")
    case .notAmong(let count):
      return Phrase(
        "次优：没有找到，代价最小的 \(count) 个单个调换都会违反规则。",
        "Next best: none was found, the \(count) cheapest single changes all break a rule.")
    }
  }

  /// What a change costs, term by term.
  static func cost(_ change: [Term: Int], in module: Module) -> Phrase {
    let total = change.values.reduce(0, +)
    let unit = module == .rooms || module == .vehicles ? Phrase(" 元", " yuan") : Phrase("")
    let terms = Term.allCases.filter { (change[$0] ?? 0) != 0 }.map { term in
      let (name, amount) = (name(of: term), signed(change[term] ?? 0))
      return Phrase("\(name.chinese) \(amount)", "\(name.english) \(amount)")
    }
    let chinese = terms.map(\.chinese).joined(separator: "，")
    let english = terms.map(\.english).joined(separator: ", ")
    let details = terms.isEmpty ? Phrase("") : Phrase("（\(chinese)）", " (\(english))")
    if total == 0 { return Phrase("代价不变" + details.chinese, "it costs the same" + details.english) }
    let amount = total.magnitude == total ? total.inThrees : (-total).inThrees
    return total > 0
      ? Phrase(
        "代价多 \(amount)\(unit.chinese)\(details.chinese)",
        "it costs \(amount)\(unit.english) more\(details.english)")
      : Phrase(
        "代价反而少 \(amount)\(unit.chinese)\(details.chinese)，方案还可以改进",
        "it costs \(amount)\(unit.english) less\(details.english), so the plan can be made better")
  }

  private static func signed(_ amount: Int) -> String {
    amount > 0 ? "+" + amount.inThrees : "−" + (-amount).inThrees
  }

  private static func name(of term: Term) -> Phrase {
    switch term {
    case .displacement: Phrase("位次偏差", "displacement")
    case .unseated: Phrase("无座", "unseated")
    case .part: Phrase("分块", "parts")
    case .run: Phrase("分段", "runs")
    case .lone: Phrase("落单", "lone seats")
    case .hole: Phrase("前空后坐", "holes")
    case .precedence: Phrase("前后次序", "precedence")
    case .price: Phrase("房费", "price")
    case .below: Phrase("低于标准", "below entitlement")
    case .floor: Phrase("分楼层", "floors")
    case .hotel: Phrase("分酒店", "hotels")
    case .strangers: Phrase("与他组同住", "strangers")
    case .without: Phrase("无床位", "without a bed")
    case .fixed: Phrase("用车固定费", "fixed costs")
    case .minutes: Phrase("行车费", "driving")
    case .waiting: Phrase("等候", "waiting")
    case .split: Phrase("同组分乘", "split groups")
    case .notCarried: Phrase("未接送", "not carried")
    }
  }
}
