public import Localization

/// On which hand of No. 1 the second place lies.
public enum Side: String, Sendable, Hashable, CaseIterable {
  case left, right
}

/// How an even row of the rostrum is centred (rules.md R4).
public enum EvenRule: String, Sendable, Hashable, CaseIterable {
  /// No. 2 always sits at No. 1's high hand.
  case left
  /// The two heads share the middle.
  case pair
}

/// How groups lie in the hall (rules.md H1–H3).
public enum HallMethod: String, Sendable, Hashable, CaseIterable {
  case horizontal, vertical, outward
}

/// How far the order of groups may be bent in the hall.
public enum HallOrder: String, Sendable, Hashable, CaseIterable {
  case strict, near, free
}

/// How people follow one another inside a group (rules.md H9).
public enum MemberOrder: String, Sendable, Hashable, CaseIterable {
  case listed, rank, stroke, pinyin
}

/// The settings of an event: its table `event`, with defaults where it is silent.
public struct Settings: Sendable, Hashable {
  /// The title printed on every document.
  public var name: String
  /// First day.
  public var start: Day?
  /// Last day.
  public var end: Day?
  /// The day on which people arrive whose travel does not say it; nothing means ``start``.
  public var report: Day?
  /// The day on which people leave whose travel does not say it; nothing means the day after ``end``.
  public var leave: Day?
  /// The venue as a place in `routes`.
  public var place = "会场"
  /// What everybody is to know, a line each; printed in the handbook.
  public var notice = ""
  /// Yuan for the meals of a person and day, for the budget; nothing means that meals are not counted.
  public var mealPrice: Int?
  /// Language of documents and messages.
  public var language = Language.chinese
  /// The hand of No. 1 that is next in rank.
  public var highSide = Side.left
  /// The rule of even rows.
  public var evenRule = EvenRule.left
  /// The rule of a row of two seats; nothing means ``evenRule``.
  public var twoRule: EvenRule?
  /// Whether two heads of equal level share the front row (rules.md R6).
  public var equalHeads = false
  /// How groups lie in the hall.
  public var hallMethod = HallMethod.horizontal
  /// How far the order of groups may be bent.
  public var hallOrder = HallOrder.near
  /// Whether, after a late change, the last of a group takes the seat in the hall that somebody of it leaves empty.
  public var closesUp = false
  /// How people follow one another inside a group.
  public var memberOrder = MemberOrder.listed
  /// Whether 田富 comes before 田大利 (rules.md H11).
  public var strokeBlankFirst = true
  /// Minutes.
  public var maxWait = 30
  /// Minutes.
  public var vipWait = 5
  /// Minutes from landing until ready at the kerb.
  public var readyFlight = 30
  /// Minutes from the train's arrival until ready at the kerb.
  public var readyTrain = 15
  /// Minutes to be at the airport before departure.
  public var leadFlight = 120
  /// Minutes to be at the station before departure.
  public var leadTrain = 60
  /// Minutes that one may be made to arrive still earlier.
  public var maxEarly = 60
  /// Share of a vehicle's seats kept free, 0 ..< 1.
  public var vehicleSpare = 0.0
  /// Rooms of each hotel kept free.
  public var roomSpare = 0
  /// Whether the contacts that everybody is given tell telephone numbers.
  public var printsPhones = true
  /// Weights of the objectives' terms.
  public var weights = Weights()

  /// Settings of an event that says nothing but its name.
  public init(name: String) {
    self.name = name
  }
}
