internal import ReviewModel

extension Configuration {
  static func stages(
    _ value: ConfigurationValue, with reader: inout ConfigurationReader
  ) -> [Stage]? {
    let example = "{id: S1, kind: open, probability: 0.10}"
    guard let items = reader.list(value, example: "[\(example)]") else { return nil }
    if items.isEmpty {
      reader.report("the list is empty", at: value, remedy: "write at least one stage, such as \(example)")
    }
    if items.count > 200 {
      reader.report("there are \(items.count) stages", at: value, remedy: "write at most 200 stages")
      return nil
    }
    var stages: [Stage] = []
    var owners: [String: String] = [:]
    for item in items {
      guard let stage = stage(item, example: example, with: &reader) else { continue }
      for word in [stage.id] + stage.aliases {
        let owner = owners.updateValue(stage.id, forKey: normalisedHeader(word))
        guard let owner, word == stage.id || owner != stage.id else { continue }
        reader.report(
          "\(quoted(word)) stands for two stages", at: item,
          remedy: "give every stage words of its own; \(quoted(owner)) has this one already")
      }
      stages.append(stage)
    }
    return stages
  }

  private static func stage(
    _ item: ConfigurationValue, example: String, with reader: inout ConfigurationReader
  ) -> Stage? {
    let fields = reader.fields(
      of: item, keys: ["id", "kind", "probability", "alias", "name"], called: "key of a stage",
      example: example)
    guard item.isMap else {
      if item.isNothing { reader.report("the stage says nothing", at: item, remedy: "write \(example)") }
      return nil
    }
    var id: String?
    var kind: StageKind?
    var probability: Int32?
    var aliases: [String] = []
    var name: String?
    for field in fields {
      switch field.key {
      case "id": id = reader.text(field.value)
      case "kind":
        kind = reader.word(field.value, among: StageKind.allCases.map(\.rawValue)).flatMap(StageKind.init)
      case "probability": probability = reader.probability(field.value)
      case "alias": aliases = reader.texts(field.value, example: "[Qualified, 商机]") ?? []
      default: name = reader.text(field.value)
      }
    }
    for key in ["id", "kind", "probability"] where !fields.contains(where: { $0.key == key }) {
      reader.report("the stage has no \(key)", at: item, remedy: "write \(example)")
    }
    guard let id, let kind, let probability else { return nil }
    return Stage(id: id, kind: kind, probability: probability, aliases: aliases, name: name)
  }
}
