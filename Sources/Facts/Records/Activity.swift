package import ReviewModel

/// What a rep did on a day, as every run keeps it.
package protocol Activity: VersionedRecord {
  var date: Day { get }
  var dimensions: Dimensions { get }
}

extension Visit: Activity {}
extension DailyReport: Activity {}

/// An activity with all that its row tells: for the tables that ask for it.
package protocol ActivityDetail: VersionedRecord {
  associatedtype Core: Activity
  var core: Core { get }
}

extension ActivityDetail {
  package var version: Version { core.version }
}

/// A visit with all that tables read of it. Amounts left out are zero.
package struct VisitDetail: ActivityDetail {
  /// What every run keeps of it.
  package var core: Visit
  /// What the visit calls its customer.
  package var customerName: Symbol
  /// The position of the word in its vocabulary; 255 for a blank.
  package var purpose: UInt8
  /// Whether the row says that it was; a blank is no.
  package var isEffective: Bool
  /// Ordered on the visit.
  package var orderAmount: Money
  /// Collected on the visit.
  package var collectionAmount: Money
  /// Spent on the visit.
  package var expense: Money
}

/// A daily report with all that tables read of it. Amounts left out are zero.
package struct ReportDetail: ActivityDetail {
  /// What every run keeps of it.
  package var core: DailyReport
  /// When it was handed in; blank where it does not say, which is not on time.
  package var submittedAt: OptionalInstant
  /// When it was reviewed; blank where it does not say.
  package var reviewedAt: OptionalInstant
  /// Spent on the day.
  package var expense: Money
  /// The day of the submission by the book's clock.
  package var submittedOn: OptionalDay
  /// How many of the fields that a report must fill in are not blank.
  package var filled: Int32
  /// Submitted within the hours that a report has, from when its day begins.
  package var isOnTime: Bool
  /// Whether someone's name stands under the review.
  package var isReviewed: Bool
  /// What the rep writes.
  package var texts: ReportTexts
}

/// What a rep writes in a report's own words; blank unless tables ask for it, and where it is too short to tell a copy.
package struct ReportTexts: Sendable {
  /// What customers say.
  package var feedback = RecordText.blank
  /// What customers do.
  package var customerNews = RecordText.blank
  /// What the rep has learnt.
  package var notes = RecordText.blank

  /// How many scalars a text must have that is no copy by chance.
  package static let shortest = 10

  /// Each of them, in the order of the columns.
  package var all: [RecordText] { [feedback, customerNews, notes] }
}
