import ArgumentParser
import PlenumKit

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
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch {
      let (status, message) = (exitCode(for: error), fullMessage(for: error))
      if message.isEmpty { exit(withError: error) }
      guard status.isSuccess else {
        writeError(Wording.usage(message))
        exit(withError: status)
      }
      exit(withError: ExitCode(Output().write([message]).rawValue))
    }
  }
}
