import Assembly
import Localization
import Printing

extension Paper {
  /// On the doors of discussion rooms: who meets there when.
  static let discussionDoors = Paper(
    "discussion-doors", Phrase("讨论室门贴", "Discussion doors"), reprintedAs: .discussionDoor
  ) { plan, event in
    plan.discussion != nil && event.discussion != nil
  } _: {
    $0.discussionDoors()
  }
}

extension PaperDesk {
  /// The room of a person's discussions; where they are not all in one, each session with its own, or that it has none.
  func discussionRoom(of person: Int) -> String {
    guard let discussion = event.discussion else { return "" }
    let rooms = discussionsOfPerson[person]
    let names = rooms.map { discussion.rooms[$0].name.printable }.distinct
    guard let name = names.first else { return "" }
    guard names.count > 1 || rooms.count < discussion.sessions.count else { return name }
    return discussion.sessions.enumerated().map { session, title in
      let room = rooms.first { discussion.sessionOfRoom[$0] == session }
      return title.printable + " " + (room.map { discussion.rooms[$0].name.printable } ?? say(Wording.noRoom))
    }.joined(separator: separator)
  }

  /// The rooms of a person's discussions, each once, where what is told must be short; session by session where one has none.
  func discussionRooms(of person: Int) -> String {
    guard let discussion = event.discussion else { return "" }
    let rooms = discussionsOfPerson[person]
    guard rooms.count == discussion.sessions.count else { return discussionRoom(of: person) }
    return rooms.map { discussion.rooms[$0].name.printable }.distinct.joined(separator: separator)
  }

  // MARK: 会务手册

  /// Who discusses where and when: groups with their units where these go by another name, room by room the sessions, and
  /// who convenes.
  func discussionBlocks(width: Double) -> [PrintedBlock] {
    guard let plan = plan.discussion, let discussion = event.discussion, !plan.assignments.isEmpty else {
      return []
    }
    let meetings = Dictionary(grouping: plan.assignments, by: \.group).sorted { $0.key < $1.key }
    let units = meetings.map { group, _ in
      byGroup(event.officers(of: discussion.groups[group]).members).map { groupName($0.group) }
    }
    let hasUnits = zip(meetings, units).contains { meeting, units in
      units != [say(discussion.groups[meeting.key].name.capitalized)]
    }
    let unit = ListTable.Column(title: Phrase("单位", "Units"), wraps: true)
    let table = ListTable(
      self,
      [.init(title: Wording.discussionGroup, width: hasUnits ? 32 : 46, style: .name, wraps: true)]
        + (hasUnits ? [unit] : []) + [
          .init(title: Wording.peopleHeader, width: 13, alignment: .centre, style: .number),
          .init(title: Phrase("讨论室", "Room"), width: hasUnits ? 38 : 50, wraps: true),
          .init(title: Phrase("场次", "Sessions"), width: hasUnits ? 38 : nil, wraps: true),
          .init(title: Wording.convener, width: 28, wraps: true),
        ], width: width)
    let rows = zip(meetings, units).flatMap { meeting, units -> [PrintedBlock] in
      let group = discussion.groups[meeting.key]
      let convener = event.officers(of: group).convener.map(name) ?? ""
      let head = [[say(group.name.capitalized)]] + (hasUnits ? [words(units)] : [])
      return places(of: meeting.value.map(\.room), discussion).enumerated().map { number, place in
        let (who, officer) = number == 0 ? (head + [["\(group.members.count)"]], convener) : ([], "")
        let empty = [[String]](repeating: [""], count: table.columns.count - 3)
        return table.row((who.isEmpty ? empty : who) + [[place.name], place.sessions, [officer]])
      }
    }
    let sessions =
      say(Phrase("场次：", "Sessions: ")) + discussion.sessions.map(\.printable).joined(separator: separator)
    let lines = typesetter.lines(ofPhrase: sessions, .body, width: width).map { line in
      PrintedBlock(
        PrintedStrip(5.5, [.text(Text(line, .body, in: Rectangle(0, 0, width, 5.5)))]), holdsNext: true)
    }
    return lines + [.space(1), table.headerBlock] + rows
  }

  /// The rooms of a group as it comes to them, each with its sessions; those of all sessions are not listed.
  private func places(of rooms: [Int], _ discussion: Discussion) -> [(name: String, sessions: [String])] {
    let rooms = rooms.sorted {
      (discussion.sessionOfRoom[$0], $0) < (discussion.sessionOfRoom[$1], $1)
    }
    var numbers: [Int] = []
    for place in rooms.map({ discussion.placeOfRoom[$0] }) where !numbers.contains(place) {
      numbers.append(place)
    }
    let places = numbers.map { number in
      let here = rooms.filter { discussion.placeOfRoom[$0] == number }.map { discussion.rooms[$0] }
      let name = [here[0].name, here[0].place].filter { !$0.isEmpty }.joined(separator: " ").printable
      let sessions = here.map(\.session.printable)
      return (
        name, sessions == discussion.sessions.map(\.printable) ? [say(Wording.allSessions)] : words(sessions)
      )
    }
    let held = Set(rooms.map { discussion.sessionOfRoom[$0] })
    let missing = discussion.sessions.indices.filter { !held.contains($0) }
    return missing.isEmpty
      ? places : places + [(say(Wording.noRoom), words(missing.map { discussion.sessions[$0].printable }))]
  }

