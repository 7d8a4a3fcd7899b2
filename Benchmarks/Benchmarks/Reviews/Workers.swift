internal import Dispatch

/// Threads for what is measured, apart from Swift's pool: that has one a core, and the harness waits on one of them
/// until a measurement is over, so of two workers one would stand still.
final class Workers: TaskExecutor {
  private let queue = DispatchQueue(label: "workers", attributes: .concurrent)

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    queue.async { [self] in job.runSynchronously(on: asUnownedTaskExecutor()) }
  }
}
