import Foundation

/// The text of a file as well-formed UTF-8 without a byte order mark.
struct DecodedText {
  let utf8: [UInt8]
  let encoding: TextEncoding

  /// Decodes the bytes by their byte order mark; without one as UTF-8 or, where they are not, as GB18030.
  init(_ bytes: [UInt8]) throws(LocatedProblem) {
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      throw LocatedProblem(.workbook)
    }
    if bytes.starts(with: [0xFF, 0xFE, 0, 0]) || bytes.starts(with: [0, 0, 0xFE, 0xFF]) {
      throw LocatedProblem(.utf32)
    }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      try self.init(utf8: Array(bytes.dropFirst(3)), offset: 3)
    } else if bytes.starts(with: [0xFF, 0xFE]) {
      try self.init(utf16: bytes, .utf16LittleEndian)
    } else if bytes.starts(with: [0xFE, 0xFF]) {
      try self.init(utf16: bytes, .utf16BigEndian)
    } else if bytes.prefix(2).contains(0) {
      throw LocatedProblem(.textWithoutByteOrderMark)
    } else {
      try self.init(unmarked: bytes)
    }
  }

  private init(utf8 bytes: [UInt8], offset: Int) throws(LocatedProblem) {
    if let position = firstFault(in: bytes, lengthOfCharacter: utf8Length) {
      throw undecodable(bytes, at: position, offset: offset, tried: [.utf8])
    }
    (utf8, encoding) = (bytes, .utf8)
  }

  private init(unmarked bytes: [UInt8]) throws(LocatedProblem) {
    guard let utf8Fault = firstFault(in: bytes, lengthOfCharacter: utf8Length) else {
      (utf8, encoding) = (bytes, .utf8)
      return
    }
    // One broken byte in a UTF-8 file can leave bytes that pass as GB18030: every character would be garbled.
    if isMostlyUTF8(bytes) { throw undecodable(bytes, at: utf8Fault, tried: [.utf8]) }
    let gb18030Fault = firstFault(in: bytes, lengthOfCharacter: gb18030Length)
    guard gb18030Fault == nil, let text = String(bytes: bytes, encoding: .gb18030) else {
      throw undecodable(bytes, at: max(utf8Fault, gb18030Fault ?? 0), tried: [.utf8, .gb18030])
    }
    (utf8, encoding) = (Array(text.utf8), .gb18030)
  }

  private init(utf16 bytes: [UInt8], _ encoding: TextEncoding) throws(LocatedProblem) {
    let (high, low) = encoding == .utf16BigEndian ? (0, 1) : (1, 0)
    let units = stride(from: 2, to: bytes.count - 1, by: 2).map {
      UInt16(bytes[$0 + high]) << 8 | UInt16(bytes[$0 + low])
    }
    let isWhole = bytes.count.isMultiple(of: 2)
    guard isWhole, let text = String(validating: units, as: UTF16.self) else {
      let position = loneSurrogate(in: units).map { 2 + 2 * $0 } ?? bytes.count - 1
      throw LocatedProblem(
        .undecodable(byte: bytes[position], position: position + 1, tried: [encoding]))
    }
    (utf8, self.encoding) = (Array(text.utf8), encoding)
  }
}

extension String.Encoding {
  /// The number CoreFoundation gives GB18030; Foundation has no name for it.
  static let gb18030 = String.Encoding(rawValue: 0x8000_0632)
}

private func undecodable(
  _ bytes: [UInt8], at position: Int, offset: Int = 0, tried: [TextEncoding]
) -> LocatedProblem {
  LocatedProblem(
    .undecodable(byte: bytes[position], position: offset + position + 1, tried: tried),
    row: row(of: position, in: bytes))
}

/// The row a byte stands in. Neither encoding uses the bytes of quotes and line ends inside a character.
private func row(of position: Int, in bytes: [UInt8]) -> Int {
  var row = 1
  var isQuoted = false
  for index in 0..<position {
    switch bytes[index] {
    case UInt8(ascii: "\""): isQuoted.toggle()
    case UInt8(ascii: "\n") where !isQuoted: row += 1
    case UInt8(ascii: "\r") where !isQuoted && bytes[index + 1] != UInt8(ascii: "\n"): row += 1
    default: break
    }
  }
  return row
}

private func firstFault(in bytes: [UInt8], lengthOfCharacter: ([UInt8], Int) -> Int?) -> Int? {
  var position = 0
  while position < bytes.count {
    if bytes[position] < 0x80 {
      position += 1
    } else if let length = lengthOfCharacter(bytes, position) {
      position += length
    } else {
      return position
    }
  }
  return nil
}

private func isMostlyUTF8(_ bytes: [UInt8]) -> Bool {
  var (characterCount, faultCount, position) = (0, 0, 0)
  while position < bytes.count {
    if bytes[position] < 0x80 {
      position += 1
    } else if let length = utf8Length(bytes, position) {
      characterCount += 1
      position += length
    } else {
      faultCount += 1
      position += 1
    }
  }
  return characterCount > 3 * faultCount
}

/// The length of the well-formed UTF-8 character that begins at a position and is not ASCII, by table 3-7 of the
/// Unicode standard; nil when there is none.
private func utf8Length(_ bytes: [UInt8], _ position: Int) -> Int? {
  let (length, second): (Int, ClosedRange<UInt8>)
  switch bytes[position] {
  case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
  case 0xE0: (length, second) = (3, 0xA0...0xBF)
  case 0xED: (length, second) = (3, 0x80...0x9F)
  case 0xE1...0xEF: (length, second) = (3, 0x80...0xBF)
  case 0xF0: (length, second) = (4, 0x90...0xBF)
  case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
  case 0xF4: (length, second) = (4, 0x80...0x8F)
  default: return nil
  }
  guard bytes.count - position >= length, second ~= bytes[position + 1] else { return nil }
  let following = bytes[position + 2..<position + length]
  return following.allSatisfy { 0x80...0xBF ~= $0 } ? length : nil
}

/// The length of the character of two or four bytes that begins at a position, by GB 18030-2022; nil when there
/// is none.
private func gb18030Length(_ bytes: [UInt8], _ position: Int) -> Int? {
  let left = bytes.count - position
  let digit: ClosedRange<UInt8> = 0x30...0x39
  let lead: ClosedRange<UInt8> = 0x81...0xFE
  guard left >= 2, lead ~= bytes[position] else { return nil }
  let second = bytes[position + 1]
  if 0x40...0xFE ~= second && second != 0x7F { return 2 }
  guard left >= 4, digit ~= second, lead ~= bytes[position + 2], digit ~= bytes[position + 3]
  else { return nil }
  return 4
}

private func loneSurrogate(in units: [UInt16]) -> Int? {
  var index = 0
  while index < units.count {
    if UTF16.isLeadSurrogate(units[index]), index + 1 < units.count, UTF16.isTrailSurrogate(units[index + 1])
    {
      index += 2
    } else if UTF16.isSurrogate(units[index]) {
      return index
    } else {
      index += 1
    }
  }
  return nil
}
