/* What a stub answers if it is ever called, which no render does: these libraries are for
   screens, sound cards and video hardware, and Retake reads and writes files only. */
#define TEXT "not part of the FFmpeg that comes with Retake"
#define STUB_null(name) void *name(void) { return 0; }
#define STUB_fail(name) int name(void) { return -38; /* ENOSYS */ }
#define STUB_text(name) const char *name(void) { return TEXT; }
