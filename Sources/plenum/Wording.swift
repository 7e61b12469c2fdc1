import EventFiles
import Foundation
import Localization
import SolverShared

/// Every sentence of the command line, in the language of the user's environment: no event is read yet.
enum Wording {
  // MARK: plenum

  static let purpose = told(
    "会议安排：按规矩为每个人安排座位、房间和车辆，并证明离最好的安排还差多少。",
    "Plans who sits, sleeps and rides where at an assembly, by protocol, and proves how far from the best it can be."
  )
  static let gettingStarted = told(
    """
    从这里开始：
      plenum template 我的会议      写出空白表格，用 Excel 填好
      plenum check 我的会议         检查表格
      plenum plan 我的会议 -o 结果  安排，打开 结果/documents/座位图.html 查看

    EVENT 是装有表格的文件夹（人员.csv、会场.csv、房间.csv、车辆.csv……），或一个有这些工作表的 Excel 工作簿；
    有哪张表，就安排哪一项。
    """,
    """
    To begin:
      plenum template my-event --language en   writes empty tables, to be filled in with a spreadsheet
      plenum check my-event                    checks them
      plenum plan my-event -o out              plans everything: open out/documents/seat-map.html

    An EVENT is a folder of tables (people.csv, hall.csv, rooms.csv, vehicles.csv …) or one workbook with such sheets.
    What has a table is planned.
    """)
  static let event = told(
    "会议：装有 人员.csv、会场.csv 等表格的文件夹，或一个 .xlsx、.xls 工作簿",
    "The event: a folder with people.csv, hall.csv and other tables, or one workbook.")

  // MARK: plan

  static let events = told(
    "会议：装有 人员.csv、会场.csv 等表格的文件夹，或一个工作簿；写几个，就各自放进结果文件夹中的同名文件夹，并写出汇总 summary.json",
    "An event: a folder with people.csv, hall.csv and other tables, or one workbook. Of several, each has its plan in a folder of its "
      + "name in that of the plan, with summary.json beside.")
  static let plan = told(
    "安排：读取会议的表格，安排座位、房间和车辆，写出方案。",
    "Reads an event, plans its seats, rooms and vehicles, and writes the plan.")
  static let planStatuses = told(
    """
    例如：plenum plan 我的会议 -o 结果 --time-limit 60

    退出状态：0 人人都已安排；1 有人未能安排（见 unplaced.csv 和 report.json），或计算提前停止；\
    2 要求互相矛盾；64 命令写法有误；65 表格有误；66 找不到会议；70 程序故障；73、74 结果无法写出；\
    130 被中断（Ctrl-C），已写出当前最好的方案；再按一次立即退出，原有的方案不变。
    """,
    """
    Example: plenum plan my-event -o out --time-limit 60

    Exit status: 0 everybody has a place; 1 somebody has none (see unplaced.csv and report.json), or the search was \
    stopped early; 2 wishes conflict; 64 wrong usage; 65 the tables need mending; 66 there is no such event; \
    70 a fault of the program; 73, 74 the plan could not be written; 130 interrupted (Ctrl-C), the best plan so far is \
    written. A second Ctrl-C ends it at once and leaves the earlier plan as it is.
    """)
  static let out = told(
    "结果文件夹；没有就新建，原有的方案会被替换", "The folder of the plan: made where it is missing; an earlier plan is replaced.")
  static func only(_ modules: [String]) -> String {
    told(
      "只安排这些，用逗号分开：\(modules.joined(separator: ","))；其余保持原样",
      "Plan these alone, parted by commas: \(modules.joined(separator: ",")). The others stay as they are.")
  }
  static let seed = told("随机种子：同样的表格、同样的种子，结果相同", "Seed of the search: same tables and seed, same plan.")
  static let timeLimit = told(
    "最多计算多少秒，到时写出当前最好的方案；不写则自行停止",
    "Stop after so many seconds and write the best plan so far; without it the search ends by itself.")

  static let gap = told(
    "与最好的安排相差不超过这个比例就停止，如 0.01；不写则尽量求最好",
    "Stop once no plan can be better by more than this share, such as 0.01; without it the best is looked for."
  )

