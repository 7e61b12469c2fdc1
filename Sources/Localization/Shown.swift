/// A cell as a message quotes it: at most 40 characters, on one line, with nothing invisible in it.
public func shown(_ cell: String) -> String {
  let limit = 40
  let scalars = cell.unicodeScalars
  // Scalars, not characters: one character may carry thousands of combining marks.
  guard let end = scalars.index(scalars.startIndex, offsetBy: limit, limitedBy: scalars.endIndex),
    end != scalars.endIndex
  else { return visible(cell) }
  return visible(String(scalars[..<scalars.index(before: end)])) + "…"
}

/// The text with line breaks, control characters and marks that turn the direction of writing spelled out,
/// so that no cell can forge a second line of a message or hide a part of one.
public func visible(_ text: String) -> String {
  guard text.unicodeScalars.contains(where: isInvisible) else { return text }
  var result = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\n": result.append(contentsOf: "\\n".unicodeScalars)
    case "\r": result.append(contentsOf: "\\r".unicodeScalars)
    case "\t": result.append(contentsOf: "\\t".unicodeScalars)
    case _ where isInvisible(scalar): result.append(contentsOf: codePoint(scalar).unicodeScalars)
    default: result.append(scalar)
    }
  }
  return String(result)
}

/// A scalar as the Unicode standard names it: `U+202E`.
public func codePoint(_ scalar: Unicode.Scalar) -> String {
  let digits = String(scalar.value, radix: 16, uppercase: true)
  return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
}

private func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
  // Most letters of most messages; asking for their category takes a quarter of the time of a million messages.
  if scalar.isASCII { return scalar.value < 0x20 || scalar.value == 0x7F }
  return switch scalar.properties.generalCategory {
  case .control, .format, .lineSeparator, .paragraphSeparator: true
  default: false
  }
}
