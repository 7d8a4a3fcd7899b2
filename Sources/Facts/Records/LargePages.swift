internal import Glibc

/// Memory in pages of two megabytes, where the kernel has them: the records of a large book then cost hundreds of page
/// faults in place of tens of thousands.
enum LargePages {
  /// The size of a large page, and where one must begin.
  private static let size = 2 << 20

  /// Memory of whole large pages, for at least `byteCount` bytes.
  static func allocate(byteCount: Int) -> UnsafeMutableRawPointer {
    let count = (byteCount + size - 1) / size * size
    let memory = UnsafeMutableRawPointer.allocate(byteCount: count, alignment: size)
    // A kernel that has no such pages gives ordinary ones: nothing is lost.
    _ = madvise(memory, count, MADV_HUGEPAGE)
    return memory
  }
}
