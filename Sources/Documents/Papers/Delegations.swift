import Assembly
import Localization
import Printing

extension Paper {
  /// For the head of each delegation: where everybody of it sits, sleeps and rides.
  static let delegations = Paper(
    "delegations", Phrase("分团名单", "Delegation sheets"), isByGroup: true
  ) { _, _ in
    true
  } _: {
    $0.delegationSheets()
  }

  /// For the desk at the door: one line a person to sign in.
  static let signIn = Paper(
    "sign-in", Phrase("签到表", "Sign-in sheets"), reprintedAs: .signIn, isByGroup: true
  ) { _, _ in
    true
  } _: {
    $0.signInSheets()
  }

  /// For everybody: whom to call.
  static let contacts = Paper("contacts", Phrase("通讯录", "Contacts")) { _, event in
    event.people.contains { !$0.phone.isEmpty }
  } _: {
    $0.contactList()
  }
}

extension PaperDesk {
  private func people(_ count: Int) -> String { say(Wording.people(count)) }

  // MARK: 分团名单

  fileprivate func delegationSheets() -> [Page] {
    // Titles and names of other languages need more room beside all the rest.
    let sheet = language == .chinese ? Size.a4 : Size.a4.turned
    let list = ListPages(
      desk: self, title: Phrase("名单", "Delegation"), areHandedOut: true, sheet: sheet)
    let number = ListTable.Column(
      title: Phrase("序号", "No."), width: 10, alignment: .centre, style: .number)
    return list.pages(
      delegations.map { group, members in
        let due = members.filter(isDue)
        let shared = sharedDiscussions(of: due)
        let fields = fitted(
          used(Self.delegationFields(self, hasDiscussions: shared == nil), by: due), to: due)
        // Low rows, so that most delegations have one sheet.
        let table = ListTable(self, [number] + fields.map(\.column), width: list.width, rowHeight: 5.5)
        let again = table.continuation(of: groupName(group))
        let rows = due.enumerated().map { place, person in
          table.row(["\(place + 1)"] + fields.map { $0.cell(person) }, repeated: again)
        }
        return ListPages.Chapter(
          name: groupName(group), lines: counts(of: members) + (shared.map { [$0] } ?? []),
          blocks: (due.isEmpty ? [] : [table.headerBlock]) + rows)
      })
  }

  /// What a sheet tells of each person, where the delegation has it.
  private static func delegationFields(_ desk: PaperDesk, hasDiscussions: Bool) -> [Field] {
    [
      Field(column: desk.nameColumn(.name, least: 27), cell: desk.listName),
      Field(column: .init(title: Phrase("职务", "Title"), wraps: true), cell: desk.title),
      Field(column: .init(title: Phrase("座位", "Seat"), width: 28), cell: desk.seatName),
      Field(column: .init(title: Phrase("房间", "Room"), width: 26), cell: desk.roomName),
      Field(column: .init(title: Phrase("同住", "With"), width: 18, wraps: true), cell: desk.roomMates),
      Field(column: .init(title: Wording.pickup, width: 14, style: .number), cell: desk.pickupVehicle),
      Field(
        column: .init(title: Phrase("用车", "Vehicles"), width: 26, style: .number), cell: desk.transferVehicles
      ),
      Field(
        column: .init(title: Phrase("对号车", "Own vehicle"), width: 34, style: .number.sized(8), wraps: true),
        cell: desk.departuresByDay),
      Field(column: .init(title: Wording.dropoff, width: 14, style: .number), cell: desk.dropoffVehicle),
      Field(
        column: .init(title: Phrase("桌号", "Table"), width: 16, style: .number, wraps: true),
        cell: desk.tableName),
      Field(
        column: .init(title: Phrase("讨论室", "Discussion"), width: 25, wraps: true),
        cell: { hasDiscussions ? desk.discussionRooms(of: $0) : "" }),
      Field(column: .init(title: Phrase("电话", "Phone"), width: 23, style: .number), cell: desk.phone),
      Field(
        column: .init(title: Phrase("备注", "Remarks"), width: 30, style: .body.sized(8.5), wraps: true),
        cell: desk.remarks),
    ]
  }

  /// Where all of some people discuss, session by session; nothing where they have different rooms or none.
  private func sharedDiscussions(of people: [Int]) -> String? {
    guard let first = people.first,
      people.allSatisfy({ discussionsOfPerson[$0] == discussionsOfPerson[first] })
    else { return nil }
    let text = discussionRoom(of: first)
    return text.isEmpty ? nil : say(Phrase("讨论：\(text)", "Discussion: \(text)"))
  }

