/// The plan of one module: who has which place.
///
/// The other targets say of it what they know: how it is filed, verified, explained and drawn, each by a protocol of
/// its own that refines this one.
public protocol ModulePlan: Sendable, Hashable {
  /// The module whose plan it is.
  static var module: Module { get }

  /// Whether an event asks for such a plan: whether it has the module's table.
  static func isAsked(by event: Event) -> Bool

  /// Who has no place, and why; in the order of people.
  var unplaced: [Unplaced] { get }

  /// Whether everybody has all that is due to them.
  var servesEverybody: Bool { get }
}

extension ModulePlan {
  /// Everybody has a place.
  public var servesEverybody: Bool { unplaced.isEmpty }

  func isEqual(to other: any ModulePlan) -> Bool {
    (other as? Self) == self
  }
}

extension RostrumPlan: ModulePlan {
  /// The rostrum.
  public static var module: Module { .rostrum }

  /// Whether there is a rostrum.
  public static func isAsked(by event: Event) -> Bool { event.rostrum != nil }
}

extension HallPlan: ModulePlan {
  /// The hall.
  public static var module: Module { .hall }

  /// Whether there is a hall.
  public static func isAsked(by event: Event) -> Bool { event.hall != nil }

  /// Everybody has a seat, at the aisle who needs one there.
  public var servesEverybody: Bool { unplaced.isEmpty && withoutAisle.isEmpty }
}

extension RoomPlan: ModulePlan {
  /// The rooms.
  public static var module: Module { .rooms }

  /// Whether there are hotels.
  public static func isAsked(by event: Event) -> Bool { event.roomStock != nil }
}

extension VehiclePlan: ModulePlan {
  /// The vehicles.
  public static var module: Module { .vehicles }

  /// Whether there are vehicles.
  public static func isAsked(by event: Event) -> Bool { event.fleet != nil }
}
