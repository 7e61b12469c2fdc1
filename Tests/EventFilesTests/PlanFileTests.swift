import Assembly
import Foundation
import Localization
import Tables
import Testing

@testable import EventFiles

/// Two on the rostrum, three in the hall, one of them listed before those of the rostrum.
private let example: [String: String?] = [
  "人员.csv": """
  编号,姓名,分组,位次,类别,需求,指定座位,挨着,避开
  P1,王芳,东区,,代表,靠走道,,P5,
  P2,李雷,,1,主席台,,主席台:1-2,,
  P3,"张""伟",,2,主席台,,主席台:1-2,,P2
  P4,=赵,西区,,记者,,,,
  P5,钱多,西区,,代表,,,,

  """.replacing("=赵", with: "赵六"),
  "主席台.csv": "排,座位数\n1,3\n",
  "会场.csv": "区,排,起号,止号\n中-左,1,1,3\n",
]

private struct Planned {
  let reading: EventReading
  let event: Event
  let rostrum: Outcome<RostrumPlan>
  let hall: Outcome<HallPlan>

  init() throws {
    reading = EventFilesTests.reading(example)
    event = try #require(reading.event)
    var rostrumFigures = Figures(status: .optimal, terms: [.rostrumDisplacement: 2], bound: 2)
    rostrumFigures.work = ["nodes": 4]
    rostrum = .plan(
      RostrumPlan(
        assignments: [
          RostrumAssignment(person: 2, seat: RostrumSeat(row: 1, seat: 3), place: 2),
          RostrumAssignment(person: 1, seat: RostrumSeat(row: 1, seat: 2), place: 1),
        ]), rostrumFigures)
    hall = .plan(
      HallPlan(
        assignments: [HallAssignment(person: 3, seat: 2), HallAssignment(person: 0, seat: 1)],
        unplaced: [Unplaced(person: 4, module: .hall, reason: .hallFull(seats: 2, due: 3))],
        withoutAisle: [0]),
      Figures(status: .feasible, terms: [.hallUnseated: 10_000_000, .hallPart: 20_000], bound: 10_000_000))
  }

  func solution(_ planned: Set<Module>, rostrum: Outcome<RostrumPlan>? = nil) -> Solution {
    var solution = Solution()
    if planned.contains(.rostrum) {
      solution.keep(rostrum ?? self.rostrum, seconds: 0.01234, seed: 1)
    }
    if planned.contains(.hall) { solution.keep(hall, seconds: 1, seed: 1) }
    return solution
  }

  func files(
    _ planned: Set<Module> = [.rostrum, .hall], over earlier: [String: Data] = [:],
    rostrum: Outcome<RostrumPlan>? = nil
  ) -> PlanReplacement {
    PlanFiles(reading, event, planned: planned, solution(planned, rostrum: rostrum), tool: "plenum 1")
      .replacement(of: earlier)
  }
}

private func text(_ data: Data?) -> String? {
  data.map { String(decoding: $0, as: UTF8.self) }
}

