// Development checks change what is refused, and must not depend on how this is compiled.
#define SIMDJSON_DEVELOPMENT_CHECKS 0

#include <simdjson.h>

#include <cstring>
#include <new>
#include <string>
#include <vector>

#include "CSimdJSON.h"
#include "escapes.h"

static_assert(CSIMDJSON_PADDING >= simdjson::SIMDJSON_PADDING, "simdjson reads so far past the end");

namespace {

namespace ondemand = simdjson::ondemand;

/// Some bytes of the text.
struct Bytes {
  const uint8_t *start = nullptr;
  const uint8_t *end = nullptr;
  size_t count() const { return static_cast<size_t>(end - start); }
};

bool is_white(uint8_t byte) { return byte == ' ' || byte == '\n' || byte == '\r' || byte == '\t'; }

/// A token of simdjson's reaches to the next one: without the white space between the two.
Bytes trimmed(const uint8_t *start, const uint8_t *end) {
  while (end > start && is_white(end[-1])) end--;
  return {start, end};
}

bool has_escape(Bytes bytes) { return std::memchr(bytes.start, '\\', bytes.count()) != nullptr; }

/// RFC 8259, section 6. simdjson checks numbers only when it converts them, and then refuses what no double holds.
bool is_number(Bytes bytes) {
  const uint8_t *at = bytes.start;
  auto digits = [&at, &bytes] {
    const uint8_t *first = at;
    while (at < bytes.end && *at >= '0' && *at <= '9') at++;
    return at > first;
  };
  if (at < bytes.end && *at == '-') at++;
  if (at < bytes.end && *at == '0') {
    at++;
  } else if (!digits()) {
    return false;
  }
  if (at < bytes.end && *at == '.') {
    at++;
    if (!digits()) return false;
  }
  if (at < bytes.end && (*at | 0x20) == 'e') {
    at++;
    if (at < bytes.end && (*at == '+' || *at == '-')) at++;
    if (!digits()) return false;
  }
  return at == bytes.end;
}

bool is_word(Bytes bytes, const char *word) {
  return bytes.count() == std::strlen(word) && std::memcmp(bytes.start, word, bytes.count()) == 0;
}

}  // namespace

struct CSimdJSONReader {
  const uint32_t depth_limit;
  const uint32_t value_limit;
  ondemand::parser parser;
  /// What has been begun refers to it: it does not move until the next text.
  ondemand::document document;
  Bytes text;
  size_t error_offset = 0;

  /// How far the document has been read.
  CSimdJSONForm form = CSIMDJSON_SCALAR;
  bool has_begun = false;
  ondemand::object_iterator member, members_end;
  ondemand::array_iterator row, rows_end;

  /// The values of the element, and what of them is unescaped: the texts may move until all are there.
  struct Unescaped {
    size_t value;
    bool is_name;
    size_t start;
  };
  std::vector<CSimdJSONValue> values;
  std::vector<Unescaped> unescaped;
  std::string unescaped_text;

  CSimdJSONReader(uint32_t depths, uint32_t most_values) : depth_limit(depths), value_limit(most_values) {}

  CSimdJSONStatus read(CSimdJSONElement *element) {
    if (auto status = begin()) return status;
    begin_element();
    ondemand::json_type type;
    if (auto error = document.type().get(type)) return failure(error);
    std::string_view token;
    if (auto error = document.raw_json_token().get(token)) return failure(error);
    auto start = reinterpret_cast<const uint8_t *>(token.data());
    if (type == ondemand::json_type::object) {
      ondemand::object object;
      if (auto error = document.get_object().get(object)) return failure(error);
      if (auto status = add(object, start, {}, 1)) return status;
    } else if (type == ondemand::json_type::array) {
      ondemand::array array;
      if (auto error = document.get_array().get(array)) return failure(error);
      if (auto status = add(array, start, {}, 1)) return status;
    } else {
      return read_scalar(element, type, start, start + token.size());
    }
    if (auto status = check_end()) return status;
    return end_element(element);
  }

  CSimdJSONStatus open(CSimdJSONForm *found) {
    has_begun = false;
    if (auto status = begin()) return status;
    ondemand::json_type type;
    if (auto error = document.type().get(type)) return failure(error);
    switch (type) {
      case ondemand::json_type::array: form = CSIMDJSON_ROWS; break;
      case ondemand::json_type::object:
        form = holds_rows() ? CSIMDJSON_MEMBER_ROWS : CSIMDJSON_ONE_ROW;
        // One row is read from the beginning of the text, and there is no way back from an error but that.
        if (form == CSIMDJSON_MEMBER_ROWS) document.rewind();
        break;
      default: form = CSIMDJSON_SCALAR; break;
    }
    *found = form;
    return CSIMDJSON_OK;
  }

