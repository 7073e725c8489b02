package io.retake.dsl.scope;

import io.retake.core.edit.value.FrameRate;
import io.retake.core.edit.value.FrameSize;
import io.retake.core.edit.value.Moment;
import io.retake.core.protocol.FileFormat;
import io.retake.core.protocol.OutputPreset;
import io.retake.core.protocol.OutputQuality;
import io.retake.core.vocabulary.Suggestion;
import io.retake.dsl.plan.Step;
import io.retake.dsl.problem.DslException;
import io.retake.dsl.problem.ScriptMessages;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the options of {@code export} in a run; the compiler has checked those that are known before it. */
public final class Exports {
    /** A complete example, for messages. */
    public static final String EXAMPLE = ScriptMessages.text("export.example");

    /** The kinds of export: the formats, and the presets of platforms. */
    public static final List<String> KINDS = Stream.of(FileFormat.names(), OutputPreset.words())
            .flatMap(List::stream)
            .toList();

    private static final String ADVICE = ScriptMessages.text("value.one-of", String.join(", ", KINDS));

    private Exports() {}

    /**
     * Creates the step.
     *
     * @throws DslException naming the unknown or wrong option
     */
    public static Step.Export step(Map<String, ?> options, String kind) {
        FileFormat format = format(kind)
                .orElseThrow(() -> new DslException(
                        ScriptMessages.text("export.unknown-format", kind, meant(kind, KINDS)), ADVICE));
        Map<ExportOption, Object> given = new EnumMap<>(ExportOption.class);
        options.forEach((name, value) -> {
            ExportOption option = ExportOption.of(name).orElseThrow(() -> new DslException(unknown(name), EXAMPLE));
            if (value != null) {
                given.put(option, value(kind, format, option, value));
            }
        });
        return new Step.Export(
                kind,
                format,
                get(given, ExportOption.QUALITY, OutputQuality.class).orElse(OutputQuality.HIGH),
                get(given, ExportOption.SIZE, FrameSize.class),
                get(given, ExportOption.FPS, FrameRate.class),
                get(given, ExportOption.UNDER, Long.class),
                get(given, ExportOption.AT, Moment.class),
                given.getOrDefault(ExportOption.TO, "").toString(),
                Boolean.TRUE.equals(given.get(ExportOption.REPLACE)),
                !Boolean.FALSE.equals(given.get(ExportOption.RECEIPT)));
    }

    private static Object value(String kind, FileFormat format, ExportOption option, Object given) {
        option.objection(format).ifPresent(why -> {
            throw new DslException(objection(kind, format, option, why), EXAMPLE);
        });
        try {
            return option.read(given);
        } catch (IllegalArgumentException wrong) {
            throw new DslException(wrong(option, wrong), EXAMPLE, wrong);
        }
    }

    private static <T> Optional<T> get(Map<ExportOption, Object> given, ExportOption option, Class<T> type) {
        return Optional.ofNullable(given.get(option)).map(type::cast);
    }

    /** Returns the format for a word after {@code export}. */
    public static Optional<FileFormat> format(String kind) {
        return FileFormat.of(kind).or(() -> OutputPreset.of(kind).map(preset -> FileFormat.MP4));
    }

    public static String unknown(String option) {
        return ScriptMessages.text("export.unknown-option", option, meant(option, ExportOption.words()));
    }

    public static String objection(String kind, FileFormat format, ExportOption option, String why) {
        String what = kind.equals(format.extension()) ? kind : kind + " (" + format.extension() + ")";
        return ScriptMessages.text("export.unfit-option", kind, option.word(), what, why);
    }

    public static String wrong(ExportOption option, IllegalArgumentException why) {
        return ScriptMessages.text("export.wrong-option", option.word(), String.valueOf(why.getMessage()));
    }

    public static String meant(String word, List<String> known) {
        return Suggestion.of(word, known)
                .map(s -> ScriptMessages.text("meant.plain", s))
                .orElse("");
    }
}