@Suite struct PlanTables {
  @Test func `Tables are UTF-8 with a byte order mark and CR LF, in listed order of people`() throws {
    let files = try Planned().files().files
    #expect(
      text(files["rostrum.csv"])
        == "\u{FEFF}person,name,row,seat,place\r\nP2,李雷,1,2,1\r\nP3,\"张\"\"伟\",1,3,2\r\n")
    #expect(
      text(files["hall.csv"])
        == "\u{FEFF}person,name,group,section,row,seat\r\nP1,王芳,东区,中-左,1,2\r\nP4,赵六,西区,中-左,1,3\r\n")
    #expect(
      text(files["unplaced.csv"])
        == "\u{FEFF}person,module,reason\r\nP5,hall,会场可用 2 座，应就座 3 人；座位不足，未能安排\r\n")
    #expect(files.keys.sorted() == ["hall.csv", "report.json", "rostrum.csv", "unplaced.csv"])
  }

  @Test func `The report gives every figure, with sorted keys`() throws {
    let files = try Planned().files().files
    #expect(
      text(files["report.json"]) == """
        {
          "schema" : 2,
          "tool" : "plenum 1",
          "event" : "年度大会",
          "modules" : {
            "hall" : {
              "bound" : 10000000,
              "gap" : 0.001996007984031936,
              "notes" : [
                {
                  "code" : "without-aisle-seat",
                  "file" : "人员.csv",
                  "row" : 2,
                  "text" : "王芳（P1）需要靠走道的座位，未能安排"
                }
              ],
              "objective" : 10020000,
              "seconds" : 1,
              "seed" : 1,
              "status" : "feasible",
              "terms" : {
                "part" : 20000,
                "unseated" : 10000000
              }
            },
            "rostrum" : {
              "bound" : 2,
              "gap" : 0,
              "objective" : 2,
              "seconds" : 0.012,
              "seed" : 1,
              "status" : "optimal",
              "terms" : {
                "displacement" : 2
              },
              "work" : {
                "nodes" : 4
              }
            }
          },
          "notes" : [
            {
              "code" : "without-aisle-seat",
              "file" : "人员.csv",
              "row" : 2,
              "text" : "王芳（P1）需要靠走道的座位，未能安排"
            }
          ]
        }

        """)
  }

  @Test func `Equal plans have equal bytes`() throws {
    #expect(try Planned().files() == Planned().files())
  }

  @Test func `A conflict writes no table, names its rows and drops the module's old files`() throws {
    let conflict = Conflict(rows: [TableRow(.people, 4), TableRow(.people, 3)])
    let replacement = try Planned().files(rostrum: .conflict(conflict))
    #expect(replacement.files["rostrum.csv"] == nil)
    #expect(replacement.obsolete == ["rostrum.csv"])
    let report = try PlanReport(json: try #require(replacement.files["report.json"]))
    let entry = try #require(report.modules["rostrum"])
    #expect(entry.status == "infeasible")
    #expect(entry.objective == nil)
    #expect(entry.conflict?.map(\.row) == [3, 4])
    #expect(entry.conflict?.map(\.file) == ["人员.csv", "人员.csv"])
    #expect(
      entry.notes?.map(\.text) == [
        "指定座位“主席台:1-2”", "指定座位“主席台:1-2”", "避开“P2”", "也许可以放宽其中任意一项：少了任何一项，其余各项都能同时满足",
      ])
    #expect(entry.notes?.map(\.row) == [3, 4, 4, nil])
    #expect(entry.notes?.map(\.column) == [7, 7, 9, nil])
    #expect(entry.notes?.map(\.code) == Array(repeating: "wish-in-conflict", count: 3) + ["conflict-advice"])
    #expect(report.notes.count == 5)
  }

  @Test func `A conflict is told in the organizer's words, and a row without a wish as a whole`() throws {
    let reading = EventFilesTests.reading(
      example.merging(["人员.csv": nil, "people.csv": "name,beside\nAda,Ben\nBen,\n"]) { $1 })
    let explanation = reading.explanation(
      of: Conflict(rows: [TableRow(.people, 2), TableRow(.rostrum, 2), TableRow(.groups, 9)]), in: .hall)
    #expect(
      explanation.lines(in: .english) == [
        "groups.csv:9: this row cannot hold together with the others", "people.csv:2:2: beside “Ben”",
        "主席台.csv:2: this row cannot hold together with the others",
        "Maybe one of these can be given up: without any one of them the others hold together",
      ])
  }
}

@Suite struct PlanMerging {
  @Test func `What an earlier plan says of modules that are not planned is kept`() throws {
    let planned = try Planned()
    let first = planned.files()
    let again = planned.files([.rostrum], over: first.files)
    #expect(again.files["hall.csv"] == nil)
    #expect(again.obsolete.isEmpty)
    #expect(again.diagnostics.isEmpty)
    #expect(again.files["unplaced.csv"] == first.files["unplaced.csv"])
    #expect(again.files["report.json"] == first.files["report.json"])
  }

