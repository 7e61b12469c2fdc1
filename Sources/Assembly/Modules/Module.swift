public import Localization

/// A part of the plan that is solved by itself when its table is present, with the facts of it that all of the program
/// shares. Modules of one name are one.
///
/// What the program does with a module, each target says of the module's plan: see ``ModulePlan``.
public struct Module: Sendable, RawRepresentable {
  /// The word for it in commands and files: `rooms`.
  public let rawValue: String
  /// Its name in sentences.
  public let name: Phrase
  /// Its tables; it is planned where the event has the first.
  public let tables: [TableName]
  /// What its plan is.
  public let plan: any ComparedPlan.Type
  /// What its objective, bound and terms are counted in, as reports name it; nothing for mere points.
  public let unit: String?
  /// The columns that can hold a wish about it.
  public let wishColumns: [TableName: [String]]

  init(
    _ name: String, _ words: Phrase, tables: TableName..., plan: any ComparedPlan.Type, unit: String? = nil,
    wishColumns: [TableName: [String]] = [:]
  ) {
    rawValue = name
    self.name = words
    self.tables = tables
    self.plan = plan
    self.unit = unit
    self.wishColumns = wishColumns
  }

  /// The table without which it is not planned.
  public var table: TableName { tables[0] }

  /// The module of this name.
  public init?(rawValue: String) {
    guard let module = Self.allCases.first(where: { $0.rawValue == rawValue }) else { return nil }
    self = module
  }
}

extension Module: Hashable, CaseIterable {
  /// In the order in which they are planned and told.
  public static let allCases: [Module] = [.rostrum, .hall, .rooms, .vehicles, .tables, .discussion, .staff]

  /// Who sits where on the rostrum.
  public static let rostrum = Module(
    "rostrum", Phrase("主席台", "rostrum"), tables: .rostrum, plan: RostrumPlan.self,
    wishColumns: [.people: ["seat", "beside", "apart"]])
  /// Who sits where in the hall.
  public static let hall = Module(
    "hall", Phrase("会场", "hall"), tables: .hall, plan: HallPlan.self,
    wishColumns: [.people: ["seat", "beside", "apart"], .groups: ["section"], .hall: ["reserved"]])
  /// Who sleeps where.
  public static let rooms = Module(
    "rooms", Phrase("住宿", "rooms"), tables: .rooms, plan: RoomPlan.self, unit: yuan,
    wishColumns: [.people: ["room", "roommate", "beside", "apart"], .groups: ["hotel"]])
  /// Who rides when in which vehicle.
  public static let vehicles = Module(
    "vehicles", Phrase("车辆", "vehicles"), tables: .vehicles, .routes, .transfers, plan: VehiclePlan.self,
    unit: yuan,
    wishColumns: [.people: ["vehicle", "beside", "apart"]])
  /// Who dines at which table.
  public static let tables = Module(
    "tables", Phrase("餐桌", "tables"), tables: .tables, plan: TablePlan.self,
    wishColumns: [.people: ["beside", "apart", "diet"]])
  /// Who takes part in the discussion of which room.
  public static let discussion = Module(
    "discussion", Phrase("讨论", "discussion"), tables: .discussion, plan: DiscussionPlan.self)
  /// Who of the staff is where when.
  public static let staff = Module(
    "staff", Phrase("分工", "staff"), tables: .duties, plan: StaffPlan.self)

  private static let yuan = "yuan"

  /// A figure in the unit of the module.
  public func amount(_ figure: Int) -> Phrase {
    unit == Self.yuan
      ? Phrase(figure.inThrees + " 元", figure.inThrees + " yuan") : Phrase(figure.inThrees)
  }
}
