import Assembly
import Localization
import Tables

/// The ways in which names of one kind are written: what differs only in blanks, width, letter case, kind of bracket or
/// of middle dot is one name, and the first way is the one that is printed.
struct Spelling {
  private var first: [String: String] = [:]
  /// Those that begin with zeros, by what is left without these.
  private var withoutZeros: [String: [String]] = [:]

  /// The first spelling of a name; this one, if it is new.
  mutating func canonical(_ name: String) -> String {
    let folded = foldName(name)
    if let known = first[folded] { return known }
    first[folded] = name
    if folded.first == "0" { withoutZeros[zerosTaken(folded), default: []].append(name) }
    return name
  }

  /// The known name that differs from a word in nothing that counts.
  func same(_ word: String) -> String? {
    first[foldName(word)]
  }

  /// The known name that a word means: one that differs in nothing else, or the only one that differs in leading zeros
  /// too; nothing where there is none.
  func known(_ word: String) -> String? {
    if let name = same(word) { return name }
    let short = zerosTaken(foldName(word))
    let names = (first[short].map { [$0] } ?? []) + (withoutZeros[short] ?? [])
    return names.count == 1 ? names[0] : nil
  }

  /// The names that a text begins with, the longest first, and what of it is left.
  func beginnings(of text: String) -> [(name: String, rest: String)] {
    let folded = foldName(text)
    return first.filter { folded.hasPrefix($0.key) }.sorted {
      ($1.key.count, $0.key) < ($0.key.count, $1.key)
    }
    .map { ($0.value, String(folded.dropFirst($0.key.count))) }
  }

  private func zerosTaken(_ folded: String) -> String {
    String(folded.drop { $0 == "0" })
  }
}

/// Writes every name of a draft in one way, so that whoever comes later can compare names as they stand.
struct DraftSpelling {
  private var groups = Spelling()
  private var places = Spelling()
  private var sections = Spelling()
  private var vehicles = Spelling()
  private var discussions = Spelling()
  private var ids = Spelling()
  private var listed: [(name: String, id: String)] = []
  /// Ids by the folded name of a person; several where people share a name.
  private lazy var idsOfName = Dictionary(grouping: listed) { foldName($0.name) }.mapValues { $0.map(\.id) }
  private var notes: [(table: TableName, row: Int, column: String)] = []

  private init() {}

  /// Writes every name of the draft as the first that is the same.
  ///
  /// - Returns: cells that write a name otherwise.
  static func unify(_ draft: inout EventDraft) -> [(table: TableName, row: Int, column: String)] {
    var spelling = DraftSpelling()
    spelling.unifyGroups(&draft)
    spelling.unifyPlaces(&draft)
    spelling.unifySections(&draft)
    spelling.unifyVehicles(&draft)
    spelling.unifyDiscussions(&draft)
    spelling.unifyPeople(&draft)
    return spelling.notes
  }

  // MARK: - Groups

  private mutating func unifyGroups(_ draft: inout EventDraft) {
    for index in draft.people.indices {
      guard let name = draft.people[index].groupName else { continue }
      let known = groups.canonical(name)
      if known != name { notes.append((.people, draft.people[index].row, "group")) }
      draft.people[index].groupName = known
    }
    for index in draft.groups.indices {
      draft.groups[index].name = groups.canonical(draft.groups[index].name)
    }
  }

  // MARK: - Places

  private mutating func unifyPlaces(_ draft: inout EventDraft) {
    draft.settings.place = places.canonical(draft.settings.place)
    if var rooms = draft.rooms {
      let original = rooms.map(\.hotel)
      for index in rooms.indices where places.canonical(original[index]) != original[index] {
        notes.append((.rooms, rooms[index].row, "hotel"))
        rooms[index].hotel = places.canonical(original[index])
      }
      draft.rooms = rooms
    }
    for index in draft.groups.indices {
      draft.groups[index].hotels = draft.groups[index].hotels.map { places.canonical($0) }
    }
    for index in draft.routes.indices {
      draft.routes[index].from = places.canonical(draft.routes[index].from)
      draft.routes[index].to = places.canonical(draft.routes[index].to)
    }
    if var vehicles = draft.vehicles {
      for index in vehicles.indices {
        vehicles[index].base = vehicles[index].base.map { places.canonical($0) }
      }
      draft.vehicles = vehicles
    }
    for index in draft.transfers.indices {
      draft.transfers[index].from = places.canonical(draft.transfers[index].from)
      draft.transfers[index].to = places.canonical(draft.transfers[index].to)
      draft.transfers[index].who = draft.transfers[index].who.map(known)
    }
    for index in (draft.tables ?? []).indices {
      guard let audience = draft.tables?[index].audience else { continue }
      draft.tables?[index].audience?.conditions = audience.conditions.map(known)
    }
    for index in (draft.duties ?? []).indices {
      guard let rule = draft.duties?[index] else { continue }
      draft.duties?[index].audience?.conditions = (rule.audience?.conditions ?? []).map(known)
      draft.duties?[index].place = places.known(rule.place) ?? rule.place
    }
    unifyWishedRooms(&draft)
    for index in draft.people.indices {
      draft.people[index].arrival.place = draft.people[index].arrival.place.map { places.canonical($0) }
      draft.people[index].departure.place = draft.people[index].departure.place.map { places.canonical($0) }
    }
  }

  /// A condition with the names that the other tables write.
  private func known(_ condition: RiderCondition) -> RiderCondition {
    switch condition {
    case .groups(let names): .groups(names.map { groups.known($0) ?? $0 })
    case .hotels(let names): .hotels(names.map { places.known($0) ?? $0 })
    default: condition
    }
  }

