/**
 * The prompt: reads keys, shows what happens. What is typed is evaluated by {@code io.retake.dsl.prompt}; how things look
 * is the business of {@code io.retake.repl.view}.
 */
@NullMarked
package io.retake.repl.shell;

import org.jspecify.annotations.NullMarked;
