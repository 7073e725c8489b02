package io.retake.repl.completion;

import io.retake.core.vocabulary.Notations;
import io.retake.repl.message.ProgramMessages;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Completes names of files and clips in a sentence. */
final class PlainWords {
    private PlainWords() {}

    /**
     * Returns the index of the name being typed: the earliest at which the rest is the beginning of a known name, since
     * names can have spaces; otherwise the index of the last word.
     */
    static int word(String before, CompletionContext known) {
        String all = before.toLowerCase(Locale.ROOT);
        int longest = known.media().stream().mapToInt(String::length).max().orElse(0) + 1; // and a quote
        for (int at = Math.max(0, all.length() - longest); at < all.length(); at++) {
            boolean begins = at == 0 || !Character.isLetterOrDigit(all.charAt(at - 1));
            if (begins && !Character.isWhitespace(all.charAt(at)) && isBeginning(all.substring(at), known)) {
                return at;
            }
        }
        int at = before.length();
        while (at > 0 && !Character.isWhitespace(before.charAt(at - 1))) {
            at--;
        }
        return at;
    }

    private static boolean isBeginning(String typed, CompletionContext known) {
        String bare = typed.startsWith("\"") ? typed.substring(1) : typed;
        return !bare.isEmpty()
                && known.media().stream()
                        .anyMatch(name -> name.toLowerCase(Locale.ROOT).startsWith(bare));
    }

    static List<Choice> choices(CompletionContext known) {
        return known.media().stream()
                .map(name -> new Choice(
                        written(name),
                        name,
                        clip(name, known).orElse(ProgramMessages.text("completion.file")),
                        "",
                        false))
                .toList();
    }

    private static Optional<String> clip(String name, CompletionContext known) {
        return known.clips().stream()
                .filter(clip -> clip.name().equals(name))
                .map(clip -> ProgramMessages.text("completion.clip", clip.number()))
                .findFirst();
    }

    /** Quotes a name unless it is one plain word. */
    private static String written(String name) {
        return name.matches("[\\p{L}\\p{N}._-]+") ? name : Notations.TEXT.write(name);
    }
}
