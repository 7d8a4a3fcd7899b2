internal import Book
internal import ReviewModel

/// Contracts. They count from the day they were signed, else from the day they start.
final class ContractMaker: RecordMaker {
  private let id: Int
  private let signed: Int
  private let starts: Int
  private let ends: Int
  private let amount: Int
  private let fulfilled: Int
  private let renewedBy: Int
  private let places: DimensionPlaces
  /// Whether a table asks for ids.
  private let keepsIDs: Bool

  init(_ columns: ColumnPlaces) {
    id = columns["contract_id"]
    signed = columns["signed"]
    starts = columns["starts"]
    ends = columns["ends"]
    amount = columns["amount"]
    fulfilled = columns["fulfilled"]
    renewedBy = columns["renewed_by"]
    places = DimensionPlaces(columns)
    keepsIDs = columns.making.details.contains(.contracts)
  }

  func record(_ values: RowValues, _ version: Version, _ references: inout References) -> Contract {
    let (dimensions, name) = places.read(values, &references)
    return Contract(
      version: version, ends: values.day(ends) ?? .distantPast, starts: values.optionalDay(starts),
      signed: values.optionalDay(signed), amount: values.money(amount) ?? .zero,
      fulfilled: values.money(fulfilled) ?? .zero, businessUnit: dimensions.businessUnit,
      rep: dimensions.rep, customer: dimensions.customer, customerName: name,
      id: keepsIDs ? references.texts.text(values.text(id)) : .blank,
      isRenewed: !values.text(renewedBy).isEmpty)
  }

  func dimensions(of record: Contract) -> Dimensions { record.dimensions }
  func day(of record: Contract) -> Day? { record.signed.day ?? record.starts.day }
}
