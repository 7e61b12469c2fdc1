/// How a plan differs from an earlier one, for the people who must be told.
///
/// Both plans are of events of their own: people are those of ``Event/people(of:)``, places are the same when they are
/// printed alike.
public struct PlanComparison: Sendable, Hashable {
  /// Why somebody is elsewhere.
  public enum Cause: Sendable, Hashable {
    /// They are absent now.
    case absent
    /// They are no longer on the list.
    case removed
    /// They are new on the list.
    case new
    /// They were absent and are so no longer.
    case present
    /// There was no place for them before.
    case placed
    /// They were not to have one before.
    case due
    /// There is no place for them any more.
    case unplaced
    /// They are to have none any more.
    case notDue
    /// The table gives them the new place, and gave them another one or none before.
    case pinned
    /// What the list says of them has changed.
    case entryChanged
    /// Their place is no longer there.
    case placeGone
    /// Their place is another kind of place now: kept for others, with fewer beds.
    case placeChanged
    /// Somebody else has their place: index in the new event's people.
    case takenBy(Int)
    /// They took the place of somebody who is gone, or of who moved into such a place: index in the earlier event's people.
    case inPlaceOf(Int)
    /// They travel at another time, or between other places.
    case journeyChanged
    /// They sleep in another hotel.
    case hotelChanged
    /// The transfer is at another time or between other places.
    case transferChanged
    /// The vehicle that showed their number is no longer there.
    case vehicleGone
    /// The vehicle that showed their number has other seats or hours.
    case vehicleChanged
    /// Somebody put them there by hand, in the files of the plan.
    case byHand
    /// None of these: places of others were changed.
    case rearranged

    /// Whether they come who were not to come, or the other way round.
    var isOfAttendance: Bool { [.absent, .removed, .new, .present].contains(self) }
  }

  /// Somebody who is elsewhere, new or gone.
  public struct Change: Sendable, Hashable {
    /// Index in the new event's people; nothing for who is no longer there.
    public let person: Int?
    /// Index in the earlier event's people; nothing for who was not there.
    public let earlierPerson: Int?
    /// What the place is for.
    public let use: PlaceUse
    /// The module that gives the place.
    public let module: Module
    /// Nothing for who had none.
    public let from: PrintedPlace?
    /// Nothing for who has none.
    public let to: PrintedPlace?
    /// Why.
    public internal(set) var cause: Cause
    /// Changes of one chain follow from one another, each into the place of another; counted from 1.
    public internal(set) var chain: Int
    /// Whether a badge tells when the ride leaves, and not the number of its vehicle alone.
    public internal(set) var isDepartureTold = false

    /// Whether they had a place and have another one.
    public var isMove: Bool { from != nil && to != nil }
  }

  /// In the order of modules, then of people, rides as they leave.
  public private(set) var changes: [Change] = []
  private let kindsBefore: Set<PlaceUse.Kind>
  /// Those of whom any ride changed.
  public private(set) var riders: [Rider] = []

  /// Whether somebody of whom a ride changed has any in either plan.
  public struct Rider: Sendable, Hashable {
    /// By the earlier plan.
    public let rodeBefore: Bool
    /// By the new one.
    public let ridesNow: Bool
  }

  /// Seats whose people are others now, and those that are empty now.
  public var changedSeats: Set<PrintedPlace> {
    Set(changes.filter { $0.use.kind == .seat }.flatMap { [$0.from, $0.to].compactMap(\.self) })
  }

  /// Whether the earlier plan gives anybody a place of a kind.
  public func had(_ kind: PlaceUse.Kind) -> Bool { kindsBefore.contains(kind) }

  /// Somebody's use of places; people are those of the event that is compared with.
  struct Key: Hashable {
    let person: Int
    let use: PlaceUse
  }

