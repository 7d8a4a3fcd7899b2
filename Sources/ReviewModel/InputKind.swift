/// The kinds of input that a book may hold, in the order of docs/inputs.md, section 1.
public enum InputKind: String, CaseIterable, Hashable, Sendable {
  case reps
  case customers
  case products
  case calendar
  case targets
  case commitments
  case leads
  case dailyReports = "daily-reports"
  case visits
  case visitPlans = "visit-plans"
  case weeklyPlans = "weekly-plans"
  case orders
  case collections
  case receivables
  case contracts
  case events
}
