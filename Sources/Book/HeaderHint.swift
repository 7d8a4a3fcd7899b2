internal import ReviewModel

/// Which header of a file a missing column was probably meant to be.
///
/// Advice that is followed and wrong does more harm than none: a header that is a name of any column of the kind is
/// never suggested for another, nor one whose last word says that it holds something else.
struct HeaderHint {
  /// The headers that no column has, as they stand.
  private let free: [String]

  /// - Parameter taken: headers that review.yaml gives to columns.
  init(headers: [String], schema: KindSchema, taken: [String]) {
    let known = Set(
      (schema.columns.flatMap { [$0.id] + $0.aliases } + taken).map(normalisedHeader))
    var met: Set<String> = [""]
    free = headers.filter { header in
      let name = normalisedHeader(header)
      return !known.contains(name) && met.insert(name).inserted
    }
  }

  /// The headers that may be a column, the likeliest first. Of several that mean the same - an order has an amount with
  /// tax and one without - all are given: only a person knows which it is.
  func candidates(for column: ColumnSchema) -> [String] {
    let names = ([column.id] + column.aliases).map(normalisedHeader)
    let scored = free.enumerated().compactMap { place, header -> (header: String, place: Int, score: Int)? in
      Self.score(of: normalisedHeader(header), for: names, column).map { (header, place, $0) }
    }.sorted { ($1.score, $0.place) < ($0.score, $1.place) }
    guard let best = scored.first else { return [] }
    let alike = scored.filter { other in
      other.score == best.score
        || (best.score < Self.misspelled && HeaderMeaning(header: normalisedHeader(other.header)) != nil)
    }
    return alike.prefix(3).map(\.header)
  }

  /// From here on a header is one of the names but for a letter or two.
  private static let misspelled = 250

  /// Whether people call a column so, though it is none of its names.
  static func isCalled(_ column: ColumnSchema, _ header: String) -> Bool {
    column.id == "rep_id" && wordsForReps.contains(normalisedHeader(header))
  }

  /// The columns that a header may be by its looks: what only numbers the rows of a file is none, and what numbers
  /// something is no rep, though 编号 is a letter away from 工号.
  static func columns(_ columns: [ColumnSchema], for header: String) -> [ColumnSchema] {
    let name = normalisedHeader(header)
    if HeaderMeaning(header: name) == .serial { return [] }
    return HeaderMeaning.isBareID(name) ? columns.filter { $0.id != "rep_id" } : columns
  }

  /// How people call whoever sells, beside the names of docs/inputs.md.
  private static let wordsForReps = [
    "业务员", "業務員", "业务人员", "業務人員", "业务代表", "業務代表", "业务经理", "業務經理", "销售", "销售员", "銷售員",
    "销售人员", "銷售人員", "销售代表", "銷售代表", "销售经理", "銷售經理", "客户经理", "客戶經理", "负责人", "負責人", "跟进人", "owner",
    "salesperson", "sales_person", "salesman", "sales_rep", "sales_representative", "sales_agent",
    "account_manager",
  ]

  /// How likely a header is a rep, whose id stands by itself in no export: of a header that says no more than that it
  /// counts or numbers something, nobody knows what.
  private static func scoreOfRep(_ header: String) -> Int? {
    if wordsForReps.contains(header) { return 200 }
    return wordsForReps.contains { $0.unicodeScalars.count > 2 && header.contains($0) } ? 150 : nil
  }

  /// How likely a header is one of the names, in hundredths; nil where it is not likely.
  private static func score(of header: String, for names: [String], _ column: ColumnSchema) -> Int? {
    let own = HeaderMeaning(header: header)
    // "商机名称" is not the id of a lead, however much it has of "商机编号".
    if let own, !HeaderMeaning.meanings(of: column).contains(own) { return nil }
    let scalars = Array(header.unicodeScalars)
    // Of two letters, as Chinese words have, one is no slip: 税额 is not 金额.
    let slips = names.compactMap { name -> Int? in
      let changes = editDistance(scalars, Array(name.unicodeScalars))
      let length = max(scalars.count, name.unicodeScalars.count)
      return changes <= max(1, length / 3) && changes * 2 < length ? changes : nil
    }
    if let fewest = slips.min() { return 300 - fewest }
    let shares = names.map { name in
      let name = Array(name.unicodeScalars)
      let shared = longestCommonPart(scalars, name)
      guard shared >= (isChinese(name) ? 2 : 4) else { return 0 }
      let share = shared * 100 / max(scalars.count, name.count)
      return shared == min(scalars.count, name.count) ? 100 + share : share >= 50 ? share : 0
    }
    let share = shares.max() ?? 0
    if column.id == "rep_id", let score = scoreOfRep(header) { return max(score, share) }
    // 编号 numbers anything, and a rep seldom.
    if column.id == "rep_id", own == .id, share == 0 || HeaderMeaning.isBareID(header) { return nil }
    let score = share + (own == nil ? 0 : 50)
    return score > 0 ? score : nil
  }