  CSimdJSONStatus next(CSimdJSONElement *element) {
    if (form == CSIMDJSON_ONE_ROW || form == CSIMDJSON_SCALAR) {
      if (has_begun) return CSIMDJSON_END;
      has_begun = true;
      return read(element);
    }
    if (has_begun) {
      ++row;
    } else if (auto status = begin_rows()) {
      return status;
    }
    has_begun = true;
    if (row == rows_end) return end_rows();
    ondemand::value value;
    if (auto error = (*row).get(value)) return failure(error);
    begin_element();
    if (auto status = add(value, {}, form == CSIMDJSON_ROWS ? 2 : 3)) return status;
    return end_element(element);
  }

 private:
  /// Finds where values begin and end, which checks UTF-8, quotes and control characters of the whole text.
  CSimdJSONStatus begin() {
    if (text.count() > parser.capacity()) {
      // Twice as much as last time, so that lines of growing length do not allocate again and again.
      size_t wanted = std::max(text.count(), std::min<size_t>(parser.capacity() * 2, 1 << 26));
      if (auto error = parser.allocate(wanted)) return failure(error);
    }
    auto error = parser.iterate(text.start, text.count(), text.count() + CSIMDJSON_PADDING).get(document);
    return error ? failure(error, text.start) : CSIMDJSON_OK;
  }

  /// Whether the object has exactly one member, and that an array which is empty or holds an object.
  bool holds_rows() {
    ondemand::object object;
    if (document.get_object().get(object)) return false;
    bool holds = false;
    int count = 0;
    for (auto field : object) {
      ondemand::value value;
      ondemand::array array;
      if (++count > 1 || field.value().get(value) || value.get_array().get(array)) return false;
      holds = true;
      for (auto element : array) {
        ondemand::json_type type;
        if (element.type().get(type)) return false;
        holds = type == ondemand::json_type::object;
        if (holds) break;
      }
    }
    return holds;
  }

  CSimdJSONStatus begin_rows() {
    ondemand::array array;
    if (form == CSIMDJSON_ROWS) {
      if (auto error = document.get_array().get(array)) return failure(error);
    } else {
      ondemand::object object;
      ondemand::field field;
      if (auto error = document.get_object().get(object)) return failure(error);
      if (auto error = object.begin().get(member)) return failure(error);
      if (auto error = object.end().get(members_end)) return failure(error);
      if (auto error = (*member).get(field)) return failure(error);
      // Nobody reads the name, but it is checked like any other.
      Bytes name = name_of(field);
      unescaped_text.clear();
      if (auto at = csimdjson::unescape(name.start, name.end, unescaped_text)) {
        return failed(CSIMDJSON_BAD_ESCAPE, at);
      }
      if (auto error = field.value().get_array().get(array)) return failure(error);
    }
    auto error = array.begin().get(row);
    if (!error) error = array.end().get(rows_end);
    return error ? failure(error) : CSIMDJSON_OK;
  }

  /// What is written between the quotes of a member's name.
  Bytes name_of(const ondemand::field &field) const {
    auto start = reinterpret_cast<const uint8_t *>(field.key().raw());
    auto end = start;
    while (*end != '"' && *end != '\\') end++;
    return {start, *end == '"' ? end : end_of_string(end)};
  }

  CSimdJSONStatus end_rows() {
    if (form == CSIMDJSON_MEMBER_ROWS) {
      ++member;
      if (member != members_end) {
        auto error = (*member).error();
        return failure(error ? error : simdjson::TAPE_ERROR);
      }
    }
    auto status = check_end();
    return status ? status : CSIMDJSON_END;
  }

  CSimdJSONStatus check_end() {
    if (document.current_location().error() == simdjson::OUT_OF_BOUNDS) return CSIMDJSON_OK;
    return failed(CSIMDJSON_TRAILING, location());
  }

  // -- elements

  void begin_element() {
    values.clear();
    unescaped.clear();
    unescaped_text.clear();
  }

  CSimdJSONStatus end_element(CSimdJSONElement *element) {
    auto base = reinterpret_cast<const uint8_t *>(unescaped_text.data());
    for (const auto &piece : unescaped) {
      auto &value = values[piece.value];
      (piece.is_name ? value.name : value.text) = base + piece.start;
    }
    element->values = values.data();
    element->count = static_cast<uint32_t>(values.size());
    return CSIMDJSON_OK;
  }

  /// A document that is one scalar: simdjson has no value for it.
  CSimdJSONStatus read_scalar(
      CSimdJSONElement *element, ondemand::json_type type, const uint8_t *start, const uint8_t *next) {
    Bytes written = trimmed(start, next);
    if (auto status = add_scalar(type, written, {})) return status;
    if (written.end != trimmed(start, text.end).end) return failed(CSIMDJSON_TRAILING, next);
    return end_element(element);
  }

