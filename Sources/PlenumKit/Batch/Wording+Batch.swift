import Assembly
import Foundation
import Localization
import Tables

// What is said of many events.
extension Wording {
  // MARK: Events that cannot be planned in one call

  static func message(of fault: UnusableEvents.Fault) -> Phrase {
    switch fault {
    case .sameEvent(let one, let other):
      Phrase(
        "同一个会议写了两次：\(shown(one)) 和 \(shown(other))",
        "one event is named twice: \(shown(one)) and \(shown(other))")
    case .sameName(let one, let other):
      Phrase(
        "两个会议同名，方案会放进同一个文件夹：\(shown(one)) 和 \(shown(other))；请改名，或分两次安排",
        "two events of one name would have one folder for their plans: \(shown(one)) and \(shown(other)); "
          + "rename one, or plan them in two calls")
    case .unusableName(let path):
      Phrase(
        "\(shown(path))：一次安排几个会议时，会议不能叫这个名称；请改名，或单独安排",
        "\(shown(path)): among several events none can bear this name; rename it, or plan it by itself")
    case .ownFolder:
      Phrase(
        "-o：请另选一个文件夹，例如 -o 结果。方案会整个替换它，而它就是会议文件夹或当前文件夹，或是它们的上级",
        "-o: choose a folder of its own, such as -o out. The plan replaces its folder as a whole, and this one is "
          + "the event's or the current one, or holds them")
    case .sameFolder(let one, let other):
      Phrase(
        "-o：由于链接，两个会议的方案会放进同一个文件夹：\(shown(one)) 和 \(shown(other))",
        "-o: by a link the plans of two events would lie in one folder: \(shown(one)) and \(shown(other))")
    }
  }

  // MARK: Progress and table

  static func progress(_ ended: Int, of all: Int, _ result: EventResult) -> Phrase {
    let (name, end) = (shown(result.name), end(of: result))
    let seconds = String(format: "%.1f", result.seconds)
    return Phrase(
      "[\(ended)/\(all)] \(name)：\(end.chinese)，\(seconds) 秒",
      "[\(ended)/\(all)] \(name): \(end.english), \(seconds) s")
  }

  static let eventColumn = Phrase("会议", "event")
  static let endColumn = Phrase("结果", "result")
  static let secondsColumn = Phrase("秒", "seconds")

  /// How an event ended, in a word or two.
  static func end(of result: EventResult) -> Phrase {
    result.isBegun ? end(result.status) : Phrase("未开始", "not begun")
  }

  private static func end(_ status: ExitStatus) -> Phrase {
    switch status {
    case .complete: Phrase("完成", "complete")
    case .incomplete: Phrase("未全部安排", "incomplete")
    case .conflict: Phrase("要求矛盾", "wishes conflict")
    case .wrongUsage: Phrase("用法有误", "wrong usage")
    case .badInput: Phrase("表格有误", "bad input")
    case .noInput: Phrase("找不到", "not found")
    case .fault: Phrase("程序故障", "fault of the program")
    case .cannotCreate, .cannotWrite: Phrase("无法写出", "not written")
    case .interrupted: Phrase("被中断", "interrupted")
    }
  }

  /// How a module of an event ended: what is proven, and how many are left out.
  static func end(of module: ModuleResult) -> Phrase {
    guard module.objective != nil else { return Phrase("矛盾", "conflict") }
    guard let gap = module.gap else { return Phrase("下界有误", "wrong bound") }
    let percent = String(format: "%.2f", gap * 100)
    let proof =
      module.status == Status.optimal.rawValue
      ? Phrase("最优", "optimal") : Phrase("差距 \(percent)%", "gap \(percent) %")
    guard module.unplaced > 0 else { return proof }
    return Phrase(
      "\(proof.chinese)，缺 \(module.unplaced)", "\(proof.english), \(module.unplaced) left out")
  }

  /// How many events ended how, the best end first.
  static func ends(of results: [EventResult]) -> Phrase {
    let counts = Dictionary(grouping: results) { $0.isBegun ? $0.status.rawValue : .max }
    let ends = counts.sorted { $0.key < $1.key }.map { (count: $1.count, end: end(of: $1[0])) }
    let chinese = ends.map { "\($0.end.chinese) \($0.count) 个" }.joined(separator: "，")
    let english = ends.map { "\($0.count) \($0.end.english)" }.joined(separator: ", ")
    return Phrase(
      "共 \(results.count) 个会议" + (ends.isEmpty ? "" : "：" + chinese),
      counted(results.count, "event") + (ends.isEmpty ? "" : ": " + english))
  }

  static func summary(_ path: String) -> Phrase {
    Phrase("汇总：\(path)", "summary: \(path)")
  }
}
