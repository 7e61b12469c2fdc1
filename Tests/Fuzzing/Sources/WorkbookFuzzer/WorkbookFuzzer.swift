import FuzzedInput

/// Called by libFuzzer with one input after another.
@_cdecl("LLVMFuzzerTestOneInput")
public func readFuzzedWorkbook(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let broken = brokenPromises(ofWorkbook: Array(UnsafeBufferPointer(start: bytes, count: count)))
  guard broken.isEmpty else { fatalError(broken.joined(separator: "\n")) }
  return 0
}
