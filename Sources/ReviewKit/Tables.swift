internal import Book
public import ReviewModel
internal import ReviewTables

/// What the tables of a pack are.
public enum Tables {
  /// Every table, in pack order.
  public static var definitions: [TableDefinition] { TableCatalogue.definitions }

  /// What a table needs, in words; nil for nothing.
  public static func needs(of definition: TableDefinition, _ catalogue: Catalogue) -> String? {
    Checklist.needs(of: definition, catalogue)
  }

  /// The table that someone who wrote `id` probably meant.
  public static func nearest(to id: String) -> String? {
    Book.nearest(to: id, among: definitions.map(\.id)).flatMap { $0.isClose ? $0.word : nil }
  }
}
