import CXML
import Foundation

/// The name of an element or attribute without its prefix, valid during one callback.
struct XMLName {
  let bytes: UnsafePointer<UInt8>

  static func ~= (word: StaticString, name: XMLName) -> Bool {
    memcmp(name.bytes, word.utf8Start, word.utf8CodeUnitCount + 1) == 0
  }

  static func == (name: XMLName, word: StaticString) -> Bool { word ~= name }
}

/// The attributes of an element, valid during one callback.
struct XMLAttributes {
  /// Five pointers an attribute: local name, prefix, namespace, the value's first byte and the one after its last.
  fileprivate let fields: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
  fileprivate let count: Int

  /// The bytes of an attribute; of several with this name the first that is in a namespace or not, as asked.
  func bytes(_ name: StaticString, inNamespace: Bool = false) -> UnsafeBufferPointer<UInt8>? {
    guard let fields else { return nil }
    for index in 0..<count {
      guard let local = fields[5 * index], name ~= XMLName(bytes: local),
        (fields[5 * index + 1] != nil) == inNamespace,
        let start = fields[5 * index + 3], let end = fields[5 * index + 4]
      else { continue }
      return UnsafeBufferPointer(start: start, count: end - start)
    }
    return nil
  }

  /// The attributes of a cell: its place, type and style.
  var ofCell:
    (
      reference: UnsafeBufferPointer<UInt8>?, type: UnsafeBufferPointer<UInt8>?,
      style: UnsafeBufferPointer<UInt8>?
    )
  {
    var found: (UnsafeBufferPointer<UInt8>?, UnsafeBufferPointer<UInt8>?, UnsafeBufferPointer<UInt8>?)
    guard let fields else { return found }
    for index in 0..<count {
      guard let name = fields[5 * index], name[0] != 0, name[1] == 0, fields[5 * index + 1] == nil,
        let start = fields[5 * index + 3], let end = fields[5 * index + 4]
      else { continue }
      let value = UnsafeBufferPointer(start: start, count: end - start)
      switch name[0] {
      case UInt8(ascii: "r"): found.0 = value
      case UInt8(ascii: "t"): found.1 = value
      case UInt8(ascii: "s"): found.2 = value
      default: break
      }
    }
    return found
  }

  subscript(_ name: StaticString) -> String? {
    bytes(name).map { String(decoding: $0, as: UTF8.self) }
  }

  /// An attribute such as `r:id`, under whatever prefix.
  func inNamespace(_ name: StaticString) -> String? {
    bytes(name, inNamespace: true).map { String(decoding: $0, as: UTF8.self) }
  }

  func isTrue(_ name: StaticString) -> Bool {
    bytes(name).map(isXMLTrue) ?? false
  }
}

/// Whether a boolean of XML Schema is true; there are two ways to write it.
func isXMLTrue(_ text: some Collection<UInt8>) -> Bool {
  ["1", "true"].contains(trimmed(String(decoding: text, as: UTF8.self)))
}

/// Reads one part of a workbook as a stream of elements; a subclass takes what it needs and keeps nothing else.
///
/// A document type declaration is refused before its first entity: no workbook has one, and entities can swell a few
/// kilobytes to gigabytes.
///
/// Elements of thousands of attributes, and texts and tags without end, are refused too: the parser compares every
/// attribute with every other, and no cell holds so much.
class XMLPart {
  /// Attributes that an element may have; a row of a sheet has fifteen.
  private static let attributeLimit = 1_000

  private var failure: LocatedProblem?
  private var parser: xmlParserCtxtPtr?

  func start(_ name: XMLName, _ attributes: XMLAttributes) throws(LocatedProblem) {}
  func end(_ name: XMLName) throws(LocatedProblem) {}
  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
  /// What to tell of a text or tag that is longer than any cell can make it.
  var endless: LocatedProblem { LocatedProblem(.endlessMarkup) }

