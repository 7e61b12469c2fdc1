public import Localization

/// A time for which somebody is at a post.
public struct StaffShift: Sendable, Hashable {
  /// When it begins.
  public let from: Moment
  /// When it ends.
  public let to: Moment
  /// Where it begins.
  public let place: String
  /// Where it ends: of a drive its destination.
  public let end: String

  /// A shift that ends where it begins unless it says otherwise.
  public init(from: Moment, to: Moment, place: String, end: String? = nil) {
    self.from = from
    self.to = to
    self.place = place
    self.end = end ?? place
  }
}

/// Work of a kind at a place, for all of its shifts by the same people.
public struct StaffPost: Sendable, Hashable {
  /// Kind, title and subject, which no two posts share.
  public struct ID: Sendable, Hashable, Comparable {
    /// What somebody there is called: `车长`.
    public let title: String
    /// Of what: `3号车 03-05`.
    public let subject: String

    /// The post of a title for a subject.
    public init(title: String, subject: String) {
      self.title = title
      self.subject = subject
    }

    /// By title, then by subject.
    public static func < (left: ID, right: ID) -> Bool {
      (left.title, left.subject) < (right.title, right.subject)
    }
  }

  /// What kind of work it is.
  public let kind: DutyKind
  /// What it is called.
  public let id: ID
  /// In the order of time; none for a post without hours.
  public let shifts: [StaffShift]

  /// A post; shifts are put into order.
  public init(kind: DutyKind, id: ID, shifts: [StaffShift]) {
    self.kind = kind
    self.id = id
    self.shifts = shifts.sorted { ($0.from, $0.to, $0.place, $0.end) < ($1.from, $1.to, $1.place, $1.end) }
  }

  /// Half hours of work.
  public var work: Int {
    shifts.isEmpty
      ? Staffing.workWithoutHours
      : shifts.reduce(0) { $0 + Staffing.halfHours($1.to.minutesSince1970 - $1.from.minutesSince1970) }
  }
}

/// A post and who is there.
public struct StaffAssignment: Sendable, Hashable {
  /// The post.
  public let post: StaffPost
  /// In the order of people; indices in ``Event/people``.
  public let people: [Int]
  /// How many people it lacks.
  public let missing: Int

  /// A post with its people, who are put into order.
  public init(post: StaffPost, people: [Int], missing: Int) {
    self.post = post
    self.people = people.sorted()
    self.missing = missing
  }
}

/// Who of the staff is where when.
public struct StaffPlan: Sendable, Hashable {
  /// By the beginning of posts, then by their names.
  public var assignments: [StaffAssignment]
  /// Nobody: posts lack people, people lack nothing.
  public var unplaced: [Unplaced] = []

  /// A plan; assignments are put into order.
  public init(assignments: [StaffAssignment]) {
    func key(_ assignment: StaffAssignment) -> (Int, StaffPost.ID) {
      (assignment.post.shifts.first?.from.minutesSince1970 ?? .min, assignment.post.id)
    }
    self.assignments = assignments.sorted { key($0) < key($1) }
  }

  /// People whom posts lack.
  public var missing: Int { assignments.reduce(0) { $0 + $1.missing } }

  /// The posts of each person, by their beginning; indices in ``assignments``.
  public func posts(of event: Event) -> [[Int]] {
    var posts = event.people.map { _ in [Int]() }
    for (index, assignment) in assignments.enumerated() {
      for person in assignment.people where posts.indices.contains(person) { posts[person].append(index) }
    }
    return posts
  }
}

/// Who had which post by the plan that is out, as far as they are there still.
public struct EarlierStaff: Sendable, Hashable {
  /// In the order of people.
  public var holders: [StaffPost.ID: [Int]]

  /// Who had each post.
  public init(_ holders: [StaffPost.ID: [Int]]) { self.holders = holders }

  /// Those who had a post that is there still and are not among its people now.
  public func moved(since assignment: StaffAssignment) -> [Int] {
    (holders[assignment.post.id] ?? []).filter { !assignment.people.contains($0) }
  }
}

extension StaffPost {
  /// What a post of a vehicle on a day is for.
  public static func subject(ofVehicle number: Int, on day: Day, _ language: Language) -> String {
    language == .chinese ? "\(number)号车 \(day.monthAndDay)" : "vehicle \(number) \(day.monthAndDay)"
  }

