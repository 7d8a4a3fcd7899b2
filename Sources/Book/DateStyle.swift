internal import Foundation
internal import ReviewModel

/// The date formats in which a column may be written that no built-in form reads.
package struct DateStyle {
  private static let patterns = [
    "M/D/YYYY", "D/M/YYYY", "M-D-YYYY", "D-M-YYYY", "M.D.YYYY", "D.M.YYYY", "M/D/YY", "D/M/YY", "D.M.YY",
    "MMM D, YYYY", "MMMM D, YYYY", "D MMM YYYY", "D MMMM YYYY", "D-MMM-YYYY", "D-MMM-YY", "D MMM, YYYY",
  ]

  private struct Candidate {
    let pattern: String
    let alone: DateReader
    /// With the formats known before it; nil where one of these reads the same text as another day.
    let added: DateReader?
    var fitsAlone = true
    var fitsAdded = true
  }

  /// What becomes of the formats that review.yaml has.
  package enum Advice: Hashable, Sendable {
    /// One of these takes the place of all; more than one where day and month cannot be told apart.
    case instead([String])
    /// One of these joins them.
    case added([String])
    /// No two formats read all: the days stand in different orders.
    case mixed
    /// The texts are no days in any format.
    case none
  }

  private let known: DateReader
  /// Every style, to tell days from what is none.
  private let styles: [DateReader]
  private var candidates: [Candidate]
  private let isMixed: Bool

  /// Looks for what reads texts that are rejected.
  ///
  /// - Parameters:
  ///   - rejected: the texts.
  ///   - formats: those known, which did not read them.
  package init(of rejected: [String], known formats: [DateFormat] = []) {
    let all = Self.patterns.compactMap { pattern -> Candidate? in
      guard let format = try? DateFormat(pattern) else { return nil }
      let contradicts = Self.sample(pattern).map { Self.contradict(format, formats, on: $0) } ?? false
      return Candidate(
        pattern: pattern, alone: DateReader(formats: [format]),
        added: contradicts ? nil : DateReader(formats: formats + [format]))
    }
    self.known = DateReader(formats: formats)
    styles = all.map(\.alone)
    // A day that does not exist is of no style.
    let dates = rejected.filter { text in all.contains { Self.reads(text, $0.alone) } }
    candidates =
      dates.isEmpty
      ? [] : all.filter { candidate in dates.allSatisfy { Self.reads($0, candidate.alone) } }
    isMixed = candidates.isEmpty && !dates.isEmpty
  }

  /// Takes a text into account that the formats are to read too. One that is no day in any of them tells nothing.
  package mutating func note(_ text: String) {
    let isKnown = Self.reads(text, known)
    guard isKnown || styles.contains(where: { Self.reads(text, $0) }) else { return }
    for place in candidates.indices {
      if candidates[place].fitsAlone {
        candidates[place].fitsAlone = Self.reads(text, candidates[place].alone)
      }
      guard candidates[place].fitsAdded, !isKnown else { continue }
      candidates[place].fitsAdded = candidates[place].added.map { Self.reads(text, $0) } ?? false
    }
  }

  /// What to do, when all texts have been noted.
  package var advice: Advice {
    let alone = candidates.filter(\.fitsAlone).map(\.pattern)
    if !alone.isEmpty { return .instead(alone) }
    let added = candidates.filter { $0.added != nil && $0.fitsAdded }.map(\.pattern)
    if !added.isEmpty { return .added(added) }
    return isMixed || !candidates.isEmpty ? .mixed : .none
  }

  /// Whether a text is a day by a built-in form or one of these formats; or, with none given, in any style.
  package static func isDay(_ text: String, formats: [DateFormat]? = nil) -> Bool {
    guard let formats else {
      return patterns.contains { (try? DateFormat($0)).map { isDay(text, formats: [$0]) } ?? false }
    }
    return reads(text, DateReader(formats: formats))
  }

  /// 4 March in a format of digits; names of months cannot be taken for days.
  private static func sample(_ pattern: String) -> String? {
    guard !pattern.contains("MMM") else { return nil }
    return [("YYYY", "2026"), ("YY", "26"), ("M", "03"), ("D", "04")].reduce(pattern) {
      $0.replacingOccurrences(of: $1.0, with: $1.1)
    }
  }

  private static func contradict(_ format: DateFormat, _ others: [DateFormat], on text: String) -> Bool {
    guard !others.isEmpty else { return false }
    let day = day(text, DateReader(formats: [format]))
    return others.contains { other in
      let otherDay = Self.day(text, DateReader(formats: [other]))
      return otherDay != nil && otherDay != day
    }
  }

  private static func reads(_ text: String, _ reader: DateReader) -> Bool { day(text, reader) != nil }

  private static func day(_ text: String, _ reader: DateReader) -> Int64? {
    var text = text
    return text.withUTF8 { bytes in
      let value = reader.date(FieldBytes(bytes))
      return value.isFailure || value.isBlank ? nil : value.raw
    }
  }
}
