/// A small event in English with hotels and vehicles: two delegations that arrive by air, sleep two nights and are
/// driven to the opening, and their one attendant.
struct TravellingEvent {
  /// The lines of people, by id. The columns are those of ``header``.
  var people = [
    "1": "1,Ada,North,F,1,,Airport,2026-03-04 10:00,,,", "2": "2,Beth,North,F,,,Airport,2026-03-04 10:00,,,",
    "3": "3,Carl,North,M,,,Airport,2026-03-04 10:20,,,", "4": "4,Dan,North,M,,,Airport,2026-03-04 10:20,,,",
    "5": "5,Eva,South,F,,,Airport,2026-03-04 14:00,,,", "6": "6,Fay,South,F,,,Airport,2026-03-04 14:00,,,",
    "7": "7,Gus,South,M,,,Airport,2026-03-04 14:00,,,",
    "8": "8,Hal,South,M,,staff,Airport,2026-03-04 14:00,,,",
  ]
  /// The rooms of the two hotels.
  var rooms = [
    "Garden,1,101,twin,300", "Garden,1,102,twin,300", "Garden,2,201,twin,300", "Garden,2,202,twin,300",
    "Lake,1,1,twin,320", "Lake,1,2,twin,320",
  ]
  var vehicles = ["V1,coach,30,900,4,Airport", "V2,minibus,6,300,3,Airport"]

  static let header =
    "id,name,group,gender,rank,role,arrival_place,arrival,room,roommate,apart,"
    + "pickup,check_in,check_out,phone"

  /// The tables as files.
  var tables: [String: String] {
    let rest = "yes,2026-03-04,2026-03-06,555-010"
    let lines = people.sorted { $0.key < $1.key }.map { "\($0.value),\(rest)\($0.key)\n" }
    return [
      "event.csv": """
      key,value
      name,Annual Assembly
      language,en
      start,2026-03-04
      end,2026-03-05
      place,Hall

      """,
      "people.csv": Self.header + "\n" + lines.joined(),
      "rooms.csv": "hotel,floor,room,type,price\n" + rooms.joined(separator: "\n") + "\n",
      "vehicles.csv": "id,kind,seats,fixed,per_minute,base\n" + vehicles.joined(separator: "\n") + "\n",
      "routes.csv": """
      from,to,minutes
      Airport,Garden,40
      Airport,Lake,35
      Airport,Hall,45
      Garden,Lake,5
      Garden,Hall,10
      Lake,Hall,12

      """,
      "transfers.csv": """
      id,name,from,to,earliest,latest,who
      open-garden,To the opening,Garden,Hall,2026-03-05 08:00,2026-03-05 08:40,hotel:Garden
      open-lake,To the opening,Lake,Hall,2026-03-05 08:00,2026-03-05 08:40,hotel:Lake

      """,
    ]
  }
}
