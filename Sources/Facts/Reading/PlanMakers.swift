internal import Book
internal import ReviewModel

/// Days that differ from Monday to Friday. They are never future.
final class CalendarMaker: RecordMaker {
  private let date: Int
  private let workday: Int

  init(_ columns: ColumnPlaces) {
    date = columns["date"]
    workday = columns["workday"]
  }

  func record(_ values: RowValues, _ version: Version, _ references: inout References) -> CalendarDay {
    CalendarDay(
      version: version, date: values.day(date) ?? .distantPast, isWorkday: values.value(workday) == 1)
  }

  func dimensions(of record: CalendarDay) -> Dimensions { Dimensions() }
  func day(of record: CalendarDay) -> Day? { nil }
}

/// Visits planned.
final class VisitPlanMaker: RecordMaker {
  private let date: Int
  private let purpose: Int
  private let approvedBy: Int
  private let places: DimensionPlaces

  init(_ columns: ColumnPlaces) {
    date = columns["date"]
    purpose = columns["purpose"]
    approvedBy = columns["approved_by"]
    places = DimensionPlaces(columns)
  }

  func record(_ values: RowValues, _ version: Version, _ references: inout References) -> VisitPlan {
    let (dimensions, _) = places.read(values, &references)
    return VisitPlan(
      version: version, date: values.day(date) ?? .distantPast, rep: dimensions.rep,
      customer: dimensions.customer, purpose: values.code(purpose),
      isApproved: !values.text(approvedBy).isEmpty)
  }

  func dimensions(of record: VisitPlan) -> Dimensions { record.dimensions }
  func day(of record: VisitPlan) -> Day? { record.date }
}

/// Weekly plans of work. They count whatever their week.
final class WeeklyPlanMaker: RecordMaker {
  private let rep: Int
  private let week: Int
  private let item: Int
  private let targetAmount: Int
  private let due: Int
  private let done: Int
  private let keepsItems: Bool

  init(_ columns: ColumnPlaces) {
    rep = columns["rep_id"]
    week = columns["week"]
    item = columns["item"]
    targetAmount = columns["target_amount"]
    due = columns["due"]
    done = columns["done"]
    keepsItems = columns.making.details.contains(.weeklyPlans)
  }

  func record(_ values: RowValues, _ version: Version, _ references: inout References) -> WeeklyPlan {
    let period = values.value(week).flatMap { Period(code: $0) }
    let week: Week = if case .week(let week) = period { week } else { Day.distantPast.week }
    return WeeklyPlan(
      version: version, week: week, rep: references.rep(references.symbols.symbol(values.text(rep))),
      item: keepsItems ? references.texts.text(values.text(item)) : .blank,
      targetAmount: values.optionalMoney(targetAmount), due: values.optionalDay(due),
      isDone: values.value(done) == 1)
  }

  func dimensions(of record: WeeklyPlan) -> Dimensions { record.dimensions }
  func day(of record: WeeklyPlan) -> Day? { nil }
}
