public import Localization

/// What kind of work it is.
public enum DutyKind: String, Sendable, Hashable, CaseIterable {
  /// Leads a vehicle: counts heads before it leaves.
  case vehicle
  /// Looks after those who sleep on a floor.
  case floor
  /// Takes notes or serves in a room while a group discusses there.
  case discussion
  /// Meets those who arrive at a station or an airport.
  case arrival
  /// Sees off those who leave from there.
  case departure
  /// Anything else, at hours that the table gives.
  case other

  /// What somebody at such a post is called, where the table gives no other word.
  public var title: Phrase {
    switch self {
    case .vehicle: Phrase("车长", "vehicle leader")
    case .floor: Phrase("楼层联络员", "floor contact")
    case .discussion: Phrase("讨论服务", "discussion service")
    case .arrival: Phrase("接站", "arrivals")
    case .departure: Phrase("送站", "departures")
    case .other: Phrase("岗位", "post")
    }
  }
}

/// Posts that are to be filled: a line of the table `duties`.
public struct DutyRule: Sendable, Hashable {
  /// Row in the table `duties`, the header counted as 1.
  public var row: Int
  /// What kind of work it is.
  public var kind: DutyKind
  /// What it is called; blank: as its kind is.
  public var post: String = ""
  /// People at each post.
  public var people = 1
  /// As many people again for each further so many who are served; nothing: however many they are.
  public var each: Int?
  /// A post where at least so many people are served.
  public var least = 1
  /// The only place: a vehicle, a hotel, a session, a station; blank: every one. Of another post where it is.
  public var place: String = ""
  /// When the post begins, where it is no hour of every day.
  public var from: Moment?
  /// When it ends.
  public var to: Moment?
  /// The hours of every day.
  public var hours: DailyHours?
  /// Who can be there; nothing: the staff.
  public var audience: Audience?
  /// Only people of this sex.
  public var gender: Gender?
  /// People who are there for certain: ids or unique names.
  public var names: [String] = []

  /// A line that asks for one person of the staff at each post of a kind.
  public init(row: Int, kind: DutyKind) {
    self.row = row
    self.kind = kind
  }

  /// What somebody at such a post is called.
  public var title: Phrase { post.isEmpty ? kind.title : Phrase(post) }
}

/// The work of an event that staff share out among themselves.
public struct Staffing: Sendable, Hashable {
  /// In listed order.
  public let rules: [DutyRule]
  /// Those who are named in each of ``rules`` and are present; indices of people.
  public let named: [[Int]]
  /// Those who are named for each floor, by hotel and floor, and present.
  public let ofFloor: [HotelFloor: [Int]]
  /// Those who are named for each group, by its index, and present.
  public let ofGroup: [Int: [Int]]

  /// A floor by the names of the hotel and its own.
  public struct HotelFloor: Sendable, Hashable {
    /// Name of the hotel.
    public let hotel: String
    /// As printed.
    public let floor: String

    /// A floor of a hotel.
    public init(hotel: String, floor: String) {
      self.hotel = hotel
      self.floor = floor
    }
  }

  /// Half hours of a shift, begun ones counted whole.
  public static func halfHours(_ minutes: Int) -> Int { max(1, (minutes + 29) / 30) }

  /// Hours of a floor's evening, where its line gives none.
  public static let evening = DailyHours(from: 19 * 60, to: 22 * 60)
  /// Minutes between two arrivals that one batch bridges.
  public static let gapOfBatch = 60
  /// Minutes from the first of a batch to its last at most.
  public static let longestBatch = 180
  /// Half hours that a post without hours counts.
  public static let workWithoutHours = 2
}
