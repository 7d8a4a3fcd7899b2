internal import CMalloc

/// How the program's memory goes back to the system.
enum Memory {
  /// Has pieces of a mebibyte and more go back as soon as they are freed.
  ///
  /// glibc begins with less, but raises the limit to the largest piece freed so far; what one kind of file has done with
  /// then stays in the process while the next is read: 6 MiB of 150. Smaller pieces are better kept for the next.
  ///
  /// Of smaller ones sixteen mebibytes are kept: the pieces of a long table come and go by the hundred, and a page that
  /// went back costs a fault when it comes again.
  static func returnLargePieces() {
    _ = mallopt(M_MMAP_THRESHOLD, 1 << 20)
    _ = mallopt(M_TRIM_THRESHOLD, 16 << 20)
  }
}
