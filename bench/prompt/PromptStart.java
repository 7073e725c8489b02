import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * From the start of a process to its prompt, in a pseudo-terminal (util-linux's {@code script} makes it), against the
 * JDK's own; and how long the answer to a first statement takes that is typed one second after the prompt. Run it in the
 * project's folder, after a build:
 *
 * <pre>java bench/prompt/PromptStart.java [runs]</pre>
 *
 * The ways are tried in turn, so that what else the machine does falls on all of them; the medians are printed.
 */
public final class PromptStart {
    public static void main(String[] arguments) throws Exception {
        int runs = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 9;
        Path root = Path.of("").toAbsolutePath();
        String home = System.getProperty("java.home");
        Path folder = Files.createTempDirectory("prompt");
        Map<String, String> environment = Map.of(
                "JAVA_HOME", home,
                "TERM", "xterm-256color",
                "LC_ALL", "C.UTF-8",
                "XDG_CACHE_HOME", folder.resolve("cache").toString(),
                "XDG_STATE_HOME", folder.resolve("state").toString());
        Way retake = new Way(root.resolve("retake").toString(), "retake> ", "1 + 41", "42", "/quit");
        Way jshell = new Way(home + "/bin/jshell", "jshell> ", "1 + 41", "==> 42", "/exit");
        System.out.println("Java " + Runtime.version() + ", " + runs + " runs each, medians in ms");
        retake.once(folder, environment);
        awaitArchive(folder.resolve("cache/retake/startup"));
        Map<String, List<Long>> times = new LinkedHashMap<>();
        for (int i = 0; i <= runs; i++) {
            long[] ours = retake.once(folder, environment);
            long[] theirs = jshell.once(folder, environment);
            if (i > 0) { // the first round warms the disk's cache
                times.computeIfAbsent("retake, to the prompt", name -> new ArrayList<>()).add(ours[0]);
                times.computeIfAbsent("jshell, to the prompt", name -> new ArrayList<>()).add(theirs[0]);
                times.computeIfAbsent("retake, first statement", name -> new ArrayList<>()).add(ours[1]);
                times.computeIfAbsent("jshell, first statement", name -> new ArrayList<>()).add(theirs[1]);
            }
        }
        times.forEach((name, all) -> System.out.printf("%-26s %5d%n", name, median(all)));
        System.out.printf(
                "retake / jshell, to the prompt: %.2f (to reach: 0.25)%n",
                (double) median(times.get("retake, to the prompt")) / median(times.get("jshell, to the prompt")));
    }

    private static long median(List<Long> all) {
        return all.stream().sorted().toList().get(all.size() / 2);
    }

    private static void awaitArchive(Path cache) throws Exception {
        for (int i = 0; i < 600; i++) {
            File[] done = cache.toFile().listFiles((in, name) -> name.endsWith(".for"));
            if (done != null && done.length > 0) {
                return;
            }
            Thread.sleep(100);
        }
        throw new IllegalStateException("no archive was made in " + cache);
    }

    /** A program with a prompt: what it shows, a statement, what answers it, and what ends it. */
    private record Way(String command, String prompt, String statement, String answer, String leave) {

        /** Milliseconds to the prompt, and from the end of the statement to its answer. */
        long[] once(Path folder, Map<String, String> environment) throws IOException, InterruptedException {
            ProcessBuilder builder = new ProcessBuilder("script", "-qfec", command, "/dev/null").directory(folder.toFile());
            builder.environment().putAll(environment);
            builder.redirectErrorStream(true);
            long start = System.nanoTime();
            Process process = builder.start();
            try (InputStream shown = process.getInputStream();
                    OutputStream keys = process.getOutputStream()) {
                await(shown, prompt);
                long ready = System.nanoTime();
                Thread.sleep(1000);
                drain(shown);
                long typed = System.nanoTime();
                type(keys, statement);
                await(shown, answer);
                long answered = System.nanoTime();
                Thread.sleep(100);
                drain(shown);
                type(keys, leave);
                shown.readAllBytes();
                process.waitFor(10, TimeUnit.SECONDS);
                return new long[] {(ready - start) / 1_000_000, (answered - typed) / 1_000_000};
            } finally {
                process.destroyForcibly();
            }
        }

        private static void type(OutputStream keys, String text) throws IOException {
            keys.write((text + "\r").getBytes(StandardCharsets.UTF_8));
            keys.flush();
        }

        /** What is on the screen already. */
        private static void drain(InputStream shown) throws IOException {
            while (shown.available() > 0) {
                shown.read(new byte[shown.available()]);
            }
        }

        /** Reads until the text stands there; what is between its characters to move the cursor is passed over. */
        private static void await(InputStream shown, String text) throws IOException {
            StringBuilder seen = new StringBuilder();
            byte[] bytes = new byte[4096];
            while (!seen.toString().replaceAll("\u001b\\[[0-9;?]*[A-Za-z]", "").contains(text)) {
                int count = shown.read(bytes);
                if (count < 0) {
                    throw new IOException("it ended before '" + text + "': " + seen);
                }
                seen.append(new String(bytes, 0, count, StandardCharsets.UTF_8));
            }
        }
    }
}
