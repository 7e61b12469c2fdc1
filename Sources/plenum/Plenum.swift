import ArgumentParser

@main
struct Plenum: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plenum",
    abstract: "会议排座 Plans who sits where at an assembly, by protocol and provably well.",
    discussion: """
      EVENT 是装有表格的文件夹（人员.csv、会场.csv…）；`plenum template 目录` 可以写出空白表格。
      An EVENT is a folder of tables (people.csv, hall.csv …); `plenum template DIR` writes empty ones.
      """,
    subcommands: [Plan.self, Check.self, Verify.self, Template.self])
}
