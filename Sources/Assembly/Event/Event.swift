/// What the tables of an event say, before it is known whether it can be.
public struct EventDraft: Sendable {
  /// What the table `event` says.
  public var settings: Settings
  /// Lines of the table `people`.
  public var people: [PersonEntry]
  /// Lines of the table `groups`.
  public var groups: [GroupEntry]
  /// Rows of the table `rostrum`; nothing when it is missing.
  public var rostrum: [RostrumRow]?
  /// Lines of the table `hall`; nothing when it is missing.
  public var hall: [HallLine]?
  /// Lines of the table `rooms`; nothing when it is missing.
  public var rooms: [Room]?
  /// Whether the table `rooms` has the column `accessible`.
  public var offersAccessibleRooms = false
  /// Lines of the table `vehicles`; nothing when it is missing.
  public var vehicles: [Vehicle]?
  /// Whether the table `vehicles` has the column `accessible`.
  public var offersAccessibleVehicles = false
  /// Lines of the table `routes`.
  public var routes: [Route] = []
  /// Lines of the table `transfers`.
  public var transfers: [Transfer] = []
  /// Lines of the table `tables`; nothing when it is missing.
  public var tables: [DiningTable]?
  /// Lines of the table `discussion`; nothing when it is missing.
  public var discussion: [DiscussionRoom]?
  /// Whether the table `discussion` has the column `accessible`.
  public var offersAccessibleDiscussionRooms = false
  /// Lines of the table `duties`; nothing when it is missing.
  public var duties: [DutyRule]?
  /// Lines of the table `agenda`.
  public var agenda: [AgendaItem] = []
  /// Headers of the columns of people that the product does not know.
  public var extraColumns: [String] = []
  /// The strokes of the people's names, where `member_order` asks for their order and a table of strokes was found.
  public var strokeCodes: StrokeCodes?

  /// A draft of an event with these people and nothing else.
  public init(settings: Settings, people: [PersonEntry] = []) {
    self.settings = settings
    self.people = people
    groups = []
  }
}

/// An assembly: its people, their groups, and the places they are to be given. It is valid once it exists:
/// references resolve, ids and seats are unique, wishes name seats that are there.
public struct Event: Sendable {
  /// What the table `event` says.
  public let settings: Settings
  /// In listed order.
  public internal(set) var people: [Person]
  /// In the order of objectives.md §0.
  public let groups: [Group]
  /// The rostrum, where its table is given.
  public let rostrum: Rostrum?
  /// The hall, where its table is given.
  public let hall: Hall?
  /// The hotels, where the table `rooms` is given.
  public let roomStock: RoomStock?
  /// The vehicles, where their table is given.
  public let fleet: Fleet?
  /// The dining tables, where their table is given.
  public let diningHall: DiningHall?
  /// The discussions, where their table is given.
  public let discussion: Discussion?
  /// The work of the staff, where the table `duties` is given.
  public let staffing: Staffing?
  /// Who leads each vehicle by the table of vehicles, of those who are present; indices in ``Fleet/vehicles``.
  public let leaderOfVehicle: [Int: Int]
  /// Whom the table of groups names as contacts, of those who are present; indices of people.
  public let contacts: Set<Int>
  /// What there is when, as listed; empty without its table.
  public let agenda: [AgendaItem]
  /// Headers of the columns of people that the product does not know.
  public let extraColumns: [String]
  /// The strokes of the people's names, where `member_order` asks for their order and a table of strokes was found.
  public let strokeCodes: StrokeCodes?
  /// What its organizer should know, none of it an error.
  public let notes: [Defect]

  /// Makes the event of a draft.
  ///
  /// - Throws: `InvalidEvent` with every defect at once.
  /// - Complexity: O(people log people + seats log seats).
  public init(_ draft: EventDraft) throws(InvalidEvent) {
    var validation = EventValidation(draft)
    validation.run()
    guard validation.defects.allSatisfy(\.isNote) else {
      throw InvalidEvent(defects: validation.defects)
    }
    settings = draft.settings
    people = validation.people
    groups = validation.groups
    rostrum = validation.rostrum
    hall = validation.hall
    roomStock = validation.roomStock
    fleet = validation.fleet
    diningHall = validation.diningHall
    discussion = validation.discussion
    staffing = validation.staffing
    leaderOfVehicle = validation.leaderOfVehicle
    contacts = validation.contacts
    agenda = draft.agenda
    extraColumns = draft.extraColumns
    strokeCodes = draft.strokeCodes
    notes = validation.defects
  }

  /// Every defect of a draft, notes among them; no error among them means that it makes an event.
  public static func defects(of draft: EventDraft) -> [Defect] {
    var validation = EventValidation(draft)
    validation.run()
    return validation.defects
  }

  /// Sorts people by protocol: rank, then listed order; who has no rank comes after all who have one.
  ///
  /// - Parameter members: indices of people.
  public func inProtocolOrder(_ members: some Sequence<Int>) -> [Int] {
    members.sorted { left, right in
      let (first, second) = (people[left].rank ?? .infinity, people[right].rank ?? .infinity)
      return first == second ? left < right : first < second
    }
  }

  /// Places at which people sleep as far as the tables tell, the venue left out.
  public var hotels: Set<String> {
    Set((roomStock?.hotels ?? []) + groups.flatMap(\.hotels) + people.compactMap(\.givenHotel))
      .subtracting([settings.place])
  }

  /// The people who are to sit on the rostrum, the highest first.
  public var dueOnRostrum: [Int] {
    inProtocolOrder(people.indices.filter { people[$0].isDueOnRostrum })
  }
}
