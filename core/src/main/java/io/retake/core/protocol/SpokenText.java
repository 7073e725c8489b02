package io.retake.core.protocol;

import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Assembles the text of one reply from its pieces without repeating any, and hands it on in whole sentences, cleaned
 * and translated. Drops a closing "I encountered a temporary issue" after normal text. Not thread-safe.
 */
public final class SpokenText {
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final Pattern TEMPORARY_ISSUE = Pattern.compile(
            "^\\W*(?:(?:sorry|i'm sorry|i apologi[sz]e)[,.]?\\s*(?:but\\s+)?)?(?:it (?:seems|looks like)\\s+)?I(?:'ve| have)?"
                    + " encountered a temporary issue|^\\W*我?遇到了?一?个?(?:临时|暂时)(?:性的?)?问题",
            FLAGS);
    private static final Pattern EXCUSE =
            Pattern.compile("\\b(?:try again|retry|later|apologi|sorry|in a moment)|重试|再试|稍后|抱歉", FLAGS);
    private static final int LONGEST_SENTENCE = 8000;
    private static final String ENDS_A_SENTENCE = ".!?。！？:：";

    private final Consumer<GuiTranslation> listener;
    private final StringBuilder pieces = new StringBuilder();
    private final StringBuilder pending = new StringBuilder();
    private final StringBuilder heldBack = new StringBuilder();
    private boolean spoken;
    private boolean complete;
    private char last = '\n';

    public SpokenText(Consumer<GuiTranslation> listener) {
        this.listener = listener;
    }

    /** Takes the next text, and hands on the sentences that it completes. */
    public void add(AgentEvent.Text text) {
        switch (text.span()) {
            case PIECE -> {
                if (complete) {
                    newParagraph();
                }
                complete = false;
                pieces.append(text.text());
                append(text.text());
            }
            case WHOLE -> whole(text.text());
            case NEXT -> next(text.text());
        }
    }

    /** Hands on the remaining text. */
    public void finish() {
        if (!pending.isEmpty()) {
            finishSentence();
        }
        if (!spoken) {
            release();
        }
        heldBack.setLength(0);
    }

    /**
     * Takes a complete text of ADK: only what its pieces did not contain is new. Several parts may share the pieces.
     */
    private void whole(String text) {
        String known = pieces.toString();
        complete = true;
        if (known.startsWith(text)) {
            pieces.delete(0, text.length());
            return;
        }
        pieces.setLength(0);
        if (!known.isEmpty() && text.startsWith(known)) {
            append(text.substring(known.length()));
        } else if (!squeezed(known).equals(squeezed(text))) {
            newParagraph();
            append(text);
        }
    }

    /** Takes the next part of a running text; a stream of sentences instead of tokens has no space between them. */
    private void next(String text) {
        boolean glued = ENDS_A_SENTENCE.indexOf(last) >= 0
                && !text.isEmpty()
                && Character.isLetter(text.codePointAt(0))
                && !Character.isLowerCase(text.codePointAt(0));
        if (glued) {
            newParagraph();
        }
        append(text);
    }

    private void newParagraph() {
        if (!Character.isWhitespace(last)) {
            append("\n");
        }
    }

    private void append(String text) {
        if (text.isEmpty()) {
            return;
        }
        last = text.charAt(text.length() - 1);
        pending.append(text);
        int start = 0;
        String all = pending.toString();
        for (int end = SentenceSplitter.next(all, 0); end > 0; end = SentenceSplitter.next(all, start)) {
            sentence(all.substring(start, end));
            start = end;
        }
        pending.delete(0, start);
        if (pending.length() > LONGEST_SENTENCE) {
            finishSentence();
        }
    }

    /** Ends an overlong sentence: the open text is scanned again with each piece. */
    private void finishSentence() {
        String rest = pending.toString();
        pending.setLength(0);
        sentence(rest);
    }

    private void sentence(String sentence) {
        boolean excuse = heldBack.length() > 0
                && (sentence.isBlank() || EXCUSE.matcher(sentence).find());
        if (excuse || TEMPORARY_ISSUE.matcher(sentence).find()) {
            heldBack.append(sentence);
            return;
        }
        release();
        say(sentence);
    }

    /** Hands on a closing phrase after all, because more text followed it. */
    private void release() {
        String text = heldBack.toString();
        heldBack.setLength(0);
        if (!text.isEmpty()) {
            say(text);
        }
    }

    private void say(String text) {
        GuiTranslation translated = GuiTranslation.of(TerminalText.clean(text));
        spoken |= !translated.text().isBlank();
        if (!translated.text().isEmpty() || !translated.actions().isEmpty()) {
            listener.accept(translated);
        }
    }

    private static String squeezed(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }
}
