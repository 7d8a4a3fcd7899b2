#ifndef CSIMDJSON_H
#define CSIMDJSON_H

// JSON (RFC 8259) through simdjson's on-demand parser, an element at a time: every value of it is visited and
// checked, also those that nobody reads, and handed out as one flat list. Numbers stay the digits they are.

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// A parser and what it has just read. Not for more than one thread at a time.
typedef struct CSimdJSONReader CSimdJSONReader;

/// Bytes that must be readable after every text. The first of them must be no bracket and no comma: simdjson looks at
/// it where a text ends too early.
enum { CSIMDJSON_PADDING = 64 };

typedef enum {
  CSIMDJSON_OK,
  /// There are no more elements, and nothing follows the document.
  CSIMDJSON_END,
  /// Nothing but white space.
  CSIMDJSON_EMPTY,
  /// A bracket, comma, colon or value is not where it ought to be.
  CSIMDJSON_SYNTAX,
  /// The text ends within an object or an array.
  CSIMDJSON_INCOMPLETE,
  CSIMDJSON_UNCLOSED_STRING,
  CSIMDJSON_CONTROL_CHARACTER,
  CSIMDJSON_BAD_UTF8,
  CSIMDJSON_BAD_ESCAPE,
  CSIMDJSON_BAD_NUMBER,
  /// A word that is not true, false or null.
  CSIMDJSON_BAD_LITERAL,
  /// Something follows the document.
  CSIMDJSON_TRAILING,
  CSIMDJSON_TOO_DEEP,
  CSIMDJSON_TOO_MANY_VALUES,
  CSIMDJSON_NO_MEMORY,
} CSimdJSONStatus;

typedef enum : uint8_t {
  CSIMDJSON_NULL,
  CSIMDJSON_TRUE,
  CSIMDJSON_FALSE,
  CSIMDJSON_NUMBER,
  CSIMDJSON_STRING,
  CSIMDJSON_ARRAY,
  CSIMDJSON_OBJECT,
} CSimdJSONKind;

/// A value, followed in the list by all that it holds.
typedef struct {
  /// The name of the member whose value this is, unescaped; none within an array.
  const uint8_t *_Nullable name;
  /// A string unescaped, anything else as it is written.
  const uint8_t *_Nonnull text;
  /// The value as it is written.
  const uint8_t *_Nonnull written;
  uint32_t nameCount;
  uint32_t textCount;
  uint32_t writtenCount;
  /// The place in the list after all that this value holds.
  uint32_t end;
  CSimdJSONKind kind;
} CSimdJSONValue;

/// A value with all that it holds, until the reader reads on: the value itself comes first.
typedef struct {
  const CSimdJSONValue *_Nullable values;
  uint32_t count;
} CSimdJSONElement;

typedef enum {
  /// An array, whose elements follow.
  CSIMDJSON_ROWS,
  /// An object with exactly one member, an array that is empty or holds an object: its elements follow.
  CSIMDJSON_MEMBER_ROWS,
  /// Any other object, which is the only element.
  CSIMDJSON_ONE_ROW,
  /// A string, a number or a word, which is the only element.
  CSIMDJSON_SCALAR,
} CSimdJSONForm;

/// A reader of texts that nest at most `depthLimit` levels, and whose elements hold at most `valueLimit` values each;
/// null where there is no memory.
CSimdJSONReader *_Nullable csimdjson_create(uint32_t depthLimit, uint32_t valueLimit);

void csimdjson_destroy(CSimdJSONReader *_Nullable reader);

/// Reads one value that is the whole text. The text stays the caller's, and must stay as long as the element is used.
CSimdJSONStatus csimdjson_read(
    CSimdJSONReader *_Nonnull reader, const uint8_t *_Nonnull text, size_t count, CSimdJSONElement *_Nonnull element);

/// Begins a document whose elements `csimdjson_next` then gives; below 4 GiB.
CSimdJSONStatus csimdjson_open(
    CSimdJSONReader *_Nonnull reader, const uint8_t *_Nonnull text, size_t count, CSimdJSONForm *_Nonnull form);

/// The next element of the document.
CSimdJSONStatus csimdjson_next(CSimdJSONReader *_Nonnull reader, CSimdJSONElement *_Nonnull element);

/// Where in the text the reader came upon what its last status says.
size_t csimdjson_error_offset(const CSimdJSONReader *_Nonnull reader);

#ifdef __cplusplus
}
#endif

#endif
