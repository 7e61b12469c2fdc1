import Assembly
import Documents
import Foundation
import Localization
import Printing
import Tables

/// One file that is to be printed.
enum PrintJob: Sendable {
  case paper(Paper, CardSheet?)
  case workbook

  /// What it is called.
  var title: Phrase {
    switch self {
    case .paper(let paper, _): paper.title
    case .workbook: EventWorkbook.title
    }
  }
}

/// Makes the files of papers, several at a time: each thread sets its texts by itself, so that the bytes are the same however
/// many there are.
struct Press {
  /// The name of a file, its pages where it has any, and its bytes; nothing where nobody is concerned.
  typealias Sheet = (name: String, pages: Int?, data: Data)

  private let desk: PaperDesk
  private let language: Language
  private let testsPrinter: Bool
  private let progress: @Sendable (Phrase, Language) -> Void

  init(
    _ desk: PaperDesk, _ language: Language, testsPrinter: Bool,
    _ progress: @escaping @Sendable (Phrase, Language) -> Void
  ) {
    self.desk = desk
    self.language = language
    self.testsPrinter = testsPrinter
    self.progress = progress
  }

  /// The files in the order of `prints`.
  func print(_ prints: [PrintJob]) -> [Result<Sheet?, StoredPlan.Refusal>] {
    // Badges of everybody take longer than all else: they begin first.
    let order = prints.indices.sorted { (prints[$0].weight, $0) < (prints[$1].weight, $1) }
    // Threads read the desk alone, and each sets its texts by a typesetter of its own.
    nonisolated(unsafe) let press = self
    let threads = ProcessInfo.processInfo.activeProcessorCount
    let results = WorkerThreads.map(order.count, threads: threads) { place in
      let desk = press.desk.setting(by: Typesetter())
      return Result { () throws(StoredPlan.Refusal) in try press.sheet(of: prints[order[place]], desk) }
    }
    let placeOf = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($1, $0) })
    return prints.indices.map { results[placeOf[$0]!] }
  }

  private func sheet(of print: PrintJob, _ desk: PaperDesk) throws(StoredPlan.Refusal) -> Sheet? {
    progress(Wording.printing(print.title), language)
    switch print {
    case .paper(let paper, let size): return try sheet(of: paper, size, desk)
    case .workbook:
      do {
        return (EventWorkbook.fileName(in: desk.language), nil, try EventWorkbook(desk).data())
      } catch {
        throw unwritable(error.reason)
      }
    }
  }

  private func sheet(
    of paper: Paper, _ size: CardSheet?, _ desk: PaperDesk
  ) throws(StoredPlan.Refusal) -> Sheet? {
    var pages = paper.pages(desk, size: size)
    guard !pages.isEmpty else { return nil }
    if testsPrinter { pages.insert(.printerTest(like: pages[0], in: language), at: 0) }
    let title = "\(desk.event.settings.name) · \(paper.title[language])"
    let count = pages.count
    do {
      let data = try PDFWriter(desk.typesetter).data(of: pages, title: title) {
        [progress, language] written in
        progress(Wording.printing(paper.title, written, of: count), language)
      }
      return (paper.fileName(in: desk.language, desk.selection, size: size), count, data)
    } catch {
      throw unwritable(error.reason)
    }
  }

  private func unwritable(_ reason: String) -> StoredPlan.Refusal {
    StoredPlan.Refusal(
      .fault, Remarks("paper-not-made", Wording.unwritablePaper(reason), in: language))
  }
}

extension PrintJob {
  /// Less is begun earlier.
  fileprivate var weight: Int {
    guard case .paper(let paper, _) = self else { return 1 }
    return paper.word == Paper.badges.word ? 0 : 1
  }
}
