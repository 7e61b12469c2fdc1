import Foundation
import Localization
import Tables

// Sentences about the folder of a plan.
extension Wording {
  /// What could not be done, and why.
  static func message(of fault: PlanFolderFault) -> Phrase {
    let cause = message(of: fault.cause)
    let path = shownPath(fault.path)
    return switch fault.kind {
    case .cannotCreate:
      Phrase(
        "\(path)：无法建立方案文件夹：\(cause.chinese)", "\(path): cannot make the folder of the plan: \(cause.english)")
    case .cannotWrite:
      Phrase("\(path)：无法写入方案：\(cause.chinese)", "\(path): cannot write the plan: \(cause.english)")
    }
  }

  /// Why a plan could not be read.
  static func readingMessage(of fault: PlanFolderFault) -> Phrase {
    let cause = message(of: fault.cause)
    let path = shownPath(fault.path)
    return Phrase("\(path)：无法读取方案：\(cause.chinese)", "\(path): cannot read the plan: \(cause.english)")
  }

  private static func message(of cause: PlanFolderFault.Cause) -> Phrase {
    switch cause {
    case .notAFolder: Phrase("此处已有文件，不是文件夹", "there is a file, not a folder")
    case .brokenLink: Phrase("此处是失效的链接", "there is a link that leads nowhere")
    case .isAFolder: Phrase("此处是文件夹，应为文件", "there is a folder in place of a file")
    case .unreadable: Phrase("原有文件无法读取", "what is there cannot be read")
    case .system(ENOSPC), .system(EDQUOT): Phrase("磁盘已满", "the disk is full")
    case .system(EACCES), .system(EPERM): Phrase("没有权限", "permission denied")
    case .system(EROFS): Phrase("磁盘为只读", "the disk is read-only")
    case .system(ENOTDIR): Phrase("路径中有一段不是文件夹", "a part of the path is no folder")
    case .system(EFBIG): Phrase("文件超过系统允许的大小", "a file is larger than the system allows")
    case .system(ENAMETOOLONG): Phrase("名称过长", "the name is too long")
    case .system(EBUSY): Phrase("文件夹正被占用", "the folder is in use")
    case .system(let number): Phrase(String(cString: strerror(number)))
    }
  }

  /// A path in full, unlike a cell: it is the user's own argument and must be found again.
  static func shownPath(_ path: String) -> String {
    path.unicodeScalars.contains { $0.properties.generalCategory == .control } ? shown(path) : path
  }
}
