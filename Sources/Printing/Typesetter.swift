import CPango

/// Measures and draws text by Pango with the fonts that fontconfig finds. To be used on one thread.
public final class Typesetter {
  private let map: UnsafeMutablePointer<PangoFontMap>
  private let context: OpaquePointer
  private let layout: OpaquePointer
  /// Of texts without ideographs: quotation marks and dots as narrow as their language has them. Fonts of China have them
  /// as wide as an ideograph.
  private let narrow: OpaquePointer
  private var descriptions: [Font: OpaquePointer] = [:]
  private var widths: [Key: Double] = [:]
  /// Texts that were set last, and those before them: what is on every card is shaped once.
  private var recent: [Key: ShapedText] = [:]
  private var older: [Key: ShapedText] = [:]
  /// Texts that were broken into lines: the name of the event is on every badge.
  private var broken: [BrokenKey: [String]] = [:]
  /// So many texts are kept, and as many of the older ones.
  private static let kept = 4_000

  private struct Font: Hashable {
    let face: Typeface
    let size: Double
    let isBold: Bool

    init(_ style: TextStyle) {
      (face, size, isBold) = (style.face, style.size, style.isBold)
    }
  }

  private struct Key: Hashable {
    let text: String
    let font: Font
  }

  private struct BrokenKey: Hashable {
    let text: Key
    let width: Double
    /// Whether it was broken where words end.
    var isPhrase = false
  }

  /// A text with the places of its glyphs.
  private final class ShapedText {
    let layout: OpaquePointer
    /// Points.
    let width: Double
    /// How far its strokes reach above the baseline and below it, in points.
    let (above, below): (Double, Double)

    init(_ layout: OpaquePointer) {
      self.layout = layout
      Typesetter.standOnOneBaseline(layout)
      let (ink, logical) = Typesetter.extents(of: layout)
      width = points(logical.width)
      (above, below) = (points(-ink.y), points(ink.y + ink.height))
    }

    deinit { g_object_unref(UnsafeMutableRawPointer(layout)) }
  }

  /// A typesetter. Glyphs stand where they are without a grid of pixels, so that a text is as wide on every device.
  public init() {
    map = pango_cairo_font_map_new()
    pango_cairo_font_map_set_resolution(OpaquePointer(map), 72)
    context = pango_font_map_create_context(map)
    let options = cairo_font_options_create()
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
    pango_cairo_context_set_font_options(context, options)
    cairo_font_options_destroy(options)
    pango_context_set_round_glyph_positions(context, 0)
    // Of the shapes that one character has in different countries, those of China.
    pango_context_set_language(context, pango_language_from_string("zh-cn"))
    layout = Self.emptyLayout(context)
    narrow = pango_attr_list_new()
    pango_attr_list_insert(narrow, pango_attr_font_features_new("pwid"))
  }

  private static func emptyLayout(_ context: OpaquePointer) -> OpaquePointer {
    let layout: OpaquePointer = pango_layout_new(context)
    pango_layout_set_single_paragraph_mode(layout, 1)
    return layout
  }

  deinit {
    (recent, older) = ([:], [:])
    for description in descriptions.values { pango_font_description_free(description) }
    pango_attr_list_unref(narrow)
    g_object_unref(UnsafeMutableRawPointer(layout))
    g_object_unref(UnsafeMutableRawPointer(context))
    g_object_unref(map)
  }

  /// The natural width of a line of text in millimetres.
  public func width(of text: String, _ style: TextStyle) -> Double {
    let key = Key(text: text, font: Font(style))
    if let known = widths[key] { return known }
    let width = shaped(key, style).width * millimetresPerPoint
    widths[key] = width
    return width
  }

  /// Breaks a text into lines no wider than `width` millimetres, where its language lets it be broken; an unbreakable word
  /// is broken anywhere. At least one line.
  public func lines(of text: String, _ style: TextStyle, width: Double) -> [String] {
    guard self.width(of: text, style) > width else { return [text] }
    return remembered(BrokenKey(text: Key(text: text, font: Font(style)), width: width)) {
      brokenLines(of: text, style, width: width)
    }
  }

