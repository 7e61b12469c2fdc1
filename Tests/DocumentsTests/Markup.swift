import Foundation

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// An element of a parsed document.
final class Element {
  let name: String
  let attributes: [String: String]
  fileprivate(set) var children: [Element] = []
  /// The text of the element itself.
  fileprivate(set) var text = ""
  /// The text of the element and of all below it, in the order of the document.
  fileprivate(set) var content = ""

  fileprivate init(name: String, attributes: [String: String]) {
    self.name = name
    self.attributes = attributes
  }

  /// Everything below, in the order of the document.
  var descendants: [Element] {
    children.flatMap { [$0] + $0.descendants }
  }

  func hasClass(_ word: String) -> Bool {
    attributes["class"]?.split(separator: " ").contains { $0 == word } ?? false
  }

  /// The elements of a class below.
  func all(_ word: String) -> [Element] {
    descendants.filter { $0.hasClass(word) }
  }

  /// The text of the first child of this name.
  func text(of name: String) -> String {
    children.first { $0.name == name }?.text ?? ""
  }

  /// Where a seat is moved to.
  var position: (x: Double, y: Double)? {
    guard let transform = attributes["transform"] else { return nil }
    let numbers = transform.split { !"-.0123456789".contains($0) }.compactMap { Double($0) }
    return numbers.count >= 2 ? (numbers[0], numbers[1]) : nil
  }
}

/// Reads a document as any XML reader would; nothing when it is not well formed.
func parsed(_ document: String) -> Element? {
  let builder = TreeBuilder()
  let parser = XMLParser(data: Data(document.utf8))
  parser.delegate = builder
  return parser.parse() ? builder.root : nil
}

private final class TreeBuilder: NSObject, XMLParserDelegate {
  var root: Element?
  private var open: [Element] = []

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    let element = Element(name: name, attributes: attributes)
    open.last?.children.append(element)
    root = root ?? element
    open.append(element)
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) {
    open.last?.text += string
    for element in open { element.content += string }
  }

  func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?)
  {
    open.removeLast()
  }
}
