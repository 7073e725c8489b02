package io.retake.engine.upscale;

import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/** Finds the module. */
public final class Upscalers {
    /** What to do to have one, as a sentence. */
    public static final String HOW =
            "To install it, start Retake with RETAKE_NEURAL=on; this downloads about 55 MB and builds it once.";

    private Upscalers() {}

    /** The one on the class path that works here. Looked for once. */
    public static Optional<Upscaler> find() {
        return Found.ENLARGER.filter(enlarger -> enlarger.trouble().isEmpty());
    }

    /** Why there is none; empty when there is one. */
    public static Optional<String> trouble() {
        return Found.ENLARGER.isEmpty()
                ? Optional.of("Neural upscaling is an optional part that is not installed. " + HOW)
                : Found.ENLARGER.flatMap(Upscaler::trouble);
    }

    private static final class Found {
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
