internal import Book
internal import Foundation
internal import PackWriters
public import ReviewModel

/// Blank forms in XLSX, to be filled in by people: put into a book, they are read without configuration.
public struct Forms: Sendable {
  /// What people fill in by hand, in the order in which the forms are written.
  static let kinds: [InputKind] = [.leads, .visitPlans, .dailyReports, .weeklyPlans, .events, .targets]

  private let language: Language?
  private let configuration: String?

  /// Forms in the language of a book, or in another.
  ///
  /// - Parameter configuration: the path of the book's review.yaml: its stages, and the reps, customers and products
  ///   of the files beside it, are in the drop-down lists.
  public init(language: Language? = nil, configuration: String? = nil) {
    self.language = language
    self.configuration = configuration
  }

  /// Writes the forms to a folder, which is made if it is not there; their paths. A file that is there already is
  /// left as it is, and no form is written.
  ///
  /// - Throws: ``RunError``.
  public func write(to folder: String) async throws -> [String] {
    try await RunError.translating {
      let (configuration, words) = try await book()
      let maker = FormMaker(configuration, words)
      let forms = Self.kinds.map(maker.form)
      return try NewFiles.write(forms.map(Self.fileName), to: folder) { staging in
        try Self.write(forms, maker.catalogue, in: staging)
      }
    }
  }

  /// What is known of the book.
  private func book() async throws -> (Configuration, BookWords) {
    guard let path = self.configuration else {
      return (Configuration(organisation: "", language: language), BookWords())
    }
    var options = Run.Options(book: URL(filePath: path).deletingLastPathComponent().path)
    options.configuration = path
    options.language = language
    let configuration = try OpenBook.configuration(options)
    return (configuration, try await BookWords(of: options, configuration))
  }

  /// The name of a form's file.
  static func fileName(of form: Form) -> String { form.fileName + ".xlsx" }

  /// Writes forms to a folder that is there.
  static func write(_ forms: [Form], _ catalogue: Catalogue, in folder: String) throws {
    for form in forms {
      try FormWriter.write(
        form, catalogue: catalogue, created: Day(Date()), to: "\(folder)/\(fileName(of: form))",
        temporaryFolder: folder)
    }
  }
}

extension Configuration {
  fileprivate init(organisation: String, language: Language?) {
    self.init(organisation: organisation)
    if let language { self.language = language }
  }
}

extension Day {
  /// The day in Greenwich, for the date of a file.
  fileprivate init(_ date: Date) {
    self.init(number: Int32((date.timeIntervalSince1970 / 86_400).rounded(.down)))
  }
}
