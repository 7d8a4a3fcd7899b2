internal import Glibc

/// Memory for `count` bytes that begins with what stood in `bytes`, which are given back. It comes from `malloc`, so
/// `free` gives it back in turn.
///
/// The kernel moves large blocks by remapping pages, so growth does not hold the bytes twice. Where there is no memory
/// left the program ends, as with every allocation of Swift's own.
@inline(never)
func resized(_ bytes: UnsafeMutableRawPointer?, to count: Int) -> UnsafeMutableRawPointer {
  guard let moved = realloc(bytes, count) else { preconditionFailure("out of memory") }
  return moved
}

/// Memory for `count` values of a type of which zero bits are a value that says nothing. `free` gives it back.
///
/// Pages of it cost nothing until they are written, and a table is seldom written all over.
func zeroed<Value: BitwiseCopyable>(_ count: Int) -> UnsafeMutablePointer<Value> {
  guard let memory = calloc(count, MemoryLayout<Value>.stride) else { preconditionFailure("out of memory") }
  return memory.bindMemory(to: Value.self, capacity: count)
}