  /// Reads the part of this name.
  ///
  /// - Returns: whether there is one.
  @discardableResult
  final func read(_ name: String, of package: ZipPackage) throws(LocatedProblem) -> Bool {
    var handler = Self.makeHandler()
    guard
      let parser = xmlCreatePushParserCtxt(
        &handler, Unmanaged.passUnretained(self).toOpaque(), nil, 0, nil)
    else { throw LocatedProblem(.damagedWorkbook) }
    self.parser = parser
    defer {
      self.parser = nil
      xmlFreeParserCtxt(parser)
    }
    let options = XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
    xmlCtxtUseOptions(parser, Int32(options))
    var tags = TagDistance()
    let exists = try package.unpack(name) { (piece) throws(LocatedProblem) in
      guard tags.isNear(in: piece) else { throw failure ?? endless }
      let isSound =
        piece.withMemoryRebound(to: CChar.self) { xmlParseChunk(parser, $0.baseAddress, Int32($0.count), 0) }
        == 0
      if let failure { throw failure }
      guard isSound else { throw LocatedProblem(.damagedWorkbook) }
      return true
    }
    guard exists else { return false }
    let isSound = xmlParseChunk(parser, nil, 0, 1) == 0
    if let failure { throw failure }
    guard isSound else { throw LocatedProblem(.damagedWorkbook) }
    return true
  }

  fileprivate func attempt(_ step: () throws(LocatedProblem) -> Void) {
    guard failure == nil else { return }
    do throws(LocatedProblem) {
      try step()
    } catch {
      failure = error
      xmlStopParser(parser)
    }
  }

  private static func makeHandler() -> xmlSAXHandler {
    var handler = xmlSAXHandler()
    handler.initialized = UInt32(XML_SAX2_MAGIC)
    handler.internalSubset = { part, _, _, _ in
      XMLPart.at(part).attempt { () throws(LocatedProblem) in throw LocatedProblem(.documentType) }
    }
    handler.startElementNs = { part, name, _, _, _, _, count, _, fields in
      guard let name else { return }
      let part = XMLPart.at(part)
      part.attempt { () throws(LocatedProblem) in
        guard count <= XMLPart.attributeLimit else { throw LocatedProblem(.endlessMarkup) }
        try part.start(XMLName(bytes: name), XMLAttributes(fields: fields, count: Int(count)))
      }
    }
    handler.endElementNs = { part, name, _, _ in
      guard let name else { return }
      let part = XMLPart.at(part)
      part.attempt { () throws(LocatedProblem) in try part.end(XMLName(bytes: name)) }
    }
    handler.characters = { part, bytes, count in
      XMLPart.at(part).text(UnsafeBufferPointer(start: bytes, count: Int(count)))
    }
    return handler
  }

  private static func at(_ pointer: UnsafeMutableRawPointer?) -> XMLPart {
    Unmanaged<XMLPart>.fromOpaque(pointer!).takeUnretainedValue()
  }
}

/// Counts the bytes between the beginnings of tags while a part passes in pieces.
private struct TagDistance {
  /// The longest text of a cell, each unit of it written as a reference, `&#20013;`.
  private static let limit = 8 * 32_768
  private static let mark = UInt8(ascii: "<")

  private var distance = 0
  /// Whether the part is written in units of two bytes; told by its first.
  private var isWide: Bool?

  /// Whether no two tags that begin in the pieces so far are further apart than a cell can part them.
  mutating func isNear(in piece: UnsafeBufferPointer<UInt8>) -> Bool {
    guard piece.count > 1 else { return true }
    let isWide = self.isWide ?? (piece[0] >= 0xFE || piece[0] == 0 || piece[1] == 0)
    self.isWide = isWide
    func isTag(_ place: Int) -> Bool {
      guard piece[place] == Self.mark else { return false }
      return !isWide || place ^ 1 < piece.count && piece[place ^ 1] == 0
    }
    guard let first = piece.indices.first(where: isTag), let last = piece.indices.last(where: isTag) else {
      distance += piece.count
      return distance <= Self.limit
    }
    let reach = distance + first
    distance = piece.count - last
    return reach <= Self.limit
  }
}
