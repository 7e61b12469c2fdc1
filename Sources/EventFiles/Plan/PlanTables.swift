public import Assembly
public import Tables

/// The files of the plan; those of a module stand with its tables.
enum PlanFileName {
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

/// The columns of the plan's tables; those of a module stand with its tables.
enum PlanColumns {
  static let changes = columns(
    "person", "name", "group", "module", "from", "to", "cause", "reprint", "phone", "chain")
  static let unplaced = columns("person", "module", "reason")

  static func columns(_ names: String...) -> [Column] {
    names.map { Column($0, required: true) }
  }
}
