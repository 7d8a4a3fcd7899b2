internal import ReviewModel
internal import SampleBook

/// A synthetic book of any size: the same seed gives the same bytes.
public struct Sample: Sendable {
  private let book: SampleBook

  /// A book of so many leads over so many months.
  public init(leads: Int, seed: UInt64 = 1, months: Int = 18) {
    book = SampleBook(leads: leads, seed: seed, months: months)
  }

  /// Writes the book to a folder; the paths of its files.
  ///
  /// - Throws: ``RunError``.
  public func write(to folder: String) throws -> [String] {
    do {
      return try book.write(to: folder).map { folder + "/" + $0.name }
    } catch let error as FileError {
      throw RunError(.noOutput, [error.description])
    } catch {
      throw RunError(error)
    }
  }
}
