internal import ReviewModel

/// What a person should know though no row is wrong: said in English by `run`, on standard error, and in the book's
/// language by `check`.
struct Remark: Hashable, Sendable {
  /// What stands in a sentence.
  enum Argument: Hashable, Sendable {
    case text(String)
    case number(Int)
    case kinds([InputKind])
    /// A part of the sentence that is a sentence of its own.
    case sentence(String, [Argument])
  }

  /// The file, or files, or folder that it is about; nil where it is about the whole run.
  var file: String?
  var line: Int?
  /// `remark.KEY` in the catalogues says what is the matter, `remark.KEY.remedy` what would be right.
  let key: String
  var arguments: [Argument] = []

  /// `FILE:LINE: what is the matter (what would be right)`.
  func text(_ catalogue: Catalogue) -> String {
    let words = arguments.map { Self.words($0, catalogue) }
    let place = file.map { $0 + (line.map { ":\($0)" } ?? "") + ": " } ?? ""
    let remedy = catalogue.sentence("remark.\(key).remedy").with(words)
    let problem = catalogue.sentence("remark.\(key)").with(words)
    return place + catalogue.text("remark.remedy", problem, remedy)
  }

  static func words(_ argument: Argument, _ catalogue: Catalogue) -> String {
    switch argument {
    case .text(let text): text
    case .number(let number): String(number)
    case .kinds(let kinds): kinds.map(catalogue.kindForPeople).joined(separator: ", ")
    case .sentence(let key, let arguments):
      catalogue.sentence(key).with(arguments.map { words($0, catalogue) })
    }
  }
}

extension [Remark] {
  /// As many of one matter are said one by one.
  private static let most = 5

  /// For a run's few lines: of one matter the first, and how many more there are.
  ///
  /// - Parameter book: of which `check` lists all.
  func condensed(book: String) -> [Remark] {
    var counts: [String: Int] = [:]
    for remark in self { counts[remark.key, default: 0] += 1 }
    var said: [String: Int] = [:]
    return flatMap { remark -> [Remark] in
      let place = said[remark.key, default: 0]
      said[remark.key] = place + 1
      if place < Self.most { return [remark] }
      guard place == Self.most else { return [] }
      let more = (counts[remark.key] ?? 0) - Self.most
      return [Remark(key: "more", arguments: [.number(more), .text(book)])]
    }
  }
}

extension Catalogue {
  /// A kind by the word that file names and review.yaml have, and what people call it.
  func kindForPeople(_ kind: InputKind) -> String {
    language == .english ? kind.rawValue : "\(kind.rawValue)（\(name(of: kind))）"
  }
}
