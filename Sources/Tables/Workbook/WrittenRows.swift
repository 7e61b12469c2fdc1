/// Some rows of a sheet as they are written, on their way to who asks what they mean.
struct WrittenRows: Sendable {
  struct Row {
    /// The number a spreadsheet shows beside it.
    let number: Int
    let isHidden: Bool
    /// Places in ``WrittenRows/cells``.
    let cells: Range<Int>
    /// Whether no more cells of the row follow.
    let isWhole: Bool
  }

  var rows: [Row] = []
  var cells: [WrittenCell] = []
  /// The texts of all cells, one after another.
  var bytes: [UInt8] = []

  /// Whether so much has been read that handing it over costs nothing beside it, and little of memory.
  var isFull: Bool { cells.count >= 8_192 || bytes.count >= 1 << 18 }
}

/// A cell as its elements write it.
struct WrittenCell {
  enum Kind {
    case number, shared, text, inline, boolean, error, date

    init(_ name: UnsafeBufferPointer<UInt8>?) {
      guard let name else {
        self = .number
        return
      }
      if name.count == 1 {
        switch name[0] {
        case UInt8(ascii: "s"): self = .shared
        case UInt8(ascii: "b"): self = .boolean
        case UInt8(ascii: "e"): self = .error
        case UInt8(ascii: "d"): self = .date
        default: self = .number
        }
      } else {
        self =
          name.elementsEqual("str".utf8) ? .text : name.elementsEqual("inlineStr".utf8) ? .inline : .number
      }
    }
  }

  /// Counted from 1.
  var column = 0
  var kind = Kind.number
  /// The place of its style among the workbook's.
  var style: Int?
  var hasFormula = false
  /// Whether there is a value, be it blank: the text of a formula may be.
  var hasValue = false
  /// Where its value stands in ``WrittenRows/bytes``.
  var value = 0..<0
  /// Where its inline string stands, whatever the kind says.
  var inline: Range<Int>?
}
