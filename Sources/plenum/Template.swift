import ArgumentParser
import EventFiles
import Foundation
import Localization
import PlenumKit

struct Template: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: Wording.template, discussion: Wording.templateExample)

  @Argument(help: ArgumentHelp(Wording.templateFolder, valueName: "dir"))
  var directory: String

  @Option(help: ArgumentHelp(Wording.templateLanguage))
  var language = Language.chinese

  @OptionGroup
  var output: Output

  func validate() throws {
    try requireNames(directory)
  }

  func run() throws {
    let result = TemplateFolder(URL(fileURLWithPath: directory), language: language)
    try output.end(
      result.status, messages: result.messages, summary: result.summary, document: result.document.json)
  }
}

extension Language: ExpressibleByArgument {}
