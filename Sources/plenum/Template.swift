import ArgumentParser
import EventFiles
import Foundation
import Localization
import PlenumKit

struct Template: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "空白表格 Writes empty tables with headers and one example line each.")

  @Argument(help: ArgumentHelp("要新建的文件夹 The folder to make.", valueName: "dir"))
  var directory: String

  @Option(help: "表头的语言 Language of the headers: zh, en.")
  var language = Language.ofEnvironment()

  func run() throws {
    let result = TemplateFolder(URL(fileURLWithPath: directory), language: language)
    result.messages.forEach(writeError)
    result.summary.forEach { print($0) }
    throw ExitCode(result.status.rawValue)
  }
}

extension Language: ExpressibleByArgument {}
