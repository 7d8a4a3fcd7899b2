internal import ReviewModel

/// The columns that mean the same in every kind, and have these aliases in all of them.
extension ColumnSchema {
  static let repID = text("rep_id", "工号", "员工编号", "業務員編號", "负责人", "销售员", "owner")
  static let customerID = text("customer_id", "客户编号", "客戶編號", "account_id")
  static let customer = text("customer", "客户名称", "客户", "客戶名稱", "account")
  static let businessUnit = text("business_unit", "事业部", "业务单元", "公司")
  static let product = text("product", "产品", "产品线", "產品")
  static let province = text("province", "省区", "省份", "省區", "region")
  static let city = text("city", "地市", "城市")
  static let team = text("team", "团队", "部门", "團隊")
  static let industry = text("industry", "行业", "行業")
  static let customerClass = word("customer_class", of: .customerClass, "客户分类", "指名类型")
  static let channel = text("channel", "渠道商", "签约渠道")
  static let date = date("date", "日期")
  static let period = ColumnSchema("period", .period(.any), ["期间", "月份"])
  static let metric = word("metric", of: .metric, "指标")
  static let amount = money("amount", "金额")
  static let leadID = text("lead_id", "线索编号", "线索ID", "商机编号", "opportunity_id")
  static let orderID = text("order_id", "订单号")
  static let expense = money("expense", "费用")
  static let purpose = word("purpose", of: .purpose, "目的", "拜访目的")
  static let updated = date("updated", "更新日期", "快照日期")
  static let orderAmount = money("order_amount", "订货金额")
  static let collectionAmount = money("collection_amount", "回款金额")
  static let status = word("status", of: .eventStatus, "状态")
  static let summary = text("summary", "内容")

  /// The levels at which a target may be set; blank stands for all.
  static let scopes: [ColumnSchema] = [
    businessUnit, province, city, team, repID, product, customerClass, industry, channel,
  ]
}

/// One word a type, so that the tables of the kinds read like those of the specification.
extension ColumnSchema {
  static func text(_ id: String, _ aliases: String...) -> ColumnSchema { ColumnSchema(id, .text, aliases) }
  static func list(_ id: String, _ aliases: String...) -> ColumnSchema { ColumnSchema(id, .list, aliases) }
  static func money(_ id: String, _ aliases: String...) -> ColumnSchema { ColumnSchema(id, .money, aliases) }
  static func date(_ id: String, _ aliases: String...) -> ColumnSchema { ColumnSchema(id, .date, aliases) }
  static func datetime(_ id: String, _ aliases: String...) -> ColumnSchema {
    ColumnSchema(id, .datetime, aliases)
  }
  static func integer(_ id: String, in range: ClosedRange<Int>? = nil, _ aliases: String...) -> ColumnSchema {
    ColumnSchema(id, .integer(in: range), aliases)
  }
  static func number(_ id: String, _ aliases: String...) -> ColumnSchema {
    ColumnSchema(id, .number, aliases)
  }
  static func rate(_ id: String, _ aliases: String...) -> ColumnSchema { ColumnSchema(id, .rate, aliases) }
  static func flag(_ id: String, _ aliases: String...) -> ColumnSchema { ColumnSchema(id, .flag, aliases) }
  static func word(_ id: String, of words: Vocabulary, _ aliases: String...) -> ColumnSchema {
    ColumnSchema(id, .enumeration(words), aliases)
  }
  static func stage(_ id: String, _ aliases: String...) -> ColumnSchema { ColumnSchema(id, .stage, aliases) }
  static func period(_ id: String, _ form: PeriodForm, _ aliases: String...) -> ColumnSchema {
    ColumnSchema(id, .period(form), aliases)
  }
}
