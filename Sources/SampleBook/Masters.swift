internal import ReviewModel

extension Company {
  func writeReps(to folder: String) throws -> SampleBook.WrittenFile {
    let file = try CSVFile(
      in: folder, name: "reps.csv",
      columns: [
        "rep_id", "alias", "name", "team", "province", "manager_id", "grade", "tags", "joined", "left",
      ])
    for rep in reps {
      file.code("R", rep.number + 1, 4)
      // The number of the system before.
      if rep.number % 5 == 2 { file.code("YW", 3000 + rep.number, 4) } else { file.blank() }
      file.text(rep.name)
      file.text(Self.teams[rep.team].name)
      file.text(Self.provinces[rep.province].name)
      if let leader = rep.leader { file.code("R", leader + 1, 4) } else { file.blank() }
      file.text(rep.grade)
      file.text(rep.tags.joined(separator: ";"))
      file.day(rep.joined)
      file.day(rep.left)
      try file.endRow()
    }
    return try file.close()
  }

  static func writeProducts(to folder: String) throws -> SampleBook.WrittenFile {
    let file = try CSVFile(
      in: folder, name: "products.csv",
      columns: ["product", "business_unit", "series", "list_price", "floor_price"])
    for product in products {
      file.text(product.name)
      file.text(units[product.unit])
      file.text(product.series)
      file.money(product.listPrice)
      file.money(product.floorPrice)
      try file.endRow()
    }
    return try file.close()
  }
}
