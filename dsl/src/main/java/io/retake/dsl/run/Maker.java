package io.retake.dsl.run;

import java.util.List;

/**
 * What made a film, as it is remembered.
 *
 * @param key two films with one key are made by the same script, with the same parameters, of the same uploads
 * @param scripts what names the script and its recipes
 * @param name for a person
 */
record Maker(String key, List<String> scripts, String name) {
    Maker {
        scripts = List.copyOf(scripts);
    }
}