  // MARK: 讨论室门贴

  /// A sheet a room: its groups, each with the sessions in which it meets there, and who is in it; names as large as the
  /// sheet has room for.
  fileprivate func discussionDoors() -> [Page] {
    guard let plan = plan.discussion, let discussion = event.discussion else { return [] }
    let list = ListPages(
      desk: self, title: Phrase("讨论室", "Discussion"), areHandedOut: true, headingSize: 46)
    let byPlace = Dictionary(grouping: plan.assignments) { discussion.placeOfRoom[$0.room] }
    return list.pages(
      byPlace.sorted { $0.key < $1.key }.compactMap { _, assignments in
        let groups = Dictionary(grouping: assignments, by: \.group).sorted { $0.key < $1.key }
          .filter { discussion.groups[$0.key].members.contains(where: isSelected) }
        guard !groups.isEmpty else { return nil }
        let room = discussion.rooms[assignments[0].room]
        func chapter(_ scale: Double) -> ListPages.Chapter {
          let blocks = groups.flatMap { group, meetings in
            self.blocks(
              of: discussion.groups[group], in: meetings.map { discussion.rooms[$0.room] }, width: list.width,
              scale)
          }
          return ListPages.Chapter(
            name: room.name.printable, heading: room.name.printable,
            lines: room.place.isEmpty ? [] : [room.place.printable], blocks: blocks)
        }
        // A group of hundreds is a single row, which no page may be too low for.
        let scales = stride(from: 1.6, through: 0.7, by: -0.1)
        return scales.lazy.map(chapter).first { list.content($0).count == 1 } ?? chapter(0.7)
      })
  }

  /// Who of the staff is there, where a plan tells: each title once, with sessions that differ told apart.
  private func staff(in rooms: [DiscussionRoom]) -> [(title: String, people: [Int])] {
    guard let staff = plan.staff else { return [] }
    let posts = rooms.flatMap { room in staff.posts(in: room).map { (room: room, post: $0) } }
    return posts.map(\.post.title).distinct.flatMap { title -> [(title: String, people: [Int])] in
      let own = posts.filter { $0.post.title == title && !$0.post.people.isEmpty }
      guard Set(own.map(\.post.people)).count > 1 else {
        return own.first.map { [(title.printable, $0.post.people)] } ?? []
      }
      return own.map { ("\(title) \($0.room.session)".printable, $0.post.people) }
    }
  }

  private func blocks(
    of group: DiscussionGroup, in rooms: [DiscussionRoom], width: Double, _ scale: Double
  ) -> [PrintedBlock] {
    let sessions = rooms.map(\.session.printable)
    let officers = event.officers(of: group)
    let table = ListTable(
      self,
      [
        .init(
          title: Phrase("分工", "Part"), width: 30 * scale, style: TextStyle(.hei, 12 * scale, bold: true),
          wraps: true),
        .init(title: Phrase("姓名", "Names"), style: TextStyle(.song, 14 * scale), wraps: true),
      ], width: width, rowHeight: 10 * scale)
    func row(_ title: String, _ people: [Int]) -> PrintedBlock? {
      people.isEmpty ? nil : table.row([[title], words(people.map(name))])
    }
    let units = byGroup(officers.members)
    let members = units.map { unit, people in
      let order = officers.members.filter(people.contains)
      return row(units.count == 1 ? say(Wording.members) : groupName(unit), order)
    }
    let rows =
      [
        row(say(Wording.convener), [officers.convener].compactMap(\.self)),
        row(say(Wording.recorder), [officers.recorder].compactMap(\.self)),
        row(say(Wording.service), officers.service),
      ] + staff(in: rooms).map { row($0.title, $0.people) } + members
    return [.space(8), doorHeading(group, sessions, width: width)] + rows.compactMap(\.self)
  }

  /// The group, to be read from afar, and under it when it meets and how many it has.
  private func doorHeading(_ group: DiscussionGroup, _ sessions: [String], width: Double) -> PrintedBlock {
    let (height, line) = (26.0, Rectangle(0, 0, width, 0))
    let facts = (sessions.filter { !$0.isEmpty } + [say(Wording.people(group.members.count))])
      .joined(separator: " · ")
    return PrintedBlock(
      PrintedStrip(
        height,
        [
          .line(Point(0, 0), Point(width, 0), .rule),
          .text(
            Text(say(group.name.capitalized), TextStyle(.hei, 30, bold: true), in: line.band(3, 12), .centre)),
          .text(Text(facts, .subtitle.sized(13), in: line.band(15.5, 6.5), .centre)),
          .line(Point(0, height), Point(width, height), .rule),
        ]), holdsNext: true)
  }
}

extension Wording {
  fileprivate static let allSessions = Phrase("各场", "all")
}
