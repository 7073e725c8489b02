package io.retake.dsl.run;

import java.util.function.ToIntFunction;

/** Finds the line of a script in the stack. */
final class ScriptLines {
    private static final String SCRIPT = "Script_";

    private ScriptLines() {}

    /** Returns the line that this thread is running; 0 when unknown. */
    static int current() {
        return StackWalker.getInstance()
                .walk(frames -> frames.filter(f -> f.getClassName().startsWith(SCRIPT) && f.getLineNumber() > 0)
                        .findFirst()
                        .map(StackWalker.StackFrame::getLineNumber)
                        .orElse(0));
    }

    /** Returns the script's line that threw an exception; 0 when there is none. */
    static int of(Throwable thrown, ToIntFunction<StackTraceElement> own) {
        for (StackTraceElement element : thrown.getStackTrace()) {
            int line = own.applyAsInt(element);
            if (line > 0) {
                return line;
            }
        }
        return thrown.getCause() == null ? 0 : of(thrown.getCause(), own);
    }
}
