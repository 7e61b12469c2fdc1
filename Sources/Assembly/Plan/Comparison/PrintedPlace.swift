public import Localization

/// A place as it is told to people; two are the same when they are told alike.
public struct PrintedPlace: Sendable, Hashable {
  /// What is told of a ride.
  public struct Ride: Sendable, Hashable {
    /// The number that the vehicle shows.
    public let number: Int
    /// When it leaves.
    public let depart: Moment
    /// Where it begins.
    public let from: String
  }

  /// `中区2排15号`, `迎宾馆301`, `3号车 03-05 08:00 机场`.
  public let phrase: Phrase
  /// Nothing for a place that does not move.
  public let ride: Ride?

  /// A place.
  public init(_ phrase: Phrase, ride: Ride? = nil) {
    self.phrase = phrase
    self.ride = ride
  }
}

/// What somebody is given one of.
public struct PlaceUse: Sendable, Hashable {
  /// What kind of place it is.
  public struct Kind: Sendable, Hashable, CaseIterable {
    /// Its name: `seat`.
    public let name: String

    /// In the order of modules; rostrum and hall give seats alike.
    public static let allCases: [Kind] = Module.allCases.reduce(into: []) { kinds, module in
      if !kinds.contains(module.plan.gives) { kinds.append(module.plan.gives) }
    }

    /// A seat on the rostrum or in the hall.
    public static let seat = Kind(name: "seat")
    /// A room.
    public static let room = Kind(name: "room")
    /// Rides: in which vehicles, when, from where.
    public static let rides = Kind(name: "rides")
    /// A table for a meal.
    public static let table = Kind(name: "table")
    /// A room for a discussion.
    public static let discussion = Kind(name: "discussion")
    /// A post.
    public static let duty = Kind(name: "duty")
  }

  /// What kind of place it is.
  public let kind: Kind
  /// Tells uses of one kind apart: which of a person's rides it is.
  public let id: String

  /// A use.
  public init(_ kind: Kind, _ id: String = "") {
    self.kind = kind
    self.id = id
  }
}

/// That a plan gives a place to somebody.
public struct Placing: Sendable, Hashable {
  /// Index in ``Event/people``.
  public let person: Int
  /// What for.
  public let use: PlaceUse
  /// Where.
  public let place: PrintedPlace
}
