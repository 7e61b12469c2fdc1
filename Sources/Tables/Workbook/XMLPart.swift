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
class XMLPart {
  private var failure: LocatedProblem?
  private var parser: xmlParserCtxtPtr?

  func start(_ name: XMLName, _ attributes: XMLAttributes) throws(LocatedProblem) {}
  func end(_ name: XMLName) throws(LocatedProblem) {}
  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}

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
    let exists = try package.unpack(name) { (piece) throws(LocatedProblem) in
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
