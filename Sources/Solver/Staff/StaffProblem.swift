import Assembly

/// Posts and people as the solver sees them. A post with people who are named for it is two: theirs and the rest.
struct StaffProblem {
  /// People of one post who are chosen from the same people.
  struct Slot {
    /// Index in ``due``.
    let due: Int
    /// People that it needs.
    let need: Int
    /// Half hours.
    let work: Int
    /// Whether it is for those who are named for the post.
    let isNamed: Bool
    /// Whether it is a floor of a hotel.
    let isFloor: Bool
    /// The longest shift in minutes; nothing for posts of which bounds see no hours.
    let span: Range<Int>?
    /// Whether hours of its own do not tell what it clashes with.
    let hasSeveralShifts: Bool
    /// Indices in ``people`` of those who can take it.
    var candidates: [Int] = []
  }

  let event: Event
  /// The posts that are due.
  let due: [DuePost]
  var slots: [Slot] = []
  /// Everybody whom a line of the table admits or names; indices of people of the event.
  let people: [Int]
  /// What it counts that somebody takes a slot, by person and slot; nothing where they cannot.
  private(set) var costs: [[Int?]]
  /// By slot and slot: whether nobody can take both.
  private(set) var clash: [[Bool]]
  /// By floor and slot: whether both are floors of one hotel at the same hours, which are better for two people.
  private(set) var isHeap: [[Bool]]
  /// People who are alike: the same costs. Each in the order of people.
  let classes: [[Int]]
  let weightWithout: Int
  let weightOfLoad: Int
  let weightOfFloors: Int
  /// What it would count that everybody left their posts.
  let costOfMoves: Int
  /// Moves that no plan avoids.
  let leastMoves: Int

  init?(_ event: Event, beside plans: EventPlan, from earlier: EarlierStaff?) {
    guard let staffing = event.staffing else { return nil }
    self.event = event
    let due = event.postsDue(beside: plans)
    self.due = due
    let ability = Ability(event, plans)
    let admitted = staffing.rules.map { rule in
      event.people.indices.filter { ability.admits($0, rule) }
    }
    let people = Set(admitted.joined()).union(due.flatMap(\.named)).union(due.flatMap { $0.pool ?? [] })
      .sorted()
    self.people = people
    let weights = event.settings.weights
    weightWithout = weights[.staffWithout]
    weightOfLoad = weights[.staffLoad]
    weightOfFloors = weights[.staffFloors]
    var slots: [Slot] = []
    var costs = people.map { _ in [Int?]() }
    var (costOfMoves, leastMoves) = (0, 0)
    for (index, post) in due.enumerated() {
      let before = earlier?.holders[post.post.id] ?? []
      var able = 0
      for holder in before { costOfMoves += weights[.staffMoved] * event.weightOfMove(holder) }
      func add(need: Int, isNamed: Bool) {
        guard need > 0 else { return }
        var slot = Slot(
          due: index, need: need, work: post.post.work, isNamed: isNamed, isFloor: post.hotel != nil,
          span: post.span,
          hasSeveralShifts: post.span == nil || post.post.shifts.count > 1)
        for (place, person) in people.enumerated() {
          let isPossible =
            isNamed == post.named.contains(person)
            && (isNamed || ability.canTake(person, post, staffing.rules[post.rule]))
          guard isPossible else {
            costs[place].append(nil)
            continue
          }
          var cost = ability.isForeign(person, to: post) ? weights[.staffForeign] : 0
          if before.contains(person) {
            able += 1
            cost -= weights[.staffMoved] * event.weightOfMove(person)
          }
          costs[place].append(cost)
          slot.candidates.append(place)
        }
        slots.append(slot)
      }
      add(need: post.named.count, isNamed: true)
      add(need: post.people - post.named.count, isNamed: false)
      leastMoves += before.count - min(able, post.people)
    }
    (self.costOfMoves, self.leastMoves) = (costOfMoves, leastMoves)
    self.slots = slots
    self.costs = costs
    let meet = due.map { one in due.map { ability.meet(one, $0) } }
    func areFloors(_ one: Slot, _ other: Slot) -> Bool {
      one.isFloor && due[one.due].hotel == due[other.due].hotel
    }
    clash = slots.map { one in
      slots.map { one.due == $0.due || meet[one.due][$0.due] && !areFloors(one, $0) }
    }
    isHeap = slots.map { one in
      guard one.isFloor else { return [] }
      return slots.map { other in
        one.due != other.due && meet[one.due][other.due] && areFloors(one, other)
          && !(one.isNamed && other.isNamed)
      }
    }
    var classOf: [[Int?]: Int] = [:]
    var classes: [[Int]] = []
    for place in people.indices {
      if let known = classOf[costs[place]] {
        classes[known].append(place)
      } else {
        classOf[costs[place]] = classes.count
        classes.append([place])
      }
    }
    self.classes = classes
  }

  /// The load of somebody who has a set of slots.
  func load(_ set: [Int]) -> Int { set.reduce(0) { $0 + slots[$1].work } }

