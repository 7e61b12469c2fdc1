public import Assembly

/// A rule that a plan breaks or a figure that differs. People are indices in `Event.people`.
public enum Violation: Sendable, Hashable {
  /// A seat of either place.
  public enum Seat: Sendable, Hashable {
    /// A seat of the rostrum.
    case rostrum(RostrumSeat)
    /// Index in `Hall.seats`.
    case hall(Int)
  }

  // MARK: Who is in the plan

  /// The plan belongs to a table that the event does not have.
  case tableMissing(Module)
  /// The plan names somebody who is not in the event.
  case unknownPerson(index: Int, Module)
  /// Somebody has a place who is to have none here: absent, of another role, or with `seat` `none`.
  case notDue(person: Int, Module)
  /// Somebody is seated twice or left out twice.
  case namedTwice(person: Int, Module)
  /// Somebody has a seat and is told to have none.
  case seatedAndUnplaced(person: Int, Module)
  /// The plan does not speak of somebody.
  case forgotten(person: Int, Module)
  /// Somebody is told to be without a place of another module.
  case entryOfOtherModule(person: Int, Module, in: Module)

  // MARK: Who may sit where

  /// There is no such seat.
  case noSuchSeat(person: Int, Seat)
  /// Several people have one seat.
  case seatShared(people: [Int], Seat)
  /// Somebody sits elsewhere than `seat` says.
  case pinNotKept(person: Int, pinned: Seat, Seat)
  /// Somebody whose `seat` is given has none.
  case pinnedLeftOut(person: Int, Seat)
  /// Two people whom `beside` joins do not sit next to each other; in rooms, staff are not on the floor of the other.
  case notBeside(Int, Int, Module)
  /// Two people whom `apart` parts sit next to each other; in rooms, they share one on a night.
  case notApart(Int, Int, Module)
  /// Somebody has no seat although this one is empty and would break no rule.
  case leftOutThoughSeatIsFree(person: Int, Seat)

  // MARK: The rostrum

  /// The plan tells another place of a seat than the rules give it; nothing where its place is left empty.
  case wrongPlace(person: Int, RostrumSeat, told: Int, actual: Int?)
  /// Without wishes everybody has the place of their rank.
  case notOwnPlace(person: Int, place: Int, own: Int)
  /// Of two people without wishes the lower has the better place.
  case protocolOrderBroken(higher: Int, lower: Int)
  /// Somebody has no seat while a lower person without a pin has one.
  case leftOutBeforeLower(person: Int, seated: Int)

  /// After a late change, somebody sits in a row behind somebody of lower rank.
  case behindLower(person: Int, lower: Int)
  /// After a late change, somebody sits farther from the centre of a row than somebody of lower rank on that side.
  case outsideLower(person: Int, lower: Int)
  /// After a late change, a chair between two people of a row is empty.
  case chairEmptyBetween(RostrumSeat)

  // MARK: The hall

  /// After a late change with `close_up`, a seat that an absent person left is empty while somebody sits behind it.
  case gapNotClosed(person: Int, Seat)
  /// A held seat is taken by somebody who is not pinned there.
  case heldSeatTaken(person: Int, Seat)
  /// A seat of a line for one role is taken by somebody of another.
  case seatOfOtherRole(person: Int, Seat)
  /// Somebody sits outside the sections that bind their group.
  case outsideSections(person: Int, Seat)
  /// Somebody who needs a wheelchair place has another seat.
  case noWheelchairPlace(person: Int, Seat)
  /// Somebody who needs a wheelchair place has none while another, who needs none, sits there.
  case wheelchairPlaceWithheld(from: Int, by: Int, Seat)
  /// Somebody sits on a wheelchair place without need though another seat would do.
  case wheelchairPlaceTaken(person: Int, Seat, insteadOf: Seat)
  /// Somebody sits elsewhere though a seat in a line kept for their role is empty.
  case keptLineNotUsed(person: Int, Seat, insteadOf: Seat)
  /// With `strict` somebody sits deeper by more than one than somebody of a later group.
  case deeperThanLaterGroup(person: Int, later: Int)
  /// By `member_order` another person of the group takes this seat.
  case outOfMemberOrder(person: Int, expected: Int, Seat)
  /// An unmet wish for an aisle seat is not told.
  case aisleNotTold(person: Int)
  /// An aisle seat is told to be missing where none is.
  case aisleToldWrongly(person: Int)
  /// Somebody without wishes has a seat at the aisle that another of the group asks for.
  case aisleSeatWithheld(from: Int, by: Int, Seat)

  // MARK: Rooms; indices in `RoomStock.rooms` and `RoomStock.hotels`

  /// There is no such room.
  case noSuchRoom(person: Int, room: Int)
  /// On a night, the first of its kind, a room has more people than beds.
  case moreThanBeds(room: Int, night: Day, people: Int)
  /// People of different families share a suite or a single on a night.
  case notAlone(Int, Int, room: Int)
  /// People whose genders differ or are not known share a room on a night and are no family.
  case gendersMixed(Int, Int, room: Int)
  /// Two people whom `roommate` joins have different rooms.
  case roommatesParted(Int, Int)
  /// Somebody has another hotel or room than `room` says.
  case roomWishNotKept(person: Int, room: Int)
  /// Somebody sleeps outside the hotels that bind their group.
  case outsideHotels(person: Int, room: Int)
  /// A room cannot be used on all nights of somebody's stay.
  case roomNotAvailable(person: Int, room: Int)
  /// Somebody who needs an accessible room has another.
  case noAccessibleRoom(person: Int, room: Int)
  /// A hotel has fewer empty rooms than `room_spare` says.
  case spareRoomsUsed(hotel: Int, used: Int, usable: Int)
  /// Of two people who are alike the lower has a bed and the higher has none.
  case withoutBedBeforeLower(person: Int, lodged: Int)

