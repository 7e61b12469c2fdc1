#include <libxml/xmlversion.h>
// The headers of ICU would clash with Foundation's own copy of them; nothing that Plenum calls depends on it.
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
