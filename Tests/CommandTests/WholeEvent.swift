/// A small event in English with every table that is planned with, made of ``TravellingEvent``.
enum WholeEvent {
  static let tables: [String: String] = {
    var travelling = TravellingEvent()
    travelling.people["1"] = "1,Ada,North,F,1,rostrum,Airport,2026-03-04 10:00,,,"
    return travelling.tables.merging([
      "groups.csv": "group,order,note\nNorth,1,\nSouth,2,\n",
      "rostrum.csv": "row,seats\n1,1\n",
      "hall.csv": "section,row,first,last,step,x,y,floor,reserved,wheelchair\nA,1,1,8,1,,,,,\n",
    ]) { $1 }
  }()

  /// The same without vehicles, which take most of the time of a debug build.
  static let withoutVehicles = tables.filter {
    !["vehicles.csv", "routes.csv", "transfers.csv"].contains($0.key)
  }
}
