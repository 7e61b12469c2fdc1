import CPango
public import Foundation

/// Writes pages as PDF by Cairo: fonts embedded and subset, and the same bytes for the same pages.
public final class PDFWriter {
  private let typesetter: Typesetter
  /// What has been drawn of stamps, for as long as a file is written.
  private var recordings: [Stamp: OpaquePointer] = [:]

  /// A writer that sets its texts by `typesetter`.
  public init(_ typesetter: Typesetter) {
    self.typesetter = typesetter
  }

  /// Cairo could not write: it ran out of memory.
  public struct Failure: Error, Sendable {
    /// What Cairo says.
    public let reason: String
  }

  /// The file.
  ///
  /// - Parameters:
  ///   - pages: at least one.
  ///   - title: what a reader shows in its window.
  ///   - progress: is told how many pages are written, now and then.
  /// - Throws: `Failure`.
  /// - Complexity: O(marks).
  public func data(
    of pages: [Page], title: String, progress: (Int) -> Void = { _ in }
  ) throws(Failure) -> Data {
    let sink = Sink()
    let surface = cairo_pdf_surface_create_for_stream(
      { sink, bytes, count in
        Unmanaged<Sink>.fromOpaque(sink!).takeUnretainedValue().data.append(bytes!, count: Int(count))
        return CAIRO_STATUS_SUCCESS
      }, Unmanaged.passUnretained(sink).toOpaque(), 1, 1)
    defer {
      cairo_surface_destroy(surface)
      recordings.values.forEach(cairo_surface_destroy)
      recordings = [:]
    }
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, title)
    // Without a date of ours Cairo takes the time of the day.
    for date in [CAIRO_PDF_METADATA_CREATE_DATE, CAIRO_PDF_METADATA_MOD_DATE] {
      cairo_pdf_surface_set_metadata(surface, date, "2026-01-01T00:00:00Z")
    }
    for (number, page) in pages.enumerated() {
      if number > 0, number.isMultiple(of: Self.stretch) { progress(number) }
      cairo_pdf_surface_set_size(
        surface, page.size.width / millimetresPerPoint, page.size.height / millimetresPerPoint)
      let drawing = cairo_create(surface)!
      draw(page.marks, on: drawing)
      cairo_show_page(drawing)
      cairo_destroy(drawing)
    }
    cairo_surface_finish(surface)
    let status = cairo_surface_status(surface)
    guard status == CAIRO_STATUS_SUCCESS else {
      throw Failure(reason: String(cString: cairo_status_to_string(status)))
    }
    return sink.data
  }

  /// What Cairo has written so far.
  private final class Sink {
    var data = Data()
  }

  /// After so many pages progress is told again.
  private static let stretch = 250

  private func draw(_ marks: [Mark], on drawing: OpaquePointer) {
    for mark in marks { draw(mark, on: drawing) }
  }

  private func draw(_ mark: Mark, on drawing: OpaquePointer) {
    switch mark {
    case .text(let text):
      typesetter.draw(text, on: drawing)
    case .line(let from, let to, let stroke):
      cairo_move_to(drawing, from.x / millimetresPerPoint, from.y / millimetresPerPoint)
      cairo_line_to(drawing, to.x / millimetresPerPoint, to.y / millimetresPerPoint)
      self.stroke(stroke, on: drawing)
    case .rectangle(let rectangle, let fill, let stroke):
      path(rectangle, on: drawing)
      if let fill {
        cairo_set_source_rgb(drawing, fill.red, fill.green, fill.blue)
        if stroke == nil { cairo_fill(drawing) } else { cairo_fill_preserve(drawing) }
      }
      if let stroke { self.stroke(stroke, on: drawing) } else { cairo_new_path(drawing) }
    case .rectangles(let rectangles, let fill):
      for rectangle in rectangles { path(rectangle, on: drawing) }
      cairo_set_source_rgb(drawing, fill.red, fill.green, fill.blue)
      cairo_fill(drawing)
    case .code(let code, let rectangle):
      draw(code, in: rectangle, on: drawing)
    case .placed(let marks, let point):
      cairo_save(drawing)
      cairo_translate(drawing, point.x / millimetresPerPoint, point.y / millimetresPerPoint)
      draw(marks, on: drawing)
      cairo_restore(drawing)
    case .stamp(let stamp, let point):
      cairo_set_source_surface(
        drawing, recording(stamp), point.x / millimetresPerPoint, point.y / millimetresPerPoint)
      cairo_paint(drawing)
    case .window(let marks, let part, let point):
      cairo_save(drawing)
      path(Rectangle(point.x, point.y, part.width, part.height), on: drawing)
      cairo_clip(drawing)
      draw([.placed(marks, at: Point(point.x - part.x, point.y - part.y))], on: drawing)
      cairo_restore(drawing)
    case .turned(let marks, let rectangle):
      cairo_save(drawing)
      cairo_translate(
        drawing, 2 * rectangle.midX / millimetresPerPoint, 2 * rectangle.midY / millimetresPerPoint)
      cairo_scale(drawing, -1, -1)
      draw(marks, on: drawing)
      cairo_restore(drawing)
    }
  }

  private func recording(_ stamp: Stamp) -> OpaquePointer {
    if let known = recordings[stamp] { return known }
    var extents = cairo_rectangle_t(
      x: 0, y: 0, width: stamp.size.width / millimetresPerPoint,
      height: stamp.size.height / millimetresPerPoint)
    let surface = cairo_recording_surface_create(CAIRO_CONTENT_COLOR_ALPHA, &extents)!
    let drawing = cairo_create(surface)!
    draw(stamp.marks, on: drawing)
    cairo_destroy(drawing)
    recordings[stamp] = surface
    return surface
  }

  private func path(_ rectangle: Rectangle, on drawing: OpaquePointer) {
    cairo_rectangle(
      drawing, rectangle.x / millimetresPerPoint, rectangle.y / millimetresPerPoint,
      rectangle.width / millimetresPerPoint, rectangle.height / millimetresPerPoint)
  }

  private func stroke(_ stroke: Stroke, on drawing: OpaquePointer) {
    cairo_set_source_rgb(drawing, stroke.colour.red, stroke.colour.green, stroke.colour.blue)
    cairo_set_line_width(drawing, stroke.width / millimetresPerPoint)
    let dashes = stroke.dashes.map { $0 / millimetresPerPoint }
    cairo_set_dash(drawing, dashes, Int32(dashes.count), 0)
    cairo_stroke(drawing)
  }

  /// The code as an image of one bit a module, through which black is painted: fewer bytes than rectangles, and no seams.
  private func draw(_ code: QRCode, in rectangle: Rectangle, on drawing: OpaquePointer) {
    let side = Int32(code.side)
    guard let image = cairo_image_surface_create(CAIRO_FORMAT_A1, side, side) else { return }
    defer { cairo_surface_destroy(image) }
    cairo_surface_flush(image)
    guard let bytes = cairo_image_surface_get_data(image) else { return }
    let stride = Int(cairo_image_surface_get_stride(image))
    for (module, isDark) in code.isDark.enumerated() where isDark {
      let (row, column) = module.quotientAndRemainder(dividingBy: code.side)
      bytes[row * stride + column / 8] |= Self.bit(of: column)
    }
    cairo_surface_mark_dirty(image)
    cairo_save(drawing)
    cairo_translate(drawing, rectangle.x / millimetresPerPoint, rectangle.y / millimetresPerPoint)
    cairo_scale(
      drawing, rectangle.width / millimetresPerPoint / Double(side),
      rectangle.height / millimetresPerPoint / Double(side))
    let mask = cairo_pattern_create_for_surface(image)
    cairo_pattern_set_filter(mask, CAIRO_FILTER_NEAREST)
    cairo_set_source_rgb(drawing, 0, 0, 0)
    cairo_mask(drawing, mask)
    cairo_pattern_destroy(mask)
    cairo_restore(drawing)
  }

  /// Where a column stands in its byte: images of one bit are in the order of the machine.
  private static func bit(of column: Int) -> UInt8 {
    1.littleEndian == 1 ? 1 << UInt8(column % 8) : 0x80 >> UInt8(column % 8)
  }
}
