/// What can be the matter with vehicles, routes and transfers, and with what people say of their journeys.
public enum VehiclesFault: Sendable, Hashable {
  // MARK: People

  /// Somebody arrives after the event's last day.
  case arrivalAfterEnd
  /// Somebody departs before the event's first day.
  case departureBeforeStart
  /// Somebody is to be picked up or dropped off at no time.
  case carriedWithoutTime
  /// Somebody is to be picked up or dropped off at no place.
  case carriedWithoutPlace
  /// The list gives a vehicle that is not there.
  case unknownVehicle(String)
  /// People in wheelchairs travel, but the table does not tell which vehicles carry them.
  case accessibleVehiclesNotOffered(people: Int)
  /// People in wheelchairs travel, and no vehicle carries them.
  case noAccessibleVehicle(people: Int)

  // MARK: Vehicles and routes

  /// The id of a vehicle is the word for a vehicle shared with nobody.
  case vehicleCalledOwn
  /// A vehicle is taken back before it comes.
  case vehicleWindowEmpty
  /// Another row has the vehicle in the same hours.
  case shiftsOverlap(firstRow: Int)
  /// Another row says something else of the vehicle than its hours and its driver.
  case shiftDiffers(firstRow: Int)
  /// A vehicle is there for hours of every day, but the event has no days.
  case dailyHoursWithoutDays
  /// Another vehicle shows the same number.
  case numberTaken(firstRow: Int)
  /// A route or transfer ends where it begins.
  case leadsNowhere
  /// Another row gives other minutes for the same way.
  case otherMinutes(firstRow: Int)
  /// People are to be carried and there are no routes.
  case noRoutes
  /// A place in use is in no route; ways that are needed from it, the first of them.
  case placeWithoutRoute(String, to: [String])
  /// Pairs of places in use without a route, the first thousand; either direction will do.
  case routesMissing([Way])

  // MARK: Transfers

  /// A transfer may leave no later than before it may leave.
  case transferWindowEmpty
  /// Somebody is to ride in this transfer and in one of another row at the same time.
  case ridesBoth(otherRow: Int, people: Int)
  /// A selector names a group of which nobody is.
  case noGroupOfThatName(String)
  /// A selector names a hotel that is not there.
  case noHotelOfThatName(String)
  /// A selector selects nobody.
  case selectsNobody
  /// Nobody of whom a transfer selects sleeps where it begins or ends.
  case nobodySleepsThere

  /// Whether a plan may be made all the same.
  public var isNote: Bool {
    switch self {
    case .accessibleVehiclesNotOffered, .noAccessibleVehicle, .noHotelOfThatName, .nobodySleepsThere: true
    default: false
    }
  }
}
