package import ReviewModel

/// A day that differs from Monday to Friday.
package struct CalendarDay: VersionedRecord {
  package var version: Version
  /// The day that differs.
  package var date: Day
  /// Whether people work on it.
  package var isWorkday: Bool
}

/// A visit planned.
package struct VisitPlan: VersionedRecord {
  package var version: Version
  /// The day of the visit.
  package var date: Day
  /// Who is to visit.
  package var rep: Symbol
  /// Who is to be visited.
  package var customer: Symbol
  /// The position of the word in its vocabulary; 255 for a blank.
  package var purpose: UInt8
  /// Whether someone's name stands under the approval.
  package var isApproved: Bool

  /// Whom the plan names.
  package var dimensions: Dimensions { Dimensions(rep: rep, customer: customer) }
}

/// A line of a weekly plan of work.
package struct WeeklyPlan: VersionedRecord {
  package var version: Version
  /// The ISO week that the line is of.
  package var week: Week
  /// Whose plan it is.
  package var rep: Symbol
  /// What is to be done; blank unless tables ask for it.
  package var item: RecordText
  /// What it is to bring; blank where no amount is set.
  package var targetAmount: OptionalMoney
  /// The day by which it is to be done; a line without one is never overdue.
  package var due: OptionalDay
  /// Whether the row says that it is done; a blank is no.
  package var isDone: Bool

  /// Whom the plan names.
  package var dimensions: Dimensions { Dimensions(rep: rep) }
}
