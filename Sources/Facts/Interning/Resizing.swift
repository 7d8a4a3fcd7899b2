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
