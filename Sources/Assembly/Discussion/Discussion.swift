public import Localization

/// A room for discussions in one session: a line of the table `discussion`.
public struct DiscussionRoom: Sendable, Hashable {
  /// Row in the table, the header counted as 1.
  public var row: Int
  /// As printed; unique in a session.
  public var name: String
  /// As printed.
  public var session: String
  /// Seats.
  public var seats: Int
  /// Building or floor, printed.
  public var place: String = ""
  /// Whether a wheelchair user can get in.
  public var isAccessible = false

  /// A room in a session.
  public init(row: Int, name: String, session: String, seats: Int) {
    self.row = row
    self.name = name
    self.session = session
    self.seats = seats
  }
}

extension DiscussionGroup {
  /// What they are called.
  public var name: Phrase {
    switch kind {
    case .named(let name): Phrase(name)
    case .role(let role): role.name
    }
  }
}

/// People who meet in one room.
public struct DiscussionGroup: Sendable, Hashable {
  /// Who they are.
  public enum Kind: Sendable, Hashable {
    /// By the name that the lists give them, or that of their delegation.
    case named(String)
    /// The people of one role who have no group.
    case role(Role)
  }

  /// Who they are.
  public let kind: Kind
  /// Those who are present, in listed order; indices of people.
  public let members: [Int]
  /// Whether somebody of them uses a wheelchair.
  public let needsAccess: Bool
}

/// The discussions of an event: its groups, sessions and rooms.
public struct Discussion: Sendable, Hashable {
  /// In listed order.
  public let rooms: [DiscussionRoom]
  /// Names, in the order in which the table first speaks of them.
  public let sessions: [String]
  /// The rooms of each session in listed order; indices in ``rooms``.
  public let roomsOfSession: [[Int]]
  /// The session of each room; index in ``sessions``.
  public let sessionOfRoom: [Int]
  /// A number for each room as a place: rooms of one name in one place are the same in every session.
  public let placeOfRoom: [Int]
  /// Whether the table tells which rooms are accessible.
  public let offersAccessibleRooms: Bool
  /// In the order of the groups of the event of which their people are.
  public let groups: [DiscussionGroup]

  init(rooms: [DiscussionRoom], offersAccessibleRooms: Bool, groups: [DiscussionGroup]) {
    self.rooms = rooms
    self.offersAccessibleRooms = offersAccessibleRooms
    self.groups = groups
    func numbered<Key: Hashable>(_ keys: [Key]) -> (numbers: [Int], names: [Key]) {
      var numberOfKey: [Key: Int] = [:]
      var names: [Key] = []
      let numbers = keys.map { key in
        if let known = numberOfKey[key] { return known }
        numberOfKey[key] = names.count
        names.append(key)
        return names.count - 1
      }
      return (numbers, names)
    }
    (sessionOfRoom, sessions) = numbered(rooms.map(\.session))
    placeOfRoom = numbered(rooms.map { [$0.name, $0.place] }).numbers
    var roomsOfSession = sessions.map { _ in [Int]() }
    for (room, session) in sessionOfRoom.enumerated() { roomsOfSession[session].append(room) }
    self.roomsOfSession = roomsOfSession
  }

  /// The room of this name in a session.
  public func room(_ name: String, session: Int) -> Int? {
    roomsOfSession[session].first { rooms[$0].name == name }
  }

  /// Whether a group can meet in a room.
  public func holds(_ group: Int, in room: Int) -> Bool {
    groups[group].members.count <= rooms[room].seats
      && (!offersAccessibleRooms || !groups[group].needsAccess || rooms[room].isAccessible)
  }
}

extension EventValidation {
  /// Makes the discussions of the table `discussion`, once people and groups are known.
  mutating func buildDiscussion() {
    guard let rooms = draft.discussion else { return }
    var firstRow: [[String]: Int] = [:]
    for room in rooms {
      let key = [room.session, room.name]
      if let first = firstRow[key] {
        report(.discussion, room.row, "room", .dining(.duplicateRoom(firstRow: first)))
      } else {
        firstRow[key] = room.row
      }
    }
    let discussion = Discussion(
      rooms: rooms, offersAccessibleRooms: draft.offersAccessibleDiscussionRooms, groups: discussionGroups())
    self.discussion = discussion
    if discussion.groups.isEmpty { report(.discussion, nil, "room", .nobodyAsks) }
    let users = discussion.groups.reduce(0) { sum, group in
      sum + group.members.count { people[$0].needs.contains(.wheelchair) }
    }
    if users > 0, !draft.offersAccessibleDiscussionRooms {
      report(.discussion, nil, "accessible", .dining(.accessibleRoomsNotOffered(people: users)))
    }
  }

  /// Those who meet: each person by the list of people, else by the table of groups, else with the own group.
  private func discussionGroups() -> [DiscussionGroup] {
    let nameOfGroup = Dictionary(
      draft.groups.map { ($0.name, $0.discussion) }
    ) { first, _ in first }
    var members: [DiscussionGroup.Kind: [Int]] = [:]
    var order: [DiscussionGroup.Kind: (group: Int, person: Int)] = [:]
    for (index, person) in people.enumerated() where !person.isAbsent {
      let meeting: Meeting =
        person.entry.discussion ?? person.groupName.flatMap { nameOfGroup[$0] ?? nil } ?? .ownGroup
      let kind: DiscussionGroup.Kind
      switch meeting {
      case .nobody: continue
      case .with(let name): kind = .named(name)
      case .ownGroup: kind = person.groupName.map(DiscussionGroup.Kind.named) ?? .role(person.role)
      }
      members[kind, default: []].append(index)
      let place = (group: person.group, person: index)
      if let known = order[kind], known < place { continue }
      order[kind] = place
    }
    return members.keys.sorted { order[$0]! < order[$1]! }.map { kind in
      DiscussionGroup(
        kind: kind, members: members[kind]!,
        needsAccess: members[kind]!.contains { people[$0].needs.contains(.wheelchair) })
    }
  }
}

/// With whom somebody discusses.
public enum Meeting: Sendable, Hashable {
  /// With the own group.
  case ownGroup
  /// With those of this name.
  case with(String)
  /// With nobody.
  case nobody
}
