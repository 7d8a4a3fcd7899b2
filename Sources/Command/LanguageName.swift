internal import ArgumentParser
internal import ReviewModel

/// A language on the command line.
struct LanguageName: ExpressibleByArgument {
  let language: Language

  init(_ language: Language) { self.language = language }

  init?(argument: String) {
    guard let language = Language(rawValue: argument) else { return nil }
    self.language = language
  }

  var defaultValueDescription: String { language.rawValue }
  static var allValueStrings: [String] { Language.allCases.map(\.rawValue) }
  static var defaultCompletionKind: CompletionKind { .list(allValueStrings) }
}
