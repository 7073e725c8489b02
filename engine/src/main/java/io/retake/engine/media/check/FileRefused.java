package io.retake.engine.media.check;

import io.retake.engine.phrase.EngineMessages;

/** A file must not be opened. The message continues a sentence that begins with the file's name. */
final class FileRefused extends Exception {
    private static final long serialVersionUID = 1L;

    FileRefused(String why) {
        super(why, null, false, false);
    }

    static FileRefused cutOff(String what) {
        return new FileRefused(EngineMessages.text("damage.cut-off", what));
    }

    static FileRefused damaged(String what) {
        return new FileRefused(EngineMessages.text("damage.damaged", what));
    }

    /** Refuses a file that would decompress to far more than its size. */
    static FileRefused swollen(String what) {
        return new FileRefused(EngineMessages.text("damage.swollen", what));
    }
}
