/// A word in the form in which two headers are compared: blanks around it taken off, full-width forms made
/// half-width, letters made small.
///
/// `foldHeader("　ＩＤ ") == foldHeader("id")`
public func foldHeader(_ text: String) -> String {
  trimmed(halfWidth(text)).lowercased()
}

/// The text with full-width forms of ASCII (`Ａ`, `７`, `；`) and the full-width blank made half-width.
func halfWidth(_ text: String) -> String {
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
  let scalars = text.unicodeScalars
  guard let first = scalars.firstIndex(where: { !isBlank($0) }),
    let last = scalars.lastIndex(where: { !isBlank($0) })
  else { return "" }
  return String(String.UnicodeScalarView(scalars[first...last]))
}

/// Whether a scalar is a blank: white space of any width, or one of the marks of no width that come along when
/// text is copied from a web page.
func isBlank(_ scalar: Unicode.Scalar) -> Bool {
  scalar.properties.isWhitespace || scalar == "\u{200B}" || scalar == "\u{FEFF}"
}
