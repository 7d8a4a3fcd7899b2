internal import Book
internal import ReviewModel

/// Rows of lead ledgers.
final class LeadMaker: Sendable {
  private let probability: Int
  private let amount: Int
  private let expectedCollection: Int
  private let collected: Int
  private let bidPrice: Int
  private let created: Int
  private let expectedBidOn: Int
  private let wonOn: Int
  private let expectedOrderOn: Int
  private let orderedOn: Int
  private let expectedCollectionOn: Int
  private let closedOn: Int
  private let lastFollowed: Int
  private let source: Int
  private let competitor: Int
  private let lostReason: Int
  private let follows: Int
  private let stage: Int
  private let chance: Int
  private let top: Int
  /// -1 where no table asks for them.
  private let keyFactors: Int
  private let places: DimensionPlaces

  init(_ columns: ColumnPlaces) {
    probability = columns["probability"]
    amount = columns["amount"]
    expectedCollection = columns["expected_collection"]
    collected = columns["collected"]
    bidPrice = columns["bid_price"]
    created = columns["created"]
    expectedBidOn = columns["expected_bid_on"]
    wonOn = columns["won_on"]
    expectedOrderOn = columns["expected_order_on"]
    orderedOn = columns["ordered_on"]
    expectedCollectionOn = columns["expected_collection_on"]
    closedOn = columns["closed_on"]
    lastFollowed = columns["last_followed"]
    source = columns["source"]
    competitor = columns["competitor"]
    lostReason = columns["lost_reason"]
    follows = columns["follows"]
    stage = columns["stage"]
    chance = columns["chance"]
    top = columns["top"]
    keyFactors = columns.making.details.contains(.keyFactors) ? columns["key_factors"] : -1
    places = DimensionPlaces(columns)
  }

  func record(_ values: RowValues, _ version: Version, _ references: inout References) -> LeadRow {
    var row = LeadRow(version: version)
    row.probability = values.value(probability).map { Int32($0) } ?? -1
    row.amount = values.money(amount) ?? .zero
    row.expectedCollectionAsWritten = values.optionalMoney(expectedCollection)
    row.collected = values.money(collected) ?? .zero
    row.bidPrice = values.optionalMoney(bidPrice)
    row.created = values.optionalDay(created)
    row.expectedBidOn = values.optionalDay(expectedBidOn)
    row.wonOn = values.optionalDay(wonOn)
    row.expectedOrderOn = values.optionalDay(expectedOrderOn)
    row.orderedOn = values.optionalDay(orderedOn)
    row.expectedCollectionOn = values.optionalDay(expectedCollectionOn)
    row.closedOn = values.optionalDay(closedOn)
    row.lastFollowed = values.optionalDay(lastFollowed)
    (row.dimensions, row.customerName) = places.read(values, &references)
    row.source = references.symbols.symbol(values.text(source))
    row.competitor = references.symbols.symbol(values.text(competitor))
    row.lostReason = references.symbols.symbol(values.text(lostReason))
    row.follows = values.value(follows) ?? .min
    row.stage = values.code(stage)
    row.chance = values.code(chance)
    row.top = values.code(top)
    if keyFactors >= 0, !row.wonOn.isBlank {
      row.keyFactors = references.symbols.symbol(values.text(keyFactors))
    }
    return row
  }
}
