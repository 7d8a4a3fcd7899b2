import Book
import ReviewModel
import Testing

/// What people are told to do with headers and files that are not understood.
@Suite("Advice on headers and files")
struct AdviceTests {
  /// The message on a missing column, as a run says it.
  private func messages(_ kind: InputKind, _ headers: String, yaml: String = "") throws -> [String: String] {
    let configuration = try Configuration.read(text: yaml, bookName: "b")
    do {
      _ = try HeaderPlan(
        headers: headers.split(separator: ",").map(String.init), schema: .of(kind),
        options: configuration.options(of: kind), file: "x.csv")
      return [:]
    } catch {
      return Dictionary(uniqueKeysWithValues: error.problems.map { ($0.column ?? "", $0.remedy) })
    }
  }

  @Test(
    "a missing column is sought among the headers that no other has",
    arguments: [
      (InputKind.targets, "季度,指标,省区,目标金额", ["period": "\"季度\"", "amount": "\"目标金额\""]),
      (.leads, "商机ID,商机名称,客户名称,当前阶段", ["lead_id": "\"商机ID\"", "stage": "\"当前阶段\""]),
      (.receivables, "发票号,开票日期,到期日,开票金额", ["amount": "\"开票金额\""]),
      (.collections, "回款单号,到账日期,到账金额", ["date": "\"到账日期\"", "amount": "\"到账金额\""]),
      (.orders, "单据编号,日期,金额,数量", ["order_id": "\"单据编号\""]),
      (.orders, "订单号,日期,价税合计,税率", ["amount": "\"价税合计\""]),
      (.orders, "订单号,日期,未税金额,价税合计", ["amount": "\"未税金额\" or \"价税合计\""]),
      (
        .orders, "order number,order date,amout,note",
        [
          "order_id": "\"order number\"", "date": "\"order date\"", "amount": "\"amout\"",
        ]
      ),
      (.orders, "订单编号,日期,金额", ["order_id": "\"订单编号\""]),
      (.visits, "序号,编号,手机号,业务员,日期", ["rep_id": "\"业务员\""]),
      (.visits, "Serial No,Sales Rep,date", ["rep_id": "\"Sales Rep\""]),
      (.dailyReports, "项次,業務員姓名,日期", ["rep_id": "\"業務員姓名\""]),
      (.dailyReports, "销售代表,客户经理,日期", ["rep_id": "\"销售代表\" or \"客户经理\""]),
      (.dailyReports, "姓名,日期", ["rep_id": "\"姓名\""]),
    ])
  func hints(kind: InputKind, headers: String, expected: [String: String]) throws {
    let messages = try messages(kind, headers)
    #expect(Set(messages.keys) == Set(expected.keys))
    for (column, headers) in expected {
      #expect(messages[column]?.hasPrefix("is it \(headers)?") == true, "\(messages[column] ?? "")")
    }
  }

