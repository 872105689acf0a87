// Writes the cells of a CSV file to a workbook by libxlsxwriter and nothing else, to compare with.
//
//     sheet FILE.csv FILE.xlsx KINDS
//
// KINDS has a letter a column: t for texts, m for amounts of two decimals. It is as plain as such a program can be: row
// by row in constant memory, a bold heading that stays, filters, and columns of one width.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <xlsxwriter.h>

static char *read_file(const char *path) {
  FILE *file = fopen(path, "rb");
  if (!file) return NULL;
  fseek(file, 0, SEEK_END);
  long size = ftell(file);
  rewind(file);
  char *text = malloc(size + 1);
  if (text) text[fread(text, 1, size, file)] = 0;
  fclose(file);
  return text;
}

// Ends the cell that begins here, without its quotes, and answers where the next one begins; `end` is what stood behind it.
static char *cut_cell(char *at, char **cell, char *end) {
  char *to = at;
  *cell = at;
  if (*at == '"') {
    for (at++; *at && !(*at == '"' && at[1] != '"'); at++) {
      if (*at == '"') at++;
      *to++ = *at;
    }
    if (*at) at++;
  } else {
    while (*at && *at != ',' && *at != '\n' && *at != '\r') at++;
    to = at;
  }
  *end = *at;
  if (*at == '\r') at++;
  if (*end == '\r') *end = '\n';
  char *next = *at ? at + 1 : at;
  *to = 0;
  return next;
}

int main(int count, char **words) {
  if (count != 4) return 64;
  char *at = read_file(words[1]);
  if (!at) return 66;
  if (!strncmp(at, "\xEF\xBB\xBF", 3)) at += 3;
  const char *kinds = words[3];
  int columns = (int)strlen(kinds);
  lxw_workbook_options options = {.constant_memory = LXW_TRUE};
  lxw_workbook *book = workbook_new_opt(words[2], &options);
  lxw_worksheet *page = workbook_add_worksheet(book, NULL);
  lxw_format *bold = workbook_add_format(book), *money = workbook_add_format(book);
  format_set_bold(bold);
  format_set_num_format(money, "#,##0.00");
  worksheet_set_column(page, 0, columns - 1, 16, NULL);
  worksheet_freeze_panes(page, 1, 0);
  lxw_row_t row = 0;
  while (*at) {
    char end = ',';
    for (int column = 0; end == ','; column++) {
      char *cell;
      at = cut_cell(at, &cell, &end);
      if (column >= columns || !*cell) continue;
      if (row > 0 && kinds[column] == 'm')
        worksheet_write_number(page, row, column, strtod(cell, NULL), money);
      else
        worksheet_write_string(page, row, column, cell, row ? NULL : bold);
    }
    row++;
  }
  worksheet_autofilter(page, 0, 0, row - 1, columns - 1);
  return workbook_close(book) == LXW_NO_ERROR ? 0 : 1;
}
