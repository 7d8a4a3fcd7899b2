internal import Facts
internal import ReviewModel

extension ReviewContext {
  /// Bursts of reports: three or more of a rep's, for different days, submitted within ten minutes.
  var backfilledReports: [Claim] {
    struct Submission {
      let rep: Symbol
      let at: Int64
      let day: Day
      let on: Day?
      let position: Position
    }
    let submissions = reports(in: period.range).compactMap { report in
      report.submittedAt.instant.map {
        Submission(
          rep: report.core.rep, at: $0, day: report.core.date, on: report.submittedOn.day,
          position: report.version.position)
      }
    }.sorted { left, right in
      left.rep == right.rep
        ? (left.at, left.position) < (right.at, right.position) : left.rep.number < right.rep.number
    }
    var claims: [Claim] = []
    var start = 0
    while start < submissions.count {
      let first = submissions[start]
      let end =
        submissions[start...].firstIndex { $0.rep != first.rep || $0.at - first.at > 600 * Instant.second }
        ?? submissions.endIndex
      let days = Set(submissions[start..<end].map(\.day)).count
      if days >= 3 {
        claims.append(
          Claim(
            kind: .backfilled, rep: first.rep, date: first.on, subject: String(days),
            position: first.position))
        start = end
      } else {
        start += 1
      }
    }
    return claims
  }

  /// Texts that a rep's reports of three or more days have word for word, whichever of the three fields they stand in.
  var copiedTexts: [Claim] {
    struct Passage {
      let rep: Symbol
      /// Equal for equal texts.
      let number: Int
      let day: Day
      let text: RecordText
      let position: Position
    }
    var distinct = ByteTable()
    var passages: [Passage] = []
    for report in reports(in: period.range) {
      for text in report.texts.all where !text.isBlank {
        let number = distinct.insert(facts.texts.bytes(text)).index
        passages.append(
          Passage(
            rep: report.core.rep, number: number, day: report.core.date, text: text,
            position: report.version.position))
      }
    }
    passages.sort {
      ($0.rep.number, $0.number, $0.day, $0.position) < ($1.rep.number, $1.number, $1.day, $1.position)
    }
    return passages[...].chunked { $0.rep == $1.rep && $0.number == $1.number }.compactMap { copies in
      let days = copies.chunked { $0.day == $1.day }.count
      guard days >= 3, let first = copies.first, let text = facts.texts[first.text] else { return nil }
      return Claim(
        kind: .copiedText, rep: first.rep, date: first.day,
        subject: String(String.UnicodeScalarView(text.unicodeScalars.prefix(40))), detail: String(days),
        position: first.position)
    }
  }
}

extension ArraySlice {
  /// The runs of elements of which each belongs with the one before it.
  fileprivate func chunked(_ belong: (Element, Element) -> Bool) -> [ArraySlice<Element>] {
    var chunks: [ArraySlice<Element>] = []
    var start = startIndex
    for index in indices.dropFirst() where !belong(self[index - 1], self[index]) {
      chunks.append(self[start..<index])
      start = index
    }
    if start < endIndex { chunks.append(self[start...]) }
    return chunks
  }
}
