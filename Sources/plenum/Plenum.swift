import ArgumentParser

@main
struct Plenum: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plenum",
    abstract: Wording.purpose,
    discussion: Wording.gettingStarted,
    subcommands: [Plan.self, Check.self, Verify.self, Explain.self, Template.self])
}
