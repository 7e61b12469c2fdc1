public import Assembly
public import Tables

/// The files of the plan.
enum PlanFileName {
  static let rostrum = "rostrum.csv"
  static let hall = "hall.csv"
  static let rooms = "rooms.csv"
  static let runs = "runs.csv"
  static let riders = "riders.csv"
  static let tables = "tables.csv"
  static let discussion = "discussion.csv"
  static let staff = "staff.csv"
  static let unplaced = "unplaced.csv"
  static let report = "report.json"
  static let changes = "changes.csv"
}

/// A plan that is kept in files.
public protocol FiledPlan: ModulePlan {
  /// The files that hold it, besides its entries in those of all modules.
  static var files: [String] { get }

  /// What the files hold.
  func tables(of event: Event) -> [PlanTable]

  /// What there is to note of the plan beside its figures and those without a place.
  func remarks(on event: Event, read reading: EventReading) -> [Diagnostic]

  /// What the files say.
  ///
  /// - Parameters:
  ///   - reading: the files; takes what is wrong with them.
  ///   - isDue: whether the files must be there.
  /// - Returns: nothing where they are not, or cannot be read.
  static func read(_ reading: inout PlanFileReading, isDue: Bool) -> Self?
}

extension FiledPlan {
  /// There is nothing to note.
  public func remarks(on event: Event, read reading: EventReading) -> [Diagnostic] { [] }
}

extension Module {
  /// How its plan is filed; nothing for a module that is not planned.
  var filing: (any FiledPlan.Type)? { plan as? any FiledPlan.Type }

  /// The tables of the plan that the module writes, besides its entries in those of all modules.
  public var files: [String] { filing?.files ?? [] }

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
  static let tables =
    columns("person", "name", "group", "table") + [Column("meal")]
  static let discussion = columns("group", "session", "room", "people")
  static let staff =
    columns("person", "name") + [Column("phone")]
    + columns("kind", "duty", "post", "place", "end", "from", "to")
  static let changes = columns(
    "person", "name", "group", "module", "from", "to", "cause", "reprint", "phone", "chain")
  static let unplaced = columns("person", "module", "reason")

  private static func columns(_ names: String...) -> [Column] {
    names.map { Column($0, required: true) }
  }
}
