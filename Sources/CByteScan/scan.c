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

#if defined(__x86_64__)
#include <immintrin.h>

// Keiser and Lemire, "Validating UTF-8 in less than one instruction per byte" (2021): what can be wrong with
// two neighbouring bytes is a set of bits, looked up by three nibbles; only what all three allow is an error.
enum {
  tooShort = 1 << 0,
  tooLong = 1 << 1,
  overlong3 = 1 << 2,
  tooLarge = 1 << 3,
  surrogate = 1 << 4,
  overlong2 = 1 << 5,
  tooLarge1000 = 1 << 6,
  overlong4 = 1 << 6,
  twoContinuations = 1 << 7,
  anyLead = tooShort | tooLong | twoContinuations,
};

#define TWICE(...) _mm256_setr_epi8(__VA_ARGS__, __VA_ARGS__)

// The error bits of 32 bytes, given the 32 before them.
__attribute__((target("avx2"))) static inline __m256i errors_of(__m256i now, __m256i before) {
  const __m256i firstHigh = TWICE(
      tooLong, tooLong, tooLong, tooLong, tooLong, tooLong, tooLong, tooLong, (char)twoContinuations,
      (char)twoContinuations, (char)twoContinuations, (char)twoContinuations, tooShort | overlong2, tooShort,
      tooShort | overlong3 | surrogate, tooShort | tooLarge | tooLarge1000 | overlong4);
  const char beyond = (char)(anyLead | tooLarge | tooLarge1000);
  const __m256i firstLow = TWICE(
      (char)(anyLead | overlong3 | overlong2 | overlong4), (char)(anyLead | overlong2), (char)anyLead,
      (char)anyLead, (char)(anyLead | tooLarge), beyond, beyond, beyond, beyond, beyond, beyond, beyond, beyond,
      (char)(beyond | surrogate), beyond, beyond);
  const int second = tooLong | overlong2 | twoContinuations;
  const __m256i secondHigh = TWICE(
      tooShort, tooShort, tooShort, tooShort, tooShort, tooShort, tooShort, tooShort,
      (char)(second | overlong3 | tooLarge1000 | overlong4), (char)(second | overlong3 | tooLarge),
      (char)(second | surrogate | tooLarge), (char)(second | surrogate | tooLarge), tooShort, tooShort, tooShort,
      tooShort);
  const __m256i nibble = _mm256_set1_epi8(0x0F);
  const __m256i straddle = _mm256_permute2x128_si256(before, now, 0x21);
  const __m256i prev1 = _mm256_alignr_epi8(now, straddle, 15);
  const __m256i prev2 = _mm256_alignr_epi8(now, straddle, 14);
  const __m256i prev3 = _mm256_alignr_epi8(now, straddle, 13);
  const __m256i pairs = _mm256_and_si256(
      _mm256_and_si256(
          _mm256_shuffle_epi8(firstHigh, _mm256_and_si256(_mm256_srli_epi16(prev1, 4), nibble)),
          _mm256_shuffle_epi8(firstLow, _mm256_and_si256(prev1, nibble))),
      _mm256_shuffle_epi8(secondHigh, _mm256_and_si256(_mm256_srli_epi16(now, 4), nibble)));
  // Two continuations in a row are right exactly where a sequence of three or four bytes wants them.
  const __m256i third = _mm256_subs_epu8(prev2, _mm256_set1_epi8(0xE0 - 0x80));
  const __m256i fourth = _mm256_subs_epu8(prev3, _mm256_set1_epi8((char)(0xF0 - 0x80)));
  const __m256i wanted = _mm256_and_si256(_mm256_or_si256(third, fourth), _mm256_set1_epi8((char)0x80));
  return _mm256_xor_si256(wanted, pairs);
}

// The bytes, a multiple of 64, before the first step of 64 that is not known to be free of errors.
__attribute__((target("avx2"))) static size_t clean_steps(const uint8_t *p, size_t count) {
  __m256i before = _mm256_setzero_si256();
  int wasASCII = 1;
  size_t i = 0;
  for (; i + 64 <= count; i += 64) {
    const __m256i a = _mm256_loadu_si256((const __m256i *)(p + i));
    const __m256i b = _mm256_loadu_si256((const __m256i *)(p + i + 32));
    const int isASCII = _mm256_movemask_epi8(_mm256_or_si256(a, b)) == 0;
    if (!isASCII || !wasASCII) {
      const __m256i errors = _mm256_or_si256(errors_of(a, before), errors_of(b, a));
      if (!_mm256_testz_si256(errors, errors)) break;
    }
    wasASCII = isASCII;
    before = b;
  }
  return i;
}
#endif

size_t byte_scan_utf8_prefix(const void *bytes, size_t count) {
  const uint8_t *p = (const uint8_t *)bytes;
  size_t clean = 0;
#if defined(__x86_64__)
  if (count >= 64 && __builtin_cpu_supports("avx2")) {
    clean = clean_steps(p, count);
    // A clean step may end within a sequence: go on from its lead, at most three bytes back.
    for (size_t back = 1; back <= 3 && back <= clean; back++) {
      if ((p[clean - back] & 0xC0) == 0x80) continue;
      if (p[clean - back] >= 0xC0 && sequence_length(p + clean - back, back) == 0) clean -= back;
      break;
    }
  }
#endif
  return prefix_from(p, clean, count);
}
