extension String {
  /// Whether there is a Chinese character in the text.
  public var hasHan: Bool {
    unicodeScalars.contains { (0x3400...0x9FFF).contains($0.value) || (0x20000...0x3FFFF).contains($0.value) }
  }
}
