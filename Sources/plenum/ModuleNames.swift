import ArgumentParser
import Assembly

extension Set<Module> {
  /// The modules that the words of an option name, commas or blanks between them.
  init(named words: String, among choices: [Module]) throws {
    let known = choices.map(\.rawValue)
    let names = words.split(whereSeparator: { ",，;； ".contains($0) }).map(String.init)
    if let unknown = names.first(where: { !known.contains($0) }) ?? (names.isEmpty ? words : nil) {
      throw ValidationError(Wording.unknownModule(unknown, known: known))
    }
    self = Set(names.compactMap(Module.init(rawValue:)))
  }
}
