import Assembly
import EventFiles
import Foundation
import Localization

/// Every sentence that the planner itself says.
enum Wording {
  static let missingTable = Phrase("缺少此表，无法安排该模块", "this table is missing: its module cannot be planned")
  static var nothingPlanned: Phrase {
    let tables = Module.allCases.map(\.table)
    let english = tables.dropLast().map(\.rawValue).joined(separator: ", ") + " and " + tables.last!.rawValue
    return Phrase(
      "\(tables.map(\.chinese).joined(separator: "、"))各表都没有：没有需要安排的内容",
      "none of the tables \(english): there is nothing to plan")
  }
  static let earlierRoomsDoNotFit = Phrase(
    "安排车辆要用结果文件夹中的 rooms.csv，但它与会议的表格不符；请连同住宿一起安排（--only rooms,vehicles）",
    "vehicles need rooms.csv of the plan's folder, which does not fit the event: "
      + "plan the rooms with them (--only rooms,vehicles)")
  static let vehiclesOutdated = Phrase(
    "住宿有变，车辆仍按原来的酒店安排；请运行 plenum plan … --only vehicles 重排",
    "rooms have changed and vehicles are planned for the earlier ones: plan them again with --only vehicles")
  static let staffOutdated = Phrase(
    "住宿、车辆或讨论室有变，分工仍按原方案；请运行 plenum plan … --only staff 重排",
    "rooms, vehicles or discussions have changed and staff are planned for the earlier ones: plan them again with --only staff"
  )
  static let interrupted = Phrase("已中断：这是到中断时最好的方案", "interrupted: this is the best plan until then")
  static let writing = Phrase("正在写出…", "writing …")
  static let verifying = Phrase("正在核验…", "verifying …")
  static func comparing(_ module: Module) -> Phrase {
    Phrase("另作重排，比较代价：\(module.name.chinese)…", "planning \(module.name.english) anew to compare …")
  }

  static let faultyPlan = Phrase(
    "程序故障：得出的安排未通过核验，没有写出任何文件。请将会议文件夹交给开发者",
    "a fault of the program: the plan did not pass verification, "
      + "and nothing was written. Please report it with the event's folder")
  static let holds = Phrase("核验通过：规则与数字都对得上", "verified: every rule holds and every figure agrees")
  static let nothingToVerify = Phrase("这个文件夹里没有安排", "there is no plan in this folder")

  /// Another run works on OUT.
  static func waiting(_ folder: String) -> Phrase {
    Phrase("另一次运行正在写 \(folder)，等待其结束", "waiting for another run that works on \(folder)")
  }

  /// Another run worked on OUT.
  static func waited(_ folder: String) -> Phrase {
    Phrase("先等另一次运行写完了 \(folder)", "note: another run worked on \(folder); this one waited for it")
  }

  static func notRedrawn(_ count: Int) -> Phrase {
    Phrase(
      "有 \(count) 处不合规矩，文件没有重画；请改好后再运行 plenum redraw，或用 plenum replan 调整",
      "\(counted(count, "rule")) broken: nothing was drawn. Mend the files and redraw, or let plenum replan put it right"
    )
  }

  static func note(_ phrase: Phrase) -> Phrase {
    Phrase("提示：" + phrase.chinese, "note: " + phrase.english)
  }

  // MARK: Approval

  static let notApproved = Phrase(
    "方案未通过核验，没有审定", "the plan does not hold, so it was not approved")
  static let approvedTablesDiffer = Phrase(
    "表格在安排之后改过，没有审定：请先运行 plenum replan",
    "the tables were changed since they were planned, so nothing was approved: run plenum replan first")
  static let draftsPrinted = Phrase(
    "已印的文件上还写着“草稿”，已从结果文件夹中删去：请用 plenum print 重印",
    "what was printed says draft, and was taken away: print it again with plenum print")

  static func approved(_ record: ApprovalRecord) -> Phrase {
    let (date, name) = (shown(record.date), visible(record.by))
    return Phrase(
      "审定：第\(record.version)版，\(date) \(name)",
      "approved: version \(record.version), \(date) by \(name)")
  }

