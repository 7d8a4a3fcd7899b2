internal import Book
internal import Foundation
public import ReviewModel

/// A book to begin with: a review.yaml that explains itself, and the forms.
public struct StarterBook: Sendable {
  private let language: Language

  /// A starter book in a language.
  public init(language: Language) { self.language = language }

  /// Writes it to a folder, which is made if it is not there; the paths of its files. A review.yaml or a form that is
  /// there already is left as it is, and nothing is written.
  ///
  /// - Throws: ``RunError``.
  public func write(to folder: String) throws -> [String] {
    do {
      var configuration = Configuration(organisation: "")
      configuration.language = language
      let maker = FormMaker(configuration, BookWords())
      let forms = Forms.kinds.map(maker.form)
      let yaml = "review.yaml"
      return try NewFiles.write([yaml] + forms.map(Forms.fileName), to: folder) { staging in
        try Forms.write(forms, maker.catalogue, in: staging)
        let text = Data(Self.text(language))
        guard FileManager.default.createFile(atPath: "\(staging)/\(yaml)", contents: text) else {
          throw RunError(.noOutput, ["\(folder)/\(yaml): the file cannot be written"])
        }
      }
    } catch {
      throw RunError(error)
    }
  }

  /// The commented review.yaml of a language.
  package static func text(_ language: Language) -> [UInt8] {
    switch language {
    case .simplifiedChinese: PackageResources.review_zh_Hans_yaml
    case .traditionalChinese: PackageResources.review_zh_Hant_yaml
    case .english: PackageResources.review_en_yaml
    }
  }
}
