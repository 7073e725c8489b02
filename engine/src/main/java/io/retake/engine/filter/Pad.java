package io.retake.engine.filter;

import java.util.regex.Pattern;

/** One end of a chain: a stream of an input, or a link to another chain. */
public sealed interface Pad {
    /** Returns what FFmpeg reads, brackets included. */
    String text();

    /** Returns a stream of an input. */
    static Stream stream(int input, String specifier) {
        return new Stream(input, specifier);
    }

    /** Returns a link. */
    static Link link(String name) {
        return new Link(name);
    }

    /**
     * A stream of an input.
     *
     * @param input its number among the inputs, from 0
     * @param specifier FFmpeg's stream specifier: {@code V:0} is the first video stream that is no cover picture
     */
    record Stream(int input, String specifier) implements Pad {
        private static final Pattern SPECIFIER = Pattern.compile("[vVa]:[0-9]+");

        public Stream {
            if (input < 0 || !SPECIFIER.matcher(specifier).matches()) {
                throw new IllegalArgumentException("[" + input + ":" + specifier + "] is not a stream of an input.");
            }
        }

        @Override
        public String text() {
            return "[" + input + ":" + specifier + "]";
        }
    }

    /**
     * A link: one chain ends in it, and one begins with it.
     *
     * @param name unique in the graph
     */
    record Link(String name) implements Pad {
        private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*");

        public Link {
            if (!NAME.matcher(name).matches()) {
                throw new IllegalArgumentException("\"" + name + "\" is not the name of a link.");
            }
        }

        @Override
        public String text() {
            return "[" + name + "]";
        }
    }
}
