public import Assembly
import Foundation
import Localization
import Tables

extension BadgePlan: DocumentedPlan {
  /// The list of badges.
  public static var documents: [DocumentKind] {
    [
      DocumentKind("胸牌表", Phrase("胸牌表", "list of badges"), .csv) { plan, event in
        var table = TableWriter(header: ["胸牌", "姓名"])
        for (person, number) in plan[BadgePlan.self]?.numbers.sorted(by: { $0.value < $1.value }) ?? [] {
          table.append([String(number), event.people[person].name])
        }
        return table.data
      }
    ]
  }
}
