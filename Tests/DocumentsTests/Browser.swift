import Foundation
import Testing

/// A headless Chromium that opens pages as a reader would.
struct Browser {
  let executable: URL

  /// The browser of this machine, if it has one.
  static let installed: Browser? = {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    for name in ["chromium", "chromium-browser", "google-chrome"] {
      for folder in folders {
        let url = URL(fileURLWithPath: String(folder)).appendingPathComponent(name)
        if FileManager.default.isExecutableFile(atPath: url.path) { return Browser(executable: url) }
      }
    }
    return nil
  }()

  /// Whether tests of pages run: where nobody looks, a missing browser fails them instead of skipping them.
  static var isExpected: Bool {
    installed != nil || ProcessInfo.processInfo.environment["CI"] == "true"
  }

  /// What the page's document is after `script` ran on it.
  func document(of page: String, after script: String) throws -> String {
    let allowed = page.replacingOccurrences(of: "script-src ", with: "script-src &#39;nonce-test&#39; ")
    return try inFolder { folder in
      let file = folder.appendingPathComponent("page.html")
      try (allowed + "<script nonce=\"test\">\(script)</script>").write(
        to: file, atomically: true, encoding: .utf8)
      return String(
        decoding: try run(["--window-size=1400,900", "--dump-dom", file.absoluteString]), as: UTF8.self)
    }
  }

  /// What a script reported when it ran on a page; `|` stands for a line break. It can `report(key, text)`, and `type`
  /// into the search.
  func reports(of page: String, after script: String) throws -> [String: String] {
    let document = try document(
      of: page,
      after: """
        const report = (key, text) => {
          const element = document.createElement("i");
          element.dataset.report = key;
          element.textContent = text.replaceAll("\\n", "|");
          document.body.append(element);
        };
        const type = (text) => {
          const search = document.getElementById("search");
          search.value = text;
          search.dispatchEvent(new Event("input"));
        };
        \(script)
        """)
    let reports = document.matches(of: #/<i data-report="([^"]*)">([^<]*)</i>/#)
    return Dictionary(reports.map { (String($0.1), String($0.2)) }) { $1 }
  }

  /// The sizes of the printed pages in points, as `612 x 792`.
  func printed(_ page: String, fragment: String) throws -> [String] {
    try inFolder { folder in
      let file = folder.appendingPathComponent("page.html")
      let pdf = folder.appendingPathComponent("page.pdf")
      try page.write(to: file, atomically: true, encoding: .utf8)
      _ = try run(["--no-pdf-header-footer", "--print-to-pdf=\(pdf.path)", file.absoluteString + fragment])
      let text = String(decoding: try Data(contentsOf: pdf), as: Unicode.ASCII.self)
      return text.matches(of: #/\/MediaBox \[0 0 ([0-9]+)[0-9.]* ([0-9]+)/#).map { "\($0.1) x \($0.2)" }
    }
  }

  private func inFolder<Result>(_ body: (URL) throws -> Result) throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try body(folder)
  }

  private func run(_ arguments: [String]) throws -> Data {
    try inFolder { folder in
      let process = Process()
      process.executableURL = executable
      process.arguments =
        [
          "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
          "--disable-background-networking", "--disable-component-update",
          "--user-data-dir=\(folder.appendingPathComponent("profile").path)",
        ] + arguments
      // Files and not pipes: a pipe's end may be inherited by another test's process and then never closes.
      let (output, errors) = (
        folder.appendingPathComponent("output"), folder.appendingPathComponent("errors")
      )
      process.standardOutput = try Self.newFile(output)
      process.standardError = try Self.newFile(errors)
      try process.run()
      process.waitUntilExit()
      guard process.terminationReason == .exit, process.terminationStatus == 0 else {
        throw Failure(
          status: process.terminationStatus, errors: try String(contentsOf: errors, encoding: .utf8))
      }
      return try Data(contentsOf: output)
    }
  }

  /// How a browser ended that did not do its work, and what it said.
  private struct Failure: Error {
    let status: Int32
    let errors: String
  }

  private static func newFile(_ place: URL) throws -> FileHandle {
    try Data().write(to: place)
    return try FileHandle(forWritingTo: place)
  }
}
