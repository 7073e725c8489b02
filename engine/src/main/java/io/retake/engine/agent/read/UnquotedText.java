package io.retake.engine.agent.read;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds where text without quotation marks ends: words that say nothing in a sentence belong to it. */
final class UnquotedText {
    private static final Pattern WORD = Pattern.compile("\\s*+(\\p{IsHan}|[\\p{L}'’]++)");
    /** They end the sentence rather than the text. */
    private static final Set<String> POLITE = Set.of("thanks", "thx", "谢", "吧", "呢", "啊", "哦", "嗯", "了");

    private UnquotedText() {}

    /**
     * Returns the end of the text.
     *
     * @param from the end of the last word of it that says something in a sentence
     */
    static int end(String source, int from) {
        int end = from;
        Matcher word = WORD.matcher(source);
        while (word.region(end, source.length()).lookingAt()
                && isFiller(word.group(1).toLowerCase(Locale.ROOT))) {
            end = word.end();
        }
        return end;
    }

    private static boolean isFiller(String word) {
        boolean han = Character.UnicodeScript.of(word.codePointAt(0)) == Character.UnicodeScript.HAN;
        Lexicon lexicon = han ? Lexicon.CHINESE : Lexicon.ENGLISH;
        return !POLITE.contains(word)
                && lexicon.find(word)
                        .filter(m -> m.kind() == Kind.FILLER || m.kind() == Kind.ARTICLE)
                        .isPresent();
    }
}