  @Test("a header that is another column's, or says that it is something else, is not suggested")
  func noHint() throws {
    let orders = try messages(.orders, "税额,日期,客户名称,数量,成本")
    #expect(orders["amount"]?.hasPrefix("accepted headers: amount, 金额; the file has: 税额, 日期,") == true)
    #expect(orders["order_id"]?.hasPrefix("accepted headers") == true)
    let leads = try messages(.leads, "客户名称,商机名称,阶段,备注", yaml: "")
    #expect(leads["lead_id"]?.hasPrefix("accepted headers") == true)
    let taken = try messages(
      .orders, "单据编号,日期,金额", yaml: "inputs: {orders: {columns: {line: 单据编号}}}")
    #expect(taken["order_id"]?.hasPrefix("accepted headers") == true)
    // What numbers the rows of a file is nobody's id.
    for header in ["序号", "編號", "编号", "No.", "手机号"] {
      #expect(
        try messages(.visits, "\(header),日期")["rep_id"]?.hasPrefix("accepted headers") == true, "\(header)")
    }
    #expect(try messages(.orders, "序号,日期,金额")["order_id"]?.hasPrefix("accepted headers") == true)
  }

  @Test("an unread header that means a column which the file lacks is said to; a serial number is not")
  func unread() throws {
    func near(_ headers: String...) throws -> [String?] {
      try HeaderPlan(
        headers: ["order_id", "date", "amount"] + headers, schema: .of(.orders), options: .init(),
        file: "x.csv"
      ).unread.map(\.near)
    }
    #expect(try near("业务员", "序号", "編號") == ["销售员", nil, nil])
    #expect(try near("Salesperson") == ["owner"])
    #expect(try near("業務員") == ["業務員編號"])
    #expect(try near("业务员", "工号") == [nil])
  }

  @Test(
    "the unit that a header names",
    arguments: [
      ("目标(万元)", "万元"), ("金额（千元）", "千元"), ("Amount (k)", "k"), ("金额（单位：万元）", "万元"), ("金額(萬)", "萬"),
      ("销售额_万元", "万元"), ("合同金额万元", "万元"), ("Revenue in thousands", "thousands"), ("Sales ('000)", "'000"),
      ("Amount, RMB million", "million"), ("amount [in mn]", "mn"), ("金额(元)", nil), ("金额", nil),
      ("Amount (USD)", nil), ("万科金额", nil), ("amount m2", nil), ("million", nil), ("三千", nil),
      ("(k) amount", nil), ("", nil),
    ])
  func units(header: String, unit: String?) {
    #expect(HeaderUnit.unit(in: header) == unit)
  }

  @Test("kana of half width are those of full width, sound marks and all")
  func kana() {
    #expect(nearest(to: "ｶﾞﾝ", among: ["ガン"])?.isClose == true)
  }

  @Test("headers are listed whole up to 40")
  func list() throws {
    let names = (1...41).map { "c\($0)" }
    let whole = try messages(.calendar, names.prefix(40).joined(separator: ","))["date"]
    #expect(whole?.hasSuffix("c39, c40") == true)
    let cut = try messages(.calendar, names.joined(separator: ","))["date"]
    #expect(cut?.hasSuffix("c39, c40, …") == true)
  }

  @Test(
    "a file looks like the kind that its headers fit, else like the one in its name",
    arguments: [
      ("export.csv", "订单号,订单日期,金额,省区", InputKind.orders),
      ("export.csv", "商机编号,客户名称,阶段", .leads),
      ("export.csv", "期间,指标,目标,省区", .targets),
      ("export.csv", "工号,日期,客户,目的", .visits),
      ("export.csv", "a,b", nil),
      ("export.csv", "日期", nil),
      ("CRM订单.csv", "单据编号,日期,金额,客户", .orders),
      ("CRM回款.csv", "单据编号,日期,金额,客户", .collections),
      ("export.csv", "单据编号,日期,金额,客户", nil),
      ("my order list.xlsx", "", .orders),
    ])
  func guess(path: String, headers: String, kind: InputKind?) {
    #expect(KindGuess.kind(headers: headers.split(separator: ",").map(String.init), path: path) == kind)
  }

  @Test(
    "a style of dates is told where all fit it",
    arguments: [
      (["1/29/2025", "12/3/2025"], DateStyle.Advice.instead(["M/D/YYYY"])),
      (["29/1/2025"], .instead(["D/M/YYYY"])),
      (["1/2/2025", "3/4/2025"], .instead(["M/D/YYYY", "D/M/YYYY"])),
      (["29.01.2025"], .instead(["D.M.YYYY"])), (["5-Jan-26"], .instead(["D-MMM-YY"])),
      (["1/29/2025", "29/1/2025"], .mixed), (["31/02/2026"], .none), ([], .none),
      (["31/02/2026", "29/1/2025"], .instead(["D/M/YYYY"])),
    ])
  func dates(texts: [String], advice: DateStyle.Advice) {
    #expect(DateStyle(of: texts).advice == advice)
  }

  @Test(
    "a format that does not do is replaced where another reads all; never are there two that read a text differently",
    arguments: [
      (["10/13/2026"], ["10/3/2026", "2026-10-05"], ["D/M/YYYY"], DateStyle.Advice.instead(["M/D/YYYY"])),
      (["10/13/2026"], ["03/10/2026"], ["DD/MM/YYYY"], .instead(["M/D/YYYY"])),
      (["10/13/2026"], ["10/3/2026", "31/10/2026"], ["D/M/YYYY"], .mixed),
      (["10/13/2026"], ["5 Oct, 2026"], ["D MMM, YYYY"], .added(["M/D/YYYY"])),
      (["3/4/2026"], ["5 Oct, 2026"], ["D MMM, YYYY"], .added(["M/D/YYYY", "D/M/YYYY"])),
      (["5-Jan-26"], ["31/10/2026", "n/a?"], ["D/M/YYYY"], .added(["D-MMM-YY"])),
      (["10/13/26"], ["26/1/5"], ["YY/M/D"], .mixed),
    ])
  func otherFormats(rejected: [String], read: [String], known: [String], advice: DateStyle.Advice) throws {
    var style = DateStyle(of: rejected, known: try known.map { try DateFormat($0) })
    for text in read { style.note(text) }
    #expect(style.advice == advice)
  }
}
