package io.retake.dsl.prompt;

import io.retake.core.vocabulary.Sentences;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The classification of a typed text. Evaluates, compiles and looks up nothing outside this class, so that it can run
 * at every keystroke.
 *
 * @param kind the kind of input
 * @param text the text to evaluate: without the marks that force a sentence or the background
 * @param complete false when a statement continues in the next line
 * @param background whether it ends in {@code &}: it runs while the next line is typed
 */
public record Reading(Kind kind, String text, boolean complete, boolean background) {

    private static final Pattern BACK = Pattern.compile("(?s)(?:undo|redo|restore|checkpoint)\\b(?!\\s*[=.]).*");

    /** The kind of a line. */
    public enum Kind {
        /** Empty. */
        EMPTY,
        /** A command of the prompt itself: {@code /timeline}. */
        COMMAND,
        /** A statement of the language. */
        STATEMENT,
        /** Plain words. */
        SENTENCE
    }

    /**
     * Classifies a text.
     *
     * @param names the variables and methods that earlier lines declared
     */
    public static Reading of(String typed, Set<String> names) {
        String text = typed.strip();
        if (text.isEmpty()) {
            return new Reading(Kind.EMPTY, "", true, false);
        }
        if (text.startsWith("/") && !text.startsWith("//") && !text.startsWith("/*")) {
            return new Reading(Kind.COMMAND, text.substring(1), true, false);
        }
        if (text.startsWith(">")) {
            return sentence(text.substring(1).strip());
        }
        if (text.startsWith("'")) {
            boolean closed = text.length() > 1 && text.endsWith("'");
            return sentence(text.substring(1, text.length() - (closed ? 1 : 0)).strip());
        }
        boolean background = text.endsWith("&") && !text.endsWith("&&");
        String work = background ? text.substring(0, text.length() - 1).strip() : text;
        if (new StatementShape(names).fits(work)) {
            return new Reading(Kind.STATEMENT, work, Completeness.of(work), background);
        }
        return new Reading(Kind.SENTENCE, work, true, background);
    }

    /** Returns whether it only undoes, redoes, saves or restores versions of the timeline. */
    public boolean goesBack() {
        return switch (kind) {
            case STATEMENT -> BACK.matcher(text).matches();
            case SENTENCE -> Sentences.valid(text).filter(StepText::isBack).isPresent();
            case COMMAND, EMPTY -> false;
        };
    }

    private static Reading sentence(String text) {
        boolean background = text.endsWith("&");
        String work = background ? text.substring(0, text.length() - 1).strip() : text;
        return new Reading(work.isEmpty() ? Kind.EMPTY : Kind.SENTENCE, work, true, background);
    }
}
