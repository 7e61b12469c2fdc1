import EventFiles

/// How a command ends, as formats.md §4 fixes it.
public enum ExitStatus: Int32, Sendable, Comparable {
  /// A plan for everybody; what was to be verified holds.
  case complete = 0
  /// A plan, but somebody is without a place or an aisle seat, or a limit stopped the search; a rule is broken.
  case incomplete = 1
  /// Wishes conflict in a module.
  case conflict = 2
  case wrongUsage = 64
  case badInput = 65
  case noInput = 66
  /// A fault of the program.
  case fault = 70
  case cannotCreate = 73
  case cannotWrite = 74
  /// A signal ended the search; the best plan so far is written.
  case interrupted = 130

  /// By number: of several ends the highest counts.
  public static func < (left: ExitStatus, right: ExitStatus) -> Bool {
    left.rawValue < right.rawValue
  }
}

extension ExitStatus {
  /// That OUT could not be made, or not be written.
  init(_ fault: PlanFolderFault) {
    self = fault.kind == .cannotCreate ? .cannotCreate : .cannotWrite
  }
}
