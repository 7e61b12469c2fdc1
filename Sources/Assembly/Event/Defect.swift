/// Something in an event's tables that cannot be, or that its organizer should know.
public struct Defect: Sendable, Hashable, Error {
  /// The table that has it.
  public let table: TableName
  /// Row in the table, the header counted as 1; nothing for the table as a whole, and for a setting, which is found
  /// by its key.
  public let row: Int?
  /// English header of the column; the key for the table `event`.
  public let column: String
  /// What is the matter.
  public let fault: Fault

  /// A defect of one cell.
  public init(_ table: TableName, row: Int?, column: String, _ fault: Fault) {
    self.table = table
    self.row = row
    self.column = column
    self.fault = fault
  }

  /// Whether a plan may be made all the same.
  public var isNote: Bool {
    switch fault {
    case .equalRanks, .sameName, .nightsBeforeArrival, .nightsAfterDeparture, .nightWithoutBed,
      .groupWithoutPeople, .besideBindsNothing, .wheelchairPlacesNotOffered, .numbersUnlikeNeighbours,
      .sidesSwapped, .middleAtASide, .sectionsUnlikeOtherRows,
      .seatTableMissing, .equalOrders, .countsAsTwin, .roomWishBindsNothing, .roommateBindsNothing,
      .accessibleRoomsNotOffered, .noAccessibleRoom, .roommatesTooMany, .groupNotListed, .askedWithoutTable,
      .nobodyAsks:
      true
    case .farFromEvent(_, let isCarried): !isCarried
    case .fleet(let fault): fault.isNote
    case .dining(let fault): fault.isNote
    case .staff(let fault): fault.isNote
    default:
      false
    }
  }

  /// Whether people and tables of a module do not fit: a table that nobody asks for, or the other way round.
  public var isAboutModules: Bool {
    switch fault {
    case .askedWithoutTable, .nobodyAsks: true
    default: false
    }
  }

  /// What is the matter; rows are rows of the same table.
  public enum Fault: Sendable, Hashable {
    case noPeople
    case duplicateID(firstRow: Int)
    case unknownPerson(String)
    case ambiguousPerson(String, rows: [Int])
    case namesThemself
    case equalRanks(rows: [Int])
    case sameName(rows: [Int])
    case checkOutNotAfterCheckIn
    case departureBeforeArrival
    case nightsBeforeArrival
    case nightsAfterDeparture
    case nightWithoutBed
    case endBeforeStart
    /// A journey more than two weeks away from the event.
    case farFromEvent(year: Int, isCarried: Bool)
    case groupNotListed
    /// People ask for a module whose table is missing.
    case askedWithoutTable(TableName, people: Int)
    /// The table of a module that nobody asks for.
    case nobodyAsks
    case duplicateGroup(firstRow: Int)
    case equalOrders(rows: [Int])
    case groupWithoutPeople
    case unknownSection(String)
    case duplicateRostrumRow(firstRow: Int)
    case rostrumTooLarge(limit: Int)
    case unusableSeatNumbers
    /// The numbers of a row go on otherwise than those of the rows before and behind it.
    case numbersUnlikeNeighbours
    case tooManySeats(limit: Int)
    case duplicateSeat(PrintedName, firstRow: Int)
    case noSuchSeatInLine(NamedSeats)
    case positionMissing
    case rowAtTwoDistances
    case seatsOverlap(firstRow: Int)
    case noSuchSeat
    /// A seat is given without its section, and several have one of that row and number.
    case seatInSeveralSections([String])
    case seatTableMissing(TableName)
    case centreHasNoPlace
    case rostrumSeatForOther(Role)
    case hallSeatForRostrum
    case besideBindsNothing
    case wheelchairPlacesNotOffered(people: Int)
    /// A section named for the left lies to the audience's right of the one named for the right.
    case sidesSwapped(left: String, right: String)
    /// The section in the middle by its name is not between those of the sides.
    case middleAtASide(String, left: String, right: String)
    /// A row lists two sections in the order contrary to most rows, and is drawn so.
    case sectionsUnlikeOtherRows(left: String, right: String)
    case duplicateRoom(firstRow: Int)
    case countsAsTwin(String, rooms: Int)
    case availableOnNoNight
    case unknownHotel(String)
    case unknownRoom(String)
    case genderMissing
    case gendersMissing(people: Int)
    case stayWithoutDates(rows: [Int])
    case stayTooLong(limit: Int)
    case roomWishBindsNothing
    case roommateBindsNothing
    /// More people are to share one room than any room has beds.
    case roommatesTooMany(people: Int, beds: Int)
    /// The tables tell which rooms are accessible, and none is.
    case noAccessibleRoom(people: Int)
    case accessibleRoomsNotOffered(people: Int)
    case sumTooLarge
    /// Something in the tables of vehicles, routes and transfers, or in what people say of their journeys.
    case fleet(VehiclesFault)
    /// Something in the tables of dining tables and discussion rooms.
    case dining(DiningFault)
    /// Something in the table of duties.
    case staff(StaffFault)
  }
}

/// The event could not be made: at least one defect is no note.
public struct InvalidEvent: Error {
  /// All defects, notes among them.
  public let defects: [Defect]
}