  /// How many scalars in a row two texts share at most.
  private static func longestCommonPart(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    guard left.count <= 200, right.count <= 200 else { return 0 }
    var longest = 0
    var previous = [Int](repeating: 0, count: right.count + 1)
    for scalar in left {
      var current = [0]
      for (place, other) in right.enumerated() {
        current.append(scalar == other ? previous[place] + 1 : 0)
        longest = max(longest, current[place + 1])
      }
      previous = current
    }
    return longest
  }

  private static func isChinese(_ name: [Unicode.Scalar]) -> Bool {
    name.contains { (0x4E00...0x9FFF).contains($0.value) }
  }
}

/// What a header says by its last word that its cells are.
private enum HeaderMeaning: CaseIterable {
  case serial, id, name, amount, day, period, stage, quantity, remark

  /// What a header of a column may say.
  static func meanings(of column: ColumnSchema) -> [HeaderMeaning] {
    switch column.type {
    case .money: [.amount]
    case .date, .datetime: [.day]
    case .period: [.period]
    case .stage: [.stage]
    // People write names where systems want ids.
    case .text where ["rep_id", "customer_id"].contains(column.id): [.id, .name]
    case .text where column.id.hasSuffix("_id"): [.id]
    default: []
    }
  }

  /// Whether a header says no more than that it numbers something.
  static func isBareID(_ header: String) -> Bool { HeaderMeaning.id.words.contains(header) }

  /// Nil where a header does not tell. The longest last word decides: "成交日期" ends in 日期, and no 期 matters.
  init?(header: String) {
    let found = Self.allCases.flatMap { meaning in
      meaning.words.filter { Self.ends(header, in: $0) }.map { (meaning, $0.unicodeScalars.count) }
    }
    guard let best = found.max(by: { $0.1 < $1.1 }) else { return nil }
    self = best.0
  }

  /// Whether a header ends in a word; "paid" does not in "id".
  private static func ends(_ header: String, in word: String) -> Bool {
    guard header.hasSuffix(word) else { return false }
    let before = header.unicodeScalars.dropLast(word.unicodeScalars.count).last
    return
      !(word.utf8.first ?? 0 < 0x80 && before?.isASCII == true && before?.properties.isAlphabetic == true)
  }

  private var words: [String] {
    switch self {
    // The number of a row, which is no column's.
    case .serial: ["序号", "序號", "项次", "項次", "serial", "serial_no", "index", "s/n"]
    case .id: ["编号", "編號", "编码", "編碼", "单号", "單號", "号码", "號碼", "号", "號", "id", "no", "number", "code"]
    case .name: ["名称", "名稱", "姓名", "name"]
    case .amount:
      [
        "金额", "金額", "总额", "總額", "合计", "合計", "总价", "總價", "价款", "價款", "款额", "amount", "total", "value",
        "revenue",
      ]
    case .day: ["日期", "时间", "時間", "日", "date", "on", "day", "time"]
    case .period: ["期间", "期間", "月份", "月", "季度", "季", "年度", "年月", "period", "month", "quarter", "year"]
    case .stage: ["阶段", "階段", "进度", "進度", "stage", "status", "phase"]
    case .quantity: ["数量", "數量", "单价", "單價", "税率", "比例", "quantity", "qty", "price", "rate"]
    case .remark: ["备注", "備註", "说明", "說明", "remark", "remarks", "note", "notes", "comment", "description"]
    }
  }
}