  /// What it counts that somebody has a set of slots.
  func cost(of person: Int, _ set: [Int]) -> Int {
    let load = load(set)
    return weightOfLoad * load * load + weightOfFloors * heaps(in: set)
      + set.reduce(0) { $0 + (costs[person][$1] ?? 0) }
  }

  /// Pairs of floors in a set that are better for two people.
  func heaps(in set: [Int]) -> Int {
    let floors = set.filter { slots[$0].isFloor }
    return floors.indices.reduce(0) { count, one in count + floors[..<one].count { isHeap[$0][floors[one]] } }
  }

  /// Every set of some slots in which nothing clashes, the empty one first; nothing where there are more than `most`.
  func setsWithoutClash(of slots: [Int], atMost most: Int) -> [[Int]]? {
    var sets: [[Int]] = [[]]
    var next = 0
    while next < sets.count {
      let set = sets[next]
      next += 1
      for slot in slots where slot > set.last ?? -1 && !set.contains(where: { clash[$0][slot] }) {
        guard sets.count < most else { return nil }
        sets.append(set + [slot])
      }
    }
    return sets
  }

  /// Whether no two slots of a set clash.
  func isPossible(_ set: [Int]) -> Bool {
    set.indices.allSatisfy { one in set[(one + 1)...].allSatisfy { !clash[set[one]][$0] } }
  }
}

extension DuePost {
  /// Its longest shift in minutes, nothing where another post at that time may not clash: for bounds.
  fileprivate var span: Range<Int>? {
    guard post.kind != .floor else { return nil }
    return post.shifts.map { shift in
      shift.from.minutesSince1970..<max(shift.from.minutesSince1970, shift.to.minutesSince1970)
    }.max { $0.count < $1.count }
  }
}

/// Who can be where.
private struct Ability {
  private let event: Event
  private let plans: EventPlan
  private let hotels: [Int: String]
  /// Runs in which each person rides.
  private let rides: [[Int]]

  init(_ event: Event, _ plans: EventPlan) {
    self.event = event
    self.plans = plans
    hotels = event.hotels(in: plans.rooms)
    var rides = event.people.map { _ in [Int]() }
    for (index, run) in (plans.vehicles?.runs ?? []).enumerated() {
      for rider in run.riders { rides[rider].append(index) }
    }
    self.rides = rides
  }

  func admits(_ person: Int, _ rule: DutyRule) -> Bool {
    let who = event.people[person]
    return !who.isAbsent && (rule.gender == nil || who.gender == rule.gender)
      && (rule.audience ?? .staff).includes(who, sleepingAt: event.hotel(of: person, hotels))
  }

  func canTake(_ person: Int, _ due: DuePost, _ rule: DutyRule) -> Bool {
    guard due.pool?.contains(person) ?? admits(person, rule) else { return false }
    guard let first = due.post.shifts.first else { return true }
    let who = event.people[person]
    let last = due.post.shifts.map(\.to).max() ?? first.to
    let settings = event.settings
    if let time = who.arrival.time {
      let ready = who.arrival.isByTrain ? settings.readyTrain : settings.readyFlight
      if time.minutesSince1970 + ready > first.from.minutesSince1970 { return false }
    }
    if let time = who.departure.time {
      let lead = who.departure.isByTrain ? settings.leadTrain : settings.leadFlight
      if last.minutesSince1970 > time.minutesSince1970 - lead { return false }
    }
    guard let runs = plans.vehicles?.runs else { return true }
    for ride in rides[person] where !due.runs.contains(ride) {
      if due.post.shifts.contains(where: { $0.from < runs[ride].arrive && runs[ride].depart < $0.to }) {
        return false
      }
    }
    return due.runs.allSatisfy { run in
      runs[run].riders.contains(person)
        || runs[run].riders.count + due.people <= event.fleet?.vehicles[runs[run].vehicle].seats ?? 0
    }
  }

  func isForeign(_ person: Int, to due: DuePost) -> Bool {
    if let hotel = due.hotel { return event.hotel(of: person, hotels) != hotel }
    if let group = due.group, let discussion = event.discussion {
      return !discussion.groups[group].members.contains {
        event.people[$0].group == event.people[person].group
      }
    }
    let runs = plans.vehicles?.runs ?? []
    return due.runs.contains { !runs[$0].riders.contains(person) }
  }

  /// Whether the hours of both are the same in part, or closer than the drive between them.
  func meet(_ one: DuePost, _ other: DuePost) -> Bool {
    one.post.shifts.contains { first in
      other.post.shifts.contains { second in
        !isDone(first, before: second) && !isDone(second, before: first)
      }
    }
  }

  private func isDone(_ first: StaffShift, before second: StaffShift) -> Bool {
    let drive = event.fleet?.minutes(from: first.end, to: second.place) ?? 0
    return first.to.minutesSince1970 + drive <= second.from.minutesSince1970
  }
}
