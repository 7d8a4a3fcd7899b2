internal import Book
internal import ReviewModel

/// News from the market, and complaints.
final class EventMaker: RecordMaker {
  private let id: Int
  private let date: Int
  private let kind: Int
  private let severity: Int
  private let summary: Int
  private let status: Int
  private let closedOn: Int
  private let places: DimensionPlaces
  private let keepsTexts: Bool
  private let complaint = Vocabulary.eventKind.code(of: "complaint").map { Int64($0) }
  private let open = Vocabulary.eventStatus.code(of: "open").map { Int64($0) }

  init(_ columns: ColumnPlaces) {
    id = columns["event_id"]
    date = columns["date"]
    kind = columns["kind"]
    severity = columns["severity"]
    summary = columns["summary"]
    status = columns["status"]
    closedOn = columns["closed_on"]
    places = DimensionPlaces(columns)
    keepsTexts = columns.making.details.contains(.events)
  }

  func record(_ values: RowValues, _ version: Version, _ references: inout References) -> Event {
    let (dimensions, _) = places.read(values, &references)
    let status = values.value(status)
    return Event(
      version: version, date: values.day(date) ?? .distantPast,
      id: keepsTexts ? references.texts.text(values.text(id)) : .blank,
      summary: keepsTexts ? references.texts.text(values.text(summary)) : .blank,
      closedOn: values.optionalDay(closedOn), rep: dimensions.rep, customer: dimensions.customer,
      province: dimensions.province, kind: values.code(kind),
      severity: values.value(severity).map { UInt8($0) } ?? 1,
      isOpenAsWritten: status == nil ? values.value(kind) == complaint : status == open)
  }

  func dimensions(of record: Event) -> Dimensions { record.dimensions }
  func day(of record: Event) -> Day? { record.date }
}
