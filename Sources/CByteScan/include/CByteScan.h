#ifndef CBYTESCAN_H
#define CBYTESCAN_H

// Where the bytes that matter to a delimited file stand. Portable Swift SIMD has no move-mask, hence this
// one kernel in C; everything that decides anything is Swift.

#include <stddef.h>
#include <stdint.h>

#if defined(__SSE2__)
#include <emmintrin.h>
#elif defined(__ARM_NEON) && defined(__aarch64__)
#include <arm_neon.h>
#endif

#ifdef __cplusplus
extern "C" {
#endif

/// One bit a byte of 64 bytes, the lowest bit for the first byte.
typedef struct {
  uint64_t delimiter;
  uint64_t quote;
  uint64_t lineFeed;
  uint64_t carriageReturn;
} ByteScanMasks;

#if defined(__SSE2__)

static inline uint64_t byte_scan_equal(const __m128i *_Nonnull v, __m128i wanted) {
  uint64_t a = (uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(v[0], wanted));
  uint64_t b = (uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(v[1], wanted));
  uint64_t c = (uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(v[2], wanted));
  uint64_t d = (uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(v[3], wanted));
  return a | b << 16 | c << 32 | d << 48;
}

static inline ByteScanMasks byte_scan(const void *_Nonnull bytes, uint8_t delimiter) {
  const __m128i *p = (const __m128i *)bytes;
  const __m128i v[4] = {
      _mm_loadu_si128(p), _mm_loadu_si128(p + 1), _mm_loadu_si128(p + 2), _mm_loadu_si128(p + 3)};
  return (ByteScanMasks){
      byte_scan_equal(v, _mm_set1_epi8((char)delimiter)),
      byte_scan_equal(v, _mm_set1_epi8('"')),
      byte_scan_equal(v, _mm_set1_epi8('\n')),
      byte_scan_equal(v, _mm_set1_epi8('\r'))};
}

#elif defined(__ARM_NEON) && defined(__aarch64__)

// NEON has no move-mask either: each lane keeps the bit of its place, and three pairwise additions gather
// the 64 lanes into 64 bits.
static inline uint64_t byte_scan_equal(const uint8x16_t *_Nonnull v, uint8_t wanted) {
  static const uint8_t places[16] = {1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128};
  const uint8x16_t bits = vld1q_u8(places);
  const uint8x16_t w = vdupq_n_u8(wanted);
  uint8x16_t low = vpaddq_u8(vandq_u8(vceqq_u8(v[0], w), bits), vandq_u8(vceqq_u8(v[1], w), bits));
  uint8x16_t high = vpaddq_u8(vandq_u8(vceqq_u8(v[2], w), bits), vandq_u8(vceqq_u8(v[3], w), bits));
  uint8x16_t sum = vpaddq_u8(low, high);
  sum = vpaddq_u8(sum, sum);
  return vgetq_lane_u64(vreinterpretq_u64_u8(sum), 0);
}

static inline ByteScanMasks byte_scan(const void *_Nonnull bytes, uint8_t delimiter) {
  const uint8_t *p = (const uint8_t *)bytes;
  const uint8x16_t v[4] = {vld1q_u8(p), vld1q_u8(p + 16), vld1q_u8(p + 32), vld1q_u8(p + 48)};
  return (ByteScanMasks){
      byte_scan_equal(v, delimiter), byte_scan_equal(v, '"'), byte_scan_equal(v, '\n'),
      byte_scan_equal(v, '\r')};
}

#else

static inline ByteScanMasks byte_scan(const void *_Nonnull bytes, uint8_t delimiter) {
  const uint8_t *p = (const uint8_t *)bytes;
  ByteScanMasks masks = {0, 0, 0, 0};
  for (int i = 0; i < 64; i++) {
    masks.delimiter |= (uint64_t)(p[i] == delimiter) << i;
    masks.quote |= (uint64_t)(p[i] == '"') << i;
    masks.lineFeed |= (uint64_t)(p[i] == '\n') << i;
    masks.carriageReturn |= (uint64_t)(p[i] == '\r') << i;
  }
  return masks;
}

#endif

/// The masks of so many steps of 64 bytes each, one after the other: all bytes of the steps are read.
void byte_scan_steps(
    const void *_Nonnull bytes, size_t steps, uint8_t delimiter, ByteScanMasks *_Nonnull masks);

/// How many of the bytes, from the first, are whole well-formed UTF-8 sequences (Unicode 16, table 3-7).
/// Less than `count` where a sequence is ill-formed or cut off by the end.
size_t byte_scan_utf8_prefix(const void *_Nonnull bytes, size_t count);

/// Copies 16 bytes and says how many of them, from the first, are ASCII.
static inline uint32_t byte_scan_copy_ascii(void *_Nonnull to, const void *_Nonnull from) {
#if defined(__SSE2__)
  const __m128i bytes = _mm_loadu_si128((const __m128i *)from);
  _mm_storeu_si128((__m128i *)to, bytes);
  return (uint32_t)__builtin_ctz((uint32_t)_mm_movemask_epi8(bytes) | 1u << 16);
#else
  uint64_t words[2];
  __builtin_memcpy(words, from, 16);
  __builtin_memcpy(to, words, 16);
  const uint8_t *p = (const uint8_t *)from;
  uint32_t count = ((words[0] | words[1]) & UINT64_C(0x8080808080808080)) == 0 ? 16 : 0;
  while (count < 16 && p[count] < 0x80) count++;
  return count;
#endif
}

/// Asks the processor to fetch the cache line at `place`, which will soon be read.
static inline void byte_scan_prefetch(const void *_Nonnull place) { __builtin_prefetch(place); }

#ifdef __cplusplus
}
#endif

#endif