  // MARK: Vehicles

  /// There is no such vehicle.
  case noSuchVehicle(VehicleRun)
  /// The table of routes does not tell the way to a run's origin, or of the run.
  case noRoute(VehicleRun, from: String, to: String)
  /// A run arrives at another time than its departure and the drive make.
  case wrongArrival(VehicleRun, actual: Moment)
  /// A run carries nobody.
  case nobodyRides(VehicleRun)
  /// A run has more riders than seats that need not be kept free.
  case moreThanSeats(VehicleRun, usable: Int)
  /// Somebody who needs an accessible vehicle rides in another.
  case noAccessibleVehicle(person: Int, VehicleRun)
  /// Somebody rides in another vehicle than `vehicle` says.
  case vehicleWishNotKept(person: Int, VehicleRun)
  /// Somebody rides whom nothing asks to be carried so.
  case notToRide(person: Int, VehicleRun)
  /// Somebody is to go from elsewhere or to elsewhere.
  case wrongWay(person: Int, VehicleRun, from: String, to: String)
  /// Somebody leaves at a time at which they must not.
  case wrongTime(person: Int, VehicleRun, earliest: Moment, latest: Moment)
  /// Somebody rides with a person who has a vehicle of their `own`, and whom `beside` does not name.
  case sharesOwnVehicle(person: Int, of: Int, VehicleRun)
  /// A vehicle cannot be at a run's origin and loaded before this moment.
  case cannotBeThere(VehicleRun, before: Moment)
  /// A vehicle is not unloaded by the end of its time.
  case unloadsTooLate(VehicleRun, end: Moment)
  /// Somebody is on a run before they have left another.
  case onTwoRuns(person: Int, VehicleRun, VehicleRun)
  /// Somebody rides two transfers that are fixed in two vehicles.
  case twoFixedVehicles(person: Int, VehicleRun, VehicleRun)
  /// A trip of somebody is made twice.
  case carriedTwice(person: Int)
  /// After a late change, a vehicle shows another number than it did; indices in `Fleet.vehicles`.
  case numberNotKept(vehicle: Int, number: Int, before: Int)
  /// After a late change, a vehicle shows the number of another one that is there still.
  case numberOfAnother(vehicle: Int, number: Int, owner: Int)
  /// Somebody has another number of trips that are not carried than is told.
  case uncarriedTripsDiffer(person: Int, told: Int, actual: Int)

  // MARK: Tables; indices in `DiningHall.tables`

  /// There is no such table.
  case noSuchTable(person: Int, table: Int)
  /// A table has more people than seats.
  case moreThanSeatsAtTable(table: Int, people: Int)
  /// Somebody sits at a table that their diet does not admit.
  case otherDietAtTable(person: Int, table: Int)
  /// Somebody sits at a table that is for others.
  case notMeantByTable(person: Int, table: Int)
  /// Somebody is to sit at the main table by rank and does not.
  case notAtMainTable(person: Int, table: Int)
  /// Somebody sits elsewhere while a table that is for them has seats.
  case seatForSomeLeftEmpty(person: Int, table: Int)
  /// Of two people of a group who are alike the lower has a seat and the higher has none.
  case noSeatAtTableBeforeLower(person: Int, seated: Int)

  // MARK: Discussion; indices in `Discussion.groups` and `Discussion.rooms`

  /// There is no such group or room.
  case noSuchDiscussion(group: Int, room: Int)
  /// A group has two rooms in one session.
  case twoDiscussionRooms(group: Int, session: Int)
  /// Several groups have one room.
  case discussionRoomShared(groups: [Int], room: Int)
  /// A room does not hold a group, or those of it who use a wheelchair.
  case discussionRoomUnfit(group: Int, room: Int)

  // MARK: Staff

  /// The plans ask for no such post, or for one at other times.
  case noSuchPost(StaffPost.ID)
  /// A post that the plans ask for is not told.
  case postForgotten(StaffPost.ID)
  /// A post has more or fewer people than it needs, those who are told to be missing counted.
  case peopleOfPostDiffer(StaffPost.ID, told: Int, due: Int)
  /// Somebody is told twice at one post.
  case twiceAtPost(StaffPost.ID)
  /// Somebody is at a post that is not for them, or while they are not there or ride elsewhere.
  case cannotBeAtPost(person: Int, StaffPost.ID)
  /// Somebody is at two posts at once.
  case atTwoPosts(person: Int, StaffPost.ID, StaffPost.ID)
  /// Others are at a post in the place of who is named for it.
  case namedForPostLeftOut(StaffPost.ID)

  // MARK: Figures

  /// A term differs from its value computed anew.
  case termDiffers(Term, told: Int, actual: Int)
  /// The bound is higher than the objective it bounds.
  case boundAboveObjective(Module, bound: Int, objective: Int)
  /// The status is `optimal` but the gap is not 0.
  case optimalWithGap(Module, bound: Int, objective: Int)
  /// The gap is 0 but the status is not `optimal`.
  case gapClosedButNotOptimal(Module, Status)
  /// Another number of people have moved since the earlier plan than is told.
  case movesDiffer(Module, told: Int, actual: Int)
  /// More people are told to have to move than have moved.
  case leastMovesAboveMoves(Module, least: Int, moves: Int)
  /// There is a plan although its wishes are told to conflict.
  case planDespiteConflict(Module)
}
