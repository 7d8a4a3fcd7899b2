internal import ReviewModel

/// Masters, calendar and plans of amounts.
extension KindSchema {
  static let reps = KindSchema(
    .reps, named: ["人员", "员工", "業務員"], key: ["rep_id"],
    [
      .repID.required,
      .list("alias", "别名", "曾用工号"),
      .text("name", "姓名"),
      .team,
      .province,
      .text("manager_id", "上级", "主管", "主管工号"),
      .text("grade", "等级", "级别"),
      .list("tags", "标签", "標籤"),
      .date("joined", "入职日期"),
      .date("left", "离职日期"),
    ])

  static let customers = KindSchema(
    .customers, named: ["客户", "客戶"], key: ["customer_id"],
    [
      .customerID.required,
      .list("alias", "别名", "简称"),
      .text("name", "客户名称", "客户", "客戶名稱", "account"),
      .customerClass,
      .industry,
      .province,
      .city,
      .list("groups", "分组", "客户分组"),
      .channel,
      .date("since", "合作起始"),
      .integer("revisit_days", "回访周期"),
      .date("birthday", "生日"),
    ])

  static let products = KindSchema(
    .products, named: ["产品", "產品"], key: ["product"],
    [
      .product.required,
      .businessUnit,
      .text("series", "系列"),
      .money("list_price", "标价"),
      .money("floor_price", "最低价"),
    ])

  static let calendar = KindSchema(
    .calendar, named: ["节假日", "日历"], key: ["date"],
    [.date.required, .flag("workday", "工作日").required])

  static let targets = KindSchema(
    .targets, named: ["销售目标", "目标"], key: ["period", "metric"] + ColumnSchema.scopes.map(\.id),
    [.period.required, .metric.required, .amount.also("目标").required] + ColumnSchema.scopes)

  static let commitments = KindSchema(
    .commitments, named: ["月度计划"],
    key: ["period", "metric"] + ColumnSchema.scopes.map(\.id) + ["committed_on"],
    [.period.holding(.month).required, .metric.required, .amount.also("目标").required]
      + ColumnSchema.scopes + [.date("committed_on", "承诺日期").required])
}
