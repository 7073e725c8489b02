package io.retake.dsl.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.retake.core.protocol.SessionRef;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What an interrupted run had done, read from its journal; a last line that was cut off is not there. */
final class Past {
    private final Map<Integer, PastSession> sessions = new TreeMap<>();
    private Optional<String> engine = Optional.empty();
    private String script = "";
    private String backend = "";
    private boolean ended;

    private Past() {}

    /** Nothing was done before. */
    static Past none() {
        return new Past();
    }

    static Past read(Path journal) throws IOException {
        ObjectMapper json = new ObjectMapper();
        Past past = new Past();
        Map<Integer, PastStep> steps = new HashMap<>();
        for (String line : Files.readAllLines(journal)) {
            entry(json, line).ifPresent(entry -> past.take(entry, steps));
        }
        return past;
    }

    /** Nothing where a line was cut off; what a later process added stands behind it. */
    private static Optional<JsonNode> entry(ObjectMapper json, String line) {
        try {
            return Optional.of(json.readTree(line));
        } catch (JsonProcessingException cutOff) {
            return Optional.empty();
        }
    }

    private void take(JsonNode line, Map<Integer, PastStep> steps) {
        switch (line.path("entry").asText()) {
            case "run" -> {
                script = line.path("path").asText();
                backend = line.path("backend").asText();
            }
            case "engine" -> engine = Optional.of(line.path("folder").asText());
            case "session" -> {
                int number = line.path("session").asInt();
                SessionRef ref = new SessionRef(
                        line.path("taskId").asText(), line.path("sessionId").asText());
                // A session that was opened anew stands for the one before it.
                sessions.put(number, new PastSession(ref));
            }
            case "step" -> {
                PastStep step = new PastStep(
                        line.path("step").asInt(),
                        line.path("key").asText(),
                        line.path("text").asText(),
                        line.path("before").asText());
                steps.put(step.number, step);
                PastSession session = sessions.get(line.path("session").asInt());
                if (session != null) {
                    session.steps.add(step);
                }
            }
            case "render" -> {
                PastStep step = steps.get(line.path("step").asInt());
                if (step != null) {
                    step.render = Optional.of(line.path("renderId").asText());
                    step.delivery = UnfinishedRender.read(line);
                }
            }
            case "done" -> {
                PastStep step = steps.get(line.path("step").asInt());
                if (step != null) {
                    step.result = Optional.of(line.path("result"));
                }
            }
            case "over" -> {
                PastStep step = steps.get(line.path("step").asInt());
                if (step != null) {
                    step.over = true;
                }
            }
            case "end" -> ended = line.path("state").asText().equals("done");
            default -> {}
        }
    }

    Optional<PastSession> session(int number) {
        return Optional.ofNullable(sessions.get(number));
    }

    /** All of them, in the order of their numbers. */
    List<PastSession> sessions() {
        return List.copyOf(sessions.values());
    }

    Optional<String> engine() {
        return engine;
    }

    String script() {
        return script;
    }

    String backend() {
        return backend;
    }

    boolean isNothing() {
        return script.isEmpty();
    }

    boolean ended() {
        return ended;
    }

    /** A session that an interrupted run had opened. */
    static final class PastSession {
        final SessionRef ref;
        final List<PastStep> steps = new ArrayList<>();

        PastSession(SessionRef ref) {
            this.ref = ref;
        }
    }

    /** A step that an interrupted run had begun. */
    static final class PastStep {
        final int number;
        final String key;
        final String text;
        final String before;
        Optional<String> render = Optional.empty();
        Optional<UnfinishedRender> delivery = Optional.empty();
        Optional<JsonNode> result = Optional.empty();
        boolean over;

        PastStep(int number, String key, String text, String before) {
            this.number = number;
            this.key = key;
            this.text = text;
            this.before = before;
        }

        /** Whether it was begun, and neither came to its end nor was given up. */
        boolean unfinished() {
            return result.isEmpty() && !over;
        }
    }
}
