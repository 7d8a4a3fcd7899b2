package import ReviewModel

/// A day that differs from Monday to Friday.
package struct CalendarDay: VersionedRecord {
  package var version: Version
  package var date: Day
  package var isWorkday: Bool
}

/// A visit planned.
package struct VisitPlan: VersionedRecord {
  package var version: Version
  package var date: Day
  package var rep: Symbol
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
  package var week: Week
  package var rep: Symbol
  /// What is to be done; blank unless tables ask for it.
  package var item: RecordText
  package var targetAmount: OptionalMoney
  package var due: OptionalDay
  package var isDone: Bool

  /// Whom the plan names.
  package var dimensions: Dimensions { Dimensions(rep: rep) }
}
