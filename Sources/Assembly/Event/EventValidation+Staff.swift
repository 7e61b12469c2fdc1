import Localization

extension EventValidation {
  /// Finds those who are named in the tables of vehicles, hotels and groups, and makes the work of the table `duties`.
  mutating func buildStaffing() {
    nameLeaders()
    var ofFloor: [Staffing.HotelFloor: [Int]] = [:]
    for room in draft.rooms ?? [] where !room.contacts.isEmpty {
      let key = Staffing.HotelFloor(hotel: room.hotel, floor: room.floor)
      ofFloor[key, default: []] += resolve(room.contacts, at: .rooms, room.row, column: "contact")
    }
    var ofGroup: [Int: [Int]] = [:]
    for entry in draft.groups where !entry.contacts.isEmpty {
      let people = resolve(entry.contacts, at: .groups, entry.row, column: "contact")
      contacts.formUnion(present(people, nil))
      guard let group = groups.firstIndex(where: { $0.kind == .named(entry.name) }) else { continue }
      ofGroup[group, default: []] += people
    }
    guard let rules = draft.duties else { return }
    checkRules(rules)
    let named = rules.map { rule in
      present(resolve(rule.names, at: .duties, rule.row, column: "names"), rule)
    }
    staffing = Staffing(
      rules: rules, named: named, ofFloor: ofFloor.mapValues { present($0, nil) },
      ofGroup: ofGroup.mapValues { present($0, nil) })
  }

  private mutating func nameLeaders() {
    guard let fleet else { return }
    let indices = Dictionary(fleet.vehicles.enumerated().map { ($1.id, $0) }) { first, _ in first }
    for vehicle in draft.vehicles ?? [] where !vehicle.leaders.isEmpty {
      let people = resolve(vehicle.leaders, at: .vehicles, vehicle.row, column: "leader")
      guard let index = indices[vehicle.id], leaderOfVehicle[index] == nil,
        let leader = people.first(where: { !self.people[$0].isAbsent })
      else { continue }
      leaderOfVehicle[index] = leader
    }
  }

  /// Who is absent is at no post, whoever names them: lists stay as they are on the evening before.
  private func present(_ named: [Int], _ rule: DutyRule?) -> [Int] {
    Set(named).filter { !people[$0].isAbsent }.sorted()
  }

  private mutating func checkRules(_ rules: [DutyRule]) {
    var firstRow: [[String]: Int] = [:]
    for rule in rules {
      let key = [
        rule.title[draft.settings.language], rule.kind.rawValue, rule.place, rule.from?.description ?? "",
        rule.kind == .other ? "\(rule.hours?.from ?? -1)" : "",
      ]
      if let first = firstRow[key] {
        report(.duties, rule.row, "duty", .staff(.duplicateRule(firstRow: first)))
      } else {
        firstRow[key] = rule.row
      }
      checkHours(of: rule)
      if let table = rule.kind.table(in: draft) {
        report(.duties, rule.row, "duty", .seatTableMissing(table))
      }
      if rule.kind == .other, rule.post.isEmpty {
        report(.duties, rule.row, "post", .staff(.postWithoutName))
      }
      checkAudience(of: rule)
    }
    if draft.settings.weights[.staffLoad] > 1_000 {
      report(.event, nil, "weights." + Term.staffLoad.rawValue, .sumTooLarge)
    }
  }

  private mutating func checkHours(of rule: DutyRule) {
    if let from = rule.from, let to = rule.to {
      let minutes = to.minutesSince1970 - from.minutesSince1970
      if minutes <= 0 { report(.duties, rule.row, "to", .staff(.endsBeforeItBegins)) }
      if minutes > 1_440 { report(.duties, rule.row, "to", .staff(.longerThanADay)) }
    } else if rule.from != nil || rule.to != nil {
      report(.duties, rule.row, rule.from == nil ? "from" : "to", .staff(.onlyOneTime))
    }
    let areUsed =
      switch rule.kind {
      case .vehicle, .arrival, .departure: rule.hours == nil && rule.from == nil && rule.to == nil
      case .floor: rule.from == nil && rule.to == nil
      case .discussion: rule.hours == nil
      case .other: true
      }
    if !areUsed { report(.duties, rule.row, "from", .staff(.hoursBindNothing)) }
    if rule.kind == .other, rule.hours != nil, draft.settings.start == nil, draft.settings.end == nil {
      report(.duties, rule.row, "from", .staff(.noDays))
    }
  }

  private mutating func checkAudience(of rule: DutyRule) {
    let audience = rule.audience ?? .staff
    for condition in audience.conditions {
      guard case .groups(let names) = condition else { continue }
      for name in names where !groups.contains(where: { $0.kind == .named(name) }) {
        report(.duties, rule.row, "who", .fleet(.noGroupOfThatName(name)))
      }
    }
    // Nobody knows yet who sleeps where.
    var anywhere = audience
    anywhere.conditions.removeAll { if case .hotels = $0 { true } else { false } }
    if rule.names.isEmpty,
      !people.contains(where: { !$0.isAbsent && anywhere.includes($0, sleepingAt: "") })
    {
      report(.duties, rule.row, "who", .staff(.nobodyCanDoIt))
    }
  }
}

extension Audience {
  /// The people of the role `staff`.
  public static let staff = Audience(conditions: [.roles([.staff])])
}

extension DutyKind {
  /// The table that an event lacks whose plan tells where such posts are.
  fileprivate func table(in draft: EventDraft) -> TableName? {
    switch self {
    case .vehicle: draft.vehicles == nil ? .vehicles : nil
    case .floor: draft.rooms == nil ? .rooms : nil
    case .discussion: draft.discussion == nil ? .discussion : nil
    case .arrival, .departure, .other: nil
    }
  }
}

/// Something in the table `duties`.
public enum StaffFault: Sendable, Hashable {
  /// Another row asks for the same posts.
  case duplicateRule(firstRow: Int)
  /// A post of no kind has no name.
  case postWithoutName
  /// A post ends no later than it begins.
  case endsBeforeItBegins
  /// One shift is longer than a day.
  case longerThanADay
  /// There is a beginning without an end, or the other way round.
  case onlyOneTime
  /// Posts of every day, and nobody knows which days.
  case noDays
  /// Nobody is there who could do it, and nobody is named.
  case nobodyCanDoIt
  /// The plans tell the times of such posts.
  case hoursBindNothing

  /// Whether a plan may be made all the same.
  public var isNote: Bool { self == .nobodyCanDoIt || self == .hoursBindNothing }
}