  /// Compares two plans.
  ///
  /// - Parameters:
  ///   - earlier: the plan that was out.
  ///   - now: the new plan.
  ///   - change: the tables of both.
  ///   - older: the events of modules whose earlier plan is of tables older than those; its indices are of these events.
  ///     Who is in them alone is not compared: that was told when they went.
  ///   - edits: what was changed by hand meanwhile.
  /// - Complexity: O(n log n) for n people, places and rides.
  public init(
    from earlier: EventPlan, to now: EventPlan, since change: TableChange, older: [Module: Event] = [:],
    edits: HandEdits? = nil
  ) {
    let tables = ComparedTables(change, older: older)
    let personNow = change.people
    var personBefore = [Int?](repeating: nil, count: change.event.people.count)
    for (before, person) in personNow.enumerated() { if let person { personBefore[person] = before } }
    let old = GivenPlaces(earlier, tables)
    let new = GivenPlaces(now, ComparedTables(TableChange(in: change.event)))
    kindsBefore = old.kinds
    var changes: [Change] = []
    for (person, given) in new.ofPerson.enumerated() {
      let before = personBefore[person]
      for entry in given {
        let from = before.flatMap { old.place(of: $0, for: entry.use) }
        guard from != entry.place else { continue }
        changes.append(
          Change(
            person: person, earlierPerson: before, use: entry.use, module: entry.module, from: from,
            to: entry.place, cause: .rearranged, chain: 0))
      }
    }
    for (before, given) in old.ofPerson.enumerated() {
      let person = personNow[before]
      for entry in given where person.map({ new.place(of: $0, for: entry.use) == nil }) ?? true {
        changes.append(
          Change(
            person: person, earlierPerson: before, use: entry.use, module: entry.module, from: entry.place,
            to: nil, cause: .removed, chain: 0))
      }
    }
    // Modules that one of the plans has not are not compared.
    changes = changes.filter { change in
      change.use.kind == .seat || earlier[change.module] != nil && now[change.module] != nil
    }
    let rankOfModule = Dictionary(uniqueKeysWithValues: zip(Module.allCases, 0...))
    self.changes = changes.map { change in
      let moment = (change.to ?? change.from)?.ride?.depart.description ?? ""
      let key = (
        rankOfModule[change.module]!, change.person ?? .max, change.earlierPerson ?? .max,
        "\(moment) \(change.use.id)"
      )
      return (key: key, change: change)
    }.sorted { $0.key < $1.key }.map(\.change)
    var causes = ChangeCauses(of: self.changes, from: earlier, to: now, tables, old, new)
    causes.placesByHand = edits?.places ?? [:]
    let departuresTold = Self.departuresTold(earlier, tables.event(of: .vehicles))
      .union(Self.departuresTold(now, change.event))
    for index in self.changes.indices {
      self.changes[index].cause = causes.cause(of: self.changes[index])
      self.changes[index].isDepartureTold = departuresTold.contains(
        NumberedUse(use: self.changes[index].use, number: self.changes[index].to?.ride?.number))
    }
    chain()
    let (rodeBefore, rideNow) = (old.people(with: .rides), new.people(with: .rides))
    var known: Set<[Int?]> = []
    for change in self.changes
    where change.use.kind == .rides && known.insert([change.person, change.earlierPerson]).inserted {
      riders.append(
        Rider(
          rodeBefore: change.earlierPerson.map(rodeBefore.contains) ?? false,
          ridesNow: change.person.map(rideNow.contains) ?? false))
    }
  }

  // MARK: Places

  /// Rides in a vehicle that shows a number.
  private struct NumberedUse: Hashable {
    let use: PlaceUse
    let number: Int?
  }

  /// Rides of fixed transfers of which people are told when they leave as well: all, where some vehicle goes more than once.
  private static func departuresTold(_ plan: EventPlan, _ event: Event) -> Set<NumberedUse> {
    guard let plan = plan.vehicles, let fleet = event.fleet else { return [] }
    let numbers = plan.numbers(in: event)
    guard !plan.vehiclesThatGoAgain(in: fleet).isEmpty else { return [] }
    return Set(
      plan.runs.filter { fleet.isFixed($0.purpose) }.map {
        NumberedUse(use: $0.purpose.use(in: fleet), number: numbers[$0.vehicle])
      })
  }

  /// Numbers the chains: whoever has the old place of somebody is of that one's chain.
  private mutating func chain() {
    var next = 1
    var indexOfPlace: [PrintedPlace: Int] = [:]
    for (index, change) in changes.enumerated() where change.use.kind == .seat {
      if let to = change.to { indexOfPlace[to] = index }
    }
    for start in changes.indices where changes[start].chain == 0 {
      var members = [start]
      changes[start].chain = next
      // Forward to who has the old place; other ends join when they are met.
      while let from = changes[members.last!].from, let follower = indexOfPlace[from] {
        guard changes[follower].chain == 0 else {
          let known = changes[follower].chain
          if known != next { for member in members { changes[member].chain = known } }
          break
        }
        changes[follower].chain = next
        members.append(follower)
      }
      if changes[start].chain == next { next += 1 }
    }
  }
}