  /// How many there are, where they sit, and who is absent.
  private func counts(of members: [Int]) -> [String] {
    let due = members.filter(isDue)
    let absent = members.filter { event.people[$0].isAbsent }
    var parts = [say(Wording.total(due.count))]
    let (rostrum, hall) = (
      due.count { if case .rostrum = seating.seat(of: $0) { true } else { false } },
      due.count { if case .hall = seating.seat(of: $0) { true } else { false } }
    )
    if rostrum > 0 { parts.append(say(Wording.onRostrum(rostrum))) }
    if hall > 0 { parts.append(say(Wording.inHall(hall))) }
    let lodged = due.count { occupancy?.room(of: $0) != nil }
    if lodged > 0 { parts.append(say(Wording.lodged(lodged))) }
    let all = parts.joined(separator: say(Phrase("，", ", ")))
    let missing = absent.map(name).joined(separator: separator)
    return [all] + (absent.isEmpty ? [] : [say(Wording.absentPeople(missing))])
  }

  // MARK: 签到表

  /// From so many people on, a group has pages of its own.
  private static let largeGroup = 20

  fileprivate func signInSheets() -> [Page] {
    let list = ListPages(desk: self, title: Phrase("签到表", "Sign-in"))
    let phones = fitted(
      [Field(column: .init(title: Phrase("电话", "Phone"), width: 30, style: .number), cell: phone)], to: people
    )
    let fields = used(
      [
        Field(column: nameColumn(.name.sized(12), least: 32, most: 44), cell: listName),
        Field(column: .init(title: Phrase("职务", "Title"), wraps: true), cell: title),
      ] + phones)
    let number = ListTable.Column(
      title: Phrase("序号", "No."), width: 12, alignment: .centre, style: .number)
    let signature = ListTable.Column(
      title: Phrase("签名", "Signature"), width: fields.count > 1 ? 42 : nil)
    let remark = ListTable.Column(title: Phrase("备注", "Remark"), width: 22)
    let table = ListTable(
      self, [number] + fields.map(\.column) + [signature, remark], width: list.width, rowHeight: 9)
    var chapters: [ListPages.Chapter] = []
    var small: [PrintedBlock] = []
    func endSmall() {
      if !small.isEmpty {
        chapters.append(ListPages.Chapter(lines: [datesAndPlace], blocks: small))
      }
      small = []
    }
    for (group, members) in delegations {
      let due = members.filter(isDue)
      let absent = members.count - due.count
      let remark = say(Wording.expected(due.count, absent: absent))
      let again = table.continuation(of: groupName(group))
      let rows = members.enumerated().map { place, person in
        let note = event.people[person].isAbsent ? say(Wording.absent) : ""
        return table.row(["\(place + 1)"] + fields.map { $0.cell(person) } + ["", note], repeated: again)
      }
      if members.count >= Self.largeGroup {
        endSmall()
        chapters.append(
          ListPages.Chapter(
            name: groupName(group), lines: [datesAndPlace, remark],
            blocks: [table.headerBlock] + rows))
      } else {
        small += [.space(3), table.heading(groupName(group), remark), table.headerBlock] + rows
      }
    }
    endSmall()
    return list.pages(chapters)
  }

  // MARK: 通讯录

  fileprivate func contactList() -> [Page] {
    let list = ListPages(desk: self, title: Phrase("通讯录", "Contacts"))
    let fields = used([
      Field(column: nameColumn(.name, least: 30), cell: listName),
      Field(column: .init(title: Phrase("职务", "Title"), wraps: true), cell: title),
      Field(
        column: .init(title: Phrase("电话", "Phone"), width: 36, style: .number),
        cell: { event.settings.printsPhones ? phone(of: $0) : "" }),
      Field(column: .init(title: Phrase("房间", "Room"), width: 40), cell: roomName),
    ])
    let table = ListTable(self, fields.map(\.column), width: list.width)
    var blocks: [PrintedBlock] = []
    for (group, members) in byGroup(people) {
      blocks += [
        .space(3), table.heading(groupName(group), people(members.count)), table.headerBlock,
      ]
      let again = table.continuation(of: groupName(group))
      blocks += members.map { person in table.row(fields.map { $0.cell(person) }, repeated: again) }
    }
    return list.pages([ListPages.Chapter(lines: [people(people.count)], blocks: blocks)])
  }
}
