package io.retake.dsl.compile;

import java.nio.file.Path;

/**
 * A script that others use by its name.
 *
 * @param name its file's name without the ending
 * @param file where it lies
 * @param summary the first sentence of the comment at its head; may be empty
 */
public record Recipe(String name, Path file, String summary) {}
