/// How a part points at others: by id, each with its type and the path of its target.
final class RelationshipsPart: XMLPart {
  struct Relationship {
    let type: Substring
    let target: String
  }

  private(set) var byID: [String: Relationship] = [:]
  private let folder: Substring

  /// The relationships of the part at `path`; of the package itself where it is "".
  init(of path: String, in package: ZipPackage) throws(LocatedProblem) {
    let slash = path.lastIndex(of: "/")
    folder = slash.map { path[...$0] } ?? ""
    let name = slash.map { path[path.index(after: $0)...] } ?? path[...]
    super.init()
    try read("\(folder)_rels/\(name).rels", of: package)
  }

  /// The first target of a type, `worksheet` or another last word of its address, which strict files spell otherwise.
  func target(_ type: String) -> String? {
    byID.sorted { $0.key < $1.key }.first { $0.value.type == type }?.value.target
  }

  override func start(_ name: XMLName, _ attributes: XMLAttributes) {
    guard name == "Relationship", attributes["TargetMode"]?.lowercased() != "external",
      let id = attributes["Id"], let type = attributes["Type"], let target = attributes["Target"]
    else { return }
    let word = type.lastIndex(of: "/").map { type[type.index(after: $0)...] } ?? type[...]
    byID[id] = Relationship(type: word, target: Self.path(target, from: folder))
  }

  private static func path(_ target: String, from folder: Substring) -> String {
    let target = target.replacing("\\", with: "/")
    var steps: [Substring] = []
    for step in (target.hasPrefix("/") ? target : folder + target).split(separator: "/") {
      if step == ".." { _ = steps.popLast() } else if step != "." { steps.append(step) }
    }
    return steps.joined(separator: "/")
  }
}

/// The list of sheets, and which of the two epochs the days are counted from.
final class WorkbookPart: XMLPart {
  private(set) var sheets: [(name: String, relationship: String, state: SheetInfo.State)] = []
  private(set) var isFrom1904 = false

  override func start(_ name: XMLName, _ attributes: XMLAttributes) {
    switch name {
    // Extensions of Excel 2013 and later repeat the name without the attribute.
    case "workbookPr" where attributes.isTrue("date1904"): isFrom1904 = true
    case "sheet":
      guard let title = attributes["name"], let id = attributes.inNamespace("id") else { return }
      let state: SheetInfo.State =
        switch attributes["state"] {
        case "hidden": .hidden
        case "veryHidden": .programs
        default: .visible
        }
      sheets.append((title, id, state))
    default: break
    }
  }
}

/// The strings that cells point at; of a string in several fonts the runs in one, readings above the line left out.
final class SharedStringsPart: XMLPart {
  private(set) var strings: [String] = []
  /// What is wrong with a string, by its place.
  private(set) var problems: [Int: TableProblem] = [:]
  private var text: WorkbookText
  private let limits: TableReader.Limits

  init(limits: TableReader.Limits) {
    self.limits = limits
    text = WorkbookText(limit: limits.cellLength)
  }

  override var endless: LocatedProblem { LocatedProblem(.cellTooLong(limit: limits.cellLength)) }

  override func start(_ name: XMLName, _ attributes: XMLAttributes) throws(LocatedProblem) {
    if name == "si" {
      text.clear()
      guard strings.count < limits.cells else { throw LocatedProblem(.tooManyCells(limit: limits.cells)) }
    } else {
      text.start(name, attributes)
    }
  }

  override func end(_ name: XMLName) {
    if name == "si" {
      let text = limited(trimmed(text.value), to: limits.cellLength)
      problems[strings.count] = textProblem(text, limit: limits.cellLength)
      strings.append(text)
    } else {
      text.end(name)
    }
  }

  override func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    text.append(bytes)
  }
}

/// The text of a shared or inline string while its elements pass. Of one that is longer than a cell may be, so much is
/// kept that this can be told.
struct WorkbookText {
  /// Bytes that are kept of a text.
  private let limit: Int
  private(set) var bytes: [UInt8] = []
  private var isInText = false
  private var isPreserved = false
  private var textStart = 0
  private var phoneticDepth = 0

  /// - Parameter limit: UTF-16 units that a cell may have.
  init(limit: Int) {
    self.limit = bytesOfText(units: limit)
  }

  mutating func clear() {
    bytes.removeAll(keepingCapacity: true)
    (isInText, isPreserved, textStart, phoneticDepth) = (false, false, 0, 0)
  }

  mutating func start(_ name: XMLName, _ attributes: XMLAttributes) {
    switch name {
    case "rPh": phoneticDepth += 1
    case "t" where phoneticDepth == 0:
      isInText = true
      isPreserved = attributes.inNamespace("space") == "preserve"
      textStart = bytes.count
    default: break
    }
  }

  mutating func end(_ name: XMLName) {
    switch name {
    case "rPh": phoneticDepth -= 1
    case "t" where isInText:
      isInText = false
      if !isPreserved { trimLastRun() }
    default: break
    }
  }

  mutating func append(_ piece: UnsafeBufferPointer<UInt8>) {
    if isInText { bytes.append(contentsOf: piece.prefix(max(0, limit - bytes.count))) }
  }

  var value: String { bytes.withUnsafeBufferPointer { unescaped($0) } }

  private mutating func trimLastRun() {
    let run = bytes[textStart...]
    let isBlank = { (byte: UInt8) in byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }
    guard let first = run.firstIndex(where: { !isBlank($0) }),
      let last = run.lastIndex(where: { !isBlank($0) })
    else {
      bytes.removeSubrange(textStart...)
      return
    }
    bytes.removeSubrange((last + 1)...)
    bytes.removeSubrange(textStart..<first)
  }
}

/// Bytes of which a text of so many UTF-16 units has fewer, escapes of seven bytes included.
func bytesOfText(units: Int) -> Int { 7 * (units + 1) }

/// The text with `_x000A_` as the character that it stands for, and lines parted by LF alone.
func unescaped(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
  guard bytes.contains(UInt8(ascii: "_")) || bytes.contains(UInt8(ascii: "\r")) else {
    return String(decoding: bytes, as: UTF8.self)
  }
  var plain: [UInt8] = []
  plain.reserveCapacity(bytes.count)
  var rest = bytes[...]
  // The halves of a character beyond U+FFFF are two escapes.
  var units: [UInt16] = []
  while let byte = rest.first {
    if byte == UInt8(ascii: "_"), let unit = escapedUnit(rest) {
      units.append(unit)
      rest = rest.dropFirst(7)
      continue
    }
    if !units.isEmpty {
      plain += String(decoding: units, as: UTF16.self).utf8
      units = []
    }
    plain.append(byte)
    rest = rest.dropFirst()
  }
  plain += String(decoding: units, as: UTF16.self).utf8
  return withPlainLineBreaks(String(decoding: plain, as: UTF8.self))
}

/// The text with lines parted by LF alone.
func withPlainLineBreaks(_ text: String) -> String {
  text.utf8.contains(0x0D) ? text.replacing("\r\n", with: "\n").replacing("\r", with: "\n") : text
}

/// The unit of an escape `_xHHHH_` at the beginning of a text.
private func escapedUnit(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> UInt16? {
  let escape = text.prefix(7)
  let start = escape.startIndex
  guard escape.count == 7, escape[start + 1] == UInt8(ascii: "x"), escape[start + 6] == UInt8(ascii: "_")
  else { return nil }
  let digits = escape[start + 2..<start + 6]
  guard digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }) else { return nil }
  return UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
}
