package io.retake.dsl.compile;

import java.nio.file.Path;

/**
 * A script that others use by its name.
 *
 * @param name its file name without the extension
 * @param file its path
 * @param summary the first sentence of the comment at its head; may be empty
 */
public record Recipe(String name, Path file, String summary) {}
