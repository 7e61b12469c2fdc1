import Localization

/// A post that the plans of an event ask for, and what decides who can be there.
public struct DuePost: Sendable, Hashable {
  /// The post.
  public let post: StaffPost
  /// People that it needs.
  public let people: Int
  /// Index in ``Staffing/rules``.
  public let rule: Int
  /// Those who are named for it and are present, in the order of people: so many of its people are they and nobody else.
  public let named: [Int]
  /// Those who alone can be there, where the line names more people than a post needs; nothing: whom the line admits.
  public let pool: [Int]?
  /// The runs that it leads; indices in ``VehiclePlan/runs``.
  public var runs: [Int] = []
  /// The hotel of its floor.
  public var hotel: String?
  /// Those who discuss in its room.
  public var group: Int?
}

extension Event {
  /// The posts that the table of duties asks for beside plans of the other modules, each once.
  ///
  /// Of two lines of one title that ask for the same post, one that names the place goes before one that does not.
  ///
  /// - Complexity: O(lines × (people + rides + rooms)).
  public func postsDue(beside plans: EventPlan) -> [DuePost] {
    guard let staffing else { return [] }
    var posts: [StaffPost.ID: DuePost] = [:]
    let order = staffing.rules.indices.sorted { one, other in
      let (first, second) = (staffing.rules[one].place.isEmpty, staffing.rules[other].place.isEmpty)
      return first == second ? one < other : second
    }
    for index in order {
      let source = PostSource(event: self, plans: plans, staffing: staffing, index: index)
      for post in source.posts where posts[post.post.id] == nil { posts[post.post.id] = post }
    }
    return posts.values.sorted { one, other in
      func key(_ due: DuePost) -> (Int, StaffPost.ID) {
        (due.post.shifts.first?.from.minutesSince1970 ?? .min, due.post.id)
      }
      return key(one) < key(other)
    }
  }
}

/// The posts of one line of the table.
private struct PostSource {
  let event: Event
  let plans: EventPlan
  let staffing: Staffing
  let index: Int

  private var rule: DutyRule { staffing.rules[index] }
  private var isChinese: Bool { event.settings.language == .chinese }

  var posts: [DuePost] {
    switch rule.kind {
    case .vehicle: vehicles
    case .floor: floors
    case .discussion: rooms
    case .arrival: journeys(\.arrival, isArrival: true)
    case .departure: journeys(\.departure, isArrival: false)
    case .other: others
    }
  }

  /// - Parameter served: people who are served there; nothing where nobody counts them.
  private func due(
    _ subject: String, _ shifts: [StaffShift], served: Int?, named: [Int] = []
  ) -> DuePost? {
    guard served.map({ $0 >= rule.least }) ?? true else { return nil }
    let times = rule.each.flatMap { each in served.map { max(1, ($0 + each - 1) / each) } } ?? 1
    let people = rule.people * times
    let ofLine = staffing.named[index]
    let named = Set(ofLine.count > people ? [] : ofLine).union(named).sorted()
    let id = StaffPost.ID(title: rule.title[event.settings.language], subject: subject)
    return DuePost(
      post: StaffPost(kind: rule.kind, id: id, shifts: shifts), people: max(people, named.count), rule: index,
      named: named, pool: ofLine.count > people ? ofLine : nil)
  }

  private func isPlace(_ names: String...) -> Bool { rule.place.isEmpty || names.contains(rule.place) }

  // MARK: Vehicles

  /// For each vehicle and day the runs that leave on it.
  private var vehicles: [DuePost] {
    guard let fleet = event.fleet, let plan = plans.vehicles else { return [] }
    struct Key: Hashable {
      let vehicle: Int
      let day: Day
    }
    let numbers = plan.numbers(in: event)
    let runs = Dictionary(grouping: plan.runs.indices) { index in
      Key(vehicle: plan.runs[index].vehicle, day: plan.runs[index].depart.day)
    }
    return runs.sorted { ($0.key.day, $0.key.vehicle) < ($1.key.day, $1.key.vehicle) }.compactMap {
      key, runs in
      guard fleet.vehicles.indices.contains(key.vehicle) else { return nil }
      let vehicle = fleet.vehicles[key.vehicle]
      guard isPlace(vehicle.id, vehicle.kind, vehicle.plate) else { return nil }
      let number = numbers[key.vehicle] ?? 0
      let shifts = runs.map { index in
        let run = plan.runs[index]
        return StaffShift(
          from: Moment(minutesSince1970: run.depart.minutesSince1970 - Fleet.boarding),
          to: Moment(minutesSince1970: run.arrive.minutesSince1970 + Fleet.boarding), place: run.from,
          end: run.to)
      }
      var due = due(
        StaffPost.subject(ofVehicle: number, on: key.day, event.settings.language), shifts,
        served: runs.map { plan.runs[$0].riders.count }.max() ?? 0,
        named: event.leaderOfVehicle[key.vehicle].map { [$0] } ?? [])
      due?.runs = runs
      return due
    }
  }

