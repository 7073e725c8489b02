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

/** One step of a session, from one statement of a script. Immutable. */
public sealed interface Step {

    /** Returns its description, a few words for the user. */
    String text();

    /**
     * Uploads media.
     *
     * @param place whether the backend may put it on the timeline
     */
    record Upload(List<Path> files, List<URI> addresses, boolean place) implements Step {
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
                            .collect(Collectors.joining(", "))
                    + (place ? "" : ", place: false");
        }
    }

    /**
     * Sends a message.
     *
     * @param said the script's text: plain words, or a verb
     * @param sentence the text that is sent
     * @param isVerb whether it is the canonical sentence of an edit
     * @param optional whether the run continues when it is not completely done
     */
    record Message(String said, String sentence, boolean isVerb, boolean optional) implements Step {
        /** Creates a required message. */
        public Message(String said, String sentence, boolean isVerb) {
            this(said, sentence, isVerb, false);
        }

        @Override
        public String text() {
            return isVerb ? said : "edit '" + said + "'";
        }
    }

    /**
     * Exports a file.
     *
     * @param kind the word in the script: a format, or a platform
     * @param format the file's format
     * @param quality the quality
     * @param size in place of the timeline's own
     * @param fps in place of the timeline's own
     * @param under the maximum size in bytes
     * @param at the moment of a still
     * @param wanted the name given by the script; empty for the session's
     * @param replace whether a file of that name may be replaced
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

        /** Returns the whole statement in the language. */
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

        /** Returns whether it uses options beyond format and quality, which not every backend knows. */
        public boolean particular() {
            return size.isPresent()
                    || fps.isPresent()
                    || under.isPresent()
                    || at.isPresent()
                    || !kind.equals(format.extension());
        }
    }
}