  @Test func `Entries of planned modules are replaced, those of later versions and unlisted people kept`()
    throws
  {
    let earlier = [
      "unplaced.csv": "person,module,reason\nP9,rooms,无床\nP1,hall,旧\nP4,rooms,无床\nP3,rostrum,旧\n",
      "report.json": """
      {"event": "旧", "modules": {"rooms": {"status": "optimal", "objective": 3, "bound": 3, "gap": 0,
      "terms": {"price": 3}, "seconds": 0.5, "seed": 2, "notes": ["住房提示"]},
      "rostrum": {"status": "stopped", "seconds": 1, "seed": 1}}, "notes": ["旧提示", "住房提示"]}
      """,
    ].mapValues { Data($0.utf8) }
    let files = try Planned().files([.hall], over: earlier).files
    #expect(
      text(files["unplaced.csv"])?.components(separatedBy: "\r\n").dropFirst().map { $0.prefix(10) } == [
        "P3,rostrum", "P4,rooms,无", "P5,hall,会场", "P9,rooms,无", "",
      ])
    let report = try PlanReport(json: try #require(files["report.json"]))
    #expect(report.event == "年度大会")
    #expect(
      report.modules.mapValues(\.status) == ["rooms": "optimal", "rostrum": "stopped", "hall": "feasible"])
    #expect(report.notes.map(\.text) == ["王芳（P1）需要靠走道的座位，未能安排", "住房提示"])
  }

  @Test func `A module that was to be planned and is not there any more loses its entries and files`() throws
  {
    let planned = try Planned()
    let replacement = PlanFiles(
      planned.reading, planned.event, planned: [.rostrum, .hall], planned.solution([.rostrum]),
      tool: "plenum 1"
    ).replacement(of: planned.files().files)
    #expect(replacement.obsolete == ["hall.csv"])
    #expect(text(replacement.files["unplaced.csv"]) == "\u{FEFF}person,module,reason\r\n")
    #expect(
      try PlanReport(json: try #require(replacement.files["report.json"])).modules.keys.sorted() == [
        "rostrum"
      ])
  }

  @Test(arguments: ["", "{", "[1]", "{\"event\": 1}", "\u{0}\u{1}"])
  func `A damaged earlier file is replaced and noted`(_ damaged: String) throws {
    let data = Data(damaged.utf8)
    let replacement = try Planned().files([.hall], over: ["report.json": data, "unplaced.csv": data])
    #expect(
      replacement.diagnostics.map { $0.text(in: .english) } == [
        "unplaced.csv: note: the earlier file is damaged; what it said of other modules is not kept",
        "report.json: note: the earlier file is damaged; what it said of other modules is not kept",
      ])
    #expect(
      try PlanReport(json: try #require(replacement.files["report.json"])).modules.keys.sorted() == ["hall"])
  }

  @Test(arguments: [
    (
      Unplaced.Reason.rostrumFull(seats: 1, due: 13), "主席台共 1 座，应就座 13 人；座位不足，按位次未能安排",
      "the rostrum has 1 seat for 13 people; those ranked last have none"
    ),
    (
      .hallFull(seats: 2000, due: 2001), "会场可用 2000 座，应就座 2001 人；座位不足，未能安排",
      "the hall has 2,000 free seats for 2,001 people"
    ),
    (
      .wheelchairPlacesFull(places: 1, due: 2), "会场有 1 个轮椅位，需要的有 2 人；轮椅位不足，未能安排",
      "the hall has 1 wheelchair place for 2 people"
    ),
    (
      .sectionsFull(["左", "右"]), "本组只能坐在 左、右 区，该区座位不足，未能安排",
      "the group may only sit in section 左, 右, which is full"
    ),
    (
      .orderKeepsOut, "按严格顺序，余下的座位都会打乱分组次序，未能安排；也许可将“顺序”改为“就近”",
      "with a strict order every seat left would break the order of groups; maybe set hall_order to near"
    ),
    (.told("x"), "x", "x"),
  ])
  func `Why somebody has no place is told in both languages`(
    _ reason: Unplaced.Reason, _ chinese: String, _ english: String
  ) {
    #expect(Wording.message(of: reason) == Phrase(chinese, english))
  }
}

@Suite struct ReadingPlans {
  @Test func `A plan that was written is read back as it was`() throws {
    let planned = try Planned()
    let reading = PlanReader.read(planned.files().files, of: planned.event)
    #expect(reading.diagnostics.isEmpty)
    let plan = reading.plan
    guard case .plan(let rostrum, var rostrumFigures) = planned.rostrum,
      case .plan(let hall, let hallFigures) = planned.hall
    else { return }
    rostrumFigures.work = [:]
    #expect(plan.rostrum == rostrum)
    #expect(plan.hall?.assignments == hall.assignments)
    #expect(plan.hall?.withoutAisle == hall.withoutAisle)
    #expect(plan.hall?.unplaced.map(\.person) == [4])
    #expect(plan.hall?.unplaced.map(\.reason) == [.told("会场可用 2 座，应就座 3 人；座位不足，未能安排")])
    #expect(reading.figures == [.rostrum: rostrumFigures, .hall: hallFigures])
    #expect(reading.report?.modules["rostrum"]?.work == ["nodes": 4])
  }

