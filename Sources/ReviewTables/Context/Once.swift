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
  /// By number of a lead the latest visit to its customer by its rep.
  let lastVisits = Once<[OptionalDay]>()
  let repActivity = Once<RepActivity>()
  let lostCustomers = Once<[LostCustomer]>()
  let revisits = Once<[Revisit]>()
}
