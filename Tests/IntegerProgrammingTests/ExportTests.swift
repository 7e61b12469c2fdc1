import Foundation
import IntegerProgramming
import Testing

/// The optimum that GLPK's own command finds for an exported text.
private func optimumByCommand(_ text: String, _ format: ExportFormat) throws -> Double {
  let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  let model = folder.appendingPathComponent("model")
  let answer = folder.appendingPathComponent("answer")
  try Data(text.utf8).write(to: model)
  let command = Process()
  command.executableURL = URL(fileURLWithPath: "/usr/bin/env")
  command.arguments = [
    "glpsol", format == .mps ? "--freemps" : "--lp", model.path, "--cuts", "--write", answer.path,
  ]
  command.standardOutput = FileHandle.nullDevice
  try command.run()
  command.waitUntilExit()
  let line = try #require(
    try String(contentsOf: answer, encoding: .utf8).split(separator: "\n").first {
      $0.hasPrefix("c Objective:")
    })
  let number = try #require(line.split(separator: "=").last?.split(separator: " ").first)
  return try #require(Double(number))
}

/// A model with names that no format can hold as they are.
private let awkward: Model = {
  var model = Model(name: "河北 plan", sense: .maximize)
  model.objectiveConstant = 10
  let names = [
    "河北[1, 2]", "河北[1, 2]", "free", "12", "e5", "", "a\nb", "x y", String(repeating: "长", count: 300), "$",
  ]
  let x = names.map { model.addVariable($0, in: .between(0...4), kind: .integer, objective: 1) }
  model.addVariable("unused", in: .atMost(3))
  model.addConstraint("objective", x.map { 1 * $0 }, .atMost(12.5))
  model.addConstraint("第 1 排", x.prefix(3).map { 2 * $0 }, .between(3...7))
  model.addConstraint("free", [1 * x[0]], .free)
  return model
}()

@Suite struct ExportTests {
  @Test(
    arguments: ExportFormat.allCases,
    Array(KnownModel.all.prefix(9)) + [KnownModel(model: awkward, optimum: 22)])
  func `An exported model has the same optimum when it is read back`(format: ExportFormat, known: KnownModel)
    throws
  {
    // MPS only minimizes.
    let sign = format == .mps && known.model.sense == .maximize ? -1.0 : 1.0
    let optimum = try optimumByCommand(known.model.export(format), format)
    #expect(abs(sign * optimum - known.optimum) < 1e-6)
  }

  @Test func `Names stay readable`() throws {
    let linear = try awkward.export(.cplexLP)
    for name in ["he_bei_(1,_2)", "he_bei_(1,_2)#2", "_free", "_12", "_e5", "a_b", "x_y", "di_1_pai:"] {
      #expect(linear.contains(name), "\(name)")
    }
    let fixed = try awkward.export(.mps)
    for name in ["河北(1,_2)", "河北(1,_2)#2", "_free", "第_1_排"] { #expect(fixed.contains(name), "\(name)") }
  }

  @Test func `A live problem exports what it has become`() throws {
    var model = Model(name: "grown")
    let x = model.addVariable("first", objective: 1)
    let need = model.addConstraint("need", [1 * x], .atLeast(3))
    let text = try model.withLiveProblem { problem in
      problem.addVariable("second", objective: 0.5, column: [(need, 1)])
      return try problem.export(.cplexLP)
    }
    #expect(text.contains("need: + second + first >= 3"))
  }
}
