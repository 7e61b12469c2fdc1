import ArgumentParser
import Assembly
import Foundation
import HallInstances

/// Tables how the work of seating a hall, and what is left unproven, grow with the number of groups.
@main
struct HallGrowth: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract:
      "Tables how the work of seating a hall, and what is left unproven, grow with the number of groups.",
    discussion: "Run it in the folder of the repository, in release: "
      + "swift run -c release --package-path Benchmarks HallGrowth")

  @Option(help: "Measure halls of at most so many groups.")
  var groups = 120

  @Option(help: "Measure halls of this method alone.")
  var method: HallMethod?

  @Option(help: "The file that keeps the table between its markers.")
  var table = "Benchmarks/README.md"

  @Flag(help: "Put the table into the file.")
  var write = false

  @Flag(help: "Fail when more columns, iterations or points per group are needed than the file's table has.")
  var check = false

  func run() throws {
    let kept = try KeptTable(in: URL(fileURLWithPath: table))
    show(Growth.header)
    var rows: [Growth] = []
    for instance in HallInstance.all where isWanted(instance) {
      rows.append(try Growth(of: instance))
      show(rows.last!.line)
    }
    if write { try kept.replace(by: ([Growth.header] + rows.map(\.line)).joined(separator: "\n")) }
    if check {
      let complaints = rows.flatMap { kept.complaints(about: $0) }
      complaints.forEach(show)
      if !complaints.isEmpty { throw ExitCode.failure }
    }
  }

  private func isWanted(_ instance: HallInstance) -> Bool {
    instance.groups <= groups && (method == nil || instance.method == method)
  }

  /// Prints a line at once: the next may take minutes.
  private func show(_ line: String) {
    FileHandle.standardOutput.write(Data("\(line)\n".utf8))
  }
}

extension HallMethod: @retroactive ExpressibleByArgument {}