  static func replaced(_ record: ApprovalRecord) -> Phrase {
    Phrase(
      "已另行安排，审定的第\(record.version)版留在 versions 中；表格有改动时，plenum replan 变动最少",
      "planned anew beside version \(record.version), which was approved and is kept in versions; after a change of the tables plenum replan moves the fewest"
    )
  }

  static func noLongerApproved(_ record: ApprovalRecord, _ changed: [String]?) -> Phrase {
    let (date, name) = (shown(record.date), visible(record.by))
    let approved = Phrase(
      "第\(record.version)版（\(date) \(name)）", "version \(record.version) (\(date) by \(name))")
    guard let changed else {
      return Phrase(
        "现在的方案不是审定的\(approved.chinese)", "this is not the plan that was approved, \(approved.english)")
    }
    let shown = changed.prefix(10)
    let rest = changed.count > shown.count ? " …" : ""
    return Phrase(
      "现在的方案不是审定的\(approved.chinese)：此后 \(changed.count) 人有变动"
        + (changed.isEmpty ? "" : "（\(shown.joined(separator: "、"))\(rest)）"),
      "this is not the plan that was approved, \(approved.english): \(changed.count) people have something else since"
        + (changed.isEmpty ? "" : " (\(shown.joined(separator: ", "))\(rest))"))
  }

  // MARK: Explanations

  static func nobody(_ person: String, meant: String?) -> Phrase {
    let hint = meant.map { Phrase("；是不是“\($0)”？", "; did you mean “\($0)”?") } ?? Phrase("")
    return Phrase(
      "名单中没有“\(person)”（可写编号或姓名）\(hint.chinese)",
      "nobody in the list has the id or name “\(person)”\(hint.english)")
  }

  static func several(_ name: String, ids: [String]) -> Phrase {
    Phrase(
      "名单中有 \(ids.count) 人叫“\(name)”，请写编号：\(ids.joined(separator: "、"))",
      "\(ids.count) people are called “\(name)”; give an id: \(ids.joined(separator: ", "))")
  }

  static let unreadablePlan = Phrase(
    "方案的文件与会议的表格不符，无法说明；请运行 plenum plan 重新安排",
    "the files of the plan do not fit the event, so nothing can be explained: plan it again with plenum plan")

  static func explainedThoughBroken(_ count: Int) -> Phrase {
    Phrase(
      "方案有 \(count) 处不符（plenum verify 逐条列出）；以下说明以文件所写为准",
      "the plan has \(counted(count, "violation")) (plenum verify lists them); what follows takes it as it is"
    )
  }

  // MARK: Papers

  static func printedThoughBroken(_ count: Int) -> Phrase {
    Phrase(
      "方案有 \(count) 处不符（plenum verify 逐条列出），已照文件所写打印；发出前请先核对",
      "the plan has \(counted(count, "violation")) (plenum verify lists them) and was printed as it is; look at them before anything is handed out"
    )
  }

  static let unprintablePlan = Phrase(
    "方案的文件与会议的表格不符，没有打印；请运行 plenum plan 重新安排",
    "the files of the plan do not fit the event, so nothing was printed: plan it again with plenum plan")

  static let papersOutdated = Phrase(
    "先前印出的 PDF 属于旧方案，已删去；请用 plenum print 重新打印",
    "PDFs of the earlier plan were removed: print them again with plenum print")

  static let nothingToPrint = Phrase("没有可打印的内容", "there is nothing to print")

  static let installFonts = Phrase(
    "以上的字会印成方框：请安装有这些字的字体（Debian：fonts-noto-cjk；生僻字：fonts-babelstone-han、fonts-hanazono），再打印一次",
    "these characters are printed as boxes: install fonts that have them (Debian: fonts-noto-cjk; rare characters: "
      + "fonts-babelstone-han, fonts-hanazono) and print again")

  static func withoutFont(_ person: String, _ characters: String) -> Phrase {
    Phrase("\(person)：没有字体能印出“\(characters)”", "\(person): no font has “\(characters)”")
  }

  static func moreWithoutFont(_ count: Int) -> Phrase {
    Phrase("另有 \(count) 人也有这样的字", "\(counted(count, "more person", "more people")) with such characters")
  }

