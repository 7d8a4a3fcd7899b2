internal import ReviewModel

/// What salespeople do: leads, reports, visits, plans of work.
extension KindSchema {
  static let leads = KindSchema(
    .leads, named: ["线索台账", "线索"], key: ["lead_id"],
    [
      .leadID.required,
      .text("name", "项目名称", "线索名称", "项目"),
      .customerID,
      .customer,
      .businessUnit,
      .product,
      .province,
      .city,
      .team,
      .repID,
      .text("source", "来源", "线索来源"),
      .industry,
      .stage("stage", "阶段", "销售阶段", "deal_stage").required,
      .amount.also("预计金额", "合同金额"),
      .word("chance", of: .chance, "成交机会"),
      .rate("probability", "成交概率", "赢率"),
      .date("created", "创建日期", "接入日期", "created_on"),
      .date("expected_bid_on", "预计招标日期"),
      .date("won_on", "中标日期"),
      .date("expected_order_on", "预计下单日期"),
      .date("ordered_on", "下单日期"),
      .date("expected_collection_on", "预计回款日期"),
      .money("expected_collection", "预计回款金额"),
      .money("collected", "已回款"),
      .date("closed_on", "关闭日期"),
      .date("last_followed", "最近跟踪日期"),
      .integer("follows", "跟踪次数"),
      .text("lost_reason", "丢单原因"),
      .text("competitor", "竞争对手"),
      .money("bid_price", "投标报价"),
      .flag("top", "TOP"),
      .list("key_factors", "成交关键因素"),
    ])

  /// In JSON a report may also hold `visits`, an array of rows of that kind; it is no column.
  static let dailyReports = KindSchema(
    .dailyReports, named: ["销售日报", "日报", "每日销售报告表"], key: ["rep_id", "date"],
    [
      .repID.required,
      .date.required,
      .word("attendance", of: .attendance, "出勤"),
      .orderAmount,
      .collectionAmount,
      .expense,
      .integer("complaints", "客诉"),
      .text("competitor_info", "竞争者信息"),
      .text("feedback", "客户意见"),
      .text("customer_news", "客户动态"),
      .text("notes", "心得"),
      .datetime("submitted_at", "提交时间"),
      .text("reviewed_by", "审批人", "核签"),
      .datetime("reviewed_at", "审批时间"),
      .text("review_note", "批示"),
    ])

  static let visits = KindSchema(
    .visits, named: ["拜访记录"], key: ["visit_id"],
    [
      .text("visit_id", "拜访编号"),
      .repID.required,
      .date.required,
      .customerID,
      .customer,
      .purpose,
      .flag("effective", "有效"),
      .orderAmount,
      .collectionAmount,
      .expense,
      .text("result", "洽谈结果"),
    ])

  static let visitPlans = KindSchema(
    .visitPlans, named: ["拜访计划", "每日拜访计划表"], key: ["rep_id", "date", "customer_id"],
    [
      .repID.required,
      .date.required,
      .customerID.also("客户名称", "客户").required,
      .text("region", "区域"),
      .text("time", "时间"),
      .purpose,
      .text("approved_by", "审批人", "核签"),
      .datetime("approved_at"),
    ])

  static let weeklyPlans = KindSchema(
    .weeklyPlans, named: ["周工作计划", "周计划"], key: ["rep_id", "week", "item"],
    [
      .repID.required,
      .period("week", .week, "周").required,
      .text("item", "事项", "计划").required,
      .money("target_amount", "目标金额"),
      .date("due", "期限"),
      .flag("done", "完成"),
    ])
}
