/// What a person is at the event; only `rostrum` sits on the rostrum.
public enum Role: String, Sendable, Hashable, CaseIterable {
  case rostrum, delegate, observer, guest, press, staff
}

/// Sex, as rooms are shared by it.
public enum Gender: String, Sendable, Hashable, CaseIterable {
  case male = "M"
  case female = "F"
}

/// What a seat, a room or a vehicle must offer to a person.
public enum Need: String, Sendable, Hashable, CaseIterable {
  case wheelchair, aisle
}

/// The room a person is entitled to.
public enum Entitlement: String, Sendable, Hashable, CaseIterable {
  case suite, single, twin
  /// The person does not sleep at the event's hotels.
  case none
}

/// One way to or from the event.
public struct Journey: Sendable, Hashable {
  /// Scheduled arrival or departure.
  public var time: Moment?
  /// Airport or station.
  public var place: String?
  /// Number of the flight or train.
  public var service: String?
  /// Whether the event's vehicles carry this person.
  public var isCarried: Bool

  /// A journey; nothing is known of it by default.
  public init(time: Moment? = nil, place: String? = nil, service: String? = nil, isCarried: Bool = false) {
    self.time = time
    self.place = place
    self.service = service
    self.isCarried = isCarried
  }

  /// Whether ``service`` is the number of a train; any other service is a flight.
  public var isByTrain: Bool {
    service.map { Service($0).kind == .train } ?? false
  }
}

/// The seat that the list gives to a person by name.
public enum SeatWish: Sendable, Hashable {
  /// A seat of the rostrum, as printed.
  case rostrum(RostrumSeat)
  /// A seat of the hall, as printed.
  case hall(section: String, row: PrintedName, seat: PrintedName)
  /// Neither rostrum nor hall.
  case none
}

/// A line of the list of people as it was written: references to others are still words.
public struct PersonEntry: Sendable, Hashable {
  /// Row in the table of people, the header counted as 1.
  public var row: Int
  /// Unique in the event.
  public var id: String
  /// Name as printed.
  public var name: String
  /// How the name is read in pinyin, as somebody typed it; blank: as it usually is.
  public var pinyin: String = ""
  /// Name of the delegation or unit.
  public var groupName: String?
  /// Protocol place, 1 highest; nobody without a rank comes before somebody with one.
  public var rank: Double?
  /// What the person is at the event.
  public var role: Role = .delegate
  /// Title, printed.
  public var title: String = ""
  /// Sex, needed to share a room.
  public var gender: Gender?
  /// In no module, kept on the lists.
  public var isAbsent = false
  /// Ethnicity, printed.
  public var ethnicity: String = ""
  /// Diet: `halal`, `vegetarian` or free text.
  public var diet: String = ""
  /// What ``diet`` says of the kitchen; empty for who eats anything.
  public var diets: [Diet] = []
  /// Whether the person eats with the others.
  public var dines = true
  /// With whom the person discusses; nothing: with those with whom the own group does.
  public var discussion: Meeting?
  /// What seats, rooms and vehicles must offer.
  public var needs: Set<Need> = []
  /// The room to be given; nothing: a twin when there is a check-in, else none.
  public var entitlement: Entitlement?
  /// First night; nothing: the event's start.
  public var checkIn: Day?
  /// Day after the last night; nothing: the day after the event's end.
  public var checkOut: Day?
  /// The way to the event.
  public var arrival = Journey()
  /// The way back.
  public var departure = Journey()
  /// The seat given by name.
  public var seat: SeatWish?
  /// Ids or unique names.
  public var besideNames: [String] = []
  /// Ids or unique names.
  public var apartNames: [String] = []
  /// `HOTEL` or `HOTEL-ROOM`.
  public var room: String?
  /// Ids or unique names.
  public var roommateNames: [String] = []
  /// Id of a vehicle, or ``Vehicle/own``.
  public var vehicle: String?
  /// Phone, printed.
  public var phone: String = ""
  /// A remark, printed.
  public var note: String = ""
  /// Columns that the product does not know, carried into printed lists; in the order of `EventDraft.extraColumns`.
  public var extra: [String] = []

  /// The name without blanks: 王 芳 is 王芳.
  public var nameKey: String { name.withoutBlanks }

  /// An entry with nothing but what every person has.
  public init(row: Int, id: String, name: String) {
    self.row = row
    self.id = id
    self.name = name
  }
}

/// A person of a valid event. People are known by their index in ``Event/people``.
@dynamicMemberLookup
public struct Person: Sendable, Hashable {
  /// What the list says of the person.
  public internal(set) var entry: PersonEntry
  /// Index in ``Event/groups``.
  public let group: Int
  /// People named in `beside`, by index.
  public let beside: [Int]
  /// People named in `apart`, by index.
  public let apart: [Int]
  /// People named in `roommate`, by index.
  public let roommates: [Int]
  /// The nights at the event's hotels; nothing for who sleeps elsewhere or is absent.
  public let stay: Stay?
  /// The hotel or room given by name, where the table `rooms` is given.
  public internal(set) var roomWish: RoomWish?
  /// The hotel that the list of people, or else the table of groups, gives by name: where the event's vehicles bring
  /// a person whom no plan of rooms lodges.
  public let givenHotel: String?

  /// Reads through to the entry; inlined, since a key path that is handed over is made anew each time.
  @inlinable public subscript<Value>(dynamicMember field: KeyPath<PersonEntry, Value>) -> Value {
    entry[keyPath: field]
  }

  /// Whether this person is to sit in the hall.
  public var isDueInHall: Bool {
    !entry.isAbsent && entry.role != .rostrum && entry.seat != SeatWish.none
  }

  /// The room to be given: a twin where the list tells only nights.
  public var entitlement: Entitlement {
    entry.entitlement ?? (entry.checkIn == nil ? .none : .twin)
  }

  /// Whether this person is to sit on the rostrum.
  public var isDueOnRostrum: Bool {
    !entry.isAbsent && entry.role == .rostrum && entry.seat != SeatWish.none
  }
}

extension String {
  /// 王 芳 as 王芳.
  package var withoutBlanks: String { mayHoldBlanks ? filter { !$0.isWhitespace } : self }

  /// Whether some byte begins a blank of ASCII, or may begin another blank: U+0085, U+00A0, U+1680, U+2000 and on, U+3000.
  private var mayHoldBlanks: Bool {
    utf8.contains { $0 <= 0x20 || $0 == 0xC2 || 0xE1...0xE3 ~= $0 }
  }
}
