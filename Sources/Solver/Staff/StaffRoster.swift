import IntegerProgramming

/// Who has which slots, and what it counts.
struct StaffRoster {
  /// The slots of each person.
  private(set) var slotsOfPerson: [[Int]]
  /// How many people each slot lacks.
  private(set) var missing: [Int]
  private(set) var loads: [Int]
  private let problem: StaffProblem

  /// Passes over all posts at most.
  private static let mostPasses = 200

  init(_ problem: StaffProblem) {
    self.problem = problem
    slotsOfPerson = problem.people.map { _ in [] }
    missing = problem.slots.map(\.need)
    loads = problem.people.map { _ in 0 }
  }

  /// Sum of all terms.
  var objective: Int {
    var sum = problem.costOfMoves + problem.weightWithout * missing.reduce(0, +)
    for (person, slots) in slotsOfPerson.enumerated() { sum += problem.cost(of: person, slots) }
    return sum
  }

  // MARK: Steps

  mutating func add(_ slot: Int, to person: Int) {
    slotsOfPerson[person].append(slot)
    missing[slot] -= 1
    loads[person] += problem.slots[slot].work
  }

  mutating func remove(_ slot: Int, from person: Int) {
    slotsOfPerson[person].removeAll { $0 == slot }
    missing[slot] += 1
    loads[person] -= problem.slots[slot].work
  }

  /// Whether somebody can take a slot beside their others.
  func fits(_ slot: Int, _ person: Int, without other: Int = -1) -> Bool {
    problem.costs[person][slot] != nil
      && slotsOfPerson[person].allSatisfy { $0 == other || !problem.clash[$0][slot] }
  }

  /// What it counts that somebody's load changes.
  private func change(_ person: Int, by work: Int) -> Int {
    problem.weightOfLoad * work * (2 * loads[person] + work)
  }

  /// What a slot counts for somebody beside their others, but for the load. Called for every trial: as a call of its own it would copy
  /// the whole roster each time.
  @inline(__always)
  private func cost(of slot: Int, _ person: Int, without other: Int = -1) -> Int {
    let cost = problem.costs[person][slot] ?? 0
    guard problem.slots[slot].isFloor else { return cost }
    let heaps = slotsOfPerson[person].count { $0 != other && problem.isHeap[slot][$0] }
    return cost + problem.weightOfFloors * heaps
  }

  // MARK: Filling

  /// Fills the slots that lack people, those that fewest can take first.
  mutating func fill() {
    let order = problem.slots.indices.sorted { one, other in
      let (first, second) = (problem.slots[one], problem.slots[other])
      return (first.candidates.count - first.need, -first.work, one)
        < (second.candidates.count - second.need, -second.work, other)
    }
    for slot in order {
      while missing[slot] > 0 {
        let work = problem.slots[slot].work
        let best = problem.slots[slot].candidates.filter { fits(slot, $0) }.min { one, other in
          let first = change(one, by: work) + cost(of: slot, one)
          let second = change(other, by: work) + cost(of: slot, other)
          return first == second ? one < other : first < second
        }
        guard let best, change(best, by: work) + cost(of: slot, best) < problem.weightWithout else { break }
        add(slot, to: best)
      }
    }
    for slot in order { while missing[slot] > 0, pushInto(slot) {} }
  }

  /// Finds somebody for a slot along a chain: who takes it leaves another slot, which somebody else takes.
  private mutating func pushInto(_ slot: Int) -> Bool {
    var parents: [Int: (slot: Int, person: Int)] = [:]
    var queue = [slot]
    var next = 0
    while next < queue.count, queue.count < 2_000 {
      let wanted = queue[next]
      next += 1
      for person in problem.slots[wanted].candidates {
        let inTheWay = slotsOfPerson[person].filter { problem.clash[$0][wanted] }
        if inTheWay.isEmpty {
          if follow(parents, from: wanted, endingWith: person, start: slot) { return true }
        } else if inTheWay.count == 1, inTheWay[0] != slot, parents[inTheWay[0]] == nil,
          problem.slots[inTheWay[0]].due != problem.slots[wanted].due
        {
          parents[inTheWay[0]] = (wanted, person)
          queue.append(inTheWay[0])
        }
      }
    }
    return false
  }

