import Assembly
import Localization

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
    case .role(let role): role.name
    }
  }

  // MARK: Modules

  static func title(_ module: Module) -> Phrase {
    (module.plan as? any ExplainedPlan.Type)?.title ?? module.name
  }

  static let noSeat = Phrase("没有座位：", "Has no seat:")
  static let absence = Phrase("请假", "Absent")
  static let absent = Phrase(
    "名单上标为请假：不安排座位、房间和车辆。", "The list says absent: no seat, no room and no ride is planned.")
  static let conflict = Phrase(
    "各项要求互相矛盾，没有安排；plenum plan 会指出是哪几行。",
    "Wishes conflict, so there is no plan; plenum plan names the rows.")
  static let notPlanned = Phrase("还没有安排。", "There is no plan of it yet.")

  static func unplaced(in module: Module) -> Phrase {
    (module.plan as? any ExplainedPlan.Type)?.nothing ?? noSeat
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
    _ best: NextBest<Change>, in module: Module, _ judged: JudgedPlan, _ describe: (Change) -> Phrase
  ) -> Phrase {
    switch best {
    case .found(let alternative):
      let change = describe(alternative.change)
      let cost = cost(alternative.terms, in: module, isReplanned: judged.replanned.contains(module))
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

  /// What a change costs, term by term. A plan that was made to move few people may be dearer than one that moves more.
  static func cost(_ change: [Term: Int], in module: Module, isReplanned: Bool = false) -> Phrase {
    let total = change.values.reduce(0, +)
    let terms = Term.allCases.filter { (change[$0] ?? 0) != 0 }.map { term in
      let (name, amount) = (term.title, signed(change[term] ?? 0))
      return Phrase("\(name.chinese) \(amount)", "\(name.english) \(amount)")
    }
    let chinese = terms.map(\.chinese).joined(separator: "，")
    let english = terms.map(\.english).joined(separator: ", ")
    let details = terms.isEmpty ? Phrase("") : Phrase("（\(chinese)）", " (\(english))")
    if total == 0 { return Phrase("代价不变" + details.chinese, "it costs the same" + details.english) }
    let amount = module.amount(abs(total))
    if total > 0 {
      return Phrase(
        "代价多 \(amount.chinese)\(details.chinese)", "it costs \(amount.english) more\(details.english)")
    }
    let reason =
      isReplanned
      ? Phrase("，临时变动后为少动人没有这样改", ", but after late changes as few people as can be were moved")
      : Phrase("，方案还可以改进", ", so the plan can be made better")
    return Phrase(
      "代价反而少 \(amount.chinese)\(details.chinese)\(reason.chinese)",
      "it costs \(amount.english) less\(details.english)\(reason.english)")
  }

  private static func signed(_ amount: Int) -> String {
    amount > 0 ? "+" + amount.inThrees : "−" + (-amount).inThrees
  }
}
