import Assembly
import EventFiles
import Foundation
import Localization
import Tables

/// Where people sleep by the earlier plan, for vehicles that are planned without the rooms.
struct EarlierHotels {
  /// Who sleeps where; nothing where the rooms are planned too, and where there is no earlier plan of them.
  let plan: RoomPlan?
  /// Whether that plan fits the event.
  let fit: Bool
  /// What there is to tell about it, a line each.
  let messages: [String]

  init(for wanted: Set<Module>, in earlier: [String: Data], of event: Event, _ language: Language) {
    guard wanted.contains(.vehicles), event.fleet != nil, !wanted.contains(.rooms) else {
      (plan, fit, messages) = (nil, true, [])
      return
    }
    let (rooms, diagnostics) = PlanReader.rooms(earlier, of: event)
    plan = rooms
    fit = diagnostics.allSatisfy { $0.severity == .note }
    if !fit {
      messages = diagnostics.map { $0.text(in: language) } + [Wording.earlierRoomsDoNotFit[language]]
    } else if rooms == nil, event.roomStock != nil {
      messages = [Wording.noRoomsForVehicles[language]]
    } else {
      messages = []
    }
  }
}