  /// Breaks a short text, as a title or a name, into the fewest lines that are no wider than `width` millimetres, or hardly;
  /// among these where units, offices and parts of names end, and where lines are alike. At least one line.
  ///
  /// - Complexity: O(n²) for n places at which the text may be broken.
  public func lines(ofPhrase text: String, _ style: TextStyle, width: Double) -> [String] {
    guard self.width(of: text, style) > width * Self.squeezing else { return [text] }
    return remembered(BrokenKey(text: Key(text: text, font: Font(style)), width: width, isPhrase: true)) {
      phraseLines(of: text, style, width: width)
    }
  }

  private func remembered(_ key: BrokenKey, _ made: () -> [String]) -> [String] {
    if let known = broken[key] { return known }
    let lines = made()
    if broken.count >= Self.kept { broken = [:] }
    broken[key] = lines
    return lines
  }

  private func brokenLines(of text: String, _ style: TextStyle, width: Double) -> [String] {
    set(text, style)
    pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR)
    pango_layout_set_width(layout, Int32(max(1, width / millimetresPerPoint) * Double(PANGO_SCALE)))
    defer { pango_layout_set_width(layout, -1) }
    let bytes = Array(text.utf8)
    return (0..<pango_layout_get_line_count(layout)).map { index in
      guard let line = pango_layout_get_line_readonly(layout, index) else { return "" }
      let start = Int(line.pointee.start_index)
      return String(decoding: bytes[start..<start + Int(line.pointee.length)], as: UTF8.self)
    }
  }

  /// Fills lines no wider than `width` millimetres with words, none of which is broken; a word that is wider by itself has
  /// a line of its own, in which it will be squeezed. At least one line.
  public func lines(ofWords words: [String], _ style: TextStyle, width: Double) -> [String] {
    var (lines, line, used) = ([String](), "", 0.0)
    for word in words {
      let own = self.width(of: word, style)
      if !line.isEmpty, used + own > width {
        lines.append(line)
        (line, used) = ("", 0)
      }
      line += word
      used += own
    }
    return lines + (line.isEmpty && !lines.isEmpty ? [] : [line])
  }

  /// The places of the scalars of a text before which its language lets a line begin.
  func lineBreaks(in text: String) -> Set<Int> {
    set(text, TextStyle(.song, 10))
    var count: Int32 = 0
    guard let attributes = pango_layout_get_log_attrs_readonly(layout, &count) else { return [] }
    return Set((0..<Int(count)).filter { attributes[$0].is_line_break != 0 })
  }

  /// The characters of a text that no font has, each once, in order.
  public func charactersWithoutFont(in text: String) -> [Character] {
    let style = TextStyle(.song, 10)
    func lacks(_ text: String) -> Bool {
      set(text, style)
      return pango_layout_get_unknown_glyphs_count(layout) > 0
    }
    guard lacks(text) else { return [] }
    var known: Set<Character> = []
    return text.filter { !$0.isWhitespace && known.insert($0).inserted && lacks(String($0)) }.map { $0 }
  }

  /// Draws a text; points are the unit of the drawing.
  func draw(_ text: Text, on drawing: OpaquePointer) {
    let shaped = shaped(Key(text: text.string, font: Font(text.style)), text.style)
    guard let line = pango_layout_get_line_readonly(shaped.layout, 0) else { return }
    let natural = shaped.width * millimetresPerPoint
    let (scale, rise) = place(shaped, text, natural: natural)
    let free = text.box.width - natural * scale.x
    let x =
      switch text.alignment {
      case .leading: text.box.x
      case .centre: text.box.x + free / 2
      case .trailing: text.box.x + free
      }
    let baseline = text.box.midY + rise
    let colour = text.style.colour
    cairo_save(drawing)
    cairo_set_source_rgb(drawing, colour.red, colour.green, colour.blue)
    cairo_translate(drawing, x / millimetresPerPoint, baseline / millimetresPerPoint)
    cairo_scale(drawing, scale.x, scale.y)
    cairo_move_to(drawing, 0, 0)
    pango_cairo_show_layout_line(drawing, line)
    cairo_restore(drawing)
  }

  /// How a text is scaled and how far its baseline lies below the middle of its box, in millimetres.
  ///
  /// Stacked letters, as Tibetan has them, reach further than ideographs: they are centred by their strokes, and made as
  /// low as a line, so that they touch no other.
  private func place(_ shaped: ShapedText, _ text: Text, natural: Double) -> (
    scale: (x: Double, y: Double), rise: Double
  ) {
    var scale = text.scale(ofWidth: natural)
    let size = text.style.size
    guard shaped.above > Self.usualReach.above * size || shaped.below > Self.usualReach.below * size else {
      return (scale, text.style.em * Self.middleOfLetters * scale.y)
    }
    let lowering = min(1, Self.lineOfStacks * size / (shaped.above + shaped.below))
    scale = (scale.x * lowering, scale.y * lowering)
    return (scale, (shaped.above - shaped.below) / 2 * millimetresPerPoint * scale.y)
  }

  /// How far above the baseline the middle of an ideograph, a capital or a digit lies, in ems.
  private static let middleOfLetters = 0.37
  /// How far ideographs and letters with accents and descenders reach from the baseline, in ems.
  private static let usualReach = (above: 1.05, below: 0.4)
  /// How high a line of stacked letters may be, in ems.
  private static let lineOfStacks = 1.25

  private func set(_ text: String, _ style: TextStyle) {
    set(text, style, in: layout)
  }

  private func set(_ text: String, _ style: TextStyle, in layout: OpaquePointer) {
    pango_layout_set_font_description(layout, description(style))
    pango_layout_set_attributes(layout, text.hasWideCharacters ? nil : narrow)
    pango_layout_set_text(layout, text, Int32(text.utf8.count))
  }

  private func shaped(_ key: Key, _ style: TextStyle) -> ShapedText {
    if let known = recent[key] { return known }
    let text: ShapedText
    if let known = older[key] {
      text = known
    } else {
      let layout = Self.emptyLayout(context)
      set(key.text, style, in: layout)
      text = ShapedText(layout)
    }
    if recent.count >= Self.kept { (recent, older) = ([:], recent) }
    recent[key] = text
    return text
  }

  /// What is drawn of the line of a layout, and the space that it takes, in Pango's units from the baseline.
  private static func extents(of layout: OpaquePointer) -> (ink: PangoRectangle, logical: PangoRectangle) {
    var (ink, logical) = (PangoRectangle(), PangoRectangle())
    if let line = pango_layout_get_line_readonly(layout, 0) {
      pango_layout_line_get_extents(line, &ink, &logical)
    }
    return (ink, logical)
  }

  /// Lets all scripts of a line stand on one baseline. Pango moves each to where its font says that ideographs end, and
  /// guesses it for fonts that do not say: Tibetan beside Chinese would stand in the line above.
  private static func standOnOneBaseline(_ layout: OpaquePointer) {
    var next = pango_layout_get_line(layout, 0)?.pointee.runs
    while let item = next {
      item.pointee.data.assumingMemoryBound(to: PangoGlyphItem.self).pointee.y_offset = 0
      next = item.pointee.next
    }
  }

  private func description(_ style: TextStyle) -> OpaquePointer {
    let font = Font(style)
    if let known = descriptions[font] { return known }
    let description: OpaquePointer = pango_font_description_new()
    pango_font_description_set_family(description, style.face.families)
    pango_font_description_set_absolute_size(description, style.size * Double(PANGO_SCALE))
    pango_font_description_set_weight(description, style.isBold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL)
    descriptions[font] = description
    return description
  }
}

/// Pango's units as points.
private func points(_ units: Int32) -> Double { Double(units) / Double(PANGO_SCALE) }

extension Typeface {
  /// Families that fontconfig is asked for, the first that is installed taken.
  fileprivate var families: String {
    switch self {
    case .song: "Noto Serif CJK SC,Songti SC,serif"
    case .hei: "Noto Sans CJK SC,Heiti SC,PingFang SC,sans"
    case .kai: "LXGW WenKai,Kaiti SC,Noto Serif CJK SC,serif"
    }
  }
}
