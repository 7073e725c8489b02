package io.retake.nlu.frame;

import java.util.Set;

/** The categories that the reader itself knows; frames name all others. */
final class Categories {
    /** Categories that ask for nothing and mean nothing. */
    static final Set<String> FREE = Set.of("filler", "glue", "light", "polite");
    /** Categories that change what a clause means: a reading that has no place for one isn't what was said. */
    static final Set<String> DANGER =
            Set.of("not", "only", "except", "if", "other", "deictic", "question", "instead", "again", "trap");
    /** Of these, the ones that say of what it is asked. */
    static final Set<String> SCOPE = Set.of("only", "except", "other", "deictic");

    /** Beside a value alone, what says that it stands for another one: "25 % instead", "25 %, not 50". */
    static final Set<String> OTHERWISE = Set.of("instead", "not.value");

    /** Categories that say in which direction: a request that has no place for one may be the opposite of what was said. */
    static final Set<String> POLAR = Set.of(
            "add",
            "plus",
            "plus.add",
            "remove",
            "off",
            "gone",
            "no.more",
            "undo.word",
            "less",
            "minus",
            "down",
            "more",
            "up");

    /** Of these, the ones that take something away. */
    static final Set<String> TAKING_AWAY = Set.of("remove", "off", "gone", "no.more", "undo.word", "less", "minus");

    /** Categories of values, which a clause may have without a head. */
    static final Set<String> VALUES = Set.of(
            "part",
            "range",
            "time",
            "duration",
            "percent",
            "decibel",
            "factor",
            "number",
            "size",
            "ratio",
            "rate",
            "position",
            "area",
            "strength",
            "degree",
            "delta",
            "file",
            "quoted",
            "numbers",
            "exception",
            "lufs");

    /** Categories that a remark may have as well as a request. */
    static final Set<String> TOLD = Set.of(
            "and",
            "then",
            "also",
            "reason",
            "remark",
            "footage",
            "picture",
            "number",
            "count",
            "degree",
            "complaint",
            "thanks",
            "greeting");

    /** The category of phrases that ask for nothing, wherever they stand in a remark. */
    static final String TOLD_PHRASE = "told";

    private Categories() {}
}
