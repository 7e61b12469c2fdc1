public import Assembly
public import Foundation
import Localization
import Tables

/// The list of who sits where, for people: everybody by group, then everybody by seat.
///
/// The file has a row a person in each of the two lists, and the columns list, number in the list, name, group, title,
/// section, seat, then the event's columns that the product does not know.
public struct SeatList: Sendable {
  private let event: Event
  private let seating: SeatHolders

  /// The list of an event's plans; without a plan the module's people have no seat.
  public init(event: Event, rostrum: RostrumPlan?, hall: HallPlan?) {
    self.event = event
    seating = SeatHolders(event: event, rostrum: rostrum, hall: hall)
  }

  /// The file: UTF-8 with a byte order mark, so that a spreadsheet opens it as it is; formulas are neutralised.
  ///
  /// - Complexity: O(people log people).
  public func csv() -> Data {
    let language = event.settings.language
    var table = TableWriter(
      header: Wording.listHeader.map { $0[language] } + event.extraColumns, for: .spreadsheets)
    for (title, people) in [
      (Wording.byGroup, event.groups.flatMap(\.members)), (Wording.bySeat, seating.peopleBySeat),
    ] {
      for (index, person) in people.enumerated() {
        table.append([title[language], String(index + 1)] + cells(of: person))
      }
    }
    return table.data
  }

  private func cells(of index: Int) -> [String] {
    let language = event.settings.language
    let person = event.people[index]
    let seat = seating.seat(of: index)
    let extra = event.extraColumns.indices.map { person.extra.indices.contains($0) ? person.extra[$0] : "" }
    return [
      person.name, Wording.group(event.groups[person.group])[language], person.title,
      seat.map { seating.section(of: $0)[language] } ?? "",
      (seat.map { seating.name(of: $0) } ?? seating.reasonForNoSeat(of: index))[language],
    ] + extra
  }
}