  CSimdJSONStatus add(ondemand::value &value, const Bytes &name, uint32_t depth) {
    auto token = value.raw_json_token();
    auto start = reinterpret_cast<const uint8_t *>(token.data());
    ondemand::json_type type;
    if (value.type().get(type)) return failed(CSIMDJSON_SYNTAX, start);
    if (type == ondemand::json_type::object) {
      ondemand::object object;
      if (auto error = value.get_object().get(object)) return failure(error);
      return add(object, start, name, depth);
    }
    if (type == ondemand::json_type::array) {
      ondemand::array array;
      if (auto error = value.get_array().get(array)) return failure(error);
      return add(array, start, name, depth);
    }
    if (type == ondemand::json_type::string) {
      // What is no string's end would be skipped unseen if the string were not taken.
      if (auto error = value.get_raw_json_string().error()) return failure(error);
    }
    Bytes bytes = trimmed(start, start + token.size());
    return add_scalar(type, bytes, name);
  }

  CSimdJSONStatus add(
      ondemand::object &object, const uint8_t *start, const Bytes &name, uint32_t depth) {
    size_t place = 0;
    if (auto status = begin_container(CSIMDJSON_OBJECT, start, name, depth, &place)) return status;
    for (auto result : object) {
      ondemand::field field;
      if (auto error = std::move(result).get(field)) return failure(error);
      if (auto status = add(field.value(), name_of(field), depth + 1)) return status;
    }
    return end_container(place, start);
  }

  CSimdJSONStatus add(
      ondemand::array &array, const uint8_t *start, const Bytes &name, uint32_t depth) {
    size_t place = 0;
    if (auto status = begin_container(CSIMDJSON_ARRAY, start, name, depth, &place)) return status;
    for (auto result : array) {
      ondemand::value value;
      if (auto error = std::move(result).get(value)) return failure(error);
      if (auto status = add(value, {}, depth + 1)) return status;
    }
    return end_container(place, start);
  }

  CSimdJSONStatus begin_container(
      CSimdJSONKind kind, const uint8_t *start, const Bytes &name, uint32_t depth, size_t *place) {
    if (depth > depth_limit) return failed(CSIMDJSON_TOO_DEEP, start);
    *place = values.size();
    return append(kind, {start, start}, name);
  }

  CSimdJSONStatus end_container(size_t place, const uint8_t *start) {
    // Nothing but white space stands between the bracket that closes it and what comes next.
    Bytes bytes = trimmed(start, location());
    values[place].textCount = values[place].writtenCount = static_cast<uint32_t>(bytes.count());
    values[place].end = static_cast<uint32_t>(values.size());
    return CSIMDJSON_OK;
  }

  CSimdJSONStatus add_scalar(ondemand::json_type type, const Bytes &bytes, const Bytes &name) {
    switch (type) {
      case ondemand::json_type::string: return add_string(bytes, name);
      case ondemand::json_type::number:
        if (!is_number(bytes)) return failed(CSIMDJSON_BAD_NUMBER, bytes.start);
        return append(CSIMDJSON_NUMBER, bytes, name);
      default: break;
    }
    if (is_word(bytes, "null")) return append(CSIMDJSON_NULL, bytes, name);
    if (is_word(bytes, "true")) return append(CSIMDJSON_TRUE, bytes, name);
    if (is_word(bytes, "false")) return append(CSIMDJSON_FALSE, bytes, name);
    return failed(CSIMDJSON_BAD_LITERAL, bytes.start);
  }

  CSimdJSONStatus add_string(const Bytes &bytes, const Bytes &name) {
    if (bytes.count() < 2 || bytes.end[-1] != '"') return failed(CSIMDJSON_SYNTAX, bytes.start);
    Bytes inner = {bytes.start + 1, bytes.end - 1};
    if (auto status = append(CSIMDJSON_STRING, bytes, name)) return status;
    values.back().text = inner.start;
    values.back().textCount = static_cast<uint32_t>(inner.count());
    return has_escape(inner) ? unescape(inner, values.size() - 1, false) : CSIMDJSON_OK;
  }

  CSimdJSONStatus append(CSimdJSONKind kind, const Bytes &bytes, const Bytes &name) {
    if (values.size() >= value_limit) return failed(CSIMDJSON_TOO_MANY_VALUES, bytes.start);
    values.push_back({
        name.start,
        bytes.start,
        bytes.start,
        static_cast<uint32_t>(name.count()),
        static_cast<uint32_t>(bytes.count()),
        static_cast<uint32_t>(bytes.count()),
        static_cast<uint32_t>(values.size() + 1),
        kind,
    });
    if (name.start && has_escape(name)) return unescape(name, values.size() - 1, true);
    return CSIMDJSON_OK;
  }

