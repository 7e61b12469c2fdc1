/// A word in the form in which two headers are compared: without blanks and line breaks, full-width forms made
/// half-width, letters made small.
///
/// `foldHeader("　Ｉ Ｄ ") == foldHeader("id")`
public func foldHeader(_ text: String) -> String {
  if isFolded(text) { return text }
  let folded = halfWidth(text).lowercased()
  guard folded.unicodeScalars.contains(where: isBlank) else { return folded }
  return String(String.UnicodeScalarView(folded.unicodeScalars.filter { !isBlank($0) }))
}

/// A name, id, unit or place in the form in which two of them are compared: as `foldHeader`, and whatever kind of
/// bracket and of middle dot.
///
/// `foldName("阿 卜 杜（一）") == foldName("阿卜杜(一)")`
public func foldName(_ text: String) -> String {
  if isFolded(text) { return text }
  var scalars = String.UnicodeScalarView()
  for scalar in foldHeader(text).unicodeScalars {
    switch scalar {
    case "[", "{", "【", "〔", "〈", "《", "「", "『", "〖": scalars.append("(")
    case "]", "}", "】", "〕", "〉", "》", "」", "』", "〗": scalars.append(")")
    case "•", "・", "‧", "∙", "⋅", "･", "●", "﹒": scalars.append("·")
    default: scalars.append(scalar)
    }
  }
  return String(scalars)
}

/// Whether a text is small ASCII letters, digits and common Chinese characters alone, as most names are: nothing of it is
/// folded.
private func isFolded(_ text: String) -> Bool {
  text.utf8.allSatisfy { byte in
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...0xBF,
      0xE4...0xE9:
      true
    default: false
    }
  }
}

/// The text with full-width forms of ASCII (`Ａ`, `７`, `；`) and the full-width blank made half-width.
func halfWidth(_ text: String) -> String {
  // All of them begin with one of two bytes, and nearly no cell has either.
  guard text.utf8.contains(where: { $0 == 0xE3 || $0 == 0xEF }) else { return text }
  var scalars = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    switch scalar.value {
    case 0xFF01...0xFF5E: scalars.append(Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar)
    case 0x3000: scalars.append(" ")
    default: scalars.append(scalar)
    }
  }
  return String(scalars)
}

/// The text without blanks at either end.
func trimmed(_ text: some StringProtocol) -> String {
  if let first = text.utf8.first, let last = text.unicodeScalars.last, last.value > 0x20, !isBlank(last),
    0x21...0x7E ~= first || 0xE4...0xE9 ~= first
  {
    return String(text)
  }
  let scalars = text.unicodeScalars
  guard let first = scalars.firstIndex(where: { !isBlank($0) }),
    let last = scalars.lastIndex(where: { !isBlank($0) })
  else { return "" }
  return String(String.UnicodeScalarView(scalars[first...last]))
}

/// Whether a scalar is a blank: white space of any width, or one of the marks of no width that come along when
/// text is copied from a web page.
func isBlank(_ scalar: Unicode.Scalar) -> Bool {
  // Nearly all of a table is ASCII or Chinese, of which this is known without looking it up.
  switch scalar.value {
  case ..<0x80: return scalar.value == 0x20 || 0x09...0x0D ~= scalar.value
  case 0x3400...0x9FFF: return false
  default: break
  }
  return scalar.properties.isWhitespace || scalar == "\u{200B}" || scalar == "\u{FEFF}"
}
