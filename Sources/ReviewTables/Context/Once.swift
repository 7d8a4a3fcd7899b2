internal import Facts
internal import Synchronization

/// A view that several tables share: computed when the first asks for it, kept for the others.
final class Once<Value: Sendable>: Sendable {
  private let value = Mutex<Value?>(nil)

  /// The view, made by `make` where nobody has asked before.
  func callAsFunction(_ make: () -> Value) -> Value {
    value.withLock { known in
      if let known { return known }
      let made = make()
      known = made
      return made
    }
  }
}

/// The views that not every review needs.
struct SharedViews: Sendable {
  /// By number of a lead for how many days it has been left alone.
  let daysIdle = Once<[Int32?]>()
  let leadForecasts = Once<[LeadForecast]>()
  let silentLeads = Once<[(lead: LeadView, daysIdle: Int)]>()
  let promises = Once<[Promise]>()
  let repActivity = Once<RepActivity>()
  let lostCustomers = Once<[LostCustomer]>()
  let revisits = Once<[Revisit]>()
}
