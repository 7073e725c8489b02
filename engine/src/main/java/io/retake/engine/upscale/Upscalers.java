package io.retake.engine.upscale;

import io.retake.engine.phrase.EngineMessages;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/** Finds the optional upscaling module. */
public final class Upscalers {
    /** A sentence that tells users how to get one. */
    public static final String HOW = EngineMessages.text("upscaling.how");

    private Upscalers() {}

    /** Returns the upscaler on the class path that works here. Searches once. */
    public static Optional<Upscaler> find() {
        return InstalledUpscaler.ENLARGER.filter(enlarger -> enlarger.trouble().isEmpty());
    }

    /** Returns why there is none; empty when there is one. */
    public static Optional<String> trouble() {
        return InstalledUpscaler.ENLARGER.isEmpty()
                ? Optional.of(EngineMessages.text("upscaling.not-installed", HOW))
                : InstalledUpscaler.ENLARGER.flatMap(Upscaler::trouble);
    }

    private static final class InstalledUpscaler {
        private static final Optional<Upscaler> ENLARGER = first();

        private static Optional<Upscaler> first() {
            try {
                return ServiceLoader.load(Upscaler.class, Upscalers.class.getClassLoader())
                        .findFirst();
            } catch (ServiceConfigurationError e) {
                return Optional.empty();
            }
        }
    }
}
