package import ReviewModel

/// News from the market, or a complaint.
package struct Event: VersionedRecord {
  package var version: Version
  /// The day of the event.
  package var date: Day
  /// Blank unless tables ask for it, as is the summary.
  package var id: RecordText
  /// What happened.
  package var summary: RecordText
  /// When it was answered; blank where the row does not say.
  package var closedOn: OptionalDay
  /// The rep who told; may be blank.
  package var rep: Symbol
  /// The customer whom it is about; may be blank.
  package var customer: Symbol
  /// The own, else the rep's, else the customer's.
  package var province: Symbol
  /// The position of the word in its vocabulary.
  package var kind: UInt8
  /// 1 … 3; 3 is worst.
  package var severity: UInt8
  /// As the row says; where it says nothing, complaints are open and other events closed.
  package var isOpenAsWritten: Bool

  /// Whom the event names.
  package var dimensions: Dimensions { Dimensions(rep: rep, customer: customer) }

  /// Whether it still waited for an answer on a day, by what is known of it now.
  package func isOpen(on day: Day) -> Bool { isOpenAsWritten || closedOn.isAfter(day) }
}
