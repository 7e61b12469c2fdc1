import FuzzedInput

/// Called by libFuzzer with one input after another.
@_cdecl("LLVMFuzzerTestOneInput")
public func readFuzzedEvent(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let broken = brokenPromises(ofEvent: Array(UnsafeBufferPointer(start: bytes, count: count)))
  guard broken.isEmpty else { fatalError(broken.joined(separator: "\n")) }
  return 0
}

/// Called by libFuzzer for a new input made of an old one: four times in five a change of the tables, whose result is
/// an event again, else one of libFuzzer's own changes of bytes.
@_cdecl("LLVMFuzzerCustomMutator")
public func mutateFuzzedEvent(
  _ bytes: UnsafeMutablePointer<UInt8>, _ count: Int, _ capacity: Int, _ seed: CUnsignedInt
) -> Int {
  var draws = Draws(seed: UInt64(seed))
  guard count > 0, draws.below(5) > 0 else { return changeBytes(bytes, count, capacity) }
  var tables = EventTables(Array(UnsafeBufferPointer(start: bytes, count: count)))
  for _ in 0...draws.below(3) { tables.change(&draws) }
  let text = tables.text
  guard text.count <= capacity else { return changeBytes(bytes, count, capacity) }
  UnsafeMutableBufferPointer(start: bytes, count: text.count).update(fromContentsOf: text)
  return text.count
}

/// libFuzzer's own change of bytes, in their place; returns their new number.
@_silgen_name("LLVMFuzzerMutate")
private func changeBytes(_ bytes: UnsafeMutablePointer<UInt8>, _ count: Int, _ capacity: Int) -> Int
