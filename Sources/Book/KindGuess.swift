internal import Foundation
package import ReviewModel

/// What a file that is of no kind looks like: for advice to people, never for reading.
package enum KindGuess {
  /// The kind that a file's headers fit, else the one whose name is part of the file's.
  ///
  /// Headers fit a kind when it has all its required columns and one more, or lacks one of them and has three others.
  /// Of several the one with most columns is meant, else the one that the file's name tells.
  package static func kind(headers: [String], path: String) -> InputKind? {
    let named = kinds(within: path)
    let headers = Set(headers.map(normalisedHeader)).subtracting([""])
    let fits = InputKind.allCases.compactMap { kind -> (kind: InputKind, isWhole: Bool, columns: Int)? in
      let columns = KindSchema.of(kind).columns
      let found = columns.filter { column in
        ([column.id] + column.aliases).contains { headers.contains(normalisedHeader($0)) }
      }
      let missing = columns.count(where: \.isRequired) - found.count(where: \.isRequired)
      let isWhole = missing == 0 && found.count > 1
      return isWhole || (missing == 1 && found.count > 2) ? (kind, isWhole, found.count) : nil
    }
    let whole = fits.filter(\.isWhole)
    let candidates = whole.isEmpty ? fits : whole
    let most = candidates.map(\.columns).max() ?? 0
    let best = candidates.filter { $0.columns == most }.map(\.kind)
    if let told = best.first(where: named.contains) { return told }
    // Several that lack a column are a guess too many.
    if let only = best.first, best.count == 1 || !whole.isEmpty { return only }
    return named.first
  }

  /// The kinds of whose names one is part of a file's name, the longest name first.
  private static func kinds(within path: String) -> [InputKind] {
    let stem = normalisedHeader(String(FileName(path).stem))
    let names = InputKind.allCases.flatMap { kind in
      // "report" is no "rep".
      let singular = [String(kind.rawValue.dropLast())].filter {
        $0.count > 3 && kind.rawValue.hasSuffix("s")
      }
      return ([kind.rawValue] + singular + KindSchema.of(kind).otherNames).map {
        (normalisedHeader($0), kind)
      }
    }
    return names.filter { stem.contains($0.0) }.sorted {
      $0.0.unicodeScalars.count > $1.0.unicodeScalars.count
    }.map(\.1)
  }
}
