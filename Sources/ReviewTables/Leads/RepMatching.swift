internal import Facts
internal import ReviewModel

/// Who could take a lead over (docs/metrics.md, section 5, `lead-matching`). A rep to whom a lead has been suggested
/// has one more from then on, so leads are asked for in the order of the table.
struct RepMatching {
  /// What speaks for a rep, in the order in which a table names it.
  struct Suggestion: Sendable {
    let rep: Symbol
    let province: Int
    let industry: Int
    let product: Int
    let grade: Int
    let conversion: Int

    var score: Int { province + industry + product + grade + conversion }

    /// The parts that are not zero: `province+3; grade+2`; nil where all are.
    var reasons: String? {
      let parts = [
        ("province", province), ("industry", industry), ("product", product), ("grade", grade),
        ("conversion", conversion),
      ].filter { $0.1 > 0 }
      return parts.isEmpty ? nil : parts.map { "\($0)+\($1)" }.joined(separator: "; ")
    }
  }

  /// The candidates, present and not idle, by rep_id; what is said of them stands in arrays of their own, since every
  /// lead asks all of them.
  private let reps: [Rep]
  private let grades: [Int]
  private let conversions: [Int]
  private var leads: [Int]
  /// The places of those who can take one more.
  private var open: [Int]
  /// The points of each candidate for leads of a province, an industry, a product; counted when first asked for.
  private var provinces: [Symbol: [Int]] = [:]
  private var industries: [Symbol: [Int]] = [:]
  private var products: [Symbol: [Int]] = [:]
  private let mostLeads: Int

  init(_ review: ReviewContext, idle: Set<Symbol>) {
    mostLeads = review.facts.maxOpenLeads
    reps = review.facts.masters.reps.records.filter { rep in
      rep.isPresent(on: review.period.asOf) && !idle.contains(rep.id)
    }.sorted { review.text($0.id, precedes: $1.id) }
    let known = Self.records(review)
    let records = reps.map { known[GroupKey($0.id)] }
    grades = reps.map { ["A": 3, "B": 2, "C": 1][review.text($0.grade) ?? ""] ?? 0 }
    conversions = records.map { $0.received > 0 ? 4 * $0.won / $0.received : 0 }
    leads = records.map(\.live)
    open = records.indices.filter { [mostLeads] in records[$0].live < mostLeads }
  }

  /// What a rep has: live leads, and leads created in the year to date with those won of them.
  fileprivate struct Record {
    var live = 0
    var received = 0
    var won = 0
  }

  private static func records(_ review: ReviewContext) -> Groups<Record> {
    var records = Groups(Record())
    let days = review.period.yearToDate
    for lead in review.leads where !lead.row.dimensions.rep.isBlank {
      let isReceived = lead.row.created.isIn(days)
      guard isReceived || lead.kind.isLive else { continue }
      records[GroupKey(lead.row.dimensions.rep)].add(lead, isReceived: isReceived)
    }
    return records
  }

  /// The best rep for a lead, who is then taken to have it: by score, then fewer live leads, then rep_id; nil where
  /// nobody can take it.
  mutating func suggest(for lead: LeadView) -> Suggestion? {
    guard !open.isEmpty else { return nil }
    let fact = lead.row.dimensions
    let reps = reps
    let province = Self.points(&provinces, fact.province, reps) { $1.province == $0 ? 3 : 0 }
    let industry = Self.points(&industries, fact.industry, reps) { $1.tags.contains($0) ? 3 : 0 }
    let product = Self.points(&products, fact.product, reps) { $1.tags.contains($0) ? 2 : 0 }
    var best: (place: Int, rank: Int)?
    for place in open {
      let score = province[place] + industry[place] + product[place] + grades[place] + conversions[place]
      // The higher score, of one score the fewer leads; of equals the first by rep_id stays.
      let rank = score << 32 - leads[place]
      if rank > best?.rank ?? .min, reps[place].id != fact.rep { best = (place, rank) }
    }
    guard let place = best?.place else { return nil }
    leads[place] += 1
    if leads[place] == mostLeads { open.removeAll { $0 == place } }
    return Suggestion(
      rep: reps[place].id, province: province[place], industry: industry[place], product: product[place],
      grade: grades[place], conversion: conversions[place])
  }

  /// By candidate what a symbol is worth; a blank is worth nothing to anybody.
  private static func points(
    _ known: inout [Symbol: [Int]], _ symbol: Symbol, _ reps: [Rep], _ worth: (Symbol, Rep) -> Int
  ) -> [Int] {
    if let points = known[symbol] { return points }
    let points = reps.map { symbol.isBlank ? 0 : worth(symbol, $0) }
    known[symbol] = points
    return points
  }
}

extension RepMatching.Record {
  fileprivate mutating func add(_ lead: LeadView, isReceived: Bool) {
    if lead.kind.isLive { live += 1 }
    if isReceived { received += 1 }
    if isReceived, lead.isWon { won += 1 }
  }
}
