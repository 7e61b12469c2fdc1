public import Assembly
public import Localization

/// A plan whose places can be explained.
public protocol ExplainedPlan: ModulePlan {
  /// What stands over what is said of the module.
  static var title: Phrase { get }
  /// That somebody has no place; the reason follows.
  static var nothing: Phrase { get }
  /// Why a person has their places.
  ///
  /// - Returns: a section, or one for each place; nothing where there is no plan of the module.
  static func sections(of person: Int, _ judged: JudgedPlan) -> [Explanation.Section]?
}

extension RostrumPlan: ExplainedPlan {
  /// The rostrum.
  public static var title: Phrase { module.name.capitalized }
  /// No seat.
  public static var nothing: Phrase { Wording.noSeat }
  /// By protocol and wishes.
  public static func sections(of person: Int, _ judged: JudgedPlan) -> [Explanation.Section]? {
    RostrumReasons.section(of: person, judged).map { [$0] }
  }
}

extension HallPlan: ExplainedPlan {
  /// The hall.
  public static var title: Phrase { module.name.capitalized }
  /// No seat.
  public static var nothing: Phrase { Wording.noSeat }
  /// By group, order and wishes.
  public static func sections(of person: Int, _ judged: JudgedPlan) -> [Explanation.Section]? {
    HallReasons.section(of: person, judged).map { [$0] }
  }
}

extension RoomPlan: ExplainedPlan {
  /// The room of one person.
  public static var title: Phrase { Wording.room }
  /// No bed.
  public static var nothing: Phrase { Wording.noBed }
  /// By entitlement, group and wishes.
  public static func sections(of person: Int, _ judged: JudgedPlan) -> [Explanation.Section]? {
    RoomReasons.section(of: person, judged).map { [$0] }
  }
}

extension VehiclePlan: ExplainedPlan {
  /// The rides of one person.
  public static var title: Phrase { Wording.rides }
  /// No ride.
  public static var nothing: Phrase { Wording.noRide }
  /// A section for each ride.
  public static func sections(of person: Int, _ judged: JudgedPlan) -> [Explanation.Section]? {
    VehicleReasons.sections(of: person, judged)
  }
}