  /// What a post of a room in a session is for.
  public static func subject(of room: DiscussionRoom) -> String { "\(room.session) \(room.name)" }
}

extension StaffPlan {
  /// Who leads a vehicle on a day; of several the one listed first.
  public func leader(ofVehicle number: Int, on day: Day, _ language: Language) -> Int? {
    let subject = StaffPost.subject(ofVehicle: number, on: day, language)
    return assignments.first {
      $0.post.kind == .vehicle && $0.post.id.subject == subject && !$0.people.isEmpty
    }?
    .people.first
  }

  /// Who is in a room while a group discusses there, each with what they are called.
  public func posts(in room: DiscussionRoom) -> [(title: String, people: [Int])] {
    let subject = StaffPost.subject(of: room)
    return assignments.filter { $0.post.kind == .discussion && $0.post.id.subject == subject }
      .map { ($0.post.id.title, $0.people) }
  }
}

extension VehiclePlan {
  /// The plan with the leaders that a plan of the staff gives to its vehicles.
  public func led(by staff: StaffPlan?, in event: Event) -> VehiclePlan {
    guard let staff else { return self }
    let numbers = numbers(in: event)
    var plan = self
    for index in runs.indices {
      plan.runs[index].postedLeader = staff.leader(
        ofVehicle: numbers[runs[index].vehicle] ?? 0, on: runs[index].depart.day, event.settings.language)
    }
    return plan
  }
}

extension StaffPlan: ModulePlan {
  /// The staff.
  public static var module: Module { .staff }

  /// Whether there is a table of their duties.
  public static func isAsked(by event: Event) -> Bool { event.staffing != nil }

  /// Whether no post lacks anybody.
  public var servesEverybody: Bool { missing == 0 }
}

extension StaffPlan: ComparedPlan {
  /// Posts.
  public static var gives: PlaceUse.Kind { .duty }

  /// A post each.
  public func placings(in event: Event) -> [Placing] {
    assignments.flatMap { assignment in
      assignment.people.map {
        Placing(
          person: $0, use: PlaceUse(.duty, "\(assignment.post.id.title) \(assignment.post.id.subject)"),
          place: .duty(assignment.post))
      }
    }
  }

  /// None: posts are made by plans.
  public static func places(of event: Event) -> [PrintedPlace: AnyHashable] { [:] }

  /// Posts name people, not people posts.
  public static func given(to person: Person) -> AnyHashable? { nil }

  /// Nobody is due a post: it goes to whoever is free.
  public static var isDue: Bool { false }

  /// Rules by duty, post and place.
  public static func rows(of event: Event) -> [ComparedRows] {
    [ComparedRows(.duties, numbered: \.row, event.staffing?.rules) { [$0.kind.rawValue, $0.post, $0.place] }]
  }

  /// The list of who does what.
  public static var papers: [Phrase] { [Phrase("分工表", "duty list")] }

  /// By the names of posts.
  public func earlier(since change: TableChange) -> EarlierStaff {
    EarlierStaff(
      Dictionary(
        assignments.map { assignment in
          let people = assignment.people.compactMap { change.people[$0] }
          return (assignment.post.id, people.filter { !change.event.people[$0].isAbsent }.sorted())
        }
      ) { first, _ in first })
  }

  /// Those who leave a post that is there still.
  public func moves(since earlier: EarlierStaff, in event: Event) -> Int {
    assignments.reduce(0) { $0 + earlier.moved(since: $1).count }
  }
}

extension PrintedPlace {
  /// A post with when it begins: `楼层联络员 县宾馆 3层 01-11–01-15 19:00`, of several days the first and the last.
  public static func duty(_ post: StaffPost) -> PrintedPlace {
    var words = "\(post.id.title) \(post.id.subject)"
    if let first = post.shifts.first?.from, let last = post.shifts.last?.from {
      let until = first.day == last.day ? "" : "–\(last.day.monthAndDay)"
      words += " \(first.day.monthAndDay)\(until) \(first.clock)"
    }
    return PrintedPlace(Phrase(words))
  }
}

extension EarlierPlan {
  /// Who had which post.
  public var staff: EarlierStaff? {
    get { self[StaffPlan.self] }
    set { self[StaffPlan.self] = newValue }
  }
}

extension EventPlan {
  /// Who of the staff is where when.
  public var staff: StaffPlan? {
    get { self[StaffPlan.self] }
    set { self[StaffPlan.self] = newValue }
  }
}
