public import Assembly
public import Foundation
import Localization
import Tables

/// The list of who sleeps where, for people: everybody by group, then everybody by room.
///
/// The file has a row a person in each of the two lists, and the columns list, number in the list, group, name, sex,
/// title, hotel, floor, room, check-in, check-out, nights, phone, id, then the event's columns that the product does not
/// know. People who sleep elsewhere are not on it; who is absent is, if a room was meant for them.
public struct RoomList: Sendable {
  private let event: Event
  private let occupancy: Occupancy?

  /// The list of a plan of rooms.
  public init(event: Event, plan: RoomPlan) {
    self.event = event
    occupancy = Occupancy(event, plan)
  }

  /// The file: UTF-8 with a byte order mark, so that a spreadsheet opens it as it is; formulas are neutralised.
  ///
  /// - Complexity: O(people log people + rooms).
  public func csv() -> Data {
    let language = event.settings.language
    var table = TableWriter(
      header: Wording.roomListHeader.map { $0[language] } + event.extraColumns, for: .spreadsheets)
    let due = event.people.map { $0.stay != nil || ($0.isAbsent && $0.entitlement != .none) }
    let byGroup = event.groups.flatMap(\.members).filter { due[$0] }
    for (title, people) in [(Wording.byGroup, byGroup), (Wording.byRoom, byRoom)] {
      for (index, person) in people.enumerated() {
        table.append([title[language], String(index + 1)] + cells(of: person))
      }
    }
    return table.data
  }

  /// Everybody who has a room, hotel by hotel and floor by floor.
  private var byRoom: [Int] {
    guard let occupancy else { return [] }
    return occupancy.roomStock.floors.flatMap(\.rooms).flatMap { occupancy.guests[$0] }
  }

  private func cells(of index: Int) -> [String] {
    let language = event.settings.language
    let person = event.people[index]
    let room = occupancy?.room(of: index).map { event.roomStock!.rooms[$0] }
    let reason = person.isAbsent ? Wording.absent : Wording.withoutBed
    let extra = event.extraColumns.indices.map { person.extra.indices.contains($0) ? person.extra[$0] : "" }
    return [
      Wording.group(event.groups[person.group])[language], person.name,
      person.gender.map { Wording.gender($0)[language] } ?? "", person.title, room?.hotel ?? "",
      room?.floor ?? "",
      room?.number ?? reason[language], person.stay?.checkIn.description ?? "",
      person.stay?.checkOut.description ?? "", person.stay.map { String($0.nights.count) } ?? "",
      person.phone,
      person.id,
    ] + extra
  }
}
