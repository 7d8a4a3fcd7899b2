#include "CByteScan.h"

#if defined(__x86_64__)
#include <immintrin.h>

__attribute__((target("avx2"))) static inline uint64_t equal_to(__m256i low, __m256i high, char wanted) {
  const __m256i w = _mm256_set1_epi8(wanted);
  const uint64_t a = (uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(low, w));
  const uint64_t b = (uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(high, w));
  return a | b << 32;
}

__attribute__((target("avx2"))) static void scan_avx2(
    const uint8_t *p, size_t steps, uint8_t delimiter, ByteScanMasks *masks) {
  for (size_t i = 0; i < steps; i++) {
    const __m256i low = _mm256_loadu_si256((const __m256i *)(p + i * 64));
    const __m256i high = _mm256_loadu_si256((const __m256i *)(p + i * 64 + 32));
    masks[i] = (ByteScanMasks){
        equal_to(low, high, (char)delimiter), equal_to(low, high, '"'), equal_to(low, high, '\n'),
        equal_to(low, high, '\r')};
  }
}
#endif

void byte_scan_steps(const void *bytes, size_t steps, uint8_t delimiter, ByteScanMasks *masks) {
  const uint8_t *p = (const uint8_t *)bytes;
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx2")) {
    scan_avx2(p, steps, delimiter, masks);
    return;
  }
#endif
  for (size_t i = 0; i < steps; i++) masks[i] = byte_scan(p + i * 64, delimiter);
}
