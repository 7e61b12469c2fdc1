import Assembly
import Foundation
import Localization
import Tables
import Testing

@testable import EventFiles

/// A folder of the test's own, removed after it.
final class TemporaryFolder {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
      .appendingPathComponent("plenum-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(at: url)
  }

  func write(_ text: String, to name: String) throws {
    let file = url.appendingPathComponent(name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  /// Every file below the folder by its path, with its contents.
  func contents() throws -> [String: String] {
    var contents: [String: String] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: url.path) {
      let file = url.appendingPathComponent(path)
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder) else { continue }
      contents[path] =
        isFolder.boolValue ? "folder" : String(decoding: try Data(contentsOf: file), as: UTF8.self)
    }
    return contents
  }
}

@Suite struct EventFolders {
  @Test func `An event is a folder of tables, whatever else lies there`() throws {
    let folder = try TemporaryFolder()
    for (name, text) in EventExample().files { try folder.write(text, to: name) }
    try folder.write("x", to: "README.md")
    try folder.write("x", to: "~$人员.xlsx")
    try folder.write("x", to: "._人员.csv")
    let reading = try EventReader.read(folder.url)
    #expect(reading.event?.people.count == 3)
    #expect(reading.diagnostics.isEmpty)
  }

  @Test func `A missing event is told apart from a bad one`() throws {
    let folder = try TemporaryFolder()
    let nowhere = folder.url.appendingPathComponent("nowhere")
    let missing = #expect(throws: MissingEvent.self) { try EventReader.read(nowhere) }
    #expect(missing?.message.chinese == "\(nowhere.path)：找不到这个会议（文件夹或 Excel 工作簿）")
    #expect(missing?.message.english == "\(nowhere.path): there is no such event")
  }

  @Test func `A workbook or another file in place of the folder is refused`() throws {
    let folder = try TemporaryFolder()
    try folder.write("PK\u{3}\u{4}", to: "会议.xlsx")
    try folder.write("a,b", to: "list.csv")
    let workbook = try EventReader.read(folder.url.appendingPathComponent("会议.xlsx"), fallback: .english)
    #expect(workbook.event == nil)
    #expect(
      workbook.diagnostics.map { $0.text(in: .english) }
        == ["会议.xlsx: the workbook is damaged or incomplete; open it in Excel and save it anew"])
    let list = try EventReader.read(folder.url.appendingPathComponent("list.csv"), fallback: .chinese)
    #expect(
      list.diagnostics.map { $0.text(in: .chinese) } == [
        "list.csv: 会议应为一个 Excel 工作簿，或一个文件夹，内有各表（CSV 或 Excel）"
      ])
  }

  @Test func `A folder or a pipe in place of a table is refused`() throws {
    let folder = try TemporaryFolder()
    try folder.write(EventExample().files["会议.csv"]!, to: "会议.csv")
    try folder.write("", to: "人员.csv/inside")
    mkfifo(folder.url.appendingPathComponent("hall.csv").path, 0o600)
    let reading = try EventReader.read(folder.url)
    #expect(reading.diagnostics.map { $0.text(in: .chinese) } == ["hall.csv: 无法读取此文件", "人员.csv: 无法读取此文件"])
  }

  @Test func `A damaged workbook or a web page in place of a table is told`() {
    #expect(lines(["hall.xlsx": "PK\u{3}\u{4}"]) == ["hall.xlsx: 工作簿已损坏或不完整；请用 Excel 打开后另存一份"])
    #expect(
      lines(["会场.xls": "<html><table>"])
        == ["会场.xls: 这是网页或 XML，只是名字像表格；请用 Excel 或 WPS 打开，另存为“Excel 工作簿（.xlsx）”"])
  }

  @Test func `A table whose name says workbook and whose content is text is read as text`() {
    #expect(reading(["主席台.xls": "排\t座位数\n1\t9\n"]).event?.rostrum?.rows.map(\.seats) == [9])
  }

  @Test func `Two sources for one table are an error`() {
    #expect(lines(["people.csv": "name\nAda\n"]) == ["人员.csv: 与 people.csv 是同一张表，请只保留一个"])
    #expect(lines(["人员.xlsx": "PK"]) == ["人员.xlsx: 与 人员.csv 是同一张表，请只保留一个"])
  }

  @Test func `Required tables that are missing are told, with a file that may be meant`() {
    #expect(
      EventExample(["会议.csv": nil, "人员.csv": nil, "peple.csv": "name\nAda\n"]).lines() == [
        "event.csv: there is no table event (event.csv, event.xlsx or 会议.csv)",
        "people.csv: there is no table people (people.csv, people.xlsx or 人员.csv); is it peple.csv? Rename it",
      ])
    #expect(lines(["人员.csv": nil]) == ["people.csv: 缺少“人员”表（人员.csv、人员.xlsx 或 people.csv）"])
  }
}
