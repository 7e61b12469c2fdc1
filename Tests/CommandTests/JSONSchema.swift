import Foundation

/// A JSON document.
enum JSONValue: Decodable, Equatable {
  case null
  case truth(Bool)
  case number(Double)
  case text(String)
  case list([JSONValue])
  case object([String: JSONValue])

  init(_ document: String) throws {
    self = try JSONDecoder().decode(JSONValue.self, from: Data(document.utf8))
  }

  init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if value.decodeNil() {
      self = .null
    } else if let truth = try? value.decode(Bool.self) {
      self = .truth(truth)
    } else if let number = try? value.decode(Double.self) {
      self = .number(number)
    } else if let text = try? value.decode(String.self) {
      self = .text(text)
    } else if let list = try? value.decode([JSONValue].self) {
      self = .list(list)
    } else {
      self = .object(try value.decode([String: JSONValue].self))
    }
  }

  subscript(key: String) -> JSONValue? { object?[key] }

  var number: Double? { if case .number(let number) = self { number } else { nil } }
  var text: String? { if case .text(let text) = self { text } else { nil } }
  var list: [JSONValue]? { if case .list(let list) = self { list } else { nil } }
  var object: [String: JSONValue]? { if case .object(let object) = self { object } else { nil } }

  /// What JSON Schema calls this kind of value.
  func isOf(type: String) -> Bool {
    switch self {
    case .null: type == "null"
    case .truth: type == "boolean"
    case .number(let number): type == "number" || type == "integer" && number == number.rounded()
    case .text: type == "string"
    case .list: type == "array"
    case .object: type == "object"
    }
  }
}

/// The part of JSON Schema (draft 2020-12) that the schemas of `docs/schemas` use. A keyword that is not known here is a
/// fault too, so that none is passed over.
struct JSONSchema {
  private let root: JSONValue

  /// The schema in a file of `docs/schemas`.
  init(_ name: String) throws {
    let file = tests.appendingPathComponent("../../docs/schemas/" + name)
    root = try JSONValue(String(contentsOf: file, encoding: .utf8))
  }

  /// Everything in which a document parts from the schema, a line each.
  func faults(of document: String) throws -> [String] {
    faults(of: try JSONValue(document), by: root, at: "$")
  }

  private func faults(of value: JSONValue, by schema: JSONValue, at path: String) -> [String] {
    (schema.object ?? [:]).sorted { $0.key < $1.key }.flatMap { keyword, rule in
      faults(of: value, by: keyword, rule, in: schema, at: path)
    }
  }

  private func faults(
    of value: JSONValue, by keyword: String, _ rule: JSONValue, in schema: JSONValue, at path: String
  ) -> [String] {
    func unless(_ holds: Bool) -> [String] { holds ? [] : ["\(path): \(keyword) \(rule) does not hold"] }
    switch keyword {
    case "$schema", "$defs", "title", "description": return []
    case "$ref": return faults(of: value, referredTo: rule.text ?? "", at: path)
    case "type":
      let types = rule.list ?? [rule]
      return unless(types.contains { value.isOf(type: $0.text ?? "") })
    case "const": return unless(value == rule)
    case "enum": return unless((rule.list ?? []).contains(value))
    case "minimum": return unless(value.number ?? 0 >= rule.number ?? 0)
    case "required": return unless((rule.list ?? []).allSatisfy { value[$0.text ?? ""] != nil })
    case "items":
      return (value.list ?? []).enumerated().flatMap { faults(of: $1, by: rule, at: "\(path)[\($0)]") }
    case "properties":
      return (rule.object ?? [:]).sorted { $0.key < $1.key }.flatMap { key, schema in
        value[key].map { faults(of: $0, by: schema, at: "\(path).\(key)") } ?? []
      }
    case "additionalProperties":
      let others = (value.object ?? [:]).filter { schema["properties"]?[$0.key] == nil }
      return others.sorted { $0.key < $1.key }.flatMap { key, value in
        rule == .truth(false)
          ? ["\(path).\(key): is not in the schema"] : faults(of: value, by: rule, at: "\(path).\(key)")
      }
    default: return ["\(path): \(keyword) is a keyword that is not known here"]
    }
  }

  private func faults(of value: JSONValue, referredTo place: String, at path: String) -> [String] {
    if let name = place.split(separator: "#/$defs/").first, place.hasPrefix("#") {
      guard let schema = root["$defs"]?[String(name)] else { return ["\(place) is missing"] }
      return faults(of: value, by: schema, at: path)
    }
    guard let other = try? JSONSchema(place) else { return ["\(place) is missing"] }
    return other.faults(of: value, by: other.root, at: path)
  }
}
