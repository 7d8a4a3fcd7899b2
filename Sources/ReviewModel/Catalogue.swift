/// What outputs say in one language: titles, labels, words and sentences from the string catalogues.
///
/// A catalogue is a text of lines `key = value`; blank lines and lines that begin with `#` say nothing. Keys:
/// `table.TABLE` a title; `about.TABLE` one line on what a table says; `column.TABLE.COLUMN`, else
/// `column.COLUMN`, a label; `formula.TABLE.COLUMN` how a column comes about; `word.VOCABULARY.WORD` a word of a
/// closed set; `section.SECTION`; `kind.INPUT`; `text.KEY` a sentence, with `{0}`, `{1}` … where arguments go.
public struct Catalogue: Sendable {
  /// The language that it says everything in.
  public let language: Language
  private let values: [String: String]

  /// The catalogue of a language.
  public init(_ language: Language) {
    self.init(language, text: Self.source(language))
  }

  init(_ language: Language, text: [UInt8]) {
    self.language = language
    var values: [String: String] = [:]
    for line in text.split(separator: UInt8(ascii: "\n")) where line.first != UInt8(ascii: "#") {
      guard let equals = line.firstIndex(of: UInt8(ascii: "=")) else { continue }
      values[Self.trimmed(line[..<equals])] = Self.trimmed(line[(equals + 1)...])
    }
    self.values = values
  }

  /// A table's title.
  public func title(of table: String) -> String { values["table.\(table)"] ?? table }

  /// One line on what a table says.
  public func about(_ table: String) -> String { values["about.\(table)"] ?? "" }

  /// A column's label in a table.
  public func label(of column: String, in table: String) -> String {
    values["column.\(table).\(column)"] ?? values["column.\(column)"] ?? column
  }

  /// How a column of a table comes about, where that is not seen from the columns beside it; nil where nothing is to
  /// be said.
  public func formula(of column: String, in table: String) -> String? {
    values["formula.\(table).\(column)"]
  }

  /// A word of a closed set, or the word itself where the catalogue does not know it.
  public func word(_ word: String, in vocabulary: String) -> String {
    values["word.\(vocabulary).\(word)"] ?? word
  }

  /// A section's name.
  public func name(of section: Section) -> String {
    values["section.\(section.rawValue)"] ?? section.rawValue
  }

  /// An input kind's name.
  public func name(of kind: InputKind) -> String { values["kind.\(kind.rawValue)"] ?? kind.rawValue }

  /// A currency's word, or its code where the catalogue does not know it.
  public func currency(_ code: String) -> String { values["text.currency.\(code)"] ?? code }

  /// A sentence, with its arguments put in.
  public func text(_ key: String, _ arguments: String...) -> String { sentence(key).with(arguments) }

  /// A sentence to be said many times, each time with other arguments.
  public func sentence(_ key: String) -> Sentence { sentence(ifAny: key) ?? Sentence(key) }

  /// A sentence that not every matter has; nil where the catalogue has none of the key.
  public func sentence(ifAny key: String) -> Sentence? { values["text.\(key)"].map(Sentence.init) }

  /// The keys that the catalogue has: all catalogues have the same.
  package var keys: Set<String> { Set(values.keys) }

  private static func source(_ language: Language) -> [UInt8] {
    switch language {
    case .simplifiedChinese: PackageResources.zh_Hans_catalogue
    case .traditionalChinese: PackageResources.zh_Hant_catalogue
    case .english: PackageResources.en_catalogue
    }
  }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> String {
    let space = UInt8(ascii: " ")
    let end = bytes.lastIndex { $0 != space && $0 != UInt8(ascii: "\r") }
    guard let start = bytes.firstIndex(where: { $0 != space }), let end, start <= end else { return "" }
    return String(decoding: bytes[start...end], as: UTF8.self)
  }
}
