import Foundation
import Printing
import Testing

/// What tools of others find in a PDF. A tool that is missing fails the test.
enum Poppler {
  /// What a program prints about a file, which stands where its words say FILE; FOLDER is where it lies.
  static func run(_ words: String..., on data: Data) throws -> String {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "plenum-test-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let (file, output) = (folder.appendingPathComponent("paper.pdf"), folder.appendingPathComponent("output"))
    try data.write(to: file)
    try Data().write(to: output)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = words.map {
      $0.replacing("FILE", with: file.path).replacing("FOLDER", with: folder.path)
    }
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "\(words)")
    return String(decoding: try Data(contentsOf: output), as: UTF8.self)
  }

  /// The words of a PDF with their boxes in points.
  static func words(of data: Data) throws -> [(
    text: String, left: Double, top: Double, right: Double, bottom: Double
  )] {
    let boxes = try run("pdftotext", "-bbox", "FILE", "-", on: data)
    return boxes.matches(
      of: #/<word xMin="([-0-9.]+)" yMin="([-0-9.]+)" xMax="([-0-9.]+)" yMax="([-0-9.]+)">([^<]*)</#
    ).map { (String($0.5), Double($0.1)!, Double($0.2)!, Double($0.3)!, Double($0.4)!) }
  }
}

func pdf(_ pages: Page...) throws -> Data {
  try PDFWriter(Typesetter()).data(of: pages, title: "试")
}