  static let jobs = told(
    "同时安排几个会议；不写则与处理器个数相同",
    "So many events are planned at the same time; without it, as there are processors.")
  static let shard = told(
    "只安排第 i 份（共 n 份）；会议属于哪一份只看其名称，汇总写入 summary-i-of-n.json",
    "Plan the i-th of n shares of the events alone, by their names; the summary is summary-i-of-n.json.")
  static let jobsRange = told("--jobs：应为 1 到 1000", "--jobs: from 1 to 1000")
  static let shardRange = told(
    "--shard：应写成 i/n，如 3/8，i 从 1 到 n", "--shard: write i/n, such as 3/8, with i from 1 to n")
  static let noName = told(
    "有一个名称是空的：请写出会议或结果的文件夹", "a name is empty: name the event or the folder of the plan")
  static let currentFolder = told(
    "结果文件夹会整个换新，而当前文件夹就在其中：请到别处再运行",
    "the folder of the plan is replaced as a whole, and the current one lies in it: run this from elsewhere")
  static let noFolder = told("-o：请写出结果文件夹的名称", "-o: name the folder of the plan")
  static let timeLimitRange = told(
    "--time-limit：应为 0 到 1000000 秒", "--time-limit: from 0 to 1000000 seconds")
  static let gapRange = told(
    "--gap：应为不小于 0、小于 1 的数，例如 0.01", "--gap: from 0 to below 1, such as 0.01")
  static func unknownModule(_ word: String, known: [String]) -> String {
    told(
      "没有“\(word)”这个模块；可选：\(known.joined(separator: "、"))",
      "there is no module “\(word)”; choose from \(known.joined(separator: ", "))")
  }

  // MARK: replan

  static let replan = told(
    "临时变动：按改过的表格重新安排，尽量不动已经安排好的人，并证明最少要动几人。",
    "After late changes: plans anew so that as few people as can be are elsewhere, and proves how few that is."
  )
  static let replanExample = told(
    "例如：plenum replan 我的会议 -o 结果", "Example: plenum replan my-event -o out")
  static func free(_ modules: [String]) -> String {
    told(
      "这些不必照原方案，重新安排，用逗号分开：\(modules.joined(separator: ","))",
      "Plan these anew, whoever moves by that, parted by commas: \(modules.joined(separator: ",")).")
  }
  static let moves = told(
    "最多变动这么多人次；连最少的也超过时说明，不写出方案",
    "So many may move at most; where even the fewest are more, that is told and no plan is written.")
  static let movesRange = told("--moves：至少为 0", "--moves: 0 at least")
  static let price = told(
    "另作一次全部重排，说明不动的代价：现在多付出多少，重排要多动几人（不写入结果）",
    "Plans anew as well, to tell what staying costs and how many that would move; it is not written.")
  static let keepVersions = told(
    "保留几份被替换的方案（在结果文件夹的 versions 中）",
    "How many of the plans that were replaced stay in the folder versions of the plan.")
  static let keepVersionsRange = told("--keep-versions：至少为 1", "--keep-versions: 1 at least")

  // MARK: redraw

  static let redraw = told(
    "手工改过方案文件（hall.csv、rooms.csv、runs.csv 等）之后：核对规矩，重新计算，重画座位图等文件。",
    "After somebody edited the files of a plan: checks the rules, counts anew, and draws the documents again."
  )
  static let redrawExample = told(
    "例如：plenum redraw 我的会议 结果\n\n不合规矩的一条条列出，原有的文件不动；单位内部的先后次序只作提示。以后 plenum replan 会保留手工的改动。",
    """
    Example: plenum redraw my-event out

    Where a rule is broken nothing is touched; order inside a group is a note alone. A later plenum replan keeps what was \
    done by hand.
    """)

  // MARK: approve

  static let approve = told(
    "审定：核验结果文件夹中的方案，记下由谁审定；此后的文件上写“审定”，方案再有变动会说明。",
    "Approves the plan in a folder: pages then say by whom and when, and it is told when the plan is another."
  )
  static let approveExample = told(
    "例如：plenum approve 我的会议 结果 --by 王秘书长", "Example: plenum approve my-event out --by \"A. Secretary\"")
  static let approvedBy = told("审定人", "Who approves it.")
  static let approvedByRange = told("--by：请写审定人的姓名", "--by: give a name")

  // MARK: diff

  static let diff = told(
    "比较：两份方案之间谁变动了、谁是新增的、谁不在了，以及表格改了什么。",
    "Compares two plans: who is elsewhere, who is new, who is gone, and what changed in the tables.")
  static let diffExample = told(
    "例如：plenum diff 结果/versions/1 结果", "Example: plenum diff out/versions/1 out")
  static let earlierFolder = told("较早的方案所在的文件夹", "The folder of the earlier plan.")
  static let from = told(
    "已经发出的方案所在的文件夹；不写则为结果文件夹中的方案",
    "The folder of the plan that is out; without it the one in the folder of the plan.")

