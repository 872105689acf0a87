#include <dlfcn.h>
#include <histedit.h>
#include <locale.h>
#include <stdio.h>

// Swift can neither call functions of variable arguments nor name `stdin` and `stderr`. The library is loaded when
// the first prompt needs it: most commands have none, and it would cost each of them a tenth of its start.

// The library; NULL where the machine has none.
static inline void *edit_library(void) {
  static void *library;
  if (!library) library = dlopen("libedit.so.2", RTLD_NOW | RTLD_LOCAL);
  return library;
}

// A function of the library, of the type that its header says.
#define EDIT(name) ((__typeof__(&name))dlsym(edit_library(), #name))

// The prompt is the editor's client data.
static inline char *edit_prompt(EditLine *editor) {
  void *prompt = NULL;
  EDIT(el_get)(editor, EL_CLIENTDATA, &prompt);
  return prompt ? (char *)prompt : (char *)"";
}

// Starts an editor that reads standard input and shows what is typed on standard error; NULL where there is none.
static inline EditLine *edit_start(const char *program) {
  if (!edit_library()) return NULL;
  EditLine *editor = EDIT(el_init)(program, stdin, stderr, stderr);
  if (!editor) return NULL;
  __typeof__(&el_set) set = EDIT(el_set);
  set(editor, EL_EDITOR, "emacs");
  set(editor, EL_SIGNAL, 1);
  set(editor, EL_PROMPT, edit_prompt);
  set(editor, EL_BIND, "^I", "ed-insert", NULL);
  set(editor, EL_BIND, "^R", "em-inc-search-prev", NULL);
  set(editor, EL_BIND, "^W", "ed-delete-prev-word", NULL);
  return editor;
}

// Shows a prompt, which must live until the next one is shown, and reads a line.
static inline const char *edit_read(EditLine *editor, char *prompt, int *count) {
  EDIT(el_set)(editor, EL_CLIENTDATA, prompt);
  return EDIT(el_gets)(editor, count);
}

// Starts a history of so many lines, none of them twice in a row, that the arrows go through.
static inline History *edit_start_history(EditLine *editor, int lines) {
  History *kept = EDIT(history_init)();
  if (!kept) return NULL;
  HistEvent event;
  EDIT(history)(kept, &event, H_SETSIZE, lines);
  EDIT(history)(kept, &event, H_SETUNIQUE, 1);
  EDIT(el_set)(editor, EL_HIST, EDIT(history), kept);
  return kept;
}

// Adds a line to a history.
static inline void edit_remember(History *kept, const char *line) {
  HistEvent event;
  EDIT(history)(kept, &event, H_ENTER, line);
}

// Ends an editor and its history.
static inline void edit_end(EditLine *editor, History *kept) {
  EDIT(el_end)(editor);
  if (kept) EDIT(history_end)(kept);
}
