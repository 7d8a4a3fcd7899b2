internal import ReviewModel

extension Configuration {
  static func audiences(
    _ value: ConfigurationValue, with reader: inout ConfigurationReader
  ) -> [Audience]? {
    let example = "{id: shandong, where: {province: [山东]}}"
    guard let items = reader.list(value, example: "[\(example)]") else { return nil }
    var audiences: [Audience] = []
    for item in items {
      guard let audience = audience(item, example: example, with: &reader) else { continue }
      // Folders of one name are one folder where the file system ignores case.
      if audiences.contains(where: { normalisedHeader($0.id) == normalisedHeader(audience.id) }) {
        reader.report(
          "a second audience is called \(quoted(audience.id))", at: item,
          remedy: "give every audience an id of its own")
      }
      audiences.append(audience)
    }
    return audiences
  }

  private static func audience(
    _ item: ConfigurationValue, example: String, with reader: inout ConfigurationReader
  ) -> Audience? {
    let fields = reader.fields(
      of: item, keys: ["id", "tables", "formats", "where", "language"], called: "key of an audience",
      example: example)
    guard item.isMap else {
      if item.isNothing { reader.report("the audience says nothing", at: item, remedy: "write \(example)") }
      return nil
    }
    var audience = Audience(id: "")
    for field in fields {
      let value = field.value
      switch field.key {
      case "id": audience.id = folderName(value, with: &reader) ?? ""
      case "tables": audience.tables = reader.texts(value, example: "[receivables, renewals]")
      case "formats":
        audience.formats = reader.list(value, example: "[xlsx]")?.compactMap {
          reader.word($0, among: ["xlsx", "html", "json", "csv"])
        }
      case "where": audience.filters = filters(value, with: &reader)
      default:
        let words = Language.allCases.map(\.rawValue)
        audience.language = reader.word(value, among: words).flatMap(Language.init)
      }
    }
    if !fields.contains(where: { $0.key == "id" }) {
      reader.report("the audience has no id", at: item, remedy: "write \(example)")
    }
    return audience.id.isEmpty ? nil : audience
  }

  /// A text that can be the name of a folder, and of no other folder than one below its parent.
  private static func folderName(
    _ value: ConfigurationValue, with reader: inout ConfigurationReader
  ) -> String? {
    guard let id = reader.text(value) else { return nil }
    let isControl = { (scalar: Unicode.Scalar) in scalar.properties.generalCategory == .control }
    guard !id.hasPrefix("."), id.utf8.count <= 200, !id.contains(where: { "/\\:*?\"<>|".contains($0) }),
      !id.unicodeScalars.contains(where: isControl)
    else {
      reader.report(
        "\(quoted(id)) cannot name a folder", at: value,
        remedy: "begin with a letter or digit and leave out / \\ : * ? \" < > |")
      return nil
    }
    return id
  }

  private static func filters(
    _ value: ConfigurationValue, with reader: inout ConfigurationReader
  ) -> [Audience.Filter] {
    let dimensions = ColumnSchema.scopes.map(\.id)
    let fields = reader.fields(
      of: value, keys: dimensions, called: "dimension", example: "{province: [山东]}")
    let filters = fields.compactMap { field in
      reader.texts(field.value, example: "[山东]").map {
        Audience.Filter(column: field.key, values: $0)
      }
    }
    return dimensions.compactMap { dimension in filters.first { $0.column == dimension } }
  }
}
