public import Localization

/// A term of an objective, named `module.term` as in the event's `weights.*` keys, and here by both words together.
public enum Term: String, Sendable, Hashable, CaseIterable {
  case rostrumDisplacement = "rostrum.displacement"
  case hallUnseated = "hall.unseated"
  case hallPart = "hall.part"
  case hallRun = "hall.run"
  case hallLone = "hall.lone"
  case hallHole = "hall.hole"
  case hallPrecedence = "hall.precedence"
  case roomsPrice = "rooms.price"
  case roomsBelow = "rooms.below"
  case roomsFloor = "rooms.floor"
  case roomsHotel = "rooms.hotel"
  case roomsStrangers = "rooms.strangers"
  case roomsWithout = "rooms.without"
  case vehiclesFixed = "vehicles.fixed"
  case vehiclesMinutes = "vehicles.minutes"
  case vehiclesWaiting = "vehicles.waiting"
  case vehiclesSplit = "vehicles.split"
  case vehiclesNotCarried = "vehicles.not_carried"
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
  case staffFloors = "staff.floors"
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
    case .rostrumDisplacement, .hallPrecedence, .roomsPrice, .vehiclesFixed, .vehiclesMinutes,
      .vehiclesWaiting, .tablesPrecedence,
      .discussionEmpty, .staffLoad:
      1
    case .hallUnseated: 10_000_000
    case .hallPart: 10_000
    case .hallRun, .tablesSplit: 200
    case .hallLone: 300
    case .hallHole: 20
    case .roomsBelow: 2_000
    case .roomsFloor: 300
    case .roomsHotel: 3_000
    case .roomsStrangers: 400
    case .vehiclesSplit: 300
    case .roomsWithout, .vehiclesNotCarried, .tablesUnseated, .discussionWithout, .staffWithout: 1_000_000
    case .tablesDiet: 1_000
    case .discussionChange: 500
    case .staffForeign: 30
    // More than two moves, so that no late change heaps floors on one person; less than to leave one without anybody.
    case .staffFloors: 300_000
    case .rostrumMoved, .hallMoved, .tablesMoved, .discussionMoved, .staffMoved: 100_000
    case .roomsMoved: 20_000
    case .vehiclesMoved: 5_000
    }
  }

  /// What of the objective it is.
  public var title: Phrase {
    switch self {
    case .rostrumDisplacement: Phrase("位次偏差", "displacement")
    case .hallUnseated, .tablesUnseated: Phrase("无座", "unseated")
    case .hallPart: Phrase("分块", "parts")
    case .hallRun: Phrase("分段", "runs")
    case .hallLone: Phrase("落单", "lone seats")
    case .hallHole: Phrase("前空后坐", "holes")
    case .hallPrecedence, .tablesPrecedence: Phrase("前后次序", "precedence")
    case .roomsPrice: Phrase("房费", "price")
    case .roomsBelow: Phrase("低于标准", "below entitlement")
    case .roomsFloor: Phrase("分楼层", "floors")
    case .roomsHotel: Phrase("分酒店", "hotels")
    case .roomsStrangers: Phrase("与他组同住", "strangers")
    case .roomsWithout: Phrase("无床位", "without a bed")
    case .vehiclesFixed: Phrase("用车固定费", "fixed costs")
    case .vehiclesMinutes: Phrase("行车费", "driving")
    case .vehiclesWaiting: Phrase("等候", "waiting")
    case .vehiclesSplit: Phrase("同组分乘", "split groups")
    case .vehiclesNotCarried: Phrase("未接送", "not carried")
    case .tablesSplit: Phrase("同组分桌", "split groups")
    case .tablesDiet: Phrase("饮食不合", "diet not served")
    case .discussionWithout: Phrase("无讨论室", "without a room")
    case .discussionEmpty: Phrase("空座", "empty seats")
    case .discussionChange: Phrase("换室", "changes of room")
    case .staffWithout: Phrase("缺人", "posts without anybody")
    case .staffLoad: Phrase("工作量", "load")
    case .staffForeign: Phrase("跨团跨店", "away from their own")
    case .staffFloors: Phrase("一人多层", "several floors")
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
