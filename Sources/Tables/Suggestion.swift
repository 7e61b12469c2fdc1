/// The word that was probably meant by a misspelt one: did you mean …?
///
/// A word a third or less of whose letters differ comes first (the fewest differences win), then one that begins
/// with or is the beginning of the other, then one that contains the other. Headers are compared as `foldHeader`
/// folds them; of equal candidates the one listed first wins.
///
///     suggestion(for: "gruop", among: ["name", "group"])  // "group"
///     suggestion(for: "姓名（必填）", among: ["姓名", "编号"])  // "姓名"
///
/// - Returns: one of `candidates` as it is written there, or nil when none is close.
/// - Complexity: O(*k* · *m*) for *k* candidates of *m* letters: words longer than any header are not compared
///   letter by letter.
public func suggestion(for word: String, among candidates: [String]) -> String? {
  let misspelt = Array(foldHeader(word))
  guard !misspelt.isEmpty else { return nil }

  var best: (candidate: String, distance: Int)?
  for candidate in candidates {
    guard let distance = dissimilarity(misspelt, Array(foldHeader(candidate))),
      distance < best?.distance ?? .max, !areOpposites(word, candidate)
    else { continue }
    best = (candidate, distance)
  }
  return best?.candidate
}

/// Whether two words that look alike say the contrary of one another: 合住 and 不住, 左区 and 右区.
private func areOpposites(_ one: String, _ other: String) -> Bool {
  let negations: Set<Character> = ["不", "无", "非", "没", "未"]
  if one.contains(where: negations.contains) != other.contains(where: negations.contains) { return true }
  let pairs = [
    ("左", "右"), ("东", "西"), ("南", "北"), ("上", "下"), ("前", "后"), ("男", "女"), ("入", "离"), ("到", "离"),
    ("到", "返"),
    ("接", "送"), ("起", "止"), ("早", "晚"), ("first", "last"), ("from", "to"), ("left", "right"),
  ]
  return pairs.contains { left, right in
    (one.contains(left) && one.replacing(left, with: right) == other)
      || (one.contains(right) && one.replacing(right, with: left) == other)
  }
}

private let longestComparedWord = 64

/// How unlike two words are; nil when neither would be taken for the other.
private func dissimilarity(_ one: [Character], _ other: [Character]) -> Int? {
  let (short, long) = one.count <= other.count ? (one, other) : (other, one)
  let tolerated = min((long.count + 1) / 3, 3)
  if long.count - short.count <= tolerated && long.count <= longestComparedWord {
    let distance = editDistance(short, long)
    if distance <= tolerated && distance < long.count { return distance }
  }
  guard short.count >= 2 else { return nil }
  let (beginning, inside) = (1_000, 1_000_000)
  if long.starts(with: short) { return beginning + min(long.count - short.count, beginning) }
  if String(long).contains(String(short)) { return inside + min(long.count - short.count, inside) }
  return nil
}

/// The least number of letters to insert, delete, replace, or swap with their neighbour (Damerau's restricted
/// edit distance, doi:10.1145/363958.363994).
private func editDistance(_ one: [Character], _ other: [Character]) -> Int {
  var beforeLast: [Int] = []
  var last = Array(0...other.count)
  for i in one.indices {
    var current = [i + 1]
    current.reserveCapacity(other.count + 1)
    for j in other.indices {
      var distance = min(last[j] + (one[i] == other[j] ? 0 : 1), last[j + 1] + 1, current[j] + 1)
      if i > 0, j > 0, one[i] == other[j - 1], one[i - 1] == other[j] {
        distance = min(distance, beforeLast[j - 1] + 1)
      }
      current.append(distance)
    }
    (beforeLast, last) = (last, current)
  }
  return last[other.count]
}
