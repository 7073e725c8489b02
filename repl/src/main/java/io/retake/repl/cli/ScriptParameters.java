package io.retake.repl.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A script's own parameters on the command line: {@code --name value}, {@code --name=value}, or {@code --name} alone
 * for true. A value may begin with one hyphen, as {@code -6dB} does, not with two.
 */
final class ScriptParameters {
    private ScriptParameters() {}

    /** By name, in their order; a name given twice counts with its last value. */
    static Map<String, String> parse(List<String> words) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            int equals = word.indexOf('=');
            if (!isName(word)) {
                throw new CommandFailure(
                        ExitCode.WRONG,
                        "'" + word + "' belongs to no parameter.",
                        "A script's parameters are given as --name value; 'retake run SCRIPT --help' lists them.",
                        null);
            } else if (equals > 0) {
                parameters.put(word.substring(2, equals), word.substring(equals + 1));
            } else if (i + 1 < words.size() && !isName(words.get(i + 1))) {
                parameters.put(word.substring(2), words.get(++i));
            } else {
                parameters.put(word.substring(2), "true");
            }
        }
        return parameters;
    }

    private static boolean isName(String word) {
        return word.length() > 2 && word.startsWith("--") && word.charAt(2) != '=';
    }
}
