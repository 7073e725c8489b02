package io.retake.engine.media.check;

/** A file must not be opened. The message continues a sentence that begins with the file's name. */
final class FileRefused extends Exception {
    private static final long serialVersionUID = 1L;

    FileRefused(String why) {
        super(why, null, false, false);
    }

    static FileRefused cutOff(String what) {
        return new FileRefused("is cut off: " + what + ". Copy or download it again.");
    }

    static FileRefused damaged(String what) {
        return new FileRefused("is damaged: " + what + ". Copy or download it again.");
    }

    /** Refuses a file that would decompress to far more than its size. */
    static FileRefused swollen(String what) {
        return new FileRefused("can't be used: " + what
                + ". No real file is like that; export it again from the program that" + " made it, without metadata.");
    }
}
