/// What stands in the folder of a pack, by its name there (docs/outputs.md, section 2). Nothing else does: a folder
/// with more in it is never replaced by a pack.
package enum PackPart: String {
  case workbook = "review.xlsx"
  case deck = "deck.html"
  case data = "review.json"
  /// A folder: a file a table.
  case tables
  case rejects = "rejects.csv"
  case manifest = "manifest.json"
  /// A folder: a pack for each audience.
  case audiences
}
