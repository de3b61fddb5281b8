// XML through expat, within limits of depth, elements and memory.

#include "CWorkbook.h"

#include <expat.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { DEEPEST = 64, MOST_ELEMENTS = 500000, MOST_MEMORY = 24 * 1024 * 1024 };

struct reading {
  const struct cw_xml_events *events;
  XML_Parser parser;
  enum cw_xml_result result;
  int depth;
  int elements;
};

// Memory. What one parser holds at a time is counted: it lives and dies within one call of one thread.

static _Thread_local size_t held;

union block {
  size_t size;
  max_align_t alignment;
};

static void *sized(void *old, size_t size) {
  size_t before = old == NULL ? 0 : ((union block *)old - 1)->size;
  if (size > MOST_MEMORY || held - before > MOST_MEMORY - size) return NULL;
  union block *block = realloc(old == NULL ? NULL : (union block *)old - 1, sizeof *block + size);
  if (block == NULL) return NULL;
  held = held - before + size;
  block->size = size;
  return block + 1;
}

static void *new_memory(size_t size) { return sized(NULL, size); }

static void free_memory(void *memory) {
  if (memory == NULL) return;
  union block *block = (union block *)memory - 1;
  held -= block->size;
  free(block);
}

// Events.

static void stop(struct reading *reading, enum cw_xml_result result) {
  if (reading->result == CW_XML_DONE) reading->result = result;
  XML_StopParser(reading->parser, XML_FALSE);
}

// The local name of an element of a workbook or of relationships; NULL for any other.
static const char *known(const char *name) {
  static const char *const namespaces[] = {
      "http://schemas.openxmlformats.org/spreadsheetml/2006/main|",
      "http://purl.oclc.org/ooxml/spreadsheetml/main|",
      "http://schemas.openxmlformats.org/package/2006/relationships|",
  };
  for (size_t index = 0; index < sizeof namespaces / sizeof *namespaces; index++) {
    size_t length = strlen(namespaces[index]);
    if (strncmp(name, namespaces[index], length) == 0) return name + length;
  }
  return NULL;
}

static void on_start(void *context, const XML_Char *name, const XML_Char **attributes) {
  struct reading *reading = context;
  reading->depth++;
  reading->elements++;
  if (reading->depth > DEEPEST || reading->elements > MOST_ELEMENTS) {
    stop(reading, CW_XML_TOO_LARGE);
    return;
  }
  const char *local = known(name);
  if (local != NULL) reading->events->start(reading->events->context, local, attributes);
}

static void on_end(void *context, const XML_Char *name) {
  struct reading *reading = context;
  reading->depth--;
  const char *local = known(name);
  if (local != NULL) reading->events->end(reading->events->context, local);
}

static void on_text(void *context, const XML_Char *text, int count) {
  struct reading *reading = context;
  reading->events->text(reading->events->context, text, count);
}

static void on_document_type(void *context, const XML_Char *name, const XML_Char *system, const XML_Char *public_name,
                             int has_subset) {
  (void)name;
  (void)system;
  (void)public_name;
  (void)has_subset;
  stop(context, CW_XML_BROKEN);
}

enum cw_xml_result cw_read_xml(const void *bytes, size_t count, const struct cw_xml_events *events) {
  if (count > INT_MAX) return CW_XML_TOO_LARGE;
  const XML_Memory_Handling_Suite memory = {new_memory, sized, free_memory};
  held = 0;
  struct reading reading = {.events = events, .parser = XML_ParserCreate_MM(NULL, &memory, "|")};
  if (reading.parser == NULL) return CW_XML_TOO_LARGE;
  XML_SetUserData(reading.parser, &reading);
  XML_SetElementHandler(reading.parser, on_start, on_end);
  XML_SetCharacterDataHandler(reading.parser, on_text);
  XML_SetStartDoctypeDeclHandler(reading.parser, on_document_type);
  if (XML_Parse(reading.parser, bytes, (int)count, XML_TRUE) == XML_STATUS_ERROR && reading.result == CW_XML_DONE)
    reading.result = XML_GetErrorCode(reading.parser) == XML_ERROR_NO_MEMORY ? CW_XML_TOO_LARGE : CW_XML_BROKEN;
  XML_ParserFree(reading.parser);
  return reading.result;
}

int cw_number(double number, char *text, size_t capacity) { return snprintf(text, capacity, "%.15g", number); }
