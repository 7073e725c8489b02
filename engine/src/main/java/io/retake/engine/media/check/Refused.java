package io.retake.engine.media.check;

/** A file is not to be opened. The message goes on a sentence that begins with the file's name. */
final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    Refused(String why) {
        super(why, null, false, false);
    }

    static Refused cutOff(String what) {
        return new Refused("is cut off: " + what + ". Copy or download it again.");
    }

    static Refused damaged(String what) {
        return new Refused("is damaged: " + what + ". Copy or download it again.");
    }

    /** A file that would unfold to far more than it is. */
    static Refused swollen(String what) {
        return new Refused("can't be used: " + what
                + ". No real file is like that; export it again from the program that" + " made it, without metadata.");
    }
}
