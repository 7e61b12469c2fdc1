import Assembly
import Localization

extension VehiclePlan: SummarizedPlan {
  static func offer(of event: Event) -> Phrase? {
    event.fleet.map { fleet in
      Wording.overview(
        vehicles: fleet.vehicles.count, seats: fleet.vehicles.reduce(0) { $0 + $1.seats },
        pickups: event.people.count { !$0.isAbsent && $0.arrival.isCarried },
        dropoffs: event.people.count { !$0.isAbsent && $0.departure.isCarried },
        transfers: fleet.transfers.count)
    }
  }

  func summary(_ figures: Figures) -> PlanSummary {
    let (rides, vehicles) = (runs.reduce(0) { $0 + $1.riders.count }, Set(runs.map(\.vehicle)).count)
    let price = sum(.vehiclesFixed, .vehiclesMinutes, of: figures)
    return PlanSummary(
      served: Phrase(
        "\(vehicles) 辆车开 \(runs.count) 趟，载 \(rides) 人次",
        "\(counted(rides, "ride")) in \(counted(runs.count, "run")) of \(counted(vehicles, "vehicle"))"),
      shortfall: missing("not carried", of: "人次"),
      payment: Phrase("用车 \(price.chinese)", "vehicles \(price.english)"))
  }

  static var asBefore: Phrase { Phrase("乘车", "rides") }

  static func changed(elsewhere: Int, added: Int, removed: Int) -> Phrase {
    Phrase(
      "\(elsewhere) 人换乘，\(added) 人新乘车，\(removed) 人不再乘车",
      "\(elsewhere) ride otherwise, \(added) newly carried, \(removed) no longer carried")
  }
}

extension Wording {
  fileprivate static func overview(
    vehicles: Int, seats: Int, pickups: Int, dropoffs: Int, transfers: Int
  ) -> Phrase {
    Phrase(
      "车辆：\(vehicles) 辆 \(seats) 座；接站 \(pickups) 人，送站 \(dropoffs) 人，用车 \(transfers) 次",
      "vehicles: \(vehicles) with \(counted(seats, "seat")); \(pickups) to pick up, \(dropoffs) to drop off, "
        + counted(transfers, "transfer"))
  }
}