  /// Makes the steps of a chain from its end, unless somebody is in it twice and cannot be.
  private mutating func follow(
    _ parents: [Int: (slot: Int, person: Int)], from last: Int, endingWith person: Int, start: Int
  ) -> Bool {
    var trial = self
    var (slot, taker) = (last, person)
    while true {
      guard trial.fits(slot, taker) else { return false }
      guard slot != start, let parent = parents[slot] else {
        trial.add(slot, to: taker)
        guard trial.objective < objective else { return false }
        self = trial
        return true
      }
      guard trial.slotsOfPerson[parent.person].contains(slot) else { return false }
      trial.remove(slot, from: parent.person)
      trial.add(slot, to: taker)
      (slot, taker) = (parent.slot, parent.person)
    }
  }

  // MARK: Bettering

  /// Lets posts change hands, and exchanges them, as long as that counts less.
  mutating func better(_ interruption: Interruption?) {
    fill()
    for _ in 0..<Self.mostPasses where interruption?.isInterrupted != true {
      if !pass() { return }
    }
  }

  /// - Returns: whether anything got better.
  private mutating func pass() -> Bool {
    var isBetter = false
    for giver in problem.people.indices {
      for slot in slotsOfPerson[giver] where slotsOfPerson[giver].contains(slot) {
        if leave(slot, by: giver) || handOver(slot, from: giver) || exchange(slot, of: giver) {
          isBetter = true
        }
      }
    }
    return isBetter
  }

  /// Lets a slot lack somebody where that counts less than who has it.
  private mutating func leave(_ slot: Int, by giver: Int) -> Bool {
    let saved = change(giver, by: -problem.slots[slot].work) - cost(of: slot, giver)
    guard saved + problem.weightWithout < 0 else { return false }
    remove(slot, from: giver)
    return true
  }

  private mutating func handOver(_ slot: Int, from giver: Int) -> Bool {
    let work = problem.slots[slot].work
    let saved = change(giver, by: -work) - cost(of: slot, giver)
    var best: (cost: Int, person: Int)?
    for taker in problem.slots[slot].candidates where taker != giver {
      let cost = saved + change(taker, by: work) + cost(of: slot, taker)
      if cost < best?.cost ?? 0, fits(slot, taker) { best = (cost, taker) }
    }
    guard let best else { return false }
    remove(slot, from: giver)
    add(slot, to: best.person)
    return true
  }

  private mutating func exchange(_ slot: Int, of giver: Int) -> Bool {
    let work = problem.slots[slot].work
    var best: (cost: Int, person: Int, other: Int)?
    for taker in problem.slots[slot].candidates where taker != giver {
      let inTheWay = slotsOfPerson[taker].filter { problem.clash[$0][slot] }
      guard inTheWay.count < 2 else { continue }
      for other in inTheWay.isEmpty ? slotsOfPerson[taker] : inTheWay {
        guard problem.costs[giver][other] != nil else { continue }
        let difference = problem.slots[other].work - work
        let total =
          change(giver, by: difference) + change(taker, by: -difference)
          + cost(of: other, giver, without: slot) - cost(of: slot, giver)
          + cost(of: slot, taker, without: other) - cost(of: other, taker)
        if total < best?.cost ?? 0, fits(other, giver, without: slot), fits(slot, taker, without: other) {
          best = (total, taker, other)
        }
      }
    }
    guard let best else { return false }
    remove(slot, from: giver)
    remove(best.other, from: best.person)
    add(slot, to: best.person)
    add(best.other, to: giver)
    return true
  }
}