  static func printing(_ paper: Phrase, _ pages: Int, of count: Int) -> Phrase {
    Phrase(
      "正在排印\(paper.chinese)：\(count) 页中已有 \(pages) 页…",
      "printing: \(paper.english), \(pages) of \(count) pages …")
  }

  static func printing(_ paper: Phrase) -> Phrase {
    Phrase("正在排印\(paper.chinese)…", "printing: \(paper.english) …")
  }

  static func printed(_ paper: Phrase, pages: Int?, _ path: String) -> Phrase {
    let count = pages.map { Phrase("（\($0) 页）", " (\(counted($0, "page")))") } ?? Phrase("")
    return Phrase(
      "\(paper.chinese)\(count.chinese)：\(path)", "\(paper.english)\(count.english): \(path)")
  }

  static func emptyPaper(_ paper: Phrase) -> Phrase {
    Phrase("\(paper.chinese)：没有内容，没有写出", "\(paper.english): there is nothing on it, it was not written")
  }

  static let nothingVoid = Phrase(
    "与那一版相比没有变动，什么也不用重印", "nothing has changed since that plan: nothing is to be printed again")

  static func changedSinceWhat(_ paper: Phrase) -> Phrase {
    Phrase(
      "\(paper.chinese)：请用 --changed-since 说明与哪一版相比",
      "\(paper.english): tell with --changed-since which plan it is compared with")
  }

  static func unknownVersion(_ version: Int, _ versions: [Int]) -> Phrase {
    let known = versions.map(String.init)
    return versions.isEmpty
      ? Phrase(
        "--changed-since：结果文件夹里没有保存以前的版本", "--changed-since: the plan's folder keeps no earlier version")
      : Phrase(
        "--changed-since：没有第 \(version) 版，保存的有 \(known.joined(separator: "、"))",
        "--changed-since: there is no version \(version); there are \(known.joined(separator: ", "))")
  }

  static func sizeOfWhat(_ papers: [Phrase]) -> Phrase {
    Phrase(
      "--size：请写明印什么（\(papers.map(\.chinese).joined(separator: "、"))）",
      "--size: name the paper (\(papers.map { $0.english.lowercased() }.joined(separator: ", ")))")
  }

  static func unknownSize(_ size: String, of paper: Phrase, _ sizes: [String]) -> Phrase {
    sizes.isEmpty
      ? Phrase("--size：\(paper.chinese)没有大小可选", "--size: \(paper.english) has one size alone")
      : Phrase(
        "--size：\(paper.chinese)没有“\(size)”，可选 \(sizes.joined(separator: "、"))（毫米，宽×高）",
        "--size: \(paper.english) has no “\(size)”; choose from \(sizes.joined(separator: ", ")) (width × height in mm)"
      )
  }

  static func undue(_ paper: Phrase) -> Phrase {
    Phrase(
      "\(paper.chinese)：方案里没有它要印的内容", "\(paper.english): the plan has nothing that it shows")
  }

  static func unknownPaper(_ name: String, _ names: [String], meant: String?) -> Phrase {
    let hint = meant.map { Phrase("（是不是“\($0)”？）", " (did you mean “\($0)”?)") } ?? Phrase("")
    return Phrase(
      "没有“\(name)”\(hint.chinese)；可选：\(names.joined(separator: "、"))",
      "there is no paper “\(name)”\(hint.english); choose from \(names.joined(separator: ", "))")
  }

  static func unknownGroup(_ name: String, meant: String?) -> Phrase {
    let hint = meant.map { Phrase("；是不是“\($0)”？", "; did you mean “\($0)”?") } ?? Phrase("")
    return Phrase("--group：没有“\(name)”\(hint.chinese)", "--group: there is no group “\(name)”\(hint.english)")
  }

  static func unknownDay(_ text: String) -> Phrase {
    Phrase("--day：“\(text)”不是日期；请写成 2026-03-05", "--day: “\(text)” is no date; write 2026-03-05")
  }

  static func unknownVehicle(_ number: Int) -> Phrase {
    Phrase("--vehicle：方案里没有 \(number) 号车", "--vehicle: the plan has no vehicle \(number)")
  }

  static func unwritablePaper(_ reason: String) -> Phrase {
    Phrase("无法写出 PDF：\(reason)", "the PDF cannot be made: \(reason)")
  }

