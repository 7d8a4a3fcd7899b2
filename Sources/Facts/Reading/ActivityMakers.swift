internal import Book
internal import ReviewModel

/// Visits with all that they tell.
final class VisitDetailMaker: RecordMaker {
  private let core: VisitMaker
  private let customerName: Int
  private let purpose: Int
  private let effective: Int
  private let orderAmount: Int
  private let collectionAmount: Int
  private let expense: Int

  init(_ columns: ColumnPlaces) {
    core = VisitMaker(columns)
    customerName = columns["customer"]
    purpose = columns["purpose"]
    effective = columns["effective"]
    orderAmount = columns["order_amount"]
    collectionAmount = columns["collection_amount"]
    expense = columns["expense"]
  }

  func record(_ values: RowValues, _ version: Version, _ references: inout References) -> VisitDetail {
    VisitDetail(
      core: core.record(values, version, &references),
      customerName: references.symbols.symbol(values.text(customerName)), purpose: values.code(purpose),
      isEffective: values.value(effective) == 1, orderAmount: values.money(orderAmount) ?? .zero,
      collectionAmount: values.money(collectionAmount) ?? .zero, expense: values.money(expense) ?? .zero)
  }

  func dimensions(of record: VisitDetail) -> Dimensions { record.core.dimensions }
  func day(of record: VisitDetail) -> Day? { record.core.date }
}

/// Daily reports with all that they tell.
final class ReportDetailMaker: RecordMaker {
  private let core: DailyReportMaker
  private let expense: Int
  private let submittedAt: Int
  private let reviewedBy: Int
  private let reviewedAt: Int
  private let feedback: Int
  private let customerNews: Int
  private let notes: Int
  private let required: [(place: Int, isText: Bool)]
  private let clock: ZoneClock
  private let deadline: Int64
  /// The days of which reports are compared word by word; nil when no table does.
  private let compared: ClosedRange<Day>?

  init(_ columns: ColumnPlaces) {
    core = DailyReportMaker(columns)
    expense = columns["expense"]
    submittedAt = columns["submitted_at"]
    reviewedBy = columns["reviewed_by"]
    reviewedAt = columns["reviewed_at"]
    feedback = columns["feedback"]
    customerNews = columns["customer_news"]
    notes = columns["notes"]
    let making = columns.making
    required = making.configuration.requiredReportFields.map { column in
      let place = columns[column]
      return (place, columns.schema.columns[place].type == .text)
    }
    clock = making.clock
    deadline = Int64(making.configuration.thresholds.reportDeadlineHours) * Instant.hour
    compared = making.details.contains(.reportTexts) ? making.period.daysUnderReview : nil
  }

  func record(_ values: RowValues, _ version: Version, _ references: inout References) -> ReportDetail {
    let core = core.record(values, version, &references)
    let submitted = values.value(submittedAt)
    let begins = clock.instant(ofLocal: Int64(core.date.number) * Instant.day)
    return ReportDetail(
      core: core, submittedAt: OptionalInstant(submitted),
      reviewedAt: OptionalInstant(values.value(reviewedAt)),
      expense: values.money(expense) ?? .zero, submittedOn: OptionalDay(submitted.map { clock.day(of: $0) }),
      filled: filled(values), isOnTime: submitted.map { $0 - begins <= deadline } ?? false,
      isReviewed: !values.text(reviewedBy).isEmpty,
      texts: compared?.contains(core.date) == true ? texts(values, references.texts) : ReportTexts())
  }

  private func filled(_ values: RowValues) -> Int32 {
    var filled: Int32 = 0
    for field in required
    where field.isText ? !values.text(field.place).isEmpty : values.value(field.place) != nil {
      filled += 1
    }
    return filled
  }

  private func texts(_ values: RowValues, _ store: RecordTextStore) -> ReportTexts {
    func kept(_ place: Int) -> RecordText {
      let text = values.text(place)
      // Most short texts have few bytes; of the others the scalars are counted.
      let isLong =
        text.count >= ReportTexts.shortest
        && text.count(where: { $0 & 0xC0 != 0x80 }) >= ReportTexts.shortest
      return isLong ? store.text(text) : .blank
    }
    return ReportTexts(feedback: kept(feedback), customerNews: kept(customerNews), notes: kept(notes))
  }

  func dimensions(of record: ReportDetail) -> Dimensions { record.core.dimensions }
  func day(of record: ReportDetail) -> Day? { record.core.date }
}
