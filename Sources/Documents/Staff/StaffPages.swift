public import Assembly
public import Foundation
import Localization
import Tables

/// The work of the staff on paper: who does what, person by person, and who is where, post by post. A page that needs
/// nothing but itself, with a search.
///
/// Same event and plan, same bytes.
public struct StaffPages: Sendable, EventPage {
  let event: Event
  let edition: Edition?
  private let plan: StaffPlan
  private let standIns: StandInLeaders
  private let findWords: [String]

  /// The posts of a plan; that of the vehicles tells who leads those that lack somebody of the staff.
  public init(event: Event, plan: StaffPlan, vehicles: VehiclePlan? = nil, edition: Edition? = nil) {
    self.event = event
    standIns = StandInLeaders(vehicles, in: event)
    self.edition = edition
    self.plan = plan
    findWords = event.spellingsInPinyin
  }

  /// The page.
  ///
  /// - Complexity: O(people log people + posts).
  public func html() -> String {
    searchPage(
      of: Wording.duties, search: Wording.searchDuties, style: PackageResources.Tables_css
    ) { writer in
      writer.element("h2", text: say(Wording.dutiesByPerson))
      people(&writer)
      for (kind, assignments) in plan.byKind {
        writer.element("h2", text: say(kind.heading))
        write(assignments, &writer)
      }
    }
  }

  private func people(_ writer: inout MarkupWriter) {
    let posts = plan.posts(of: event)
    writer.element("table", [("class", "sessions")]) { writer in
      header([Wording.staffName, Wording.staffHours, Wording.staffPhone, Wording.staffPosts], &writer)
      for person in plan.people(of: event) {
        let own = posts[person].map { plan.assignments[$0].post }
        writer.element("tr") { writer in
          let words = findWords[person] + " " + event.people[person].name
          writer.element(
            "td", [("data-find", .text(words.printable))], text: event.people[person].shownName)
          writer.element("td", text: StaffPlan.hours(own.reduce(0) { $0 + $1.work }))
          writer.element("td", text: event.people[person].phone.printable)
          writer.element("td") { writer in
            for post in own { writer.element("div", text: "\(post.name) \(say(post.times))".printable) }
          }
        }
      }
    }
  }

  private func write(_ assignments: [StaffAssignment], _ writer: inout MarkupWriter) {
    writer.element("table", [("class", "sessions")]) { writer in
      header(
        [Wording.staffPost, Wording.peopleHeader, Wording.staffTime, Wording.staffPlace, Wording.staffName],
        &writer)
      for assignment in assignments {
        let post = assignment.post
        writer.element("tr") { writer in
          writer.element("td", text: post.name.printable)
          writer.element("td", text: "\(assignment.people.count + assignment.missing)")
          writer.element("td", text: say(post.times))
          writer.element("td", text: post.places.printable)
          writer.element("td") { writer in
            for person in assignment.people {
              let words = findWords[person] + " " + event.people[person].name
              let entry = event.people[person]
              writer.element(
                "span", [("data-find", .text(words.printable))],
                text: [entry.name, entry.phone].filter { !$0.isEmpty }.joined(separator: " ").printable + " ")
            }
            if assignment.missing > 0 {
              let names = standIns.people(at: assignment).map { event.people[$0].shownName }
              writer.element("b", text: say(Wording.lacking(assignment.missing, standIns: names)))
            }
          }
        }
      }
    }
  }
}

extension StaffPlan: DocumentedPlan {
  /// Who does what by person and by place, and the list of it.
  public static var documents: [DocumentKind] {
    [
      .page(Phrase("工作分工", "duties"), Phrase("工作分工", "duties")) { plan, event, edition in
        plan.staff.map {
          StaffPages(event: event, plan: $0, vehicles: plan.vehicles, edition: edition).html()
        }
      },
      .list(Phrase("分工名单", "duty-list"), Phrase("分工名单", "list of duties")) { plan, event in
        plan.staff.map { StaffList(event: event, plan: $0).csv() }
      },
    ]
  }
}

/// The list of who does what: a row a person and post, person by person; then a row a post that lacks people.
///
/// The columns are number, name, unit, phone, duty, post, place, time, id.
public struct StaffList: Sendable {
  private let event: Event
  private let plan: StaffPlan

  /// The list of a plan of the staff.
  public init(event: Event, plan: StaffPlan) {
    self.event = event
    self.plan = plan
  }

  /// The file: UTF-8 with a byte order mark, so that a spreadsheet opens it as it is; formulas are neutralised.
  public func csv() -> Data {
    let language = event.settings.language
    var table = TableWriter(header: Wording.dutyListHeader.map { $0[language] }, for: .spreadsheets)
    let posts = plan.posts(of: event)
    var number = 0
    func append(_ who: [String], _ post: StaffPost, id: String) {
      number += 1
      table.append(
        [String(number)] + who + [post.id.title, post.id.subject, post.places, post.times[language], id])
    }
    for person in plan.people(of: event) {
      let entry = event.people[person]
      for index in posts[person] {
        append(
          [entry.name, Wording.group(event.groups[entry.group])[language], entry.phone],
          plan.assignments[index].post, id: entry.id)
      }
    }
    for assignment in plan.assignments where assignment.missing > 0 {
      append([Wording.lacking(assignment.missing)[language], "", ""], assignment.post, id: "")
    }
    return table.data
  }
}

