import IntegerProgramming
import Testing

/// A model whose optimum is stated in the literature.
struct KnownModel: Sendable, CustomTestStringConvertible {
  let model: Model
  let optimum: Double

  var testDescription: String { "\(model.name), optimum \(optimum)" }

  /// The instances that come with GLPK as MathProg examples, built here anew; each source is named there.
  static let all = [
    KnownModel(model: assignment, optimum: 76),
    KnownModel(model: binPacking, optimum: 3),
    KnownModel(model: generalizedAssignment(.minimize), optimum: 261),
    KnownModel(model: generalizedAssignment(.maximize), optimum: 336),
    KnownModel(model: fixedChargeTransport, optimum: 471.55),
    KnownModel(model: jobShop, optimum: 55),
    KnownModel(model: coloring, optimum: 4),
    KnownModel(model: vertexCover, optimum: 6),
    KnownModel(model: feedbackArcs, optimum: 3),
    KnownModel(model: feedbackVertices, optimum: 3),
    KnownModel(model: maximumCut, optimum: 20),
    KnownModel(model: maximumFlow, optimum: 29),
    KnownModel(model: shortestPath, optimum: 20),
    KnownModel(model: criticalPath, optimum: 46),
    KnownModel(model: fleet, optimum: 153.675),
    KnownModel(model: queens(8), optimum: 8),
    KnownModel(model: pigeonholes(pigeons: 6, holes: 5), optimum: 1),
  ]
}

// MARK: - Assignment and packing

/// Christofides: eight agents, eight tasks.
private let assignment: Model = {
  let cost: [[Double]] = [
    [13, 21, 20, 12, 8, 26, 22, 11],
    [12, 36, 25, 41, 40, 11, 4, 8],
    [35, 32, 13, 36, 26, 21, 13, 37],
    [34, 54, 7, 8, 12, 22, 11, 40],
    [21, 6, 45, 18, 24, 34, 12, 48],
    [42, 19, 39, 15, 14, 16, 28, 46],
    [16, 34, 38, 3, 34, 40, 22, 24],
    [26, 20, 5, 17, 45, 31, 37, 43],
  ]
  var model = Model(name: "assign")
  let x = cost.indices.map { i in
    cost[i].indices.map { j in model.addVariable("x[\(i),\(j)]", objective: cost[i][j]) }
  }
  for i in cost.indices { model.addConstraint("agent[\(i)]", x[i].map { 1 * $0 }, .atMost(1)) }
  for j in cost[0].indices { model.addConstraint("task[\(j)]", x.map { 1 * $0[j] }, .equal(1)) }
  return model
}()

/// Six items into bins of 100.
private let binPacking: Model = {
  let weights = [50.0, 60, 30, 70, 50, 40]
  var model = Model(name: "bpp")
  let bins = (0..<4).map { model.addBinary("used[\($0)]", objective: 1) }
  let x = weights.indices.map { item in bins.indices.map { model.addBinary("x[\(item),\($0)]") } }
  for item in weights.indices { model.addConstraint("one[\(item)]", x[item].map { 1 * $0 }, .equal(1)) }
  for bin in bins.indices {
    let load = weights.indices.map { weights[$0] * x[$0][bin] }
    model.addConstraint("capacity[\(bin)]", load + [-100 * bins[bin]], .atMost(0))
  }
  return model
}()

/// Osman's c515-1: five agents, fifteen jobs.
private func generalizedAssignment(_ sense: Sense) -> Model {
  let resource: [[Double]] = [
    [8, 15, 14, 23, 8, 16, 8, 25, 9, 17, 25, 15, 10, 8, 24],
    [15, 7, 23, 22, 11, 11, 12, 10, 17, 16, 7, 16, 10, 18, 22],
    [21, 20, 6, 22, 24, 10, 24, 9, 21, 14, 11, 14, 11, 19, 16],
    [20, 11, 8, 14, 9, 5, 6, 19, 19, 7, 6, 6, 13, 9, 18],
    [8, 13, 13, 13, 10, 20, 25, 16, 16, 17, 10, 10, 5, 12, 23],
  ]
  let cost: [[Double]] = [
    [17, 21, 22, 18, 24, 15, 20, 18, 19, 18, 16, 22, 24, 24, 16],
    [23, 16, 21, 16, 17, 16, 19, 25, 18, 21, 17, 15, 25, 17, 24],
    [16, 20, 16, 25, 24, 16, 17, 19, 19, 18, 20, 16, 17, 21, 24],
    [19, 19, 22, 22, 20, 16, 19, 17, 21, 19, 25, 23, 25, 25, 25],
    [18, 19, 15, 15, 21, 25, 16, 16, 23, 15, 22, 17, 19, 22, 24],
  ]
  let capacity = [36.0, 34, 38, 27, 33]
  var model = Model(name: "gap", sense: sense)
  let x = cost.indices.map { i in
    cost[i].indices.map { j in model.addBinary("x[\(i),\(j)]", objective: cost[i][j]) }
  }
  for j in cost[0].indices { model.addConstraint("job[\(j)]", x.map { 1 * $0[j] }, .equal(1)) }
  for i in cost.indices {
    model.addConstraint("capacity[\(i)]", zip(resource[i], x[i]).map { $0 * $1 }, .atMost(capacity[i]))
  }
  return model
}

