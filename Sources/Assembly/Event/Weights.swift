public import Localization

/// A term of an objective, named `module.term` as in the event's `weights.*` keys.
public enum Term: String, Sendable, Hashable, CaseIterable {
  case displacement = "rostrum.displacement"
  case unseated = "hall.unseated"
  case part = "hall.part"
  case run = "hall.run"
  case lone = "hall.lone"
  case hole = "hall.hole"
  case precedence = "hall.precedence"
  case price = "rooms.price"
  case below = "rooms.below"
  case floor = "rooms.floor"
  case hotel = "rooms.hotel"
  case strangers = "rooms.strangers"
  case without = "rooms.without"
  case fixed = "vehicles.fixed"
  case minutes = "vehicles.minutes"
  case waiting = "vehicles.waiting"
  case split = "vehicles.split"
  case notCarried = "vehicles.not_carried"
  case tablesUnseated = "tables.unseated"
  case tablesSplit = "tables.split"
  case tablesDiet = "tables.diet"
  case tablesPrecedence = "tables.precedence"
  case discussionWithout = "discussion.without"
  case discussionEmpty = "discussion.empty"
  case discussionChange = "discussion.change"
  case staffWithout = "staff.without"
  case staffLoad = "staff.load"
  case staffForeign = "staff.foreign"
  case rostrumMoved = "rostrum.moved"
  case hallMoved = "hall.moved"
  case roomsMoved = "rooms.moved"
  case vehiclesMoved = "vehicles.moved"
  case tablesMoved = "tables.moved"
  case discussionMoved = "discussion.moved"
  case staffMoved = "staff.moved"

  /// The name of the term inside its module, as in report.json.
  public var name: String {
    String(rawValue[rawValue.index(after: rawValue.firstIndex(of: ".")!)...])
  }

  /// The weight where the event does not give one.
  public var defaultWeight: Int {
    switch self {
    case .displacement, .precedence, .price, .fixed, .minutes, .waiting, .tablesPrecedence,
      .discussionEmpty, .staffLoad:
      1
    case .unseated: 10_000_000
    case .part: 10_000
    case .run, .tablesSplit: 200
    case .lone: 300
    case .hole: 20
    case .below: 2_000
    case .floor: 300
    case .hotel: 3_000
    case .strangers: 400
    case .split: 300
    case .without, .notCarried, .tablesUnseated, .discussionWithout, .staffWithout: 1_000_000
    case .tablesDiet: 1_000
    case .discussionChange: 500
    case .staffForeign: 30
    case .rostrumMoved, .hallMoved, .tablesMoved, .discussionMoved, .staffMoved: 100_000
    case .roomsMoved: 20_000
    case .vehiclesMoved: 5_000
    }
  }

  /// What of the objective it is.
  public var title: Phrase {
    switch self {
    case .displacement: Phrase("位次偏差", "displacement")
    case .unseated, .tablesUnseated: Phrase("无座", "unseated")
    case .part: Phrase("分块", "parts")
    case .run: Phrase("分段", "runs")
    case .lone: Phrase("落单", "lone seats")
    case .hole: Phrase("前空后坐", "holes")
    case .precedence, .tablesPrecedence: Phrase("前后次序", "precedence")
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
    case .tablesSplit: Phrase("同组分桌", "split groups")
    case .tablesDiet: Phrase("饮食不合", "diet not served")
    case .discussionWithout: Phrase("无讨论室", "without a room")
    case .discussionEmpty: Phrase("空座", "empty seats")
    case .discussionChange: Phrase("换室", "changes of room")
    case .staffWithout: Phrase("缺人", "posts without anybody")
    case .staffLoad: Phrase("工作量", "load")
    case .staffForeign: Phrase("跨团跨店", "away from their own")
    case .rostrumMoved, .hallMoved, .roomsMoved, .vehiclesMoved, .tablesMoved, .discussionMoved,
      .staffMoved:
      Phrase("变动", "moved")
    }
  }
}

extension Module {
  /// The term of people who have another place than in the plan that was out.
  public var moved: Term {
    guard let term = Term(rawValue: rawValue + ".moved") else {
      preconditionFailure("A module of which moves weigh nothing: \(rawValue).")
    }
    return term
  }
}

/// The weights of the terms, whole numbers ≥ 0.
public struct Weights: Sendable, Hashable {
  /// The largest weight that is read; sums over 100,000 people stay far inside 64 bits with it.
  public static let largest = 100_000_000

  private var changed: [Term: Int] = [:]

  /// The default weights.
  public init() {}

  /// The weight of a term.
  public subscript(term: Term) -> Int {
    get { changed[term] ?? term.defaultWeight }
    set { changed[term] = newValue }
  }
}
