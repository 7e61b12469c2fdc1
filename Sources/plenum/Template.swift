import ArgumentParser
import EventFiles
import Foundation
import Localization
import PlenumKit

struct Template: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: Wording.template)

  @Argument(help: ArgumentHelp(Wording.templateFolder, valueName: "dir"))
  var directory: String

  @Option(help: ArgumentHelp(Wording.templateLanguage))
  var language = Language.ofEnvironment()

  func run() throws {
    let result = TemplateFolder(URL(fileURLWithPath: directory), language: language)
    result.messages.forEach(writeError)
    result.summary.forEach { print($0) }
    throw ExitCode(result.status.rawValue)
  }
}

extension Language: ExpressibleByArgument {}
