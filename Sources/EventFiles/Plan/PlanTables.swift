public import Assembly

/// The files of the plan.
enum PlanFileName {
  static let rostrum = "rostrum.csv"
  static let hall = "hall.csv"
  static let rooms = "rooms.csv"
  static let runs = "runs.csv"
  static let riders = "riders.csv"
  static let unplaced = "unplaced.csv"
  static let report = "report.json"
}

extension Module {
  /// The tables of the plan that the module writes, besides its entries in those of all modules.
  public var files: [String] {
    switch self {
    case .rostrum: [PlanFileName.rostrum]
    case .hall: [PlanFileName.hall]
    case .rooms: [PlanFileName.rooms]
    case .vehicles: [PlanFileName.runs, PlanFileName.riders]
    case .tables: ["tables.csv"]
    case .discussion: ["discussion.csv"]
    }
  }

  /// Every table of the plan, and its report.
  static var planFiles: [String] {
    allCases.flatMap(\.files) + [PlanFileName.unplaced, PlanFileName.report]
  }
}

/// The columns of the plan's tables.
enum PlanColumns {
  static let rostrum = columns("person", "name", "row", "seat", "place")
  static let hall = columns("person", "name", "group", "section", "row", "seat")
  static let rooms = columns(
    "person", "name", "group", "hotel", "floor", "room", "check_in", "check_out")
  static let runs =
    columns("run", "number", "vehicle", "transfer", "from", "to", "depart", "arrive", "riders")
    + ["leader", "leader_name", "leader_phone"].map { Column($0) }
  static let riders = columns("person", "name", "group", "run", "number")
  static let unplaced = columns("person", "module", "reason")

  private static func columns(_ names: String...) -> [Column] {
    names.map { Column($0, required: true) }
  }
}
