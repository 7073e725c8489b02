package io.retake.repl.shell.history;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Detects secrets in lines. A line that contains one is not recorded at all: a masked line can't be re-run, and a mask that
 * covers too little can't be taken back. When in doubt, a line is left out.
 */
public final class Secrets {
    private static final int SHORTEST = 6;
    private static final List<String> WORDS = List.of("TOKEN", "KEY", "APIKEY", "SECRET", "PASSWORD", "PASSWD");

    /** A holder class, so that the first line loads the patterns and not the start of the prompt. */
    private static final class SecretPatterns {
        private static final String NAME =
                "(?:\\w*token|\\w*secret|\\w*passw(?:or)?d|passphrase|(?:api|access|private)[-_ ]?key|authorization)";
        static final Pattern ALL = Pattern.compile(
                "^\\s*/\\w+\\s+['\"]?https?://\\S+\\s+\\S" // something after the address of a backend
                        + "|^\\s*/(?:backend|connect)\\s+(?!(?:local|cloud|https?://[^\\s?#@]+)\\s*$)\\S" // or in its
                        // place
                        + "|\\b(?:nmv|clm)_\\w" // this program's own
                        + "|\\bbearer\\s+\\S"
                        + "|\\bsk-[\\w-]{8}|\\bgh[a-z]_\\w{16}|\\bgithub_pat_|\\bglpat-|\\bxox[a-z]-|\\bAKIA[0-9A-Z]{12}"
                        + "|\\beyJ[\\w-]{8,}\\.[\\w-]{8,}\\.|-----BEGIN" // tokens in JSON, keys in PEM
                        + "|://[^/\\s'\"?#]*@" // somebody's name or password in an address
                        + "|[?&#](?:[\\w-]*(?:token|signature|secret|password|credential)|(?:api|access)?[-_]?key|sig|auth|pwd|ct)="
                        + "|\\b" + NAME + "['\"]?\\s*[=:(]\\s*\\S" // token=…, password: …, setToken(…)
                        + "|\\b" + NAME
                        + "\\s+(?:is\\s+)?(?:['\"]\\S|(?=\\S*\\d)\\S{6})", // token '…', password hunter2
                Pattern.CASE_INSENSITIVE);
    }

    private final List<String> known;

    private Secrets(List<String> known) {
        this.known = known;
    }

    /** Creates a detector of the known formats of secrets and of those in environment variables. */
    public static Secrets of(Map<String, String> environment) {
        return new Secrets(environment.entrySet().stream()
                .filter(variable -> isSecret(variable.getKey()))
                .map(variable -> variable.getValue().strip())
                .filter(value -> value.length() >= SHORTEST)
                .toList());
    }

    /** Matches whole words of the name: {@code KEYBOARD} holds no key. */
    private static boolean isSecret(String variable) {
        for (String word : variable.toUpperCase(Locale.ROOT).split("_", -1)) {
            if (WORDS.contains(word)) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether a text contains a secret. */
    public boolean in(String text) {
        return known.stream().anyMatch(text::contains)
                || SecretPatterns.ALL.matcher(text).find();
    }
}