  CSimdJSONStatus unescape(Bytes bytes, size_t value, bool is_name) {
    size_t start = unescaped_text.size();
    if (auto at = csimdjson::unescape(bytes.start, bytes.end, unescaped_text)) {
      return failed(CSIMDJSON_BAD_ESCAPE, at);
    }
    auto count = static_cast<uint32_t>(unescaped_text.size() - start);
    (is_name ? values[value].nameCount : values[value].textCount) = count;
    unescaped.push_back({value, is_name, start});
    return CSIMDJSON_OK;
  }

  /// The quote that ends a string, from one of its escapes on; simdjson has seen that there is one.
  const uint8_t *end_of_string(const uint8_t *at) const {
    while (at < text.end && *at != '"') at += *at == '\\' ? 2 : 1;
    return std::min(at, text.end);
  }

  // -- errors

  const uint8_t *location() {
    const char *at = nullptr;
    if (document.current_location().get(at)) return text.end;
    return std::min(reinterpret_cast<const uint8_t *>(at), text.end);
  }

  CSimdJSONStatus failed(CSimdJSONStatus status, const uint8_t *at) {
    error_offset = static_cast<size_t>(at - text.start);
    return status;
  }

  CSimdJSONStatus failure(simdjson::error_code error) { return failure(error, nullptr); }

  CSimdJSONStatus failure(simdjson::error_code error, const uint8_t *at) {
    switch (error) {
      case simdjson::EMPTY: return failed(CSIMDJSON_EMPTY, text.start);
      case simdjson::CAPACITY:
      case simdjson::MEMALLOC: return failed(CSIMDJSON_NO_MEMORY, text.start);
      case simdjson::UTF8_ERROR: return failed(CSIMDJSON_BAD_UTF8, text.start);
      case simdjson::UNCLOSED_STRING: return failed(CSIMDJSON_UNCLOSED_STRING, string_fault(false));
      case simdjson::UNESCAPED_CHARS: return failed(CSIMDJSON_CONTROL_CHARACTER, string_fault(true));
      case simdjson::INCOMPLETE_ARRAY_OR_OBJECT: {
        auto end = end_of_root();
        return failed(end == text.end ? CSIMDJSON_INCOMPLETE : CSIMDJSON_TRAILING, end);
      }
      default: return failed(CSIMDJSON_SYNTAX, at ? at : location());
    }
  }

  /// Where what follows the document begins; the end of the text if nothing does, or if the document has no end.
  const uint8_t *end_of_root() const {
    size_t depth = 0;
    for (auto at = text.start; at < text.end; at++) {
      if (*at == '"') {
        at = end_of_string(at + 1);
      } else if (*at == '{' || *at == '[') {
        depth++;
      } else if ((*at == '}' || *at == ']') && --depth == 0) {
        while (++at < text.end && is_white(*at)) continue;
        return at;
      }
    }
    return text.end;
  }

  /// The first control character within a string, or the quote that opens and does not close: simdjson checks both,
  /// and does not say where.
  const uint8_t *string_fault(bool of_control) const {
    const uint8_t *open = nullptr;
    for (auto at = text.start; at < text.end; at++) {
      if (*at == '"') {
        open = open ? nullptr : at;
      } else if (*at == '\\') {
        at++;
      } else if (of_control && open && *at < 0x20) {
        return at;
      }
    }
    return open ? open : text.end;
  }
};

extern "C" {

CSimdJSONReader *csimdjson_create(uint32_t depthLimit, uint32_t valueLimit) {
  return new (std::nothrow) CSimdJSONReader(depthLimit, valueLimit);
}

void csimdjson_destroy(CSimdJSONReader *reader) { delete reader; }

CSimdJSONStatus csimdjson_read(
    CSimdJSONReader *reader, const uint8_t *text, size_t count, CSimdJSONElement *element) try {
  reader->text = {text, text + count};
  return reader->read(element);
} catch (const std::bad_alloc &) {
  return CSIMDJSON_NO_MEMORY;
}

CSimdJSONStatus csimdjson_open(
    CSimdJSONReader *reader, const uint8_t *text, size_t count, CSimdJSONForm *form) try {
  reader->text = {text, text + count};
  return reader->open(form);
} catch (const std::bad_alloc &) {
  return CSIMDJSON_NO_MEMORY;
}

CSimdJSONStatus csimdjson_next(CSimdJSONReader *reader, CSimdJSONElement *element) try {
  return reader->next(element);
} catch (const std::bad_alloc &) {
  return CSIMDJSON_NO_MEMORY;
}

size_t csimdjson_error_offset(const CSimdJSONReader *reader) { return reader->error_offset; }
}
