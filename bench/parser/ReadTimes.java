import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Measures how long {@code Parser.read} takes for a message of plain words: splitting it into words, the chart, covering
 * clauses with frames, and ranking the readings. Run it in the project's folder, after a build:
 *
 * <pre>java bench/parser/ReadTimes.java [rounds [LIB [OTHER_LIB]]]</pre>
 *
 * Real requests of about 5, 12 and 30 words in English and Chinese (a Chinese character counts as a word), in a session
 * with three clips, a title and music, warm; then messages of 5,000 characters. Prints medians and 95th percentiles in
 * milliseconds, of elapsed and of CPU time; other work on the machine changes the latter least. LIB is the library
 * folder of a build, by default this one's. Two builds alternate, and the ratio is printed.
 */
public final class ReadTimes {
    private static final Path REQUESTS = Path.of("nlu/src/test/resources/requests");
    private static final int MOST_REQUESTS = 40;
    private static final int WARM_UP = 5;
    private static final int LONG = 5_000;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    public static void main(String[] arguments) throws Exception {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10;
        List<Build> builds = new ArrayList<>();
        for (int i = 1; i < arguments.length; i++) {
            builds.add(new Build(Path.of(arguments[i])));
        }
        if (builds.isEmpty()) {
            builds.add(new Build(Path.of("repl/target/retake/lib")));
        }
        System.out.printf(
                "Java %s, %d rounds; ms%n%-22s %s%s%n",
                Runtime.version(),
                rounds,
                "",
                "median (95th percentile): elapsed, CPU",
                builds.size() > 1 ? "  of each build, and the ratio of the CPU medians" : "");
        for (Map.Entry<String, List<String>> kind : messages(builds.get(0)).entrySet()) {
            boolean isLong = kind.getValue().size() == 1;
            for (int i = 0; i < (isLong ? 1 : WARM_UP); i++) {
                measure(builds, kind.getValue());
            }
            List<List<Time>> times = new ArrayList<>();
            builds.forEach(b -> times.add(new ArrayList<>()));
            for (int i = 0; i < rounds; i++) {
                List<List<Time>> round = measure(builds, kind.getValue());
                for (int b = 0; b < builds.size(); b++) {
                    times.get(b).addAll(round.get(b));
                }
            }
            show(kind.getKey(), times);
        }
    }

    private static Map<String, List<String>> messages(Build build) throws Exception {
        Map<String, List<String>> messages = new LinkedHashMap<>();
        for (String language : List.of("en", "zh")) {
            List<String> requests = requests(language);
            messages.put(language + ", about 5 words", ofLength(requests, build, 4, 6));
            messages.put(language + ", about 12 words", ofLength(requests, build, 11, 13));
            messages.put(language + ", about 30 words", ofLength(requests, build, 27, 33));
            messages.put(language + ", 5,000 characters", List.of(endless(i -> requests.get(i % requests.size()))));
        }
        List<String> names = List.of("beach", "dinner", "sunset");
        messages.put("5,000, of numbers", List.of(endless(i -> String.valueOf(i + 1))));
        messages.put("5,000, of names", List.of(endless(i -> names.get(i % names.size()))));
        messages.put("5,000, no such words", List.of(endless(i -> "zz" + Integer.toString(i * 7919, 26))));
        return messages;
    }

    private static List<String> requests(String language) throws Exception {
        List<String> requests = new ArrayList<>();
        for (int i = 1; i <= 15; i++) {
            for (String line : Files.readAllLines(REQUESTS.resolve(language).resolve(language + i + ".tsv"))) {
                requests.add(line.split("\t", -1)[1]);
            }
        }
        return requests;
    }

    private static List<String> ofLength(List<String> requests, Build build, int least, int most) throws Exception {
        List<String> all = new ArrayList<>();
        for (String request : requests) {
            int words = build.words(request);
            if (least <= words && words <= most) {
                all.add(request);
            }
        }
        int step = Math.max(1, all.size() / MOST_REQUESTS);
        return IntStream.range(0, Math.min(MOST_REQUESTS, all.size()))
                .mapToObj(i -> all.get(i * step))
                .toList();
    }

