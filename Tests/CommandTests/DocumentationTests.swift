import Foundation
import Testing

private let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../..")
  .standardizedFileURL

@Suite struct `What the documentation says` {
  @Test func `Every rule and section that code or documentation cites stands in docs`() throws {
    let pages = try Dictionary(
      uniqueKeysWithValues: files(below: ["docs"], ending: ["md"]).map {
        ($0.lastPathComponent, try text($0))
      })
    let citing = files(
      below: ["Sources", "Tests", "Benchmarks", "Fixtures", "docs"], ending: ["swift", "md", "py"])
    // The name of a page and what follows it: R1–R8, H10, §3.
    let citation = #/\b([a-z]+\.md)\)?,? *((?:§[0-9]+|[A-Z][0-9]+(?:[–,] ?[A-Z]?[0-9]+)*)?)/#
    var count = 0
    for file in citing {
      for match in try text(file).matches(of: citation) {
        guard let page = pages[String(match.1)] else { continue }
        count += 1
        for label in match.2.matches(of: /§?[A-Z]?[0-9]+/).map({ String($0.0) }) {
          let heading = label.hasPrefix("§") ? "\n## \(label.dropFirst())." : "\n**\(label).**"
          #expect(page.contains(heading), "\(file.path) cites \(match.1) \(label)")
        }
      }
    }
    #expect(count > 20)
  }

  @Test func `No comment cites a page that is not there`() throws {
    let pages = files(below: ["docs", "Sources", "Benchmarks", "Fixtures"], ending: ["md"])
    let names = Set(pages.map(\.lastPathComponent)).union([
      "README.md", "README.zh.md", "CONTRIBUTING.md", "CHANGELOG.md",
    ])
    for file in files(below: ["Sources", "Tests"], ending: ["swift"]) {
      for match in try text(file).matches(of: #/\b[A-Za-z]+(?:\.zh)?\.md\b/#) {
        #expect(names.contains(String(match.0)), "\(file.path) cites \(match.0)")
      }
    }
  }

  @Test func `Every link leads to a file, and to a heading of it`() throws {
    let pages =
      files(below: ["docs", "Sources", "Benchmarks", "Fixtures"], ending: ["md"])
      + ["CONTRIBUTING.md", "CHANGELOG.md"].map(root.appendingPathComponent)
    for page in pages {
      for link in try text(page).matches(of: #/\]\(([A-Za-z0-9_.\/-]*)(?:#([^)]*))?\)/#) where link.0 != "]()"
      {
        let target =
          link.1.isEmpty ? page : page.deletingLastPathComponent().appendingPathComponent(String(link.1))
        #expect(FileManager.default.fileExists(atPath: target.path), "\(page.path) links to \(link.1)")
        guard let anchor = link.2 else { continue }
        #expect(try anchors(of: target).contains(String(anchor)), "\(page.path) links to \(link.0)")
      }
    }
  }
}

/// The anchors of a page's headings, as GitHub makes them.
private func anchors(of page: URL) throws -> [String] {
  try text(page).matches(of: /(?m)^#+ (.*)$/).map { heading in
    heading.1.lowercased().filter { $0.isLetter || $0.isNumber || " -_".contains($0) }
      .replacing(" ", with: "-")
  }
}

private func text(_ file: URL) throws -> String {
  try String(contentsOf: file, encoding: .utf8)
}

/// The files of these folders, what builds have put there left out.
private func files(below folders: [String], ending: Set<String>) -> [URL] {
  folders.flatMap { folder in
    let paths = FileManager.default.enumerator(atPath: root.appendingPathComponent(folder).path)
    return (paths?.compactMap { $0 as? String } ?? []).sorted()
      .filter { !$0.split(separator: "/").contains { $0.hasPrefix(".") } }
      .map { root.appendingPathComponent(folder).appendingPathComponent($0) }
      .filter { ending.contains($0.pathExtension) }
  }
}