  // MARK: print

  static let print = told(
    "打印：由方案印出桌签、证件、名单等，写成 PDF。", "Prints place cards, badges, lists and more of a plan as PDF.")
  static func printExample(_ papers: [String]) -> String {
    told(
      """
      例如：plenum print 我的会议 结果
            plenum print 我的会议 结果 桌签 证件 --group 城关镇

            plenum print 我的会议 结果 --changed-since 1

      PDF 写进 结果/documents；只印一部分的，文件名以“-部分”结尾，只印变动的以“-变动”结尾。可选：\(papers.joined(separator: "、"))。
      退出状态：0 全部印出；1 有的字没有字体，或没有可印的；64 命令写法有误。
      """,
      """
      Example: plenum print my-event out
               plenum print my-event out place-cards badges --group Finance
               plenum print my-event out --changed-since 1

      The PDFs lie in out/documents; the name of a part of a paper ends in -part, of what changed in -changed. Papers: \(papers.joined(separator: ", ")).
      Exit status: 0 all is printed; 1 a character has no font, or there is nothing to print; 64 wrong usage.
      """)
  }
  static let papers = told("要印的；不写则印方案里有的全部", "What to print; without it all that the plan has anything for.")
  static let printGroup = told("只印这些单位的，可写几次", "Only what concerns this group; may be given several times.")
  static let printPerson = told(
    "只印这些人的（编号，或没有重名的姓名），可写几次",
    "Only what concerns this person, an id or a name that nobody else has; may be given several times.")
  static let printDay = told("只印这一天的，如 2026-03-05", "Only what concerns this day, such as 2026-03-05.")
  static let printVehicle = told(
    "只印这些车号的，可写几次", "Only what concerns this vehicle by its number; may be given several times.")
  static let printSize = told(
    "卡片的大小（毫米，宽×高），如 证件 105×148、桌签 A4",
    "The size of cards in millimetres, such as 105×148 for badges or A4 for place-cards.")
  static let changedSince = told(
    "只印与较早的方案相比作废的（桌签、证件、入场券、房门贴、乘车表）和变动通知；填版本号，或另一个结果文件夹",
    "Only what is void since an earlier plan, the number of a version or another folder: cards, badges, tickets, door signs, "
      + "ride lists, and the notice of changes.")
  static let testSheet = told(
    "在每份之前加一页，用来检查打印机的比例和边距", "Begins each paper with a sheet that tests the printer's scale and margins.")

  // MARK: check, verify, explain, template

  static let check = told("检查：读取并检查表格，不做安排。", "Reads and checks events, and plans nothing.")
  static let verify = told(
    "核验：只凭文件重新核对方案的规则与数字，与求解过程无关。",
    "Recomputes the rules and figures of a plan from its files, independently of the solvers.")
  static let planFolder = told("方案所在的结果文件夹", "The folder of the plan.")
  static let explain = told(
    "说明：某人为什么坐在、住在、乘坐方案所写之处，次优的安排要多付出什么代价。",
    "Says why a person sits, sleeps and rides where the plan has it, and what the next best would cost.")
  static let person = told("编号，或没有重名的姓名", "The person's id, or the name where nobody else has it.")
  static let template = told(
    "空白表格：写出各表的表头和一行示例。", "Writes empty tables with headers and one example line each.")
  static let templateFolder = told("要新建的文件夹，或 .xlsx 工作簿", "The folder or the .xlsx workbook to make.")
  static let templateLanguage = told("表头的语言（默认中文）", "Language of the headers (by default Chinese).")

  static let checkExample = told("例如：plenum check 我的会议", "Example: plenum check my-event")
  static let verifyExample = told("例如：plenum verify 我的会议 结果", "Example: plenum verify my-event out")
  static let explainExample = told(
    "例如：plenum explain 我的会议 结果 王芳", "Example: plenum explain my-event out Alice")
  static let templateExample = told(
    "例如：plenum template 我的会议", "Example: plenum template my-event --language en")

  // MARK: Output

  /// What a search has found so far.
  static func progress(_ state: SearchWatch.State, seconds: Int) -> Phrase {
    let (best, bound) = (state.objective?.inThrees, state.bound?.inThrees)
    let chinese = [best.map { "最好 \($0)" }, bound.map { "下界 \($0)" }, "\(seconds) 秒"]
    let english = [best.map { "best \($0)" }, bound.map { "bound \($0)" }, "\(seconds) s"]
    return Phrase(
      " " + chinese.compactMap(\.self).joined(separator: "，"),
      " " + english.compactMap(\.self).joined(separator: ", "))
  }