  // MARK: Floors

  /// For each floor on which anybody sleeps an evening a night.
  private var floors: [DuePost] {
    guard let stock = event.roomStock, let plan = plans.rooms else { return [] }
    let hours = rule.hours ?? Staffing.evening
    var people: [Int: [Int: Int]] = [:]
    for assignment in plan.assignments
    where stock.rooms.indices.contains(assignment.room) && event.people.indices.contains(assignment.person) {
      for night in event.people[assignment.person].stay?.nights ?? 0..<0 {
        people[stock.floorOfRoom[assignment.room], default: [:]][night, default: 0] += 1
      }
    }
    return people.sorted { $0.key < $1.key }.compactMap { floor, nights in
      let (hotel, name) = (stock.hotels[stock.floors[floor].hotel], stock.floors[floor].name)
      guard isPlace(hotel) else { return nil }
      let shifts = nights.keys.flatMap { night in
        hours.shifts(from: Day(number: night), through: Day(number: night)).compactMap { shift in
          shift.from.flatMap { from in shift.to.map { StaffShift(from: from, to: $0, place: hotel) } }
        }
      }
      let key = Staffing.HotelFloor(hotel: hotel, floor: name)
      let isNumber = !name.isEmpty && name.allSatisfy(\.isNumber)
      let told = isNumber ? (isChinese ? "\(name)层" : "floor \(name)") : name
      var due = due(
        told.isEmpty ? hotel : "\(hotel) \(told)", shifts, served: nights.values.max() ?? 0,
        named: staffing.ofFloor[key] ?? [])
      due?.hotel = hotel
      return due
    }
  }

  // MARK: Discussions

  /// Each room in which a group meets in a session, at the hours that the line gives or else the agenda.
  private var rooms: [DuePost] {
    guard let discussion = event.discussion, let plan = plans.discussion else { return [] }
    return plan.assignments.compactMap { assignment in
      guard discussion.rooms.indices.contains(assignment.room),
        discussion.groups.indices.contains(assignment.group)
      else { return nil }
      let (room, group) = (discussion.rooms[assignment.room], discussion.groups[assignment.group])
      guard isPlace(room.session, room.name) else { return nil }
      let hours =
        rule.from.flatMap { from in rule.to.map { (from: from, to: $0) } } ?? event.hours(of: room.session)
      let isKnown = event.fleet?.minutes(from: event.settings.place, to: room.place) != nil
      let place = isKnown ? room.place : event.settings.place
      let units = Set(group.members.map { event.people[$0].group })
      var due = due(
        StaffPost.subject(of: room), hours.map { [StaffShift(from: $0.from, to: $0.to, place: place)] } ?? [],
        served: group.members.count, named: units.sorted().flatMap { staffing.ofGroup[$0] ?? [] })
      due?.group = assignment.group
      return due
    }
  }

  // MARK: Stations

  private struct Traveller {
    let place: String
    let time: Int
    let from: Int
    let to: Int
  }

