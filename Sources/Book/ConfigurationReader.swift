internal import ReviewModel
internal import Yams

/// One value of review.yaml and where it stands.
struct ConfigurationValue {
  /// The way to it: `inputs.leads.columns`, `stages[2]` (counted from 1).
  let path: String
  /// The line of its key, or of the value itself in a list.
  let line: Int?
  let node: Node

  /// Left empty, or `~` or `null`: as good as not said.
  var isNothing: Bool {
    guard case .scalar(let scalar) = node, scalar.style == .plain else { return false }
    return ["", "~", "null", "Null", "NULL"].contains(scalar.string)
  }

  /// Whether it is a map.
  var isMap: Bool { if case .mapping = node { true } else { false } }

  /// What stands there, for a message.
  var found: String {
    switch node {
    case .scalar(let scalar): isNothing ? "nothing" : quoted(scalar.string)
    case .sequence: "a list"
    case .mapping: "a map"
    case .alias: "an alias"
    }
  }
}

/// A member of a map.
struct ConfigurationField {
  let key: String
  let value: ConfigurationValue
}

/// Takes values of review.yaml for what they should be, and collects all that are not.
struct ConfigurationReader {
  /// The name of the file in messages.
  let file: String
  private(set) var problems: [FileError] = []
  /// Texts that are read in the place of cells: whether they can be is known when all of the file has been read.
  var cells: [ConfigurationCell] = []

  init(file: String) { self.file = file }

  mutating func report(_ problem: String, at value: ConfigurationValue, remedy: String) {
    report(problem, line: value.line, path: value.path, remedy: remedy)
  }

  mutating func report(_ problem: String, line: Int?, path: String?, remedy: String) {
    problems.append(
      FileError(
        file: file, line: line, column: path.flatMap { $0.isEmpty ? nil : $0 }, problem: problem,
        remedy: remedy))
  }

  private mutating func reject(_ value: ConfigurationValue, wanted: String, remedy: String) {
    report("\(value.found) is not \(wanted)", at: value, remedy: remedy)
  }

  /// The members of a map in the order written, without those that say nothing.
  mutating func members(of value: ConfigurationValue, example: String) -> [ConfigurationField]? {
    guard case .mapping(let mapping) = value.node else {
      if !value.isNothing { reject(value, wanted: "a map of keys and values", remedy: "write \(example)") }
      return nil
    }
    var fields: [ConfigurationField] = []
    for (key, node) in mapping {
      let line = key.mark?.line ?? value.line
      guard case .scalar(let scalar) = key else {
        let found = ConfigurationValue(path: value.path, line: line, node: key)
        reject(found, wanted: "a key", remedy: "write \(example)")
        continue
      }
      let path = value.path.isEmpty ? scalar.string : "\(value.path).\(scalar.string)"
      fields.append(
        ConfigurationField(
          key: scalar.string, value: ConfigurationValue(path: path, line: line, node: node)))
    }
    return fields
  }

  /// The members of a map whose keys are known, without those that say nothing.
  ///
  /// - Parameters:
  ///   - aliases: other words for a key, which the hint knows to put right.
  ///   - elsewhere: where keys belong that do not belong here.
  mutating func fields(
    of value: ConfigurationValue, keys: [String], called what: String, example: String,
    aliases: [String: String] = [:], elsewhere: [String: String] = [:]
  ) -> [ConfigurationField] {
    (members(of: value, example: example) ?? []).filter { field in
      if keys.contains(field.key) { return !field.value.isNothing }
      report(
        "\(quoted(field.key)) is no \(what)", line: field.value.line, path: value.path,
        remedy: elsewhere[field.key] ?? hint(for: field.key, among: keys, aliases: aliases))
      return false
    }
  }

  /// A list.
  mutating func list(_ value: ConfigurationValue, example: String) -> [ConfigurationValue]? {
    guard case .sequence(let sequence) = value.node else {
      reject(value, wanted: "a list", remedy: "write \(example)")
      return nil
    }
    return sequence.enumerated().map { index, node in
      ConfigurationValue(path: "\(value.path)[\(index + 1)]", line: node.mark?.line ?? value.line, node: node)
    }
  }

