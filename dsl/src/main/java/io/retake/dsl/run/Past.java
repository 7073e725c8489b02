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

/** What an interrupted run had done, read from its journal; a last line that was cut off is not there. */
final class Past {
    private final List<PastSession> sessions = new ArrayList<>();
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
            try {
                past.take(json.readTree(line), steps);
            } catch (JsonProcessingException cutOff) {
                break;
            }
        }
        return past;
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
                if (number <= sessions.size()) {
                    sessions.set(number - 1, new PastSession(ref));
                } else {
                    sessions.add(new PastSession(ref));
                }
            }
            case "step" -> {
                PastStep step = new PastStep(
                        line.path("key").asText(), line.path("before").asText());
                steps.put(line.path("step").asInt(), step);
                int session = line.path("session").asInt();
                if (session >= 1 && session <= sessions.size()) {
                    sessions.get(session - 1).steps.add(step);
                }
            }
            case "render" -> {
                PastStep step = steps.get(line.path("step").asInt());
                if (step != null) {
                    step.render = Optional.of(line.path("renderId").asText());
                }
            }
            case "done" -> {
                PastStep step = steps.get(line.path("step").asInt());
                if (step != null) {
                    step.result = Optional.of(line.path("result"));
                }
            }
            case "end" -> ended = line.path("state").asText().equals("done");
            default -> {}
        }
    }

    Optional<PastSession> session(int number) {
        return number <= sessions.size() ? Optional.of(sessions.get(number - 1)) : Optional.empty();
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
        final String key;
        final String before;
        Optional<String> render = Optional.empty();
        Optional<JsonNode> result = Optional.empty();

        PastStep(String key, String before) {
            this.key = key;
            this.before = before;
        }
    }
}
