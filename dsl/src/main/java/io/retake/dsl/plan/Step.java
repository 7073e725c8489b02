package io.retake.dsl.plan;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One thing that a session is to do: what a statement of a script asks for. Immutable. */
public sealed interface Step {

    /** What it does, in a few words for a person. */
    String text();

    /** Adds media. */
    record Upload(List<Path> files, List<URI> addresses) implements Step {
        /** Copies the lists. */
        public Upload {
            files = List.copyOf(files);
            addresses = List.copyOf(addresses);
        }

        @Override
        public String text() {
            return "upload "
                    + Stream.concat(
                                    files.stream().map(f -> f.getFileName().toString()),
                                    addresses.stream().map(URI::toString))
                            .collect(Collectors.joining(", "));
        }
    }

    /**
     * Sends a message.
     *
     * @param said what the script says: its own words, or a verb
     * @param sentence what is sent
     * @param isVerb whether it is the canonical sentence of an edit
     */
    record Message(String said, String sentence, boolean isVerb) implements Step {
        @Override
        public String text() {
            return isVerb ? said : "edit '" + said + "'";
        }
    }

    /**
     * Makes a file.
     *
     * @param format such as {@code mp4}
     * @param quality {@code high}, {@code medium} or {@code low}
     * @param wanted the name that the script gives it; empty for the session's
     * @param replace whether a file of that name may go
     */
    record Export(String format, String quality, String wanted, boolean replace) implements Step {

        @Override
        public String text() {
            return "export " + format;
        }
    }
}
