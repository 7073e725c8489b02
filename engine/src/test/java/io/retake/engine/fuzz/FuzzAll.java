package io.retake.engine.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Runs Jazzer on each target for some seconds: {@code mvn -Pfuzz -pl engine -am test}. Inputs that find new paths are
 * kept under {@code target/fuzz}; one that fails is named at the end, and belongs into {@code src/test/fuzz} with the fix.
 */
public final class FuzzAll {
    static final List<Class<?>> TARGETS = List.of(
            EventsFuzz.class, DraftsFuzz.class, CaptionsFuzz.class, ColorTablesFuzz.class, MediaFilesFuzz.class);

    private FuzzAll() {}

    /** How many seconds for each. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        boolean failed = false;
        for (Class<?> target : TARGETS) {
            failed |= run(target, arguments[0]) != 0;
        }
        System.exit(failed ? 1 : 0);
    }

    private static int run(Class<?> target, String seconds) throws IOException, InterruptedException {
        Path found = Files.createDirectories(Path.of("target", "fuzz", target.getSimpleName()));
        System.out.println("== " + target.getSimpleName());
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "com.code_intelligence.jazzer.Jazzer",
                        "--target_class=" + target.getName(),
                        "--instrumentation_includes=io.retake.**",
                        "--reproducer_path=" + found,
                        "-artifact_prefix=" + found + "/failed-",
                        "-max_total_time=" + seconds,
                        "-max_len=20000",
                        "-print_final_stats=1",
                        found.toString(),
                        Path.of("src", "test", "fuzz", target.getSimpleName()).toString())
                .inheritIO()
                .start()
                .waitFor();
    }
}
