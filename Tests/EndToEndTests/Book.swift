/// Small books, written into a test's folder.
extension Scratch {
  /// A book of one file of orders: three rows, of which the second and third are wrong.
  func writeBookWithRejects(to book: String) throws {
    try write(
      """
      order_id,date,amount,province
      A1,2026-10-02,12.50,山东
      A2,31/02/2026,1,山东
      A3,2026-10-03,"12,34x",山东

      """, to: book + "/orders.csv")
  }

  /// A book of one file of orders that is as it should be.
  func writeBook(to book: String, amount: String = "12.50") throws {
    try write(
      """
      order_id,date,amount,province
      A1,2026-10-02,\(amount),山东

      """, to: book + "/orders.csv")
  }

  /// Whether anything but whole packs is in an output folder.
  func leftovers(in output: String) -> [String] {
    names(in: output).filter { $0.hasPrefix(".") && $0 != ".reviewpack.lock" }
  }
}