  // MARK: Planning

  static func noEdition(_ folder: String) -> Phrase {
    Phrase(
      "\(folder) 中没有方案，或没有它所依据的表格：请先运行 plenum plan",
      "\(folder) holds no plan, or not the tables that it was made of: run plenum plan first")
  }

  static func noPlanFolder(_ folder: String) -> Phrase {
    Phrase("\(folder)：找不到这个方案文件夹", "\(folder): there is no such folder")
  }

  /// What to do about a file that the plan lacks from which few people are to move.
  static func restore(_ module: Module, from copy: String?) -> Phrase {
    let place = copy.map { Phrase("（\($0) 中有一份）", " (a copy lies in \($0))") } ?? Phrase("")
    return Phrase(
      "请放回此文件\(place.chinese)，或用 --free \(module.rawValue) 重新安排",
      "put it back\(place.english), or plan the module anew with --free \(module.rawValue)")
  }

  static func drawnFileMissing(_ file: String) -> Phrase {
    Phrase(
      "缺少此文件，或已损坏：印发以后对 \(file) 的手工改动无从比较",
      "this file is missing or damaged: what was changed by hand in \(file) since documents were drawn cannot be told"
    )
  }

  static func broken(_ count: Int) -> Phrase {
    Phrase("核验未通过：\(count) 处不符", "not verified: \(counted(count, "violation"))")
  }

  static func solving(_ module: Module) -> Phrase {
    Phrase("正在安排\(module.name.chinese)…", "planning the \(module.name.english) …")
  }

  static func conflict(in module: Module) -> Phrase {
    Phrase(
      "\(module.name.chinese)：要求互相矛盾，没有安排",
      "\(module.name.english): wishes conflict, there is no plan")
  }

  static func document(_ title: Phrase, _ path: String) -> Phrase {
    Phrase("\(title.chinese)：\(path)", "\(title.english): \(path)")
  }

  static func time(_ seconds: [Stopwatch.Phase: Double]) -> Phrase {
    func time(_ phase: Stopwatch.Phase) -> String { String(format: "%.2f", seconds[phase] ?? 0) }
    return Phrase(
      "用时（秒）：读取 \(time(.reading))，求解 \(time(.solving))，核验 \(time(.verifying))，写出 \(time(.writing))",
      "seconds: reading \(time(.reading)), solving \(time(.solving)), verifying \(time(.verifying)), "
        + "writing \(time(.writing))")
  }

  static func people(_ event: Event) -> Phrase {
    let absent = event.people.count { $0.isAbsent }
    let hall = event.people.count { $0.isDueInHall }
    return Phrase(
      "\(event.settings.name)：\(event.people.count) 人（请假 \(absent) 人），\(event.groups.count) 个分组；"
        + "应上主席台 \(event.dueOnRostrum.count) 人，应在会场 \(hall) 人",
      "\(event.settings.name): \(counted(event.people.count, "person", "people")) (\(absent) absent) in "
        + "\(counted(event.groups.count, "group")); "
        + "\(event.dueOnRostrum.count) due on the rostrum, \(hall) in the hall")
  }

  static func templateExists(_ path: String, isWorkbook: Bool) -> Phrase {
    Phrase(
      "\(path) 已经存在，没有改动任何文件；请换一个\(isWorkbook ? "文件名" : "文件夹")",
      "\(path) exists: nothing was changed; choose another \(isWorkbook ? "name" : "folder")")
  }

  static func templateOfOtherKind(_ path: String, _ ending: String) -> Phrase {
    Phrase(
      "\(path)：空白表格不写成 .\(ending)；请写成 .xlsx 工作簿，或文件夹的名称",
      "\(path): a template is no .\(ending) file; name a workbook ending in .xlsx, or a folder")
  }

  static func templateUnwritable(_ path: String) -> Phrase {
    Phrase("\(path)：无法写出", "\(path): cannot be written")
  }

  static func templateWritten(_ path: String) -> Phrase {
    Phrase(
      "已写出空白表格：\(path)。请删去示例行，填好后运行 plenum check \(path)",
      "empty tables lie in \(path): replace the example lines, then run plenum check \(path)")
  }
}
