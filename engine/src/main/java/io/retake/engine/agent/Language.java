package io.retake.engine.agent;

/** The languages the agent reads and answers in. */
enum Language {
    ENGLISH,
    CHINESE;

    /** The language of a message: Chinese as soon as a Han character stands outside of quotes in it. */
    static Language of(String words) {
        return words.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN)
                ? CHINESE
                : ENGLISH;
    }
}