  /// Each batch of people who arrive at one place soon after one another, or leave from there.
  private func journeys(_ journey: KeyPath<PersonEntry, Journey>, isArrival: Bool) -> [DuePost] {
    let settings = event.settings
    let travellers = event.people.compactMap { person -> Traveller? in
      let journey = person[dynamicMember: journey]
      guard !person.isAbsent, journey.isCarried, let time = journey.time?.minutesSince1970,
        let place = journey.place, isPlace(place)
      else { return nil }
      if isArrival {
        let ready = journey.isByTrain ? settings.readyTrain : settings.readyFlight
        return Traveller(place: place, time: time, from: time - 30, to: time + ready)
      }
      let lead = journey.isByTrain ? settings.leadTrain : settings.leadFlight
      return Traveller(place: place, time: time, from: time - lead, to: time)
    }
    let byPlace = Dictionary(grouping: travellers, by: \.place)
    return byPlace.sorted { $0.key < $1.key }.flatMap { place, travellers in
      batches(travellers.sorted { ($0.time, $0.from, $0.to) < ($1.time, $1.from, $1.to) }).compactMap {
        batch in
        let shift = StaffShift(
          from: Moment(minutesSince1970: batch.map(\.from).min() ?? 0),
          to: Moment(minutesSince1970: batch.map(\.to).max() ?? 0), place: place)
        let first = Moment(minutesSince1970: batch[0].time).withoutYear
        return due("\(place) \(first)", [shift], served: batch.count)
      }
    }
  }

  private func batches(_ travellers: [Traveller]) -> [[Traveller]] {
    var batches: [[Traveller]] = []
    for traveller in travellers {
      if let batch = batches.last, let first = batch.first, let last = batch.last,
        traveller.time - last.time <= Staffing.gapOfBatch,
        traveller.time - first.time <= Staffing.longestBatch
      {
        batches[batches.count - 1].append(traveller)
      } else {
        batches.append([traveller])
      }
    }
    return batches
  }

  // MARK: Other posts

  /// One for the hours of the line, or one a day.
  private var others: [DuePost] {
    let place = rule.place.isEmpty ? event.settings.place : rule.place
    if let from = rule.from, let to = rule.to {
      let subject = [rule.place, from.day.monthAndDay].filter { !$0.isEmpty }.joined(separator: " ")
      return [due(subject, [StaffShift(from: from, to: to, place: place)], served: nil)].compactMap(\.self)
    }
    guard let hours = rule.hours, let days = event.daysOfWork else {
      return [due(rule.place, [], served: nil)].compactMap(\.self)
    }
    return hours.shifts(from: days.lowerBound, through: days.upperBound).compactMap { shift in
      guard let from = shift.from, let to = shift.to else { return nil }
      let subject = [rule.place, from.day.monthAndDay].filter { !$0.isEmpty }.joined(separator: " ")
      return due(subject, [StaffShift(from: from, to: to, place: place)], served: nil)
    }
  }
}

extension Event {
  /// The days of the event on which there are posts of every day; nothing where the tables do not tell.
  var daysOfWork: ClosedRange<Day>? {
    guard let start = settings.start ?? settings.end, let end = settings.end ?? settings.start, start <= end
    else { return nil }
    return start...Day(number: min(end.number, start.number + 365))
  }

  /// The hours of a session, where the agenda has an item of that name with the times of its beginning and end.
  func hours(of session: String) -> (from: Moment, to: Moment)? {
    for item in agenda where item.what == session {
      let minutes = item.time.split { "-–—~～－至".contains($0) }.map { Self.minute(String($0)) }
      guard minutes.count == 2, let from = minutes[0], let to = minutes[1], from < to else { continue }
      let midnight = item.day.number * 1_440
      return (Moment(minutesSince1970: midnight + from), Moment(minutesSince1970: midnight + to))
    }
    return nil
  }

  /// Minutes after midnight of a time such as 8:30; nothing for anything else.
  private static func minute(_ text: String) -> Int? {
    let parts = text.withoutBlanks.split(omittingEmptySubsequences: false) { ":：".contains($0) }
    guard parts.count == 2, parts[1].count == 2, let hour = Int(parts[0]), let minute = Int(parts[1]),
      (0..<24).contains(hour), (0..<60).contains(minute)
    else { return nil }
    return hour * 60 + minute
  }

  /// Where somebody sleeps by a plan of rooms, or else by the lists.
  public func hotel(of person: Int, _ hotels: [Int: String]) -> String {
    hotels[person] ?? people[person].givenHotel ?? ""
  }

  /// The hotel of everybody whom a plan of rooms lodges.
  public func hotels(in plan: RoomPlan?) -> [Int: String] {
    guard let plan, let stock = roomStock else { return [:] }
    return Dictionary(
      plan.assignments.filter { stock.rooms.indices.contains($0.room) }
        .map { ($0.person, stock.rooms[$0.room].hotel) }
    ) { first, _ in first }
  }
}
