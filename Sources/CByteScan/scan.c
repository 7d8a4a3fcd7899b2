#include "CByteScan.h"

#include <string.h>

// The second byte of a sequence has the narrower range, by its lead (Unicode 16, table 3-7); the others are
// 80..BF.
static size_t sequence_length(const uint8_t *p, size_t left) {
  const uint8_t lead = p[0];
  if (lead < 0x80) return 1;
  if (lead < 0xC2 || lead > 0xF4) return 0;
  const size_t length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  if (left < length) return 0;
  const uint8_t low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
  const uint8_t high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
  if (p[1] < low || p[1] > high) return 0;
  for (size_t i = 2; i < length; i++) {
    if ((p[i] & 0xC0) != 0x80) return 0;
  }
  return length;
}

static size_t prefix_from(const uint8_t *p, size_t from, size_t count) {
  size_t i = from;
  while (i < count) {
    if (i + 8 <= count) {
      uint64_t word;
      memcpy(&word, p + i, 8);
      if ((word & UINT64_C(0x8080808080808080)) == 0) {
        i += 8;
        continue;
      }
    }
    const size_t length = sequence_length(p + i, count - i);
    if (length == 0) return i;
    i += length;
  }
  return i;
}

size_t byte_scan_utf8_prefix(const void *bytes, size_t count) {
  return prefix_from((const uint8_t *)bytes, 0, count);
}
