import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * From the start of a process to the first statement of a script. Run it in the project's folder, after a build:
 *
 * <pre>java bench/startup/Startup.java [runs]</pre>
 *
 * The script prints the time at which it runs. The ways are tried in turn, so that what else the machine does falls on
 * all of them; the medians are printed.
 */
public final class Startup {
    private static final String SCRIPT = "println System.currentTimeMillis()\n";

    public static void main(String[] arguments) throws Exception {
        int runs = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 15;
        Path root = Path.of("").toAbsolutePath();
        String java = ProcessHandle.current().info().command().orElseThrow();
        String home = System.getProperty("java.home");
        Path folder = Files.createTempDirectory("startup");
        Path script = Files.writeString(folder.resolve("hello.groovy"), SCRIPT);
        Path lib = root.resolve("repl/target/retake/lib");
        Path groovy;
        try (Stream<Path> jars = Files.list(lib)) {
            groovy = jars.filter(jar -> jar.getFileName().toString().matches("groovy-\\d.*\\.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("build first: ./retake version"));
        }
        String main = "io.retake.repl.cli.Main";
        String classPath = lib.resolve("retake.jar").toString();
        Map<String, Way> ways = new LinkedHashMap<>();
        ways.put("retake, script seen before", new Way(List.of(root.resolve("retake").toString(), "run", script.toString()), false));
        ways.put("plain java, script seen before", new Way(List.of(java, "-cp", classPath, main, "run", script.toString()), false));
        ways.put("plain java, script compiled anew", new Way(List.of(java, "-cp", classPath, main, "run", script.toString()), true));
        ways.put("groovy hello.groovy", new Way(List.of(java, "-cp", groovy.toString(), "groovy.ui.GroovyMain", script.toString()), false));
        Map<String, String> environment = Map.of("JAVA_HOME", home, "XDG_CACHE_HOME", folder.resolve("cache").toString());

        System.out.println("Java " + Runtime.version() + ", " + runs + " runs each, medians in ms");
        ways.get("retake, script seen before").once(folder, environment);
        waitForArchive(folder.resolve("cache/retake/startup"));
        Map<String, List<Long>> times = new LinkedHashMap<>();
        for (int i = 0; i <= runs; i++) {
            for (Map.Entry<String, Way> way : ways.entrySet()) {
                long time = way.getValue().once(folder, environment);
                if (i > 0) { // the first round warms the disk's cache
                    times.computeIfAbsent(way.getKey(), name -> new ArrayList<>()).add(time);
                }
            }
        }
        double ours = median(times.values().iterator().next());
        times.forEach((name, list) -> System.out.printf(
                "%-34s %5.0f  (%d to %d)   ours/this %.2f%n",
                name, median(list), list.stream().min(Long::compare).get(), list.stream().max(Long::compare).get(), ours / median(list)));
        delete(folder);
    }

    /** A command that prints the time; {@code anew} takes the compiled scripts away before. */
    private record Way(List<String> command, boolean anew) {
        long once(Path folder, Map<String, String> environment) throws IOException, InterruptedException {
            ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
            builder.environment().putAll(environment);
            if (anew) {
                builder.environment().put("XDG_CACHE_HOME", Files.createTempDirectory(folder, "anew").toString());
            }
            builder.redirectError(new File(folder.toFile(), "errors"));
            long start = System.currentTimeMillis();
            Process process = builder.start();
            String first;
            try (BufferedReader out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
                first = out.readLine();
            }
            if (process.waitFor() != 0 || first == null) {
                throw new IllegalStateException(command + " failed: " + Files.readString(folder.resolve("errors")));
            }
            return Long.parseLong(first.strip()) - start;
        }
    }

    private static void waitForArchive(Path folder) throws IOException, InterruptedException {
        for (int i = 0; i < 1200; i++) {
            String[] names = folder.toFile().list();
            if (names != null && Arrays.stream(names).anyMatch(name -> name.endsWith(".for")) && Arrays.stream(names).noneMatch(name -> name.endsWith(".making"))) {
                return;
            }
            Thread.sleep(100);
        }
        throw new IllegalStateException("no archive of classes was made in " + folder);
    }

    private static double median(List<Long> times) {
        List<Long> sorted = times.stream().sorted().toList();
        int half = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2.0;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(java.util.Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        }
    }
}
