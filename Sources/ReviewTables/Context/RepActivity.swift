internal import Facts
internal import ReviewModel

/// When each rep of the roster was last heard of (docs/metrics.md, section 6): the latest visit, daily report or
/// last_followed of a lead, up to as-of.
struct RepActivity: Sendable {
  /// By the rep's place in the roster.
  private var latest: [OptionalDay]
  private let asOf: Day
  private let idleDays: Int
  /// Whether the book has anything by which a rep could be heard of.
  private let isKnown: Bool

  /// One pass over visits, reports and leads.
  init(_ review: ReviewContext) {
    let (facts, reps) = (review.facts, review.facts.masters.reps)
    var latest = [OptionalDay](repeating: .blank, count: reps.records.count)
    asOf = review.period.asOf
    idleDays = facts.repIdleDays
    isKnown = !facts.inputs.isDisjoint(with: [.visits, .dailyReports, .leads])
    func note(_ rep: Symbol, _ day: OptionalDay, until asOf: Day) {
      guard day.isOnOrBefore(asOf), let place = reps.index(of: rep), latest[place] < day else { return }
      latest[place] = day
    }
    for visit in facts.visits { note(visit.rep, OptionalDay(visit.date), until: asOf) }
    for report in facts.dailyReports { note(report.rep, OptionalDay(report.date), until: asOf) }
    for lead in review.leads { note(lead.row.dimensions.rep, lead.row.lastFollowed, until: asOf) }
    self.latest = latest
  }

  /// The day on which a rep, by the place in the roster, was last heard of; nil for one who never was.
  func lastDay(_ place: Int) -> Day? { latest[place].day }

  /// Whether a rep of the roster who is present has not been heard of for more than rep-idle-days, and has not joined
  /// since either.
  func isIdle(_ place: Int, _ rep: Rep) -> Bool {
    guard isKnown, rep.isPresent(on: asOf) else { return false }
    return [latest[place].day, rep.joined.day].allSatisfy { day in day.map { asOf - $0 > idleDays } ?? true }
  }
}

extension ReviewContext {
  /// When each rep of the roster was last heard of.
  var repActivity: RepActivity { shared.repActivity { RepActivity(self) } }

  /// The reps of the roster who are idle, by id; who is not present is not idle.
  var idleReps: Set<Symbol> {
    let activity = repActivity
    return Set(
      facts.masters.reps.records.enumerated().lazy.filter { activity.isIdle($0, $1) }.map(\.element.id))
  }
}
