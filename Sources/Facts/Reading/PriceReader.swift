internal import Book
internal import ReviewModel

/// Finds the orders of the year to date that were sold below the floor price of their product.
///
/// Products are read before orders, so that the ids and prices of all other orders need not be kept.
struct PriceReader: Sendable {
  private let order: Int
  private let line: Int
  private let unitPrice: Int
  private let quantity: Int
  private let days: ClosedRange<Day>
  private let prices: SharedList<OrderPrice>

  /// nil for kinds without prices, and where no table asks for them.
  init?(_ columns: ColumnPlaces) {
    guard columns.making.details.contains(.prices), let unitPrice = columns.ifAny("unit_price") else {
      return nil
    }
    self.unitPrice = unitPrice
    order = columns["order_id"]
    line = columns["line"]
    quantity = columns["quantity"]
    days = columns.making.period.yearToDate
    prices = columns.making.prices
  }

  /// The place of an order's price in the list, from 1; 0 where it is not below the floor.
  func place(of actual: Actual, _ values: RowValues, _ references: borrowing References) -> UInt32 {
    guard let price = values.money(unitPrice), days.contains(actual.date),
      let floor = references.masters.products[actual.dimensions.product]?.floorPrice.money, price < floor
    else { return 0 }
    return prices.append(
      OrderPrice(
        order: references.texts.text(values.text(order)), line: references.texts.text(values.text(line)),
        unitPrice: price, floorPrice: floor, quantity: values.value(quantity) ?? 1_000_000))
  }
}