extension StaffPlan {
  /// Those who have a post, group by group in their order.
  func people(of event: Event) -> [Int] {
    let people = Set(assignments.flatMap(\.people)).filter(event.people.indices.contains)
    return people.sorted { (event.people[$0].group, $0) < (event.people[$1].group, $1) }
  }

  /// The posts of each kind, as they begin.
  var byKind: [(kind: DutyKind, assignments: [StaffAssignment])] {
    DutyKind.allCases.compactMap { kind in
      let posts = assignments.filter { $0.post.kind == kind }
      return posts.isEmpty ? nil : (kind, posts)
    }
  }

  /// `7.5`.
  static func hours(_ halfHours: Int) -> String { "\(halfHours / 2)" + (halfHours % 2 == 0 ? "" : ".5") }
}

extension StaffPost {
  /// `车长 3号车 03-05`.
  var name: String { id.subject.isEmpty ? id.title : "\(id.title) \(id.subject)" }

  /// Where it is: of drives from where to where.
  var places: String {
    var known: [String] = []
    for shift in shifts {
      let way = shift.place == shift.end ? shift.place : "\(shift.place) → \(shift.end)"
      if !known.contains(way) { known.append(way) }
    }
    return known.count > 2 ? known[0] + " …" : known.joined(separator: ", ")
  }

  /// When: the hours of every day once, where they are the same.
  var times: Phrase {
    guard let days else { return hours }
    let isDaily = days.chinese.contains(" ")
    return Phrase("\(days.chinese) \(hours.chinese)", "\(days.english)\(isDaily ? "," : "") \(hours.english)")
  }

  /// `01-11`, `01-11 至 01-14`; nothing without hours, or where the hours tell their days.
  var days: Phrase? {
    guard let first = shifts.first, let last = shifts.last else { return nil }
    if first.from.day == last.from.day { return Phrase(first.from.day.monthAndDay) }
    guard isDaily else { return nil }
    return Phrase(
      "\(first.from.day.monthAndDay) 至 \(last.from.day.monthAndDay)",
      "\(first.from.day.monthAndDay) to \(last.from.day.monthAndDay)")
  }

  /// `07:30–08:15`, `每天 19:00–22:00`.
  var hours: Phrase {
    guard let first = shifts.first, let last = shifts.last else { return Phrase("") }
    if first.from.day != last.from.day, isDaily {
      let hours = "\(first.from.clock)–\(first.to.clock)"
      return Phrase("每天 \(hours)", hours)
    }
    let isOneDay = first.from.day == last.from.day
    return Phrase(
      shifts.map { (isOneDay ? "" : $0.from.day.monthAndDay + " ") + "\($0.from.clock)–\($0.to.clock)" }
        .joined(separator: "、"))
  }

  /// Whether all shifts are at the same hours.
  private var isDaily: Bool {
    shifts.allSatisfy { $0.from.minute == shifts[0].from.minute && $0.to.minute == shifts[0].to.minute }
  }

  /// What it is called beside its day: `接站 高铁站 12:15`.
  var nameOnItsDay: String {
    let day = shifts.first.map { $0.from.day.monthAndDay }
    return name.split(separator: " ").filter { $0 != day ?? "" }.joined(separator: " ")
  }
}

extension DutyKind {
  /// Over the list of its posts.
  var heading: Phrase {
    switch self {
    case .vehicle: Phrase("随车", "Vehicles")
    case .floor: Phrase("楼层", "Floors")
    case .discussion: Phrase("讨论室", "Discussion rooms")
    case .arrival: Phrase("接站", "Arrivals")
    case .departure: Phrase("送站", "Departures")
    case .other: Phrase("其他岗位", "Other posts")
    }
  }
}

// What the page of duties and the list of them say.
extension Wording {
  static let duties = Phrase("工作分工", "Duties")
  static let dutiesByPerson = Phrase("按人", "By person")
  static let searchDuties = Phrase("查姓名或拼音首字母", "Find a name")
  static let staffName = Phrase("姓名", "Name")
  static let staffHours = Phrase("小时", "Hours")
  static let staffPhone = Phrase("电话", "Phone")
  static let staffPosts = Phrase("岗位", "Posts")
  static let staffPost = Phrase("岗位", "Post")
  static let staffTime = Phrase("时间", "Time")
  static let staffPlace = Phrase("地点", "Place")
  static let dutyListHeader = [
    Phrase("序号", "No."), Phrase("姓名", "Name"), Phrase("单位/代表团", "Unit"), Phrase("电话", "Phone"),
    Phrase("分工", "Duty"), Phrase("岗位", "Post"), Phrase("地点", "Place"), Phrase("时间", "Time"),
    Phrase("编号", "Id"),
  ]

  static func lacking(_ people: Int) -> Phrase { Phrase("缺 \(people) 人", "\(people) missing") }

  /// That a post lacks people, and whom those who come to it find there.
  static func lacking(_ people: Int, standIns names: [String]) -> Phrase {
    let (lacking, names) = (
      Self.lacking(people), (names.joined(separator: "、"), names.joined(separator: ", "))
    )
    return names.0.isEmpty
      ? lacking
      : Phrase("\(lacking.chinese)，由乘车的\(names.0)代", "\(lacking.english); riders stand in: \(names.1)")
  }
}
