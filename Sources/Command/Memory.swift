internal import CMalloc

/// How the program's memory goes back to the system.
enum Memory {
  /// Has pieces of a mebibyte and more go back as soon as they are freed, while files are read.
  ///
  /// glibc begins with less, but raises the limit to the largest piece freed so far; what one kind of file has done
  /// with then stays in the process while the next is read: 6 MiB of 150. Smaller pieces are better kept for the next.
  static func returnLargePieces() { _ = mallopt(M_MMAP_THRESHOLD, 1 << 20) }

  /// Has all but the largest pieces stay with the program, from when the tables are made: their lists, and the words of
  /// the files, come and go by the hundred, and every page that went back costs a fault when it comes again.
  ///
  /// Called between reading and computing, when no other thread of the program is at work: glibc does not guard the
  /// change of an option.
  static func keepPieces() {
    _ = mallopt(M_MMAP_THRESHOLD, 32 << 20)
    _ = mallopt(M_TRIM_THRESHOLD, 64 << 20)
  }
}
