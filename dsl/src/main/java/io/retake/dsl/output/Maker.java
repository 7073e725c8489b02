package io.retake.dsl.output;

import java.util.List;

/**
 * The maker of a film, as remembered between runs.
 *
 * @param key the same for two films when the same script made them with the same parameters from the same uploads
 * @param scripts ids of the script and its recipes
 * @param name the script with its parameters, for messages
 */
record Maker(String key, List<String> scripts, String name) {
    Maker {
        scripts = List.copyOf(scripts);
    }
}
