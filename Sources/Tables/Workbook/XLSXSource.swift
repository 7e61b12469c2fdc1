import Foundation

/// The sheets of an `.xlsx` workbook, as every program writes it.
final class XLSXSource: TableSource {
  private let package: ZipPackage
  private let workbook: WorkbookPart
  private let relationships: RelationshipsPart
  private let parts: [String]
  private let limits: TableReader.Limits
  private var lookedUp: WorkbookLookup?
  let sheets: [SheetInfo]

  init(_ data: Data, limits: TableReader.Limits) throws(LocatedProblem) {
    package = try ZipPackage(data)
    self.limits = limits
    let root = try RelationshipsPart(of: "", in: package)
    guard let path = root.target("officeDocument"), package.hasPart(path) else {
      throw LocatedProblem(Self.otherDocument(package))
    }
    if path.hasSuffix(".bin") { throw LocatedProblem(.binaryWorkbook) }
    workbook = WorkbookPart()
    try workbook.read(path, of: package)
    relationships = try RelationshipsPart(of: path, in: package)
    var (sheets, parts): ([SheetInfo], [String]) = ([], [])
    for sheet in workbook.sheets {
      guard let target = relationships.byID[sheet.relationship], target.type == "worksheet" else { continue }
      sheets.append(SheetInfo(name: trimmed(sheet.name), state: sheet.state))
      parts.append(target.target)
    }
    guard !sheets.isEmpty else { throw LocatedProblem(.noSheets) }
    (self.sheets, self.parts) = (sheets, parts)
  }

  /// What a zip file is that is no workbook of Excel.
  private static func otherDocument(_ package: ZipPackage) -> TableProblem {
    if package.hasPart("content.xml") { return .otherProgram("ODS") }
    if package.hasPart("Index/Document.iwa") || package.hasPart("Index.zip") {
      return .otherProgram("Numbers")
    }
    return .noWorkbook
  }

  func readRecords(of sheet: Int, into sink: RecordSink) throws(LocatedProblem) {
    var rows = SheetRows(try lookup(), into: sink)
    let (name, limits) = (parts[sheet], limits)
    // Another thread reads it, and this one waits for that.
    nonisolated(unsafe) let package = package
    var refusal: LocatedProblem?
    let outline = handOver { give in
      Result { () throws(LocatedProblem) in try SheetOutline(name, of: package, limits, rows: give) }
    } to: { (piece: WrittenRows) in
      do throws(LocatedProblem) {
        try rows.take(piece)
      } catch {
        refusal = error
      }
      return refusal == nil
    }
    if let refusal { throw refusal }
    let known = try outline.get()
    (sink.merges, sink.hiddenColumns) = (known.merges, known.hiddenColumns)
  }

  /// Strings and styles are read once for all sheets.
  private func lookup() throws(LocatedProblem) -> WorkbookLookup {
    if let lookedUp { return lookedUp }
    let strings = SharedStringsPart(limits: limits)
    let styles = StylesPart()
    if let path = relationships.target("sharedStrings") { try strings.read(path, of: package) }
    if let path = relationships.target("styles") { try styles.read(path, of: package) }
    let lookup = WorkbookLookup(
      strings: strings.strings, problemOfString: strings.problems, formats: styles.formats,
      isFrom1904: workbook.isFrom1904)
    lookedUp = lookup
    return lookup
  }
}
