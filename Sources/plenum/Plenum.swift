import ArgumentParser
import PlenumKit

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#endif

@main
struct Plenum: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plenum",
    abstract: Wording.purpose,
    discussion: Wording.gettingStarted,
    version: PlenumVersion.current,
    subcommands: [
      Plan.self, Replan.self, Redraw.self, Diff.self, Approve.self, Print.self, Check.self, Verify.self,
      Explain.self,
      Template.self,
    ])

  /// Help, version and completion scripts are results too: where stdout does not take them, the status tells.
  static func main() {
    // Who reads no further, or a file that may not grow, is told by an error where it is written, and by the status.
    for number in [SIGPIPE, SIGXFSZ] { signal(number, SIG_IGN) }
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch {
      let (status, message) = (exitCode(for: error), fullMessage(for: error))
      if message.isEmpty { exit(withError: error) }
      guard status.isSuccess else { tellWrongUsage(message, status) }
      exit(withError: ExitCode(Output().write([Wording.help(message)]).rawValue))
    }
  }

  /// Tells how a command is written wrongly; where it asks for a document, as one of these too.
  private static func tellWrongUsage(_ message: String, _ status: ExitCode) -> Never {
    let words = CommandLine.arguments.dropFirst().prefix { $0 != "--" }
    let commands = configuration.subcommands.map { $0._commandName }
    let command = words.first { commands.contains($0) }
    let told = Wording.usage(command == nil ? messageWithoutFormat(words) ?? message : message)
    guard words.contains("--json") else {
      writeError(told)
      exit(withError: status)
    }
    if !words.contains("--quiet") { writeError(told) }
    let (problems, usage) = Wording.parts(ofUsage: told)
    let document = WrongUsage.json(
      of: command, problems, usage: usage)
    let written = Output().write([document])
    exit(withError: written == .complete ? status : ExitCode(written.rawValue))
  }

  /// What is wrong with words that name no command, which alone knows `--json` and `--quiet`; nothing where these are all.
  private static func messageWithoutFormat(_ words: some Sequence<String>) -> String? {
    do {
      _ = try parseAsRoot(words.filter { !["--json", "--quiet"].contains($0) })
      return nil
    } catch {
      return fullMessage(for: error)
    }
  }
}
