/// What kind of room it is.
public enum RoomType: Sendable, Hashable {
  case suite, single
  /// A twin, or any other type by its name in the table; all of them count as a twin.
  case shared(String)

  /// A room of two beds.
  public static let twin = RoomType.shared("twin")
  /// A room of three beds.
  public static let triple = RoomType.shared("triple")
  /// A room of one double bed.
  public static let double = RoomType.shared("double")

  /// How high the type stands: suite 3, single 2, every other 1.
  public var level: Int {
    switch self {
    case .suite: 3
    case .single: 2
    case .shared: 1
    }
  }
}

/// A room of a hotel: a line of the table `rooms`.
public struct Room: Sendable, Hashable {
  /// Row in the table `rooms`, the header counted as 1.
  public var row: Int
  /// Name of the hotel.
  public var hotel: String
  /// Floor as printed; blank where the table tells none.
  public var floor: String
  /// Number on the door, unique in its hotel.
  public var number: String
  /// What kind of room it is.
  public var type: RoomType
  /// Beds, at least 1.
  public var beds: Int
  /// Beds for people of one family, who may share a double bed.
  public var bedsForFamily: Int { type == .double ? max(2, beds) : beds }
  /// Yuan a night, paid for each night on which somebody is there.
  public var price: Int
  /// Whether a wheelchair user can live there.
  public var isAccessible: Bool
  /// First night on which it can be used; nothing: from the beginning.
  public var from: Day?
  /// Day after the last night on which it can be used; nothing: to the end.
  public var to: Day?
  /// Who of the staff looks after its floor: ids or unique names.
  public var contacts: [String] = []

  /// A room that can be used all the time.
  public init(
    row: Int, hotel: String, floor: String = "", number: String, type: RoomType, beds: Int, price: Int = 0,
    isAccessible: Bool = false, from: Day? = nil, to: Day? = nil
  ) {
    self.row = row
    self.hotel = hotel
    self.floor = floor
    self.number = number
    self.type = type
    self.beds = beds
    self.price = price
    self.isAccessible = isAccessible
    self.from = from
    self.to = to
  }
}
