package io.retake.nlu.text;

/** The kinds of word. */
public enum WordKind {
    /** Letters of a script with spaces between words. */
    LETTERS,
    /** One Chinese character. */
    HAN,
    /** Digits, with a decimal point at most. */
    NUMBER,
    /** Digits with colons: a time, or a ratio. */
    CLOCK,
    /** Text in quotation marks. */
    QUOTED,
    /** A file name. */
    FILE,
    /** Punctuation. */
    MARK
}
