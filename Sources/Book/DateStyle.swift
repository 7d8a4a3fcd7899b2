/// The date formats in which a column may be written that no built-in form reads.
package enum DateStyle {
  private static let patterns = [
    "M/D/YYYY", "D/M/YYYY", "M-D-YYYY", "D-M-YYYY", "M.D.YYYY", "D.M.YYYY", "M/D/YY", "D/M/YY", "D.M.YY",
    "MMM D, YYYY", "MMMM D, YYYY", "D MMM YYYY", "D MMMM YYYY", "D-MMM-YYYY", "D-MMM-YY", "D MMM, YYYY",
  ]

  /// The formats that all of the texts fit, the likeliest first; more than one where day and month cannot be told
  /// apart.
  package static func formats(of texts: [String]) -> [String] {
    guard !texts.isEmpty else { return [] }
    return patterns.filter { pattern in
      guard let format = try? DateFormat(pattern) else { return false }
      let reader = DateReader(formats: [format])
      return texts.allSatisfy { text in
        var text = text
        return text.withUTF8 { bytes in
          let value = reader.date(FieldBytes(bytes))
          return !value.isFailure && !value.isBlank
        }
      }
    }
  }
}
