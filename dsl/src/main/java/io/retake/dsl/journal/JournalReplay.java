package io.retake.dsl.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retake.core.JsonMappers;
import io.retake.core.protocol.SessionRef;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The progress of a run so far, across interruptions, read from its journal. Ignores a truncated last line. Claiming
 * sessions is thread-safe; everything else belongs to the thread that claimed the session.
 */
public final class JournalReplay {
    private static final int LONGEST_END = 512;
    private final Map<Integer, RecordedSession> sessions = new TreeMap<>();
    private final Map<Integer, RecordedStep> steps = new HashMap<>();
    private final Set<RecordedSession> claimed = new HashSet<>();
    private Optional<String> engine = Optional.empty();
    private RunKey key = new RunKey("", "", "");
    private long process;
    private boolean ended;

    /** Whether the journal records messages before they are sent, as it does from its second version on. */
    private boolean tellsOfSending;

    private int lastSession;
    private int lastStep;

    private JournalReplay() {}

    /** Returns the replay of an empty journal. */
    static JournalReplay none() {
        return new JournalReplay();
    }

    static JournalReplay read(Path journal) throws IOException {
        JournalReplay past = new JournalReplay();
        // Not the JDK's line reader: a truncated line may end inside a character.
        String text = new String(Files.readAllBytes(journal), StandardCharsets.UTF_8);
        text.lines().forEach(line -> entry(line).ifPresent(past::take));
        return past;
    }

    /** Returns the key of a journal's run, from its first line alone; empty when it cannot be read. */
    static Optional<RunKey> key(Path journal) {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(Files.newInputStream(journal), StandardCharsets.UTF_8))) {
            JournalReplay past = new JournalReplay();
            Optional.ofNullable(lines.readLine()).flatMap(line -> entry(line)).ifPresent(past::take);
            return past.isNothing() ? Optional.empty() : Optional.of(past.key);
        } catch (IOException | UncheckedIOException unreadable) {
            return Optional.empty();
        }
    }

    /** Returns whether a run completed, from its journal's last line alone. */
    public static boolean ended(Path journal) {
        try (RandomAccessFile file = new RandomAccessFile(journal.toFile(), "r")) {
            byte[] tail = new byte[(int) Math.min(LONGEST_END, file.length())];
            file.seek(file.length() - tail.length);
            file.readFully(tail);
            String text = new String(tail, StandardCharsets.UTF_8).stripTrailing();
            JournalReplay past = new JournalReplay();
            entry(text.substring(text.lastIndexOf('\n') + 1)).ifPresent(past::take);
            return past.ended;
        } catch (IOException unreadable) {
            return false;
        }
    }

    /** Parses a line; empty for a truncated one. Lines of a later process follow it. */
    private static Optional<ObjectNode> entry(String line) {
        try {
            return JsonMappers.PLAIN.readTree(line) instanceof ObjectNode entry ? Optional.of(entry) : Optional.empty();
        } catch (JsonProcessingException cutOff) {
            return Optional.empty();
        }
    }

    private void take(ObjectNode line) {
        RecordedStep step = steps.get(line.path("step").asInt());
        switch (line.path("entry").asText()) {
            case "run" -> began(line);
            case "resume" -> {
                process = line.path("process").asLong();
                ended = false;
            }
            case "engine" -> engine = Optional.of(line.path("folder").asText());
            case "session" -> opened(line);
            case "replaced" -> sessions.remove(line.path("session").asInt());
            case "step" -> begun(line);
            case "dropped" -> sessions.values().forEach(session -> session.steps.remove(step));
            case "end" -> ended = line.path("state").asText().equals("done");
            default -> {
                if (step != null) {
                    step.take(line);
                }
            }
        }
    }

    private void began(JsonNode line) {
        key = new RunKey(
                line.path("path").asText(),
                line.path("backend").asText(),
                line.path("parameters").asText());
        process = line.path("process").asLong();
        tellsOfSending = line.path("version").asInt() >= 2;
    }

    private void opened(JsonNode line) {
        int number = line.path("session").asInt();
        lastSession = Math.max(lastSession, number);
        SessionRef ref = new SessionRef(
                line.path("taskId").asText(), line.path("sessionId").asText());
        sessions.put(number, new RecordedSession(number, ref, line.path("title").asText()));
    }

    private void begun(JsonNode line) {
        RecordedStep step = new RecordedStep(line, !tellsOfSending);
        lastStep = Math.max(lastStep, step.number);
        steps.put(step.number, step);
        RecordedSession session = sessions.get(line.path("session").asInt());
        if (session != null) {
            session.steps.add(step);
        }
    }

    /**
     * Claims an unclaimed session for this run: the first one with that title that began with these steps.
     *
     * @param keys of the steps so far
     */
    public synchronized Optional<RecordedSession> claim(String title, List<String> keys) {
        Optional<RecordedSession> found = sessions.values().stream()
                .filter(session -> !claimed.contains(session) && session.beganWith(title, keys))
                .findFirst();
        found.ifPresent(claimed::add);
        return found;
    }

    /** Claims another session and gives the held one back; keeps the held one when there is no other. */
    public synchronized Optional<RecordedSession> exchange(RecordedSession held, String title, List<String> keys) {
        Optional<RecordedSession> other = claim(title, keys);
        other.ifPresent(taken -> claimed.remove(held));
        return other;
    }

    /** Returns this journal with its sessions treated as unreachable. */
    public JournalReplay withoutSessions() {
        JournalReplay numbered = new JournalReplay();
        numbered.lastSession = lastSession;
        numbered.lastStep = lastStep;
        return numbered;
    }

    /** Gives a session back, so that another claim may take it. */
    public synchronized void giveBack(RecordedSession held) {
        claimed.remove(held);
    }

    /** Returns all sessions, in the order of their numbers. */
    List<RecordedSession> sessions() {
        return List.copyOf(sessions.values());
    }

    public Optional<String> engine() {
        return engine;
    }

    RunKey key() {
        return key;
    }

    /** Returns the process that wrote last. */
    long process() {
        return process;
    }

    /** Returns a sequence that continues the numbers of sessions and steps. */
    public Sequence numbers() {
        return new Sequence(lastSession, lastStep);
    }

    boolean isNothing() {
        return key.script().isEmpty();
    }

    /** Returns whether the run completed. */
    public boolean ended() {
        return ended;
    }
}
