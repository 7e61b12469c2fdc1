import Assembly
import EventFiles
import Explanation
import Foundation
import Localization
import Tables
import Testing

/// An event and a plan of it, as their files have them.
struct Example {
  /// Tables by name, without the extension.
  var tables: [String: String]
  /// Files of the plan by name, without the extension.
  var plan: [String: String]
  var conflicts: Set<Module> = []
  var replanned: Set<Module> = []

  /// An event with these tables; `settings` are further lines of its table `event`.
  init(_ tables: [String: String], settings: String = "", plan: [String: String]) {
    self.tables = tables
    self.tables["event"] = "key,value\nname,Assembly\nlanguage,en\nplace,Hall\n" + settings
    self.plan = plan
  }

  func read() throws -> (event: Event, plan: EventPlan) {
    let event = try #require(EventReader.read(files: files(tables)).event)
    let reading = PlanReader.read(files(plan), of: event)
    let errors = reading.diagnostics.filter { $0.severity == .error && $0.source != "report.json" }
    #expect(errors.allSatisfy { $0.source == "unplaced.csv" && $0.row == nil }, "\(errors)")
    return (event, reading.plan)
  }

  /// What is said of a person: titles, and sentences after two blanks.
  func explanation(of id: String, in language: Language = .english) throws -> [String] {
    let (event, plan) = try read()
    let person = try #require(event.people.firstIndex { $0.id == id })
    return Explanation(
      of: person, in: event, plan: plan, conflicts: conflicts, replanned: replanned,
      names: event.nameOrdering().order
    ).lines(in: language)
  }

  private func files(_ texts: [String: String]) -> [String: Data] {
    Dictionary(uniqueKeysWithValues: texts.map { ($0 + ".csv", Data($1.utf8)) })
  }
}

extension Example {
  /// Five people on a rostrum, of whom Ben, the second, is given the far end.
  static let rostrum = Example(
    [
      "people": """
      id,name,role,rank,seat
      A,Ada,rostrum,1,
      B,Ben,rostrum,2,rostrum:1-1
      C,Cleo,rostrum,3,
      D,Dan,rostrum,4,
      E,Eva,rostrum,5,

      """,
      "rostrum": "row,seats\n1,5\n",
    ],
    plan: [
      "rostrum":
        "person,name,row,seat,place\nA,Ada,1,3,1\nB,Ben,1,1,5\nC,Cleo,1,4,2\nD,Dan,1,2,3\nE,Eva,1,5,4\n"
    ])

  /// Two delegations in two rows, the last seat of which is empty.
  static let hall = Example(
    [
      "people": "id,name,group\nA,Ada,North\nB,Ben,North\nC,Cleo,North\nD,Dan,South\nE,Eva,South\n",
      "hall": "section,row,first,last\nmiddle,1,1,3\nmiddle,2,1,3\n",
    ],
    plan: [
      "hall": """
      person,name,group,section,row,seat
      A,Ada,North,middle,1,2
      B,Ben,North,middle,1,1
      C,Cleo,North,middle,1,3
      D,Dan,South,middle,2,2
      E,Eva,South,middle,2,1

      """
    ])

  /// Two delegations, each with a floor of two twins to itself; another hotel is empty.
  static let rooms = Example(
    [
      "people": """
      id,name,group,gender,check_in,check_out,room_type
      A,Ada,North,F,2026-03-04,2026-03-06,twin
      B,Beth,North,F,2026-03-04,2026-03-06,twin
      C,Carl,North,M,2026-03-04,2026-03-06,single
      D,Dan,North,M,2026-03-04,2026-03-06,twin
      E,Eva,South,F,2026-03-04,2026-03-06,twin
      F,Fay,South,F,2026-03-04,2026-03-06,twin
      G,Gus,South,,,,none

      """,
      "rooms": """
      hotel,floor,room,type,price
      Garden,1,101,twin,300
      Garden,1,102,twin,300
      Garden,2,201,twin,300
      Lake,1,1,twin,320

      """,
    ],
    plan: [
      "rooms": """
      person,name,group,hotel,floor,room,check_in,check_out
      A,Ada,North,Garden,1,101,2026-03-04,2026-03-06
      B,Beth,North,Garden,1,101,2026-03-04,2026-03-06
      C,Carl,North,Garden,1,102,2026-03-04,2026-03-06
      D,Dan,North,Garden,1,102,2026-03-04,2026-03-06
      E,Eva,South,Garden,2,201,2026-03-04,2026-03-06
      F,Fay,South,Garden,2,201,2026-03-04,2026-03-06

      """
    ])

  /// Two pick-ups from one airport, twenty minutes apart.
  static let rides = Example(
    [
      "people": """
      id,name,group,rank,arrival,arrival_place,arrival_service,pickup
      A,Ada,North,1,2026-03-04 10:00,Airport,CA1,yes
      B,Beth,North,,2026-03-04 10:00,Airport,CA1,yes
      C,Carl,North,,2026-03-04 10:20,Airport,MU2,yes
      D,Dan,North,,2026-03-04 10:20,Airport,MU2,
      E,Eva,North,,2026-03-04 18:00,Airport,MU4,yes

      """,
      "vehicles":
        "id,kind,seats,fixed,per_minute,base\nV1,coach,3,900,4,Airport\nV2,minibus,6,300,3,Airport\n",
      "routes": "from,to,minutes\nAirport,Hall,45\n",
    ],
    plan: [
      "runs": """
      run,number,vehicle,transfer,from,to,depart,arrive,riders
      1,1,V2,pickup,Airport,Hall,2026-03-04 10:30,2026-03-04 11:15,2
      2,2,V1,pickup,Airport,Hall,2026-03-04 10:50,2026-03-04 11:35,1

      """,
      "riders": "person,name,group,run,number\nA,Ada,North,1,1\nB,Beth,North,1,1\nC,Carl,North,2,2\n",
      "unplaced": "person,module,reason\nE,vehicles,there is no vehicle with a seat\n",
    ])
}
