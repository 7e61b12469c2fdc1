public import Assembly
public import Foundation
import Localization
import Tables

/// The discussions of an event on paper: which group meets where in each session, and who is in each group, with its
/// convener, its recorder and those who serve it. A page that needs nothing but itself, with a search.
///
/// Same event and plan, same bytes.
public struct DiscussionPages: Sendable, EventPage {
  let event: Event
  let edition: Edition?
  private let plan: DiscussionPlan
  private let findWords: [String]

  /// The rooms of a plan.
  public init(event: Event, plan: DiscussionPlan, edition: Edition? = nil) {
    self.event = event
    self.edition = edition
    self.plan = plan
    findWords = event.spellingsInPinyin
  }

  /// The page.
  ///
  /// - Complexity: O(people log people + groups × sessions).
  public func html() -> String {
    searchPage(
      of: Wording.discussions, search: Wording.searchDiscussions, style: PackageResources.Tables_css
    ) { writer in
      guard let discussion = event.discussion else { return }
      sessions(discussion, &writer)
      writer.element("div", [("class", "tables")]) { writer in
        for group in discussion.groups { write(group, &writer) }
      }
    }
  }

  private func sessions(_ discussion: Discussion, _ writer: inout MarkupWriter) {
    let rooms = plan.rooms(of: discussion)
    writer.element("table", [("class", "sessions")]) { writer in
      header(
        [Wording.discussionGroup, Wording.peopleHeader] + discussion.sessions.map { Phrase($0.printable) },
        &writer)
      for (index, group) in discussion.groups.enumerated() {
        writer.element("tr") { writer in
          writer.element("td", [("data-find", "")], text: say(group.name.capitalized))
          writer.element("td", text: String(group.members.count))
          for room in rooms[index] {
            let name = room.map { discussion.rooms[$0] }
            writer.element("td", text: name.map(Self.name) ?? say(Wording.noRoom))
          }
        }
      }
    }
  }

  private static func name(_ room: DiscussionRoom) -> String {
    room.place.isEmpty ? room.name.printable : "\(room.name.printable)（\(room.place.printable)）"
  }

  private func write(_ group: DiscussionGroup, _ writer: inout MarkupWriter) {
    let officers = event.officers(of: group)
    writer.element("section", [("class", "table")]) { writer in
      writer.element("h3") { writer in
        writer.element("span", text: say(group.name.capitalized))
        writer.element("small", text: String(group.members.count))
      }
      if let convener = officers.convener { write(Wording.convener, [convener], &writer) }
      if let recorder = officers.recorder { write(Wording.recorder, [recorder], &writer) }
      if !officers.service.isEmpty { write(Wording.service, officers.service, &writer) }
      let units = Dictionary(grouping: officers.members) { event.people[$0].group }
      for (unit, members) in units.sorted(by: { $0.key < $1.key }) {
        write(units.count == 1 ? Wording.members : Phrase(groupName(unit)), members, &writer)
      }
    }
  }

  private func write(_ title: Phrase, _ people: [Int], _ writer: inout MarkupWriter) {
    writer.element("p") { writer in
      writer.element("b", text: say(title))
      for person in people {
        let words = findWords[person] + " " + (event.people[person].groupName ?? "")
        writer.element(
          "span", [("data-find", .text(words.printable))], text: event.people[person].shownName)
      }
    }
  }
}

extension DiscussionPlan: DocumentedPlan {
  /// The groups with their rooms, and the list of their people.
  public static var documents: [DocumentKind] {
    [
      .page(Phrase("讨论", "discussions"), Phrase("讨论安排", "discussions")) { plan, event, edition in
        plan.discussion.map { DiscussionPages(event: event, plan: $0, edition: edition).html() }
      },
      .list(Phrase("讨论分组", "discussion-groups"), Phrase("讨论分组名单", "list of discussion groups")) {
        plan, event in
        plan.discussion.map { DiscussionList(event: event, plan: $0).csv() }
      },
    ]
  }
}

/// The list of who discusses with whom and where: a row a person, group by group.
///
/// The columns are number, group, part in it, name, unit, title, the room of each session, id.
public struct DiscussionList: Sendable {
  private let event: Event
  private let plan: DiscussionPlan

  /// The list of a plan of discussions.
  public init(event: Event, plan: DiscussionPlan) {
    self.event = event
    self.plan = plan
  }

  /// The file: UTF-8 with a byte order mark, so that a spreadsheet opens it as it is; formulas are neutralised.
  public func csv() -> Data {
    guard let discussion = event.discussion else { return Data() }
    let language = event.settings.language
    var table = TableWriter(
      header: Wording.discussionListHeader.map { $0[language] } + discussion.sessions
        + [Phrase("编号", "Id")[language]], for: .spreadsheets)
    let rooms = plan.rooms(of: discussion)
    var number = 0
    for (index, group) in discussion.groups.enumerated() {
      let officers = event.officers(of: group)
      let staff = [officers.recorder].compactMap(\.self) + officers.service
      let places = rooms[index].map { $0.map { discussion.rooms[$0].name } ?? Wording.noRoom[language] }
      for person in officers.members + staff {
        number += 1
        let part: Phrase =
          person == officers.convener
          ? Wording.convener
          : person == officers.recorder
            ? Wording.recorder : officers.service.contains(person) ? Wording.service : Phrase("")
        let entry = event.people[person]
        table.append(
          [
            String(number), group.name.capitalized[language], part[language], entry.name,
            Wording.group(event.groups[entry.group])[language], entry.title,
          ] + places + [entry.id])
      }
    }
    return table.data
  }
}

// What the page of discussions and the list of them say.
extension Wording {
  static let discussions = Phrase("讨论安排", "Discussions")
  static let discussionGroup = Phrase("讨论组", "Group")
  static let peopleHeader = Phrase("人数", "People")
  static let noRoom = Phrase("未安排", "no room")
  static let convener = Phrase("召集人", "Convener")
  static let recorder = Phrase("记录", "Recorder")
  static let service = Phrase("服务", "Service")
  static let members = Phrase("成员", "Members")
  static let searchDiscussions = Phrase("查姓名、拼音首字母、单位或讨论组", "Find a name or group")
  static let discussionListHeader = [
    Phrase("序号", "No."), Phrase("讨论组", "Group"), Phrase("分工", "Part"), Phrase("姓名", "Name"),
    Phrase("单位/代表团", "Unit"), Phrase("职务", "Title"),
  ]
}