// MARK: - Transport and networks

/// Balinski's bal8x12.
private let fixedChargeTransport: Model = {
  let supply = [15.0, 20, 45, 35, 25, 35, 10, 25]
  let demand = [20.0, 15, 20, 15, 5, 20, 30, 10, 35, 25, 10, 5]
  let cost: [[Double]] = [
    [0.69, 0.64, 0.71, 0.79, 1.70, 2.83, 2.02, 5.64, 5.94, 5.94, 5.94, 7.68],
    [1.01, 0.75, 0.88, 0.59, 1.50, 2.63, 2.26, 5.64, 5.85, 5.62, 5.85, 4.94],
    [1.05, 1.06, 1.08, 0.64, 1.22, 2.37, 1.66, 5.64, 5.91, 5.62, 5.91, 4.94],
    [1.94, 1.50, 1.56, 1.22, 1.98, 1.98, 1.36, 6.99, 6.99, 6.99, 6.99, 3.68],
    [1.61, 1.40, 1.61, 1.33, 1.68, 2.83, 1.54, 4.26, 4.26, 4.26, 4.26, 2.99],
    [5.29, 5.94, 6.08, 5.29, 5.96, 6.77, 5.08, 0.31, 0.21, 0.17, 0.31, 1.53],
    [5.29, 5.94, 6.08, 5.29, 5.96, 6.77, 5.08, 0.55, 0.35, 0.40, 0.19, 1.53],
    [5.29, 6.08, 6.08, 5.29, 5.96, 6.45, 5.08, 2.43, 2.30, 2.33, 1.81, 2.50],
  ]
  let charge: [[Double]] = [
    [11.0, 16.0, 18.0, 17.0, 10.0, 20.0, 17.0, 13.0, 15.0, 12.0, 14.0, 14.0],
    [14.0, 17.0, 17.0, 13.0, 15.0, 13.0, 16.0, 11.0, 20.0, 11.0, 15.0, 10.0],
    [12.0, 13.0, 20.0, 17.0, 13.0, 15.0, 16.0, 13.0, 12.0, 13.0, 10.0, 18.0],
    [16.0, 19.0, 16.0, 11.0, 15.0, 12.0, 18.0, 12.0, 18.0, 13.0, 13.0, 14.0],
    [19.0, 18.0, 15.0, 16.0, 12.0, 14.0, 20.0, 19.0, 11.0, 17.0, 16.0, 18.0],
    [13.0, 20.0, 20.0, 17.0, 15.0, 12.0, 14.0, 11.0, 12.0, 19.0, 15.0, 16.0],
    [11.0, 12.0, 15.0, 10.0, 17.0, 11.0, 11.0, 16.0, 10.0, 18.0, 17.0, 12.0],
    [17.0, 10.0, 20.0, 12.0, 17.0, 20.0, 16.0, 15.0, 10.0, 12.0, 16.0, 18.0],
  ]
  var model = Model(name: "fctp")
  var flow: [[Variable]] = []
  for i in supply.indices {
    flow.append(demand.indices.map { model.addVariable("x[\(i),\($0)]", objective: cost[i][$0]) })
    for j in demand.indices {
      let open = model.addBinary("y[\(i),\(j)]", objective: charge[i][j])
      model.addConstraint(
        "charge[\(i),\(j)]", [1 * flow[i][j], -min(supply[i], demand[j]) * open], .atMost(0))
    }
  }
  for i in supply.indices { model.addConstraint("supply[\(i)]", flow[i].map { 1 * $0 }, .equal(supply[i])) }
  for j in demand.indices { model.addConstraint("demand[\(j)]", flow.map { 1 * $0[j] }, .equal(demand[j])) }
  return model
}()