  @Test(arguments: [
    ("rostrum.csv", "P2,李雷", "P9,李雷", "rostrum.csv:2:1: “P9”: nobody in the list has this id"),
    ("rostrum.csv", "P2,李雷", "P2,李磊", "rostrum.csv:2:2: “李磊”: the list has another name for this person"),
    ("rostrum.csv", ",1,3,2", ",1,4,2", "rostrum.csv:3:4: “4”: there is no such seat"),
    (
      "rostrum.csv", ",1,3,2", ",1,3,0",
      "rostrum.csv:3:5: “0”: expected a whole number from 1 to 1000000; write digits alone, without units or "
        + "thousands separators"
    ),
    ("rostrum.csv", ",1,3,2", ",,3,2", "rostrum.csv:3:3: expected a whole number from 0 to 100000"),
    ("hall.csv", "东区", "西区", "hall.csv:2:3: “西区”: the list has another group for this person"),
    ("hall.csv", "中-左,1,2", "中,1,2", "hall.csv:2:6: “2”: there is no such seat"),
    ("unplaced.csv", "P5,hall", "P5,stage", "unplaced.csv:2:2: “stage”: there is no such module"),
    ("hall.csv", "section", "area", "hall.csv:1: the column “section” is missing"),
    ("report.json", "optimal", "best", "report.json: “modules.rostrum.status” is an impossible figure"),
    (
      "report.json", "\"part\"", "\"parts\"",
      "report.json: “modules.hall.terms.parts” is an impossible figure"
    ),
    (
      "report.json", "\"bound\" : 2,", "\"bound\" : -9223372036854775808,",
      "report.json: “modules.rostrum.bound” is an impossible figure"
    ),
    (
      "report.json", "\"part\" : 20000", "\"part\" : 20001",
      "report.json: the objective of hall is not the sum of its terms"
    ),
    (
      "report.json", "\"gap\" : 0,", "\"gap\" : 0.5,",
      "report.json: “modules.rostrum.gap” is an impossible figure"
    ),
    ("report.json", "\"rostrum\"", "\"stage\"", "report.json: “stage”: there is no such module"),
    ("report.json", "{", "[", "report.json: this is no report of a plan"),
  ])
  func `What cannot be read of a plan is told at its cell`(
    _ file: String, _ old: String, _ new: String, _ message: String
  ) throws {
    let planned = try Planned()
    var files = planned.files().files
    files[file] = Data(try #require(text(files[file])).replacing(old, with: new).utf8)
    let lines = PlanReader.read(files, of: planned.event).diagnostics.map { $0.text(in: .english) }
    #expect(lines.contains(message))
  }

  @Test func `A plan lacks no file that its report speaks of`() throws {
    let planned = try Planned()
    #expect(
      PlanReader.read([:], of: planned.event).diagnostics.map { $0.text(in: .english) }
        == ["report.json: the plan lacks this file", "unplaced.csv: the plan lacks this file"])
    var files = planned.files().files
    files["hall.csv"] = nil
    #expect(
      PlanReader.read(files, of: planned.event).diagnostics.map { $0.text(in: .chinese) } == [
        "hall.csv: 方案中缺少此文件"
      ])
  }
}

@Suite struct ComparingPlans {
  @Test func `Whoever has another seat sits elsewhere`() throws {
    let planned = try Planned()
    let before = planned.files().files
    func changes(to now: [String: Data]) -> [PlaceUse.Kind: PlanChanges.Count]? {
      func plan(_ files: [String: Data]) -> EventPlan {
        PlanReader.read(Module.allCases, in: files, of: planned.event).plan
      }
      return PlanChanges(
        PlanComparison(from: plan(before), to: plan(now), since: TableChange(in: planned.event)))?.counts
    }
    #expect(changes(to: before)?[.seat]?.isNone == true)
    var now = before
    let rows = String(decoding: try #require(now["hall.csv"]), as: UTF8.self).split(separator: "\r\n")
    // The first of the hall is gone from it.
    now["hall.csv"] = Data((rows[0...0] + rows[2...]).map { $0 + "\r\n" }.joined().utf8)
    #expect(changes(to: now)?[.seat] == PlanChanges.Count(elsewhere: 0, added: 0, removed: 1))
  }
}