  /// 迎宾馆 302, 迎宾馆303房 and 迎宾馆-302 are `HOTEL-ROOM`.
  private func unifyWishedRooms(_ draft: inout EventDraft) {
    guard let rooms = draft.rooms else { return }
    var numbers: [String: Spelling] = [:]
    for room in rooms { _ = numbers[room.hotel, default: Spelling()].canonical(room.number) }
    for index in draft.people.indices {
      guard let wish = draft.people[index].room else { continue }
      if let room = onlyRoom(wish, numbers) { draft.people[index].room = room }
      for (hotel, rest) in places.beginnings(of: wish) where numbers[hotel] != nil {
        let number = rest.drop { "-–—/·,，:号".contains($0) }
        let bare = Self.bareNumber(number)
        if number.isEmpty {
          draft.people[index].room = hotel
        } else if let known = numbers[hotel]?.known(String(number))
          ?? bare.flatMap({ numbers[hotel]?.known(String($0)) })
        {
          draft.people[index].room = hotel + "-" + known
        } else {
          continue
        }
        break
      }
    }
  }

  /// The room that a number alone means: one that a single hotel has, of hotels none of which has that name.
  private func onlyRoom(_ wish: String, _ numbers: [String: Spelling]) -> String? {
    guard places.known(wish).map({ numbers[$0] == nil }) ?? true else { return nil }
    let rooms = numbers.compactMap { hotel, numbers in
      (numbers.known(wish) ?? Self.bareNumber(wish[...]).flatMap { numbers.known(String($0)) }).map {
        hotel + "-" + $0
      }
    }
    return rooms.count == 1 ? rooms[0] : nil
  }

  /// A number without the word for a room behind it.
  private static func bareNumber(_ text: Substring) -> Substring? {
    ["房间", "号房", "房", "室", "号"].first { text.hasSuffix($0) }.map { text.dropLast($0.count) }
  }

  // MARK: - Sections and vehicles

  private mutating func unifySections(_ draft: inout EventDraft) {
    guard var lines = draft.hall else { return }
    for index in lines.indices { lines[index].section = sections.canonical(lines[index].section) }
    draft.hall = lines
    for index in draft.groups.indices {
      draft.groups[index].sectionNames = draft.groups[index].sectionNames.map { section($0) }
    }
    for index in draft.people.indices {
      if case .hall(let name, let row, let seat) = draft.people[index].seat, !name.isEmpty {
        draft.people[index].seat = .hall(section: section(name), row: row, seat: seat)
      }
    }
  }

  /// 中 and 中区 are one section where the hall has one of them.
  private func section(_ name: String) -> String {
    sections.known(name) ?? sections.known(name + "区")
      ?? (name.hasSuffix("区") ? sections.known(String(name.dropLast())) : nil) ?? name
  }

  private mutating func unifyVehicles(_ draft: inout EventDraft) {
    guard var list = draft.vehicles else { return }
    for index in list.indices { list[index].id = vehicles.canonical(list[index].id) }
    draft.vehicles = list
    for index in draft.people.indices {
      guard let wish = draft.people[index].vehicle, wish != Vehicle.own else { continue }
      draft.people[index].vehicle = vehicles.known(wish) ?? wish
    }
  }

  // MARK: - Discussions

  /// A discussion group may bear the name of a group of the list.
  private mutating func unifyDiscussions(_ draft: inout EventDraft) {
    func unified(_ meeting: Meeting?, _ spelling: inout DraftSpelling) -> Meeting? {
      guard case .with(let name) = meeting else { return meeting }
      return .with(spelling.groups.same(name) ?? spelling.discussions.canonical(name))
    }
    for index in draft.groups.indices {
      draft.groups[index].discussion = unified(draft.groups[index].discussion, &self)
    }
    for index in draft.people.indices {
      draft.people[index].discussion = unified(draft.people[index].discussion, &self)
    }
    if var rooms = draft.discussion {
      var (names, sessions) = (Spelling(), Spelling())
      for index in rooms.indices {
        rooms[index].name = names.canonical(rooms[index].name)
        rooms[index].session = sessions.canonical(rooms[index].session)
      }
      draft.discussion = rooms
    }
  }

  // MARK: - People

  private mutating func unifyPeople(_ draft: inout EventDraft) {
    for index in draft.people.indices {
      let id = ids.canonical(draft.people[index].id)
      draft.people[index].id = id
      listed.append((draft.people[index].name, id))
    }
    for index in draft.people.indices {
      draft.people[index].besideNames = draft.people[index].besideNames.map { person($0) }
      draft.people[index].apartNames = draft.people[index].apartNames.map { person($0) }
      draft.people[index].roommateNames = draft.people[index].roommateNames.map { person($0) }
    }
    for index in (draft.duties ?? []).indices {
      let names = draft.duties?[index].names ?? []
      draft.duties?[index].names = names.map { person($0) }
    }
    for index in draft.groups.indices {
      draft.groups[index].contacts = draft.groups[index].contacts.map { person($0) }
    }
    if var vehicles = draft.vehicles {
      for index in vehicles.indices { vehicles[index].leaders = vehicles[index].leaders.map { person($0) } }
      draft.vehicles = vehicles
    }
    if var rooms = draft.rooms {
      for index in rooms.indices where !rooms[index].contacts.isEmpty {
        rooms[index].contacts = rooms[index].contacts.map { person($0) }
      }
      draft.rooms = rooms
    }
  }

  /// The id of the person whom a word means; the word itself where it means nobody, or several.
  private mutating func person(_ word: String) -> String {
    if let id = ids.same(word) { return id }
    let namesakes = idsOfName[foldName(word)] ?? []
    return namesakes.count == 1 ? namesakes[0] : namesakes.isEmpty ? ids.known(word) ?? word : word
  }
}
