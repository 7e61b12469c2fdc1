import Assembly
import Foundation
import Printing
import Testing

@testable import Documents

/// What other programs read in 会务表.xlsx, where they are installed.
@Suite(.serialized) struct `The event workbook in other programs` {
  /// A workbook of hotels, with a figure and a bound.
  private static func workbook() throws -> Data {
    let event = try Example.roomStock { $0.people[1].name = "=1+1" }
    let plan = EventPlan(rooms: Example.roomPlan(event))
    let figures = [Module.rooms: Figures(status: .feasible, terms: [Term.allCases[0]: 1_500], bound: 1_400)]
    let desk = PaperDesk(
      plan, of: event, PaperSelection(), Edition(version: 1), key: Array("key".utf8), Typesetter(),
      figures: figures)
    return try EventWorkbook(desk).data()
  }

  /// What a program writes; nothing where it fails or is not there.
  private static func output(_ arguments: [String]) throws -> String? {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = arguments
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return process.terminationStatus == 0 ? String(decoding: data, as: UTF8.self) : nil
  }

  private static func isThere(_ arguments: String...) -> Bool { (try? output(arguments)) ?? nil != nil }

  private func inFolder(_ body: (URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Self.workbook().write(to: folder.appendingPathComponent("会务表.xlsx"))
    try body(folder)
  }

  @Test(.enabled(if: isThere("soffice", "--version"), "no LibreOffice"))
  func `LibreOffice opens it, counts the formulas and keeps text as text`() throws {
    try inFolder { folder in
      // Each sheet as a table of its own.
      let filter = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"
      _ = try Self.output([
        "soffice", "-env:UserInstallation=file://\(folder.path)/profile", "--headless", "--convert-to",
        filter,
        "--outdir", folder.path, folder.appendingPathComponent("会务表.xlsx").path,
      ])
      func sheet(_ name: String) throws -> String {
        try String(contentsOf: folder.appendingPathComponent("会务表-\(name).csv"), encoding: .utf8)
      }
      #expect(try sheet("人员").contains("=1+1"))
      #expect(try sheet("房号表").contains("13800000000"))
      let sum = try #require(try sheet("预算").split(separator: "\n").last?.split(separator: ",").last)
      let rooms = try #require(try sheet("概况").split(separator: "\n").first { $0.contains("预算合计") })
      #expect(rooms.hasSuffix("," + sum))
      #expect(try sheet("概况").contains("下界（任何安排不低于）,1400"))
    }
  }

  @Test(.enabled(if: isThere("python3", "-c", "import openpyxl"), "no openpyxl"))
  func `openpyxl reads numbers as numbers, telephones as text and dates as dates`() throws {
    try inFolder { folder in
      let script = """
        import sys, openpyxl
        book = openpyxl.load_workbook(sys.argv[1])
        rooms = book["房号表"]
        print("|".join(book.sheetnames))
        print("|".join(type(cell.value).__name__ for cell in rooms[2]))
        print(rooms.freeze_panes, rooms.auto_filter.ref is not None, rooms.print_title_rows)
        """
      let file = folder.appendingPathComponent("会务表.xlsx").path
      let lines = try #require(try Self.output(["python3", "-c", script, file])).split(separator: "\n")
      #expect(lines[0] == "概况|人员|签到|通讯录|房号表|预算")
      #expect(lines[1] == "str|str|str|str|str|str|str|datetime|datetime|int|str")
      #expect(lines[2] == "A2 True $1:$1" || lines[2] == "A2 True 1:1", "\(lines[2])")
    }
  }
}