  static let json = told(
    "以 JSON 写出结果和问题，供程序读取", "Prints the result and all problems as one JSON document, for programs.")
  static let quiet = told(
    "只说问题，不写结果；与 --json 同用时只写 JSON", "Tells problems alone; with --json prints the document alone.")
  static let outputIsLost = told("结果写不到标准输出", "the result could not be written to stdout")

  /// What ArgumentParser says of a command that is written wrongly, in the language of the environment.
  static func usage(_ message: String) -> String {
    guard Language.ofEnvironment() == .chinese else { return message }
    return usageWords.reduce(message) { text, word in
      text.replacingOccurrences(of: word.english, with: word.chinese, options: .regularExpression)
    }
  }

  /// What is wrong with a command, a line each, and how it is written, of all that is said of it.
  static func parts(ofUsage told: String) -> (problems: [String], usage: String?) {
    let lines = told.split(separator: "\n").map(String.init)
    func isUsage(_ line: String) -> Bool { line.hasPrefix("Usage: ") || line.hasPrefix("用法：") }
    let problems = lines.prefix { !isUsage($0) && !$0.hasPrefix("Help: ") && !$0.hasPrefix("说明：") }
    let named = problems.map { String($0.trimmingPrefix(/Error: |错误：| +/)) }
    return (named.isEmpty ? [told] : named, lines.first(where: isUsage))
  }

  /// What ArgumentParser says in answer to `--help`, in the language of the environment.
  static func help(_ message: String) -> String {
    guard Language.ofEnvironment() == .chinese else { return message }
    return helpWords.reduce(message) { text, word in
      text.replacingOccurrences(of: word.english, with: word.chinese, options: .regularExpression)
    }
  }

  private static let helpWords = [
    ("(?m)^OVERVIEW: ", ""), ("(?m)^USAGE: ", "用法："), ("(?m)^ARGUMENTS:$", "参数："), ("(?m)^OPTIONS:$", "选项："),
    ("(?m)^SUBCOMMANDS:$", "命令："), ("Show the version\\.", "显示版本"),
    ("Show help information\\.", "显示用法"), (" \\(default: (.*?)\\)", "（默认 $1）"),
    ("(?m)^  See '(.*?)' for detailed help\\.$", "  详见 '$1'"),
  ].map { (english: $0.0, chinese: $0.1) }

  private static let usageWords = [
    ("(?m)^Error: Missing expected argument '(.*?)'$", "错误：缺少 '$1'"),
    ("(?m)^Error: Missing value for '(.*?)'$", "错误：'$1' 后面缺少内容"),
    ("(?m)^   or: Missing value for '(.*?)' in '(.*?)'$", "  或者：'$2' 中 '$1' 后面缺少内容"),
    (
      "(?m)^Error: The option '(.*?)' does not take any value, but '(.*?)' was specified\\.$",
      "错误：'$1' 后面不能写 '$2'"
    ),
    ("(?m)^Error: Unknown option '(.*?)'\\. Did you mean '(.*?)'\\?$", "错误：不认识的选项 '$1'；是否应为 '$2'？"),
    ("(?m)^Error: Unknown option '(.*?)'$", "错误：不认识的选项 '$1'"),
    ("(?m)^Error: Unexpected argument '(.*?)'$", "错误：多出了 '$1'"),
    ("(?m)^Error: (\\d+) unexpected arguments: (.*)$", "错误：多出了 $2"),
    (
      "(?m)^Error: The value '(.*?)' is invalid for '(.*?)'\\. Please provide one of '(.*?)' and '(.*?)'\\.$",
      "错误：'$2' 不能是 '$1'，可写 '$3' 或 '$4'"
    ),
    ("(?m)^Error: The value '(.*?)' is invalid for '(.*?)': (.*)$", "错误：'$2' 不能是 '$1'：$3"),
    ("(?m)^Error: The value '(.*?)' is invalid for '(.*?)'$", "错误：'$2' 不能是 '$1'"),
    ("(?m)^Error: ", "错误："), ("(?m)^Help: ", "说明："), ("(?m)^Usage: ", "用法："),
    ("(?m)^  See '(.*?)' for more information\\.$", "  详见 '$1'"),
  ].map { (english: $0.0, chinese: $0.1) }

  private static func told(_ chinese: String, _ english: String) -> String {
    Phrase(chinese, english)[.ofEnvironment()]
  }
}
