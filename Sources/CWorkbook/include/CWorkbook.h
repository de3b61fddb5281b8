// What Swift needs of the C libraries for workbooks: libxlsxwriter, loaded when it is asked for, minizip over bytes in
// memory, and expat within limits.
#ifndef CWORKBOOK_H
#define CWORKBOOK_H

#include <minizip/unzip.h>
#include <stdbool.h>
#include <stddef.h>
#include <xlsxwriter.h>

#pragma clang assume_nonnull begin

// Writing.

// The functions of libxlsxwriter by their own names, from its shared library.
#define CW_FUNCTIONS(each)                                                                                            \
  each(workbook_new) each(workbook_add_format) each(workbook_add_worksheet) each(workbook_set_properties)             \
  each(workbook_close)                                                                             \
  each(worksheet_set_column) each(worksheet_set_row_opt) each(worksheet_write_string) each(worksheet_write_number)    \
  each(worksheet_write_url_opt) each(worksheet_merge_range)                                                           \
  each(worksheet_data_validation_range) each(worksheet_conditional_format_range)                                      \
  each(worksheet_set_landscape) each(worksheet_set_paper) each(worksheet_set_margins) each(worksheet_fit_to_pages)    \
  each(worksheet_set_header) each(worksheet_set_footer) each(worksheet_repeat_rows) each(worksheet_freeze_panes)      \
  each(worksheet_protect)                                                                                             \
  each(format_set_font_name) each(format_set_font_size) each(format_set_bold) each(format_set_font_color)             \
  each(format_set_underline) each(format_set_text_wrap) each(format_set_align) each(format_set_border)                \
  each(format_set_bg_color) each(format_set_num_format)

struct cw_functions {
#define CW_DECLARE(name) __typeof__(name) *name;
  CW_FUNCTIONS(CW_DECLARE)
#undef CW_DECLARE
};

// Loads the library at the first call; NULL where it is not installed or lacks a function.
const struct cw_functions *_Nullable cw_load(void);
// The Debian package that holds the library, of the version that the program was built with.
const char *cw_package(void);
// A file in memory, without a name; below 0 where there is none to be had.
int cw_memory_file(void);
// Writes a workbook and ends it, after cw_load. What the library says of a failure in English is not printed.
lxw_error cw_close(lxw_workbook *workbook);

// Reading.

// Opens a zip that stands in memory and stays there until unzClose; NULL where it is none.
unzFile _Nullable cw_open_zip(const void *bytes, size_t count);

// What is told of an XML text; names are local ones, those of attributes with a namespace end in "|name".
struct cw_xml_events {
  void *context;
  void (*start)(void *context, const char *name, const char *_Nullable *_Nonnull attributes);
  void (*end)(void *context, const char *name);
  void (*text)(void *context, const char *bytes, int count);
};

enum cw_xml_result { CW_XML_DONE, CW_XML_BROKEN, CW_XML_TOO_LARGE };

// Reads a whole XML text and tells the elements of workbooks and of relationships, and no others. A document type, and
// with it every entity, is broken; too deep, too many elements or too much memory is too large.
enum cw_xml_result cw_read_xml(const void *bytes, size_t count, const struct cw_xml_events *events);

// A number with 15 digits, as Excel shows it; gives its length.
int cw_number(double number, char *text, size_t capacity);

#pragma clang assume_nonnull end

#endif
