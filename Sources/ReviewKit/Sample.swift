internal import Foundation
internal import ReviewModel
internal import SampleBook

/// A synthetic book of any size: the same seed gives the same bytes.
public struct Sample: Sendable {
  private let book: SampleBook

  /// A book of so many leads over so many months.
  public init(leads: Int, seed: UInt64 = 1, months: Int = 18) {
    book = SampleBook(leads: leads, seed: seed, months: months)
  }

  /// Writes the book to a folder that is not there yet or has nothing in it; the paths of its files.
  ///
  /// - Throws: ``RunError``.
  public func write(to folder: String) throws -> [String] {
    let names = try? FileManager.default.contentsOfDirectory(atPath: folder)
    if let name = names?.filter({ !$0.hasPrefix(".") }).min() {
      throw RunError(
        .noOutput, ["\(folder): the folder holds \(name) already (give one that is new, or empty)"])
    }
    do {
      return try book.write(to: folder).map { folder + "/" + $0.name }
    } catch let error as FileError {
      throw RunError(.noOutput, [error.description])
    } catch {
      throw RunError(error)
    }
  }
}