  /// A list of texts; nil where any of them is none.
  mutating func texts(_ value: ConfigurationValue, example: String) -> [String]? {
    // One text is meant as a list of one.
    var example = example
    if case .scalar(let scalar) = value.node, !value.isNothing { example = "[\(quoted(scalar.string))]" }
    guard let items = list(value, example: example) else { return nil }
    let texts = items.compactMap { text($0) }
    return texts.count == items.count ? texts : nil
  }

  /// A text, in quotes or without.
  mutating func text(_ value: ConfigurationValue, mayBeEmpty: Bool = false) -> String? {
    guard case .scalar(let scalar) = value.node, !value.isNothing else {
      reject(value, wanted: "a text", remedy: "write one text, in quotes if it contains : # , [ ] { or }")
      return nil
    }
    if scalar.string.isEmpty, !mayBeEmpty {
      report("the text is empty", at: value, remedy: "write the text, or leave the key out")
      return nil
    }
    return scalar.string
  }

  /// One of a few words.
  ///
  /// - Parameter aliases: by what people write in its place, in lower case.
  mutating func word(
    _ value: ConfigurationValue, among words: [String], aliases: [String: String] = [:]
  ) -> String? {
    if case .scalar(let scalar) = value.node, words.contains(scalar.string) { return scalar.string }
    reject(
      value, wanted: "one of \(words.joined(separator: ", "))", remedy: nearestWord(value, words, aliases))
    return nil
  }

  private func nearestWord(
    _ value: ConfigurationValue, _ words: [String], _ aliases: [String: String]
  ) -> String {
    if case .scalar(let scalar) = value.node, let word = aliases[scalar.string.lowercased()] {
      return "write \(word)"
    }
    guard case .scalar(let scalar) = value.node, !value.isNothing,
      let near = nearest(to: scalar.string, among: words), near.isClose
    else { return "write \(words.first ?? "")" }
    return "did you mean \(quoted(near.word))?"
  }

  /// A whole number in digits and without quotes.
  mutating func wholeNumber(
    _ value: ConfigurationValue, in range: ClosedRange<Int>, example: Int
  ) -> Int? {
    if case .scalar(let scalar) = value.node, scalar.style == .plain, let number = Int(scalar.string),
      range.contains(number)
    {
      return number
    }
    reject(
      value, wanted: "a whole number from \(range.lowerBound) to \(range.upperBound)",
      remedy: "write digits without quotes, such as \(example)")
    return nil
  }

  /// A number from 0 to 1, in millionths: read from its digits, never through binary floating point.
  mutating func probability(_ value: ConfigurationValue) -> Int32? {
    if case .scalar(let scalar) = value.node, scalar.style == .plain,
      let millionths = millionths(scalar.string), millionths <= 1_000_000
    {
      return millionths
    }
    reject(
      value, wanted: "a number from 0 to 1 with at most six decimals",
      remedy: "write 25% as 0.25, without quotes")
    return nil
  }

  /// Unsigned decimal digits in millionths; nil for anything else, and for more than six decimals.
  private func millionths(_ text: String) -> Int32? {
    let parts = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard parts.count <= 2, text.utf8.count > parts.count - 1 else { return nil }
    let fraction = parts.count == 2 ? Array(parts[1]) : []
    let isZero = { (digit: UInt8) in digit == UInt8(ascii: "0") }
    guard fraction.dropFirst(6).allSatisfy(isZero) else { return nil }
    var value: Int32 = 0
    let zeros = repeatElement(UInt8(ascii: "0"), count: max(0, 6 - fraction.count))
    for digit in parts[0].drop(while: isZero) + fraction.prefix(6) + zeros {
      guard digit >= UInt8(ascii: "0"), digit <= UInt8(ascii: "9"), value <= 1_000_000 else { return nil }
      value = value * 10 + Int32(digit - UInt8(ascii: "0"))
    }
    return value
  }
}
