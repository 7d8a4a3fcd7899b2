#include <libxml/xmlversion.h>
/* Debian's headers draw in those of ICU, which contradict the ICU of Foundation. Only the handlers of encodings,
   which nobody here looks into, are declared otherwise without it. */
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
