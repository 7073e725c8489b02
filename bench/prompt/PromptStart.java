import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * From the start of a process until its prompt takes keys: the sign is shown, and a key that is typed then is shown too.
 * In a pseudo-terminal (util-linux's {@code script} makes it), against the JDK's own shell and Groovy's. And how long, from
 * Enter on, the answer to a first statement takes that is pasted, or typed, one second later. Run it in the project's
 * folder, after a build, with the JDK to measure:
 *
 * <pre>
 * mvn -q -f bench/prompt/groovysh.xml dependency:copy-dependencies -DoutputDirectory="$PWD/target/groovysh"   # or leave it out
 * java bench/prompt/PromptStart.java [runs]
 * </pre>
 *
 * The archive of classes is made first, or found where {@code XDG_CACHE_HOME} keeps it. The ways are tried in turn,
 * so that what else the machine does falls on all of them; medians are printed. The processor's time, of all threads until the key is shown, is what other work on the machine changes least.
 */
public final class PromptStart {
    private static final String FIRST = "1 + 41";

    /** Milliseconds a key, of somebody who types fast: 150 words a minute. */
    private static final int PACE = 80;

    public static void main(String[] arguments) throws Exception {
        int runs = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 9;
        Path root = Path.of("").toAbsolutePath();
        Path folder = Files.createTempDirectory("prompt");
        try {
            System.out.println("Java " + Runtime.version() + ", " + runs + " runs each, medians (and least) in ms");
            measure(runs, ways(root, folder), folder);
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
            }
        }
    }

    private static List<Way> ways(Path root, Path folder) {
        String home = System.getProperty("java.home");
        Path groovysh = root.resolve("target/groovysh");
        Statement sum = new Statement(FIRST, "42");
        Statement time = new Statement("java.time.Duration.ofSeconds(2)", "PT2S");
        List<Way> ways = new ArrayList<>();
        ways.add(new Way(
                "retake",
                List.of(root.resolve("retake").toString()),
                "retake> ",
                List.of(
                        sum,
                        new Statement("def x = 2.s; println x", "PT2S"),
                        // Nothing is uploaded: this starts the engine, which says so.
                        new Statement("trim to: 2.s", "There is nothing on the timeline"),
                        new Statement("trim to: 2.s", "There is nothing on the timeline", PACE),
                        new Statement("make it brighter", "There is nothing on the timeline", PACE)),
                "/quit"));
        ways.add(new Way("jshell", List.of(home + "/bin/jshell"), "jshell> ", List.of(sum, time), "/exit"));
        if (Files.isDirectory(groovysh)) {
            ways.add(new Way(
                    "groovysh",
                    List.of(home + "/bin/java", "-Duser.home=" + folder, "-cp", groovysh + "/*", "org.apache.groovy.groovysh.Main"),
                    "groovy> ",
                    List.of(sum, time),
                    "/exit"));
        }
        return ways;
    }

    private static void measure(int runs, List<Way> ways, Path folder) throws Exception {
        Path cache = Optional.ofNullable(System.getenv("XDG_CACHE_HOME")).map(Path::of).orElse(folder.resolve("cache"));
        Map<String, String> environment = Map.of(
                "JAVA_HOME", System.getProperty("java.home"),
                "TERM", "xterm-256color",
                "LC_ALL", "C.UTF-8",
                "XDG_CACHE_HOME", cache.toString(),
                "XDG_CONFIG_HOME", folder.resolve("config").toString(),
                "XDG_DATA_HOME", folder.resolve("data").toString(),
                "XDG_STATE_HOME", folder.resolve("state").toString());
        ways.get(0).once(folder, environment, ways.get(0).statements.get(0));
        awaitArchive(cache.resolve("retake/startup"));
        for (Way way : ways) { // warms the disk's cache
            way.once(folder, environment, way.statements.get(0));
        }
        Map<Way, List<Start>> starts = new LinkedHashMap<>();
        for (int i = 0; i < runs; i++) {
            for (Way way : ways) {
                Statement statement = way.statements.get(i % way.statements.size());
                starts.computeIfAbsent(way, none -> new ArrayList<>()).add(way.once(folder, environment, statement));
            }
        }
        starts.forEach(PromptStart::show);
        List<Start> ours = starts.get(ways.get(0));
        for (Way other : ways.subList(1, ways.size())) {
            List<Start> theirs = starts.get(other);
            System.out.printf(
                    "retake / %-9s until keys are taken: %.2f   processor's time: %.2f%s%n",
                    other.name + ",",
                    (double) median(ours.stream().map(Start::keys).toList()) / median(theirs.stream().map(Start::keys).toList()),
                    (double) median(ours.stream().map(Start::processor).toList()) / median(theirs.stream().map(Start::processor).toList()),
                    other.name.equals("jshell") ? "   (to reach: 0.25)" : "");
        }
    }

    private static void show(Way way, List<Start> starts) {
        System.out.printf(
                "%-9s sign %s  keys %s  processor %s%n",
                way.name,
                figures(starts.stream().map(Start::sign).toList()),
                figures(starts.stream().map(Start::keys).toList()),
                figures(starts.stream().map(Start::processor).toList()));
        for (Statement statement : way.statements) {
            List<Long> answers = starts.stream()
                    .filter(start -> start.statement == statement)
                    .map(Start::answer)
                    .toList();
            if (!answers.isEmpty()) {
                System.out.printf("          answer %s  %s%n", figures(answers), statement);
            }
        }
    }

    private static String figures(List<Long> all) {
        return String.format("%5d (%d)", median(all), all.stream().min(Long::compare).orElseThrow());
    }

    private static long median(List<Long> all) {
        return all.stream().sorted().toList().get(all.size() / 2);
    }

    private static void awaitArchive(Path cache) throws Exception {
        for (int i = 0; i < 12_000; i++) {
            String[] names = cache.toFile().list();
            if (names != null
                    && Stream.of(names).anyMatch(name -> name.endsWith(".for"))
                    && Stream.of(names).noneMatch(name -> name.endsWith(".making"))) {
                return;
            }
            Thread.sleep(100);
        }
        throw new IllegalStateException("no archive was made in " + cache);
    }

    /** What is typed, and a text of the answer that is not in it. */
    private record Statement(String typed, String answer, int pace) {

        /** All at once, as from a clipboard. */
        Statement(String typed, String answer) {
            this(typed, answer, 0);
        }

        @Override
        public String toString() {
            return pace == 0 ? typed : typed + "   (a key each " + pace + " ms)";
        }
    }

    /** Milliseconds from the start to the sign, to the first key shown, of the processor until then; and to the answer. */
    private record Start(long sign, long keys, long processor, Statement statement, long answer) {}

    /** A program with a prompt: what it shows, what is typed first, and what ends it. */
    private record Way(String name, List<String> command, String prompt, List<Statement> statements, String leave) {

        Start once(Path folder, Map<String, String> environment, Statement statement) throws IOException, InterruptedException {
            String quoted = String.join("' '", command);
            ProcessBuilder builder = new ProcessBuilder(
                            "script", "-qfec", "stty cols 100 rows 30; exec '" + quoted + "'", "/dev/null")
                    .directory(folder.toFile());
            builder.environment().putAll(environment);
            builder.redirectErrorStream(true);
            long start = System.nanoTime();
            Process process = builder.start();
            try (InputStream shown = process.getInputStream();
                    OutputStream keys = process.getOutputStream()) {
                await(shown, prompt);
                long sign = System.nanoTime();
                type(keys, "z");
                await(shown, "z");
                long echoed = System.nanoTime();
                long processor = processor(process);
                type(keys, "\b");
                Thread.sleep(1000); // a person looks, and types
                drain(shown);
                if (statement.pace == 0) {
                    type(keys, statement.typed);
                } else {
                    for (String key : statement.typed.split("")) {
                        type(keys, key);
                        Thread.sleep(statement.pace);
                        drain(shown);
                    }
                }
                long typed = System.nanoTime();
                type(keys, "\r");
                await(shown, statement.answer);
                long answered = System.nanoTime();
                Thread.sleep(100);
                drain(shown);
                type(keys, leave + "\r");
                shown.readAllBytes();
                process.waitFor(10, TimeUnit.SECONDS);
                return new Start(
                        (sign - start) / 1_000_000,
                        (echoed - start) / 1_000_000,
                        processor,
                        statement,
                        (answered - typed) / 1_000_000);
            } finally {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
        }

        private static long processor(Process process) {
            return process.descendants()
                    .map(child -> child.info().totalCpuDuration())
                    .flatMap(Optional::stream)
                    .mapToLong(Duration::toMillis)
                    .sum();
        }

        private static void type(OutputStream keys, String text) throws IOException {
            keys.write(text.getBytes(StandardCharsets.UTF_8));
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
