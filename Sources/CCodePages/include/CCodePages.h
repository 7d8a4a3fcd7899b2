#ifndef CCODEPAGES_H
#define CCODEPAGES_H

// What the codes of GB18030 and Big5 stand for. In C, because a table costs nothing there until it is read: no time
// to build, and its pages are shared. scripts/code-pages.py writes the tables.

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

extern const uint16_t gb18030_two_bytes[126 * 192];

/// The character of `lead` 81..FE and `trail` 40..FF; 0 where there is none.
static inline uint16_t gb18030_character(uint8_t lead, uint8_t trail) {
  return gb18030_two_bytes[(uint32_t)(lead - 0x81) * 192 + (trail - 0x40)];
}

/// How many runs of consecutive characters the first 39,420 four-byte codes make up.
enum { gb18030_range_count = 208 };
/// The number of the code with which each run begins, and its character.
extern const uint16_t gb18030_range_numbers[gb18030_range_count];
extern const uint16_t gb18030_range_characters[gb18030_range_count];

/// The character of a four-byte code by its number, which is less than 39,420.
static inline uint16_t gb18030_ranged(uint32_t number) {
  uint32_t low = 0;
  uint32_t high = gb18030_range_count;
  while (high - low > 1) {
    const uint32_t middle = (low + high) / 2;
    if (gb18030_range_numbers[middle] <= number) low = middle; else high = middle;
  }
  return (uint16_t)(gb18030_range_characters[low] + (number - gb18030_range_numbers[low]));
}

extern const uint32_t big5_characters[120 * 157];

/// The character of `lead` 87..FE and `trail` 40..7E or A1..FE, and the one that follows it in the upper 16 bits
/// where that is 0300 or more; 0 where there is none.
static inline uint32_t big5_character(uint8_t lead, uint8_t trail) {
  return big5_characters[(uint32_t)(lead - 0x87) * 157 + (trail - (trail < 0x7F ? 0x40 : 0x62))];
}

#ifdef __cplusplus
}
#endif

#endif
