#ifndef CSIMDJSON_ESCAPES_H
#define CSIMDJSON_ESCAPES_H

#include <cstdint>
#include <string>

namespace csimdjson {

inline int hex_digit(uint8_t byte) {
  if (byte >= '0' && byte <= '9') return byte - '0';
  byte |= 0x20;
  return byte >= 'a' && byte <= 'f' ? byte - 'a' + 10 : -1;
}

/// The code unit of the `\uXXXX` at `at`, or -1.
inline int code_unit(const uint8_t *at, const uint8_t *end) {
  if (end - at < 6 || at[0] != '\\' || at[1] != 'u') return -1;
  int unit = 0;
  for (int i = 2; i < 6; i++) {
    int digit = hex_digit(at[i]);
    if (digit < 0) return -1;
    unit = unit << 4 | digit;
  }
  return unit;
}

inline void append_scalar(std::string &text, uint32_t scalar) {
  auto add = [&text](uint32_t byte) { text.push_back(static_cast<char>(byte)); };
  if (scalar < 0x80) {
    add(scalar);
  } else if (scalar < 0x800) {
    add(0xC0 | scalar >> 6);
    add(0x80 | (scalar & 0x3F));
  } else if (scalar < 0x10000) {
    add(0xE0 | scalar >> 12);
    add(0x80 | (scalar >> 6 & 0x3F));
    add(0x80 | (scalar & 0x3F));
  } else {
    add(0xF0 | scalar >> 18);
    add(0x80 | (scalar >> 12 & 0x3F));
    add(0x80 | (scalar >> 6 & 0x3F));
    add(0x80 | (scalar & 0x3F));
  }
}

/// Appends what is written between the quotes of a string; gives the escape that is none, or null.
///
/// simdjson refuses half a surrogate pair. It is what is left of an emoji where a program cut a text off after so many
/// UTF-16 units, and no reason to refuse a file: it becomes U+FFFD.
inline const uint8_t *unescape(const uint8_t *at, const uint8_t *end, std::string &text) {
  while (at < end) {
    if (*at != '\\') {
      text.push_back(static_cast<char>(*at++));
      continue;
    }
    if (end - at < 2) return at;
    switch (at[1]) {
      case '"': case '\\': case '/': text.push_back(static_cast<char>(at[1])); break;
      case 'b': text.push_back('\b'); break;
      case 'f': text.push_back('\f'); break;
      case 'n': text.push_back('\n'); break;
      case 'r': text.push_back('\r'); break;
      case 't': text.push_back('\t'); break;
      case 'u': {
        int unit = code_unit(at, end);
        if (unit < 0) return at;
        at += 6;
        uint32_t scalar = static_cast<uint32_t>(unit);
        if (unit >= 0xD800 && unit < 0xE000) {
          int low = unit < 0xDC00 ? code_unit(at, end) : -1;
          bool is_pair = low >= 0xDC00 && low < 0xE000;
          scalar = is_pair ? 0x10000u + ((scalar - 0xD800u) << 10) + (static_cast<uint32_t>(low) - 0xDC00u) : 0xFFFDu;
          if (is_pair) at += 6;
        }
        append_scalar(text, scalar);
        continue;
      }
      default: return at;
    }
    at += 2;
  }
  return nullptr;
}

}  // namespace csimdjson

#endif
