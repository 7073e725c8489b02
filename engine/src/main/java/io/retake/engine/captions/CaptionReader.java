package io.retake.engine.captions;

import io.retake.core.edit.value.Position;
import io.retake.core.protocol.MediaType;
import io.retake.engine.ffmpeg.SafeInput;
import io.retake.engine.phrase.EngineMessages;
import io.retake.engine.process.MediaException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads captions: WebVTT by its specification (W3C, "WebVTT: The Web Video Text Tracks Format", section 4), SubRip by
 * what players make of it, which has no specification. Where players would leave a broken cue out in silence, this says
 * which line is broken. Time grows with the length of the file, which is limited.
 */
public final class CaptionReader {
    /** The most cues of one file: more than any film has. */
    public static final int MOST_CUES = 10_000;

    private static final int MOST_CHARACTERS = 2000;
    /** Characters of a cue with its markup; a longer one is not searched for tags. */
    private static final int MOST_RAW_CHARACTERS = 20_000;

    private static final Pattern INDEX = Pattern.compile("\\s*+\\d{1,9}\\s*+");
    private static final String TIME = "(?:(\\d{1,4}):)?(\\d{1,2}):(\\d{1,2})(?:[.,](\\d{1,3}))?";
    private static final Pattern TIMES =
            Pattern.compile("\\s*+" + TIME + "\\s*+-->\\s*+" + TIME + "(?:\\s++(.*+))?+\\s*+");
    private static final Pattern LINE_END = Pattern.compile("\r\n|\n|\r");

    private final String name;
    private final String[] lines;
    private final boolean vtt;
    private final List<Cue> cues = new ArrayList<>();
    private int skipped;
    private int at;

    private CaptionReader(String name, String[] lines, boolean vtt) {
        this.name = name;
        this.lines = lines;
        this.vtt = vtt;
    }

    /**
     * Reads a file.
     *
     * @param name the user's name of the file; its extension says which format it is
     * @throws MediaException naming the line when it can't be read as captions
     */
    public static CaptionFile read(Path file, String name) {
        try {
            long size = Files.size(file);
            if (size > MediaType.SRT.kind().maxBytes()) {
                throw new MediaException(EngineMessages.text(
                        "caption-file.too-large",
                        SafeInput.shown(name),
                        MediaType.SRT.kind().maxBytes() >> 20,
                        size >> 20));
            }
            return read(Files.readAllBytes(file), name);
        } catch (IOException e) {
            throw new MediaException(
                    EngineMessages.text("file.unreadable-because", SafeInput.shown(name), e.getMessage()), e);
        }
    }

    static CaptionFile read(byte[] bytes, String name) {
        Decoded decoded = Decoded.of(bytes);
        boolean signed = decoded.text().matches("(?s)WEBVTT(?:[ \\t\\r\\n].*)?");
        boolean vtt =
                signed || MediaType.ofName(name).filter(MediaType.VTT::equals).isPresent();
        CaptionReader reader = new CaptionReader(name, LINE_END.split(decoded.text(), -1), vtt);
        if (vtt && !signed) {
            throw reader.wrong(1, EngineMessages.text("caption-file.no-webvtt", reader.quoted(0)));
        }
        return reader.read(decoded);
    }

    private CaptionFile read(Decoded decoded) {
        if (vtt) {
            skipBlock();
        }
        while (at < lines.length) {
            if (lines[at].isBlank()) {
                at++;
            } else {
                block();
            }
        }
        if (cues.isEmpty()) {
            throw new MediaException(EngineMessages.text("caption-file.empty", SafeInput.shown(name)));
        }
        cues.sort(Comparator.comparing(Cue::start));
        return new CaptionFile(cues, decoded.encoding(), decoded.guessed(), skipped);
    }