/// Dantzig's two plants and three markets.
private let fleet: Model = {
  let supply = [350.0, 600]
  let demand = [325.0, 300, 275]
  let distance = [[2.5, 1.7, 1.8], [2.5, 1.8, 1.4]]
  var model = Model(name: "transp")
  let x = supply.indices.map { i in
    demand.indices.map { model.addVariable("x[\(i),\($0)]", objective: 90 * distance[i][$0] / 1000) }
  }
  for i in supply.indices { model.addConstraint("supply[\(i)]", x[i].map { 1 * $0 }, .atMost(supply[i])) }
  for j in demand.indices { model.addConstraint("demand[\(j)]", x.map { 1 * $0[j] }, .atLeast(demand[j])) }
  return model
}()

/// Christofides: nine nodes.
private let maximumFlow: Model = {
  let arcs: [(Int, Int, Int)] = [
    (0, 1, 14), (0, 3, 23), (1, 2, 10), (1, 3, 9), (2, 4, 12), (2, 7, 18), (3, 4, 26), (4, 1, 11),
    (4, 5, 25), (4, 6, 4), (5, 6, 7), (5, 7, 8), (6, 8, 15), (7, 8, 20),
  ]
  var model = Model(name: "maxflow", sense: .maximize)
  let total = model.addVariable("flow", objective: 1)
  let x = arcs.map { model.addVariable("x[\($0.0),\($0.1)]", in: .between(0...Double($0.2))) }
  for node in 0..<9 {
    let through = zip(arcs, x).compactMap { arc, x -> LinearTerm? in
      arc.1 == node ? 1 * x : arc.0 == node ? -1 * x : nil
    }
    model.addConstraint(
      "node[\(node)]", through + (node == 0 ? [1 * total] : node == 8 ? [-1 * total] : []), .equal(0))
  }
  return model
}()

private let shortestPath: Model = {
  let arcs: [(Int, Int, Int)] = [
    (0, 1, 1), (0, 3, 8), (0, 6, 6), (1, 3, 2), (2, 1, 14), (2, 3, 10), (2, 4, 6), (2, 5, 19),
    (3, 4, 8), (3, 7, 13), (4, 7, 12), (5, 4, 7), (6, 3, 5), (7, 5, 4), (7, 6, 10),
  ]
  var model = Model(name: "spp")
  let x = arcs.map { model.addVariable("x[\($0.0),\($0.1)]", objective: Double($0.2)) }
  for node in 0..<8 {
    let out = zip(arcs, x).compactMap { arc, x -> LinearTerm? in
      arc.0 == node ? 1 * x : arc.1 == node ? -1 * x : nil
    }
    model.addConstraint("node[\(node)]", out, .equal(node == 0 ? 1 : node == 5 ? -1 : 0))
  }
  return model
}()

// MARK: - Schedules

/// Building a house, thirteen jobs.
private let criticalPath: Model = {
  let durations = [3.0, 4, 3, 10, 8, 4, 6, 8, 5, 5, 4, 2, 4]
  let before: [[Int]] = [[], [0], [1], [1], [3], [3], [3], [2, 4, 5, 6], [7], [7], [8], [9], [10, 11]]
  var model = Model(name: "cpp")
  let end = model.addVariable("end", in: .free, objective: 1)
  let start = durations.indices.map { model.addVariable("start[\($0)]") }
  for job in durations.indices {
    for earlier in before[job] {
      model.addConstraint(
        "\(earlier) before \(job)", [1 * start[job], -1 * start[earlier]], .atLeast(durations[earlier]))
    }
    model.addConstraint("end[\(job)]", [1 * end, -1 * start[job]], .atLeast(durations[job]))
  }
  return model
}()

/// Fisher and Thompson's ft06: six jobs on six machines.
private let jobShop: Model = {
  let order: [[Int]] = [
    [2, 0, 1, 3, 5, 4],
    [1, 2, 4, 5, 0, 3],
    [2, 3, 5, 0, 1, 4],
    [1, 0, 2, 3, 4, 5],
    [2, 1, 4, 5, 0, 3],
    [1, 3, 5, 0, 4, 2],
  ]
  let duration: [[Double]] = [
    [3, 6, 1, 7, 6, 3],
    [10, 8, 5, 4, 10, 10],
    [9, 1, 5, 4, 7, 8],
    [5, 5, 5, 3, 8, 9],
    [3, 3, 9, 1, 5, 4],
    [10, 3, 1, 3, 4, 9],
  ]
  let large = duration.joined().reduce(0, +)
  var model = Model(name: "jssp")
  let end = model.addVariable("end", objective: 1)
  let x = order.indices.map { job in order.indices.map { model.addVariable("x[\(job),\($0)]") } }
  for job in order.indices {
    for (earlier, later) in zip(order[job], order[job].dropFirst()) {
      model.addConstraint(
        "order[\(job),\(later)]", [1 * x[job][later], -1 * x[job][earlier]], .atLeast(duration[job][earlier]))
    }
    let last = order[job].last!
    model.addConstraint("end[\(job)]", [1 * end, -1 * x[job][last]], .atLeast(duration[job][last]))
  }
  for machine in order.indices {
    for one in order.indices {
      for other in order.indices where other > one {
        let first = model.addBinary("\(one) before \(other) on \(machine)")
        model.addConstraint(
          "after[\(one),\(other),\(machine)]", [1 * x[one][machine], -1 * x[other][machine], large * first],
          .atLeast(duration[other][machine]))
        model.addConstraint(
          "before[\(one),\(other),\(machine)]",
          [1 * x[other][machine], -1 * x[one][machine], -large * first],
          .atLeast(duration[one][machine] - large))
      }
    }
  }
  return model
}()

