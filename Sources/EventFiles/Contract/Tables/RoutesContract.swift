import Assembly
import Localization
import Tables

extension TableContract {
  /// How long a ride takes.
  static let routes = TableContract(
    .routes, "线路", also: ["路线", "车程"],
    columns: [
      Column(
        "from", "起点", also: ["出发地", "出发地点", "始发地"], required: true,
        help: Phrase("地点：机场、车站、酒店、会场", "a place: airport, station, hotel, venue"), example: Example.venue),
      Column(
        "to", "终点", also: ["目的地", "到达地", "到达地点"], required: true,
        help: Phrase("另一地点；往返相同时只填一行", "the other place; one row does for both ways"), example: Example.hotel),
      Column(
        "minutes", "分钟", also: ["车程", "用时", "时长", "时间", "行车时间"], required: true, kind: .number,
        help: Phrase("车程（分钟）", "minutes by road"), example: Phrase("20")),
    ]
  ) { sheet, draft in
    let reader = RoutesReader(sheet)
    draft.routes = reader.routes
    return reader.diagnostics
  }
}
