internal import Foundation

/// A word in the quotes of a message.
func quoted(_ word: String) -> String { "\"\(word)\"" }

/// Which of `keys` someone who wrote `word` may have meant.
///
/// - Parameter aliases: other words for a key, which were not meant for this place but say what was meant.
func hint(for word: String, among keys: [String], aliases: [String: String] = [:]) -> String {
  if let key = aliases[word] { return "write \(quoted(key))" }
  guard let near = nearest(to: word, among: keys) else { return "" }
  if near.isClose { return "did you mean \(quoted(near.word))?" }
  return "the nearest is \(quoted(near.word)); there are: \(keys.joined(separator: ", "))"
}

/// The one of `words` that takes the fewest changes of a letter to become `word`, the first of those that tie;
/// whether so few that it was probably meant.
package func nearest(to word: String, among words: [String]) -> (word: String, isClose: Bool)? {
  let wanted = Array(normalisedHeader(word).unicodeScalars)
  var best: (word: String, distance: Int)?
  for candidate in words {
    let distance = editDistance(wanted, Array(normalisedHeader(candidate).unicodeScalars))
    if distance < best?.distance ?? .max { best = (candidate, distance) }
  }
  return best.map { best in
    let length = max(wanted.count, best.word.unicodeScalars.count)
    return (best.word, best.distance <= max(1, length / 3) && best.distance < length)
  }
}

/// Insertions, deletions, substitutions and swaps of neighbours that make one text of the other.
func editDistance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
  // Headers come from files: a cell of 32,767 letters is no near miss and not worth the square of its length.
  guard left.count <= 200, right.count <= 200 else { return max(left.count, right.count) }
  guard !left.isEmpty else { return right.count }
  var beforePrevious: [Int] = []
  var previous = Array(0...right.count)
  for i in left.indices {
    var current = [i + 1]
    for j in right.indices {
      var best = min(previous[j + 1] + 1, current[j] + 1, previous[j] + (left[i] == right[j] ? 0 : 1))
      if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
        best = min(best, beforePrevious[j - 1] + 1)
      }
      current.append(best)
    }
    beforePrevious = previous
    previous = current
  }
  return previous[right.count]
}

/// A header as it is compared: Unicode NFKC, trimmed, in lower case, each run of spaces, hyphens and
/// underscores one `_`.
///
/// White space of any kind counts as space (a header in a spreadsheet may hold a line break), and U+2010 as the
/// hyphen that it is: NFKC makes it of U+2011.
func normalisedHeader(_ header: String) -> String {
  let text = CompatibilityForm.normalised(header)
    .trimmingCharacters(in: .whitespacesAndNewlines).lowercased()
  var result = String.UnicodeScalarView()
  var isInGap = false
  for scalar in text.unicodeScalars {
    let isGap = scalar == "_" || scalar == "-" || scalar == "\u{2010}" || scalar.properties.isWhitespace
    if !isGap {
      result.append(scalar)
    } else if !isInGap {
      result.append("_")
    }
    isInGap = isGap
  }
  return String(result)
}
