public import Localization

/// A group's room in a session.
public struct DiscussionAssignment: Sendable, Hashable {
  /// Index in ``Discussion/groups``.
  public let group: Int
  /// Index in ``Discussion/rooms``, which tells the session.
  public let room: Int

  /// Lets `group` meet in `room`.
  public init(group: Int, room: Int) {
    self.group = group
    self.room = room
  }
}

/// Which group discusses in which room.
public struct DiscussionPlan: Sendable, Hashable {
  /// In the order of groups, then of rooms.
  public var assignments: [DiscussionAssignment]
  /// Those whose group has no room in some session; in the order of people.
  public var unplaced: [Unplaced]

  /// A plan; assignments are put into order.
  public init(assignments: [DiscussionAssignment], unplaced: [Unplaced] = []) {
    self.assignments = assignments.sorted { ($0.group, $0.room) < ($1.group, $1.room) }
    self.unplaced = unplaced.sorted { $0.person < $1.person }
  }

  /// The room of each group in each session; nothing where it has none.
  public func rooms(of discussion: Discussion) -> [[Int?]] {
    var rooms = discussion.groups.map { _ in discussion.sessions.map { _ in nil as Int? } }
    for assignment in assignments {
      rooms[assignment.group][discussion.sessionOfRoom[assignment.room]] = assignment.room
    }
    return rooms
  }
}

/// Where people discussed by the plan that is out, session by session.
public struct EarlierDiscussion: Sendable, Hashable {
  /// By session of the event as it is now; places are indices in ``Discussion/rooms``.
  public var sessions: [EarlierPlaces<Int>]

  /// Places of each session.
  public init(_ sessions: [EarlierPlaces<Int>]) {
    self.sessions = sessions
  }
}

extension DiscussionPlan: ModulePlan {
  /// The discussions.
  public static var module: Module { .discussion }

  /// Whether there are rooms for discussions.
  public static func isAsked(by event: Event) -> Bool { event.discussion != nil }
}

extension DiscussionPlan: ComparedPlan {
  /// Rooms for discussions.
  public static var gives: PlaceUse.Kind { .discussion }

  /// A room for each session.
  public func placings(in event: Event) -> [Placing] {
    guard let discussion = event.discussion else { return [] }
    return assignments.flatMap { assignment in
      let room = discussion.rooms[assignment.room]
      return discussion.groups[assignment.group].members.map {
        Placing(person: $0, use: PlaceUse(.discussion, room.session), place: .discussion(room))
      }
    }
  }

  /// Every room in every session.
  public static func places(of event: Event) -> [PrintedPlace: AnyHashable] {
    Dictionary(
      (event.discussion?.rooms ?? []).map { room in
        var plain = room
        plain.row = 0
        return (.discussion(room), AnyHashable(plain))
      }
    ) { first, _ in first }
  }

  /// Rooms are given to nobody by name.
  public static func given(to person: Person) -> AnyHashable? { nil }

  /// The discussion group decides.
  public static func isGivenAlike(_ old: Person, _ new: Person) -> Bool { old.discussion == new.discussion }

  /// Rooms by session and name.
  public static func rows(of event: Event) -> [ComparedRows] {
    [ComparedRows(.discussion, numbered: \.row, event.discussion?.rooms) { [$0.session, $0.name] }]
  }

  /// The list on the door.
  public static var papers: [Phrase] { [Phrase("讨论室门贴", "discussion door")] }

  /// By session and name of the room.
  public func earlier(since change: TableChange) -> EarlierDiscussion {
    guard let discussion = change.event.discussion, let old = change.earlier.discussion else {
      return EarlierDiscussion([])
    }
    return EarlierDiscussion(
      discussion.sessions.enumerated().map { session, name in
        let known = assignments.filter { old.rooms[$0.room].session == name }.flatMap { assignment in
          old.groups[assignment.group].members.map { (person: $0, place: assignment.room) }
        }
        return EarlierPlaces(known, since: change) { room in
          discussion.room(old.rooms[room].name, session: session)
        }
      })
  }

  /// People, session by session, who have another room.
  public func moves(since earlier: EarlierDiscussion, in event: Event) -> Int {
    guard let discussion = event.discussion else { return 0 }
    return assignments.reduce(0) { sum, assignment in
      let session = discussion.sessionOfRoom[assignment.room]
      guard earlier.sessions.indices.contains(session) else { return sum }
      return sum
        + discussion.groups[assignment.group].members.count {
          earlier.sessions[session].hasMoved($0, to: assignment.room)
        }
    }
  }
}

extension PrintedPlace {
  /// A room in a session.
  public static func discussion(_ room: DiscussionRoom) -> PrintedPlace {
    PrintedPlace(Phrase("\(room.session)\(room.name)", "\(room.session) \(room.name)"))
  }
}

extension EarlierPlan {
  /// Rooms, session by session.
  public var discussion: EarlierDiscussion? {
    get { self[DiscussionPlan.self] }
    set { self[DiscussionPlan.self] = newValue }
  }
}

extension EventPlan {
  /// Which group discusses where.
  public var discussion: DiscussionPlan? {
    get { self[DiscussionPlan.self] }
    set { self[DiscussionPlan.self] = newValue }
  }
}
