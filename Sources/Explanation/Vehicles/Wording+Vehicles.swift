import Assembly
import Localization

// What is said of rides.
extension Wording {
  static let rides = Phrase("乘车", "Rides")
  static let noRide = Phrase("有行程没有车：", "Has a trip without a ride:")

  /// The run before or the run after.
  enum Side {
    case earlier, later
  }

  /// What a ride in another run would be.
  enum Verdict {
    case costs([Term: Int])
    /// It leaves before the person can.
    case tooEarly(Moment)
    /// It leaves after the person must.
    case tooLate(Moment)
    case breaks(Phrase)
  }

  static let noRides = Phrase("没有需要乘车的行程。", "Has no trip for which a ride is asked.")

  static func title(of purpose: RunPurpose, _ fleet: Fleet) -> Phrase {
    switch purpose {
    case .pickup: return Phrase("乘车：接站", "Ride: pick-up")
    case .dropoff: return Phrase("乘车：送站", "Ride: drop-off")
    case .transfer(let index):
      let transfer = fleet.transfers[index]
      let name = shown(transfer.name.isEmpty ? transfer.id : transfer.name)
      return Phrase("乘车：\(name)", "Ride: \(name)")
    }
  }

  static func rides(_ run: VehicleRun, number: Int?, _ vehicle: Vehicle, riders: Int, seats: Int) -> Phrase {
    let bus = name(number, vehicle)
    return Phrase(
      "乘\(bus.chinese)，\(run.depart) 从\(shown(run.from))出发，\(run.arrive) 到\(shown(run.to))；车上 \(riders) 人，可坐 \(seats) 人。",
      "Rides in \(bus.english) from \(shown(run.from)) at \(run.depart) to \(shown(run.to)) at \(run.arrive), "
        + "with \(riders) of \(counted(seats, "seat")) taken.")
  }

  private static func name(_ number: Int?, _ vehicle: Vehicle) -> Phrase {
    let id = shown(vehicle.id)
    return number.map { Phrase(" \($0) 号车（\(id)）", "vehicle \($0) (\(id))") } ?? Phrase("\(id)", id)
  }

  static func ready(_ arrival: Journey, at ready: Moment, latest: Moment, waiting: Int) -> Phrase {
    let service = arrival.service.map(shown) ?? ""
    let landing = arrival.time.map { "\($0)" } ?? ""
    let most = latest.minutesSince1970 - ready.minutesSince1970
    return Phrase(
      "\(service)\(service.isEmpty ? "" : " ")\(landing) 到达，\(ready) 可以上车；等候 \(waiting) 分钟，最多可等 \(most) 分钟。",
      "Arrives \(service.isEmpty ? "" : "by \(service) ")at \(landing), is ready at \(ready), "
        + "waits \(counted(waiting, "minute")) and may wait \(most).")
  }

  static func mustLeave(for departure: Journey, between first: Moment, _ last: Moment, early: Int) -> Phrase {
    let service = departure.service.map(shown) ?? ""
    let time = departure.time.map { "\($0)" } ?? ""
    return Phrase(
      "\(service)\(service.isEmpty ? "" : " ")\(time) 离开，要在 \(first) 至 \(last) 之间出发；比最晚的时间早 \(early) 分钟。",
      "Departs \(service.isEmpty ? "" : "by \(service) ")at \(time), so leaves between \(first) and \(last); this is "
        + "\(counted(early, "minute")) before the latest time.")
  }

  static func leaves(between first: Moment, _ last: Moment) -> Phrase {
    Phrase("应在 \(first) 至 \(last) 之间发车。", "Is to leave between \(first) and \(last).")
  }

  static let ownVehicle = Phrase("名单写明坐专车，不与别人同乘。", "The list gives a vehicle of one's own.")
  static let vehicleGiven = Phrase("名单写明了这辆车。", "The list gives this very vehicle.")
  static let accessibleVehicle = Phrase("需要无障碍车辆，这是无障碍车辆。", "Needs an accessible vehicle; this is one.")

  static func notOneRun(_ other: Person) -> Phrase {
    Phrase("要求不与\(who(other).chinese)同乘。", "Is not to ride with \(who(other).english).")
  }

  static let onlyRun = Phrase("这条线路只有这一趟车。", "No other run goes this way for this purpose.")

  static func noNeighbour(_ side: Side) -> Phrase {
    switch side {
    case .earlier: Phrase("往前没有一趟车有空位。", "No earlier run has a free seat.")
    case .later: Phrase("往后没有一趟车有空位。", "No later run has a free seat.")
    }
  }

  static func neighbour(_ side: Side, _ run: VehicleRun, number: Int?, _ verdict: Verdict) -> Phrase {
    let what = side == .earlier ? Phrase("往前", "The run before") : Phrase("往后", "The run after")
    let bus = number.map { Phrase("（\($0) 号车）", " (vehicle \($0))") } ?? Phrase("")
    let begin = Phrase(
      "\(what.chinese)最近一趟有空位的车是 \(run.depart)\(bus.chinese)",
      "\(what.english) with a free seat leaves at \(run.depart)\(bus.english)")
    switch verdict {
    case .costs(let terms):
      let cost = cost(terms, in: .vehicles)
      return Phrase("\(begin.chinese)：改乘\(cost.chinese)。", "\(begin.english): \(cost.english).")
    case .tooEarly(let first):
      return Phrase(
        "\(begin.chinese)，早于本人最早可以出发的 \(first)。",
        "\(begin.english): before \(first), the earliest for this person.")
    case .tooLate(let last):
      return Phrase(
        "\(begin.chinese)，晚于本人最晚必须出发的 \(last)。",
        "\(begin.english): after \(last), the latest for this person.")
    case .breaks(let violation):
      return Phrase(
        "\(begin.chinese)，但不能改乘：\(violation.chinese)。",
        "\(begin.english), but cannot be taken: \(violation.english).")
    }
  }

  static func change(to run: VehicleRun, number: Int?, exchangingWith partner: Person?) -> Phrase {
    let bus = number.map { Phrase("（\($0) 号车）", " (vehicle \($0))") } ?? Phrase("")
    guard let partner else {
      return Phrase("改乘 \(run.depart) 的一趟\(bus.chinese)", "to take the run at \(run.depart)\(bus.english)")
    }
    return Phrase(
      "与 \(run.depart) 一趟\(bus.chinese)的\(who(partner).chinese)对换",
      "to change with \(who(partner).english) of the run at \(run.depart)\(bus.english)")
  }
}