    private void block() {
        if (vtt && lines[at].matches("(?:NOTE|STYLE|REGION)(?:[ \\t].*)?")) {
            skipBlock();
        } else if (isTimes(at)) {
            cue();
        } else if (at + 1 < lines.length && isTimes(at + 1)) {
            at++; // an index or an identifier
        } else if (!vtt && isIndex(at)) {
            at++; // an index that lost its cue: files that were cut by hand
        } else {
            throw wrong(at + 1, EngineMessages.text("caption-file.no-time", quoted(at)));
        }
    }

    private void skipBlock() {
        while (at < lines.length && !lines[at].isBlank()) {
            at++;
        }
    }

    private boolean isTimes(int line) {
        return lines[line].contains("-->");
    }

    private void cue() {
        int line = at++;
        Matcher times = TIMES.matcher(lines[line]);
        if (lines[line].length() > MOST_CHARACTERS || !times.matches()) {
            throw wrong(line + 1, EngineMessages.text("caption-file.odd-time", quoted(line)));
        }
        Duration start = time(times, 1, line);
        Duration end = time(times, 5, line);
        if (end.compareTo(start) < 0) {
            throw wrong(line + 1, EngineMessages.text("caption-file.ends-first", quoted(line)));
        }
        String raw = text();
        String text = vtt ? CueText.ofVtt(raw) : CueText.ofSrt(raw);
        if (text.length() > MOST_CHARACTERS) {
            throw wrong(line + 1, EngineMessages.text("caption-file.too-long", MOST_CHARACTERS, text.length()));
        }
        if (text.isBlank() || end.equals(start)) {
            skipped++;
            return;
        }
        Optional<Position> place =
                vtt ? CueText.placed(Optional.ofNullable(times.group(9)).orElse("")) : CueText.aligned(raw);
        if (cues.size() == MOST_CUES) {
            throw wrong(line + 1, EngineMessages.text("caption-file.too-many", MOST_CUES));
        }
        cues.add(new Cue(start, end, text, place));
    }

    /** Reads a text up to an empty line, or up to the next cue if the empty line is missing. */
    private String text() {
        int first = at;
        StringBuilder text = new StringBuilder();
        while (at < lines.length && !isNextCue(at)) {
            if (lines[at].isBlank()) {
                at = pastBlank(at);
                if (vtt || at == lines.length || isNextCue(at) || isIndex(at)) {
                    break;
                }
            }
            text.append(lines[at++]).append('\n');
            if (text.length() > MOST_RAW_CHARACTERS) {
                throw wrong(first, EngineMessages.text("caption-file.longer", MOST_CHARACTERS));
            }
        }
        return text.toString();
    }

    /** In SubRip, a text continues after an empty line unless an index or a time follows. */
    private boolean isNextCue(int line) {
        return isTimes(line)
                || (line + 1 < lines.length && isTimes(line + 1) && (vtt ? lines[line].isBlank() : isIndex(line)));
    }

    private boolean isIndex(int line) {
        return INDEX.matcher(lines[line]).matches();
    }

    private int pastBlank(int line) {
        int next = line;
        while (next < lines.length && lines[next].isBlank()) {
            next++;
        }
        return next;
    }

    private Duration time(Matcher times, int group, int line) {
        long hours = times.group(group) == null ? 0 : Long.parseLong(times.group(group));
        long minutes = Long.parseLong(times.group(group + 1));
        long seconds = Long.parseLong(times.group(group + 2));
        String fraction = Optional.ofNullable(times.group(group + 3)).orElse("");
        if (minutes > 59 || seconds > 59) {
            throw wrong(line + 1, EngineMessages.text("caption-file.sixty", quoted(line)));
        }
        long ms = Long.parseLong((fraction + "000").substring(0, 3));
        return Duration.ofHours(hours).plusMinutes(minutes).plusSeconds(seconds).plusMillis(ms);
    }

    private String quoted(int line) {
        String text = lines[line].strip().replaceAll("\\p{Cntrl}", "?");
        return '"' + (text.length() <= 60 ? text : text.substring(0, 59) + "…") + '"';
    }

    private MediaException wrong(int line, String what) {
        return new MediaException(EngineMessages.text("file.unusable-line", SafeInput.shown(name), line, what));
    }
}