// MARK: - Graphs

/// Mycielski's graph on eleven nodes: no triangle, yet four colors.
private let coloring: Model = {
  let edges = [
    (0, 1), (0, 3), (0, 6), (0, 8), (1, 2), (1, 5), (1, 7), (2, 4), (2, 6), (2, 9), (3, 4), (3, 5),
    (3, 9), (4, 7), (4, 8), (5, 10), (6, 10), (7, 10), (8, 10), (9, 10),
  ]
  var model = Model(name: "color")
  let used = (0..<4).map { model.addBinary("used[\($0)]", objective: 1) }
  let x = (0..<11).map { node in used.indices.map { model.addBinary("x[\(node),\($0)]") } }
  for node in x.indices { model.addConstraint("one[\(node)]", x[node].map { 1 * $0 }, .equal(1)) }
  for (a, b) in edges {
    for color in used.indices {
      model.addConstraint(
        "edge[\(a),\(b),\(color)]", [1 * x[a][color], 1 * x[b][color], -1 * used[color]], .atMost(0))
    }
  }
  return model
}()

/// Papadimitriou's graph on which the greedy cover has 13 nodes.
private let vertexCover: Model = {
  let edges = [
    (0, 1), (1, 2), (0, 3), (3, 4), (5, 6), (6, 7), (5, 8), (8, 9), (10, 11), (11, 12), (10, 13), (13, 14),
    (15, 1), (15, 3), (15, 6), (16, 8), (16, 11), (16, 13), (17, 1), (17, 3), (17, 6), (17, 8), (18, 3),
    (18, 6),
    (18, 8), (18, 11), (18, 13),
  ]
  var model = Model(name: "mvcp")
  let x = (0..<19).map { model.addBinary("x[\($0)]", objective: 1) }
  for (a, b) in edges { model.addConstraint("edge[\(a),\(b)]", [1 * x[a], 1 * x[b]], .atLeast(1)) }
  return model
}()

private let feedbackEdges = [
  (0, 1), (1, 2), (2, 3), (2, 7), (3, 8), (4, 0), (5, 4), (6, 4), (7, 5), (7, 6), (7, 8), (8, 9),
  (9, 10), (9, 13), (10, 14), (11, 6), (11, 7), (11, 12), (12, 7), (12, 11), (12, 13), (13, 8), (14, 13),
]

private let feedbackArcs: Model = {
  var model = Model(name: "mfasp")
  let number = (0..<15).map { model.addVariable("number[\($0)]", in: .between(1...15)) }
  for (a, b) in feedbackEdges {
    let dropped = model.addBinary("dropped[\(a),\(b)]", objective: 1)
    model.addConstraint("arc[\(a),\(b)]", [1 * number[b], -1 * number[a], 15 * dropped], .atLeast(1))
  }
  return model
}()

private let feedbackVertices: Model = {
  var model = Model(name: "mfvsp")
  let number = (0..<15).map { model.addVariable("number[\($0)]", in: .between(1...15)) }
  let dropped = number.indices.map { model.addBinary("dropped[\($0)]", objective: 1) }
  for (a, b) in feedbackEdges {
    model.addConstraint(
      "arc[\(a),\(b)]", [1 * number[b], -1 * number[a], 15 * dropped[a], 15 * dropped[b]], .atLeast(1))
  }
  return model
}()

