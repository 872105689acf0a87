#pragma once

// Debian's libxml2 converts by ICU, and its headers then include ICU's: another version of those that
// Foundation brings, which one program cannot know at the same time. Nothing here looks into the structure
// of converters, the only place where it shows.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED

#include <libxml/parser.h>
#include <libxml/HTMLparser.h>
