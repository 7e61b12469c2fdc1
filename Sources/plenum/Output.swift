import ArgumentParser
import Foundation
import PlenumKit

/// How a command tells its result, as its user asks for it.
struct Output: ParsableArguments {
  @Flag(help: ArgumentHelp(Wording.json))
  var json = false

  @Flag(help: ArgumentHelp(Wording.quiet))
  var quiet = false

  /// Whether somebody sits before a terminal who wants to see how it goes.
  var showsProgress: Bool {
    !quiet && !json && isatty(FileHandle.standardError.fileDescriptor) == 1
  }

  /// Whether problems go to stderr: a program that asks for quiet has them in the document.
  var tellsProblems: Bool { !(quiet && json) }

  /// Tells the result of a command and ends it.
  ///
  /// - Parameters:
  ///   - messages: problems and notes for stderr, a line each.
  ///   - summary: the result for stdout, a line each.
  ///   - document: the whole result as JSON, for a command that can give it to programs.
  /// - Throws: the exit status, always: 74 or higher where stdout does not take the result.
  func end(
    _ status: ExitStatus, messages: [String] = [], summary: [String],
    document: @autoclosure () -> String? = nil
  ) throws {
    let document = json ? document() : nil
    if tellsProblems { messages.forEach(writeError) }
    let lines = document.map { [$0] } ?? (quiet ? [] : summary)
    throw ExitCode(max(status, write(lines)).rawValue)
  }

  /// Writes lines to stdout.
  ///
  /// - Returns: `cannotWrite` when they did not arrive there, which stderr is told.
  func write(_ lines: [String]) -> ExitStatus {
    guard !lines.isEmpty else { return .complete }
    do {
      try FileHandle.standardOutput.write(contentsOf: Data((lines.joined(separator: "\n") + "\n").utf8))
      return .complete
    } catch {
      writeError(Wording.outputIsLost)
      return .cannotWrite
    }
  }
}
