/// What programs read of a command that is written wrongly: the document of that command, without a result.
public enum WrongUsage {
  /// The document.
  ///
  /// - Parameters:
  ///   - command: the command; nothing where none can be told.
  ///   - messages: what is wrong, in the user's language.
  ///   - usage: how it is written.
  public static func json(of command: String?, _ messages: [String], usage: String?) -> String {
    let problems = messages.map { message in
      var problem = Problem("usage", message)
      problem.severity = "error"
      problem.hint = usage
      return problem
    }
    func json(_ result: some Encodable & Sendable) -> String {
      ProgramDocument(command ?? "plenum", .wrongUsage, result).json
    }
    return switch command {
    case "plan", "replan", "redraw": json(EventDocuments<PlannedEvent>(problems: problems, events: []))
    case "check": json(EventDocuments<CheckedEvent>(problems: problems, events: []))
    case "verify": json(VerifiedPlan(problems: problems, violations: []))
    case "explain": json(ExplainedPerson(problems: problems, person: nil, sections: []))
    case "print": json(PrintedPapers(problems: problems, papers: []))
    case "diff": json(PlanDifferenceDocument(problems: problems, changes: []))
    case "template": json(MadeTemplate(problems: problems, folder: nil))
    default: json(ApprovalDocument(problems: problems))
    }
  }
}
