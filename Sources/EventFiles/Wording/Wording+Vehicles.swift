import Assembly
import Localization
import Tables

// Sentences about vehicles, routes and transfers that cannot hold together.
extension Wording {
  /// What is the matter.
  static func message(of fault: VehiclesFault) -> Phrase {
    switch fault {
    case .arrivalAfterEnd: Phrase("到达时间晚于会议结束日期", "this arrival comes after the event's last day")
    case .departureBeforeStart:
      Phrase("返程时间早于会议开始日期", "this departure comes before the event's first day")
    case .carriedWithoutTime:
      Phrase("需要接送的人须填时间", "somebody who is picked up or dropped off needs a time here")
    case .carriedWithoutPlace:
      Phrase("需要接送的人须填地点", "somebody who is picked up or dropped off needs a place here")
    case .unknownVehicle(let id):
      Phrase("没有编号为“\(shown(id))”的车辆", "there is no vehicle with the id “\(shown(id))”")
    case .accessibleVehiclesNotOffered(let people):
      Phrase(
        "车辆表没有“无障碍”列，\(people) 人乘车时的轮椅需求无法安排",
        "the vehicles have no column “accessible”: the need of "
          + "\(people == 1 ? "1 person" : "\(people) people") for a wheelchair binds nothing")
    case .noAccessibleVehicle(let people):
      Phrase(
        "没有一辆车是无障碍的，\(people) 人乘车时的轮椅需求无法满足，将没有车坐",
        "no vehicle is accessible: \(people == 1 ? "1 person" : "\(people) people") with a wheelchair will not be carried"
      )
    case .vehicleCalledOwn:
      Phrase("此编号表示“专车”，请换一个", "this id means a vehicle shared with nobody; choose another")
    case .vehicleWindowEmpty: Phrase("可用止应晚于可用起", "the vehicle must be there until later than from")
    case .shiftsOverlap(let row):
      Phrase("与第 \(row) 行的时段重叠：同一辆车的各班次不能重叠", "row \(row) has this vehicle in the same hours")
    case .shiftDiffers(let row):
      Phrase(
        "与第 \(row) 行编号相同，除可用起止、司机和电话外其余各列也须相同",
        "row \(row) has the same id: shifts of one vehicle differ in from, to, driver and phone alone")
    case .dailyHoursWithoutDays:
      Phrase("每天的时段须有会议的开始和结束日期", "hours of every day need the event's start and end")
    case .numberTaken(let row): Phrase("第 \(row) 行的车号相同", "row \(row) shows the same number")
    case .leadsNowhere: Phrase("终点与起点相同", "this is the place where it begins")
    case .otherMinutes(let row):
      Phrase("同一线路的分钟数与第 \(row) 行不同", "row \(row) gives other minutes for the same way")
    case .noRoutes:
      Phrase("有人要乘车，但没有线路表", "people are to be carried, but there is no table of routes")
    case .placeWithoutRoute(let place, let others):
      Phrase(
        "线路表没有“\(shown(place))”" + (others.isEmpty ? "" : "（要用到 \(ways(place, others, "、"))）"),
        "no route leads to “\(shown(place))”"
          + (others.isEmpty ? "" : " (needed: \(ways(place, others, ", ")))"))
    case .routesMissing(let ways): missing(ways)
    case .transferWindowEmpty: Phrase("最晚发车早于最早发车", "the latest departure comes before the earliest")
    case .ridesBoth(let row, let people):
      Phrase(
        "\(people) 人同时要乘第 \(row) 行的车，两趟无法兼顾（都对号的两趟须同乘一辆车）；请错开时间或改乘车人",
        "\(people == 1 ? "1 person rides" : "\(people) people ride") in the transfer of row \(row) at this time too; "
          + "move one of them, or change who rides (two that are fixed are ridden in one vehicle)")
    case .noGroupOfThatName(let name):
      Phrase("名单中没有“\(shown(name))”分组的人", "nobody in the list belongs to the group “\(shown(name))”")
    case .noHotelOfThatName(let name):
      Phrase("没有名为“\(shown(name))”的酒店", "there is no hotel “\(shown(name))”")
    case .selectsNobody: Phrase("没有人符合此项", "this selects nobody")
    case .nobodySleepsThere:
      Phrase(
        "所选的人都不住在起点或终点的酒店，这一趟没有人乘坐",
        "nobody whom this selects sleeps at the hotel where the transfer begins or ends: nobody will ride")
    }
  }

  private static func ways(_ place: String, _ others: [String], _ separator: String) -> String {
    others.map { "\(shown(place))—\(shown($0))" }.joined(separator: separator)
  }

  /// All pairs of places, those of one place together.
  private static func missing(_ ways: [Way]) -> Phrase {
    var ways = ways
    var stars: [(centre: String, others: [String])] = []
    while !ways.isEmpty {
      var count: [String: Int] = [:]
      for way in ways {
        count[way.from, default: 0] += 1
        count[way.to, default: 0] += 1
      }
      let most = count.values.max() ?? 0
      let centre = ways.lazy.flatMap { [$0.from, $0.to] }.first { count[$0] == most } ?? ways[0].from
      let others = ways.compactMap { $0.from == centre ? $0.to : $0.to == centre ? $0.from : nil }
      stars.append((shown(centre), others.map { shown($0) }))
      ways.removeAll { $0.from == centre || $0.to == centre }
    }
    return Phrase(
      "缺少线路：" + stars.map { "\($0.centre)—\($0.others.joined(separator: "、"))" }.joined(separator: "；"),
      "routes are missing: "
        + stars.map { "\($0.centre) – \($0.others.joined(separator: ", "))" }.joined(separator: "; "))
  }
}
