import FuzzedInput

/// Called by libFuzzer with one input after another.
@_cdecl("LLVMFuzzerTestOneInput")
public func readFuzzedTable(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let broken = brokenPromises(ofTable: Array(UnsafeBufferPointer(start: bytes, count: count)))
  guard broken.isEmpty else { fatalError(broken.joined(separator: "\n")) }
  return 0
}