    private static String endless(IntFunction<String> next) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; text.length() < LONG; i++) {
            text.append(next.apply(i)).append(", ");
        }
        return text.substring(0, LONG);
    }

    private static List<List<Time>> measure(List<Build> builds, List<String> messages) throws Exception {
        List<List<Time>> times = new ArrayList<>();
        builds.forEach(b -> times.add(new ArrayList<>()));
        for (String message : messages) {
            for (int b = 0; b < builds.size(); b++) {
                times.get(b).add(builds.get(b).read(message));
            }
        }
        return times;
    }

    private static void show(String kind, List<List<Time>> times) {
        StringBuilder line = new StringBuilder(String.format("%-22s", kind));
        for (List<Time> own : times) {
            line.append(" ").append(figures(own.stream().map(Time::elapsed).toList()));
            line.append(" ").append(figures(own.stream().map(Time::cpu).toList()));
        }
        if (times.size() == 2) {
            double first = at(times.get(0).stream().map(Time::cpu).toList(), 0.5);
            double second = at(times.get(1).stream().map(Time::cpu).toList(), 0.5);
            line.append(String.format("  %.1f", first / second));
        }
        System.out.println(line);
    }

    private static String figures(List<Long> nanos) {
        return String.format("%8.1f (%6.1f)", at(nanos, 0.5), at(nanos, 0.95));
    }

    private static double at(List<Long> nanos, double share) {
        List<Long> sorted = nanos.stream().sorted().toList();
        return sorted.get((int) (share * (sorted.size() - 1))) / 1e6;
    }

    /** Nanoseconds. */
    private record Time(long elapsed, long cpu) {}

    /** The parser of a build, with classes of its own. */
    private static final class Build {
        private final Method read;
        private final Method words;
        private final Object situation;

        Build(Path libraries) throws Exception {
            List<URL> urls = new ArrayList<>(List.of(libraries.toUri().toURL()));
            try (Stream<Path> jars = Files.list(libraries)) {
                for (Path jar : jars.filter(j -> j.toString().endsWith(".jar")).toList()) {
                    urls.add(jar.toUri().toURL());
                }
            }
            ClassLoader classes =
                    new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
            Class<?> state = classes.loadClass("io.retake.nlu.situation.Situation");
            read = classes.loadClass("io.retake.nlu.Parser").getMethod("read", String.class, state);
            words = classes.loadClass("io.retake.nlu.text.Words").getMethod("of", String.class, List.class);
            situation = situation(state, classes.loadClass("io.retake.nlu.situation.Situation$Item"));
        }

        private static Object situation(Class<?> state, Class<?> item) throws Exception {
            Constructor<?> constructor = item.getDeclaredConstructors()[0];
            List<Object> clips = new ArrayList<>();
            List<String> files = List.of("beach.mp4", "dinner.mp4", "sunset.mov");
            for (int i = 0; i < files.size(); i++) {
                clips.add(constructor.newInstance(
                        files.get(i), Duration.ofSeconds(15L * i), Duration.ofSeconds(15L * i + 15)));
            }
            Object title = constructor.newInstance("Summer 2024", Duration.ZERO, Duration.ofSeconds(4));
            return state.getDeclaredConstructors()[0].newInstance(
                    Duration.ofSeconds(45),
                    clips,
                    List.of(title),
                    List.of(),
                    List.of(),
                    Optional.of("song.mp3"),
                    false,
                    List.of(),
                    List.of(),
                    Stream.concat(files.stream(), Stream.of("song.mp3")).toList(),
                    0,
                    List.of(),
                    List.of());
        }

        int words(String message) throws Exception {
            return ((List<?>) words.invoke(null, message, List.of())).size();
        }

        Time read(String message) throws Exception {
            long start = System.nanoTime();
            long cpu = THREADS.getCurrentThreadCpuTime();
            read.invoke(null, message, situation);
            return new Time(System.nanoTime() - start, THREADS.getCurrentThreadCpuTime() - cpu);
        }
    }
}
