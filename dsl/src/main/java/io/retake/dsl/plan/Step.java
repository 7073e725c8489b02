package io.retake.dsl.plan;

import io.retake.core.edit.value.FrameRate;
import io.retake.core.edit.value.FrameSize;
import io.retake.core.edit.value.Moment;
import io.retake.core.protocol.FileFormat;
import io.retake.core.protocol.OutputQuality;
import io.retake.core.vocabulary.Notations;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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
     * @param optional whether the run goes on when it is not wholly done
     */
    record Message(String said, String sentence, boolean isVerb, boolean optional) implements Step {
        /** One that must be done. */
        public Message(String said, String sentence, boolean isVerb) {
            this(said, sentence, isVerb, false);
        }

        @Override
        public String text() {
            return isVerb ? said : "edit '" + said + "'";
        }
    }

    /**
     * Makes a file.
     *
     * @param kind what the script calls it: a format, or a platform
     * @param format the file's format
     * @param quality how good it is to be
     * @param size in place of the timeline's own
     * @param fps in place of the timeline's own
     * @param under the most bytes
     * @param at the moment of a still
     * @param wanted the name that the script gives it; empty for the session's
     * @param replace whether a file of that name may go
     * @param receipt whether a receipt is written beside it
     */
    record Export(
            String kind,
            FileFormat format,
            OutputQuality quality,
            Optional<FrameSize> size,
            Optional<FrameRate> fps,
            Optional<Long> under,
            Optional<Moment> at,
            String wanted,
            boolean replace,
            boolean receipt)
            implements Step {

        @Override
        public String text() {
            StringBuilder text = new StringBuilder("export ").append(kind);
            size.ifPresent(s -> text.append(", size: ").append(Notations.SIZE.script(s)));
            fps.ifPresent(f -> text.append(", fps: ").append(Notations.RATE.script(f)));
            under.ifPresent(u -> text.append(", under: ").append(u).append(" bytes"));
            at.ifPresent(m -> text.append(", at: ").append(Notations.MOMENT.script(m)));
            return text.toString();
        }

        /** The whole statement, as a script says it. */
        public String script() {
            StringBuilder script = new StringBuilder("export ").append(kind);
            if (quality != OutputQuality.HIGH) {
                script.append(", quality: ").append(quality.word());
            }
            size.ifPresent(s -> script.append(", size: ").append(Notations.SIZE.script(s)));
            fps.ifPresent(f -> script.append(", fps: ").append(Notations.RATE.script(f)));
            under.ifPresent(u -> script.append(", under: ").append(u));
            at.ifPresent(m -> script.append(", at: ").append(Notations.MOMENT.script(m)));
            if (!wanted.isEmpty()) {
                script.append(", to: ").append(Notations.TEXT.script(wanted));
            }
            return script.append(replace ? ", replace: true" : "")
                    .append(receipt ? "" : ", receipt: false")
                    .toString();
        }

        /** Whether it asks for more than every backend knows: format and quality. */
        public boolean particular() {
            return size.isPresent()
                    || fps.isPresent()
                    || under.isPresent()
                    || at.isPresent()
                    || !kind.equals(format.extension());
        }
    }
}
