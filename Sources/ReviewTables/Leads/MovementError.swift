internal import ReviewModel

/// The steps of a pipeline do not lead from its opening to its closing: a defect of the program.
package struct MovementError: Error, Sendable, CustomStringConvertible {
  let businessUnit: String
  let sum: MoneySum
  let closing: MoneySum

  package var description: String {
    "movement of \(businessUnit): the steps add up to \(sum), not to the closing \(closing)"
  }
}