private let maximumCut: Model = {
  let edges = [
    (0, 1), (0, 4), (1, 2), (1, 5), (2, 3), (2, 7), (3, 8), (4, 5), (4, 6), (5, 7), (6, 7), (6, 11),
    (7, 8), (7, 11), (8, 9), (8, 13), (9, 10), (9, 13), (10, 14), (11, 12), (12, 13), (13, 14),
  ]
  var model = Model(name: "maxcut", sense: .maximize)
  let x = (0..<15).map { node in
    model.addBinary("x[\(node)]", objective: Double(edges.count { $0.0 == node || $0.1 == node }))
  }
  for (a, b) in edges {
    let both = model.addBinary("both[\(a),\(b)]", objective: -2)
    model.addConstraint("edge[\(a),\(b)]", [1 * x[a], 1 * x[b], -2 * both], .between(0...1))
  }
  return model
}()

/// As many queens on a board of `size` as threaten no other.
private func queens(_ size: Int) -> Model {
  var model = Model(name: "queens", sense: .maximize)
  let x = (0..<size).map { row in (0..<size).map { model.addBinary("x[\(row),\($0)]", objective: 1) } }
  var lines: [String: [LinearTerm]] = [:]
  for row in 0..<size {
    for column in 0..<size {
      for line in ["row \(row)", "column \(column)", "sum \(row + column)", "difference \(row - column)"] {
        lines[line, default: []].append(1 * x[row][column])
      }
    }
  }
  for (line, terms) in lines.sorted(by: { $0.key < $1.key }) { model.addConstraint(line, terms, .atMost(1)) }
  return model
}

/// The fewest broken clauses when each pigeon wants a hole and no hole takes two: one more pigeon, one clause.
private func pigeonholes(pigeons: Int, holes: Int) -> Model {
  var model = Model(name: "sat")
  let x = (0..<pigeons).map { pigeon in (0..<holes).map { model.addBinary("x[\(pigeon),\($0)]") } }
  func addClause(_ name: String, _ terms: [LinearTerm], _ least: Double) {
    model.addConstraint(name, terms + [1 * model.addBinary("broken " + name, objective: 1)], .atLeast(least))
  }
  for pigeon in 0..<pigeons {
    addClause("pigeon \(pigeon)", x[pigeon].map { 1 * $0 }, 1)
    for other in 0..<pigeon {
      for hole in 0..<holes {
        addClause("hole \(hole) of \(pigeon), \(other)", [-1 * x[pigeon][hole], -1 * x[other][hole]], -1)
      }
    }
  }
  return model
}

/// Distances of Reinelt's ulysses16; its shortest tour has length 6859.
let ulysses16: [[Double]] = [
  [0, 509, 501, 312, 1019, 736, 656, 60, 1039, 726, 2314, 479, 448, 479, 619, 150],
  [509, 0, 126, 474, 1526, 1226, 1133, 532, 1449, 1122, 2789, 958, 941, 978, 1127, 542],
  [501, 126, 0, 541, 1516, 1184, 1084, 536, 1371, 1045, 2728, 913, 904, 946, 1115, 499],
  [312, 474, 541, 0, 1157, 980, 919, 271, 1333, 1029, 2553, 751, 704, 720, 783, 455],
  [1019, 1526, 1516, 1157, 0, 478, 583, 996, 858, 855, 1504, 677, 651, 600, 401, 1033],
  [736, 1226, 1184, 980, 478, 0, 115, 740, 470, 379, 1581, 271, 289, 261, 308, 687],
  [656, 1133, 1084, 919, 583, 115, 0, 667, 455, 288, 1661, 177, 216, 207, 343, 592],
  [60, 532, 536, 271, 996, 740, 667, 0, 1066, 759, 2320, 493, 454, 479, 598, 206],
  [1039, 1449, 1371, 1333, 858, 470, 455, 1066, 0, 328, 1387, 591, 650, 656, 776, 933],
  [726, 1122, 1045, 1029, 855, 379, 288, 759, 328, 0, 1697, 333, 400, 427, 622, 610],
  [2314, 2789, 2728, 2553, 1504, 1581, 1661, 2320, 1387, 1697, 0, 1838, 1868, 1841, 1789, 2248],
  [479, 958, 913, 751, 677, 271, 177, 493, 591, 333, 1838, 0, 68, 105, 336, 417],
  [448, 941, 904, 704, 651, 289, 216, 454, 650, 400, 1868, 68, 0, 52, 287, 406],
  [479, 978, 946, 720, 600, 261, 207, 479, 656, 427, 1841, 105, 52, 0, 237, 449],
  [619, 1127, 1115, 783, 401, 308, 343, 598, 776, 622, 1789, 336, 287, 237, 0, 636],
  [150, 542, 499, 455, 1033, 687, 592, 206, 933, 610, 2248, 417, 406, 449, 636, 0],
]
