package io.retake.engine.agent.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Replaces "the second video", "video 3", 第二个视频 with the uploaded file that is meant, counted in upload order. A number
 * without a video becomes an unknown word, so that the edit isn't applied to all of them.
 */
final class VideoPhrases {
    private static final Set<String> NOUNS =
            Set.of("video", "movie", "film", "recording", "file", "视频", "影片", "片子", "文件");
    private static final Set<String> COUNTED = Set.of("个", "一个", "段", "一段", "条", "一条", "部");
    private static final int LAST = -1;

    /** The largest number of a video; a larger one means something else: "rotate the video 270". */
    private static final int MOST = 40;

    /** Kinds that make a preceding number a quantity, not a video's number: "make the video 3 seconds long". */
    private static final Kind[] COUNTS = {
        Kind.UNIT,
        Kind.TIMES,
        Kind.PERCENT_SIGN,
        Kind.LINES_SIGN,
        Kind.K_SIGN,
        Kind.PARTS_OF,
        Kind.DECIBEL_SIGN,
        Kind.DEGREES_SIGN,
        Kind.LUFS_SIGN,
        Kind.FPS,
        Kind.STEP,
        Kind.BY,
        Kind.TO,
        Kind.DASH,
        Kind.THROUGH,
        Kind.RATIO_SIGN,
        Kind.CLIP,
        Kind.SCENE,
        Kind.NUMBER
    };

    private final List<Token> tokens;
    private final String text;
    private final List<String> videos;

    private VideoPhrases(List<Token> tokens, String text, List<String> videos) {
        this.tokens = tokens;
        this.text = text;
        this.videos = videos;
    }

    /** Returns the tokens with a file in place of each numbered video. */
    static List<Token> named(List<Token> tokens, String text, Surroundings surroundings) {
        return new VideoPhrases(tokens, text, surroundings.videos()).read();
    }

    /** The number of a video, or {@link #LAST}, and the index after it. */
    private record Counted(int number, int next) {}

    private List<Token> read() {
        List<Token> read = new ArrayList<>();
        int at = 0;
        while (at < tokens.size()) {
            int from = at;
            Optional<Counted> counted = ordinal(at).flatMap(this::noun).or(() -> numbered(from));
            if (counted.isPresent()) {
                read.add(file(counted.get(), at));
                at = counted.get().next();
            } else {
                read.add(tokens.get(at));
                at++;
            }
        }
        return read;
    }

    private Token file(Counted counted, int from) {
        int number = counted.number() == LAST ? videos.size() : counted.number();
        int start = tokens.get(from).start();
        int end = tokens.get(counted.next() - 1).end();
        boolean there = number >= 1 && number <= videos.size();
        return there
                ? new Token(Kind.FILE, videos.get(number - 1), start, end)
                : new Token(Kind.UNKNOWN, text.substring(start, end), start, end);
    }

    private Optional<Counted> ordinal(int at) {
        Token token = tokens.get(at);
        boolean number = at(at + 1, Kind.NUMBER);
        if (token.is(Kind.FIRST) && !number) {
            return Optional.of(new Counted(1, at + 1));
        }
        if (token.is(Kind.LAST)) {
            boolean one = number && tokens.get(at + 1).number() == 1;
            return number && !one ? Optional.empty() : Optional.of(new Counted(LAST, at + (one ? 2 : 1)));
        }
        if (token.is(Kind.ORDINAL) && token.as(Integer.class) > 0) {
            return Optional.of(new Counted(token.as(Integer.class), at + 1));
        }
        if (token.is(Kind.ORDINAL) && number) {
            return whole(tokens.get(at + 1).number()).map(n -> new Counted(n, at + 2));
        }
        if (token.is(Kind.FRACTION)) {
            return Optional.of(new Counted(token.as(Integer.class), at + 1));
        }
        boolean second =
                token.is(Kind.UNIT) && token.value().equals("s") && words(token).equals("second");
        return second ? Optional.of(new Counted(2, at + 1)) : Optional.empty();
    }

    private Optional<Counted> noun(Counted ordinal) {
        int at = ordinal.next();
        while (at(at, Kind.FILLER) && COUNTED.contains(words(tokens.get(at)))) {
            at++;
        }
        boolean counts = isNoun(at) && !at(at + 1, Kind.CLIP, Kind.SCENE, Kind.UNIT);
        return counts ? Optional.of(new Counted(ordinal.number(), at + 1)) : Optional.empty();
    }

    private Optional<Counted> numbered(int at) {
        boolean counts = isNoun(at)
                && at(at + 1, Kind.NUMBER)
                && !at(at + 2, COUNTS)
                && tokens.get(at + 1).number() <= MOST;
        return counts ? whole(tokens.get(at + 1).number()).map(n -> new Counted(n, at + 2)) : Optional.empty();
    }

    private static Optional<Integer> whole(double number) {
        return number == (int) number && number >= 1 ? Optional.of((int) number) : Optional.empty();
    }

    private boolean isNoun(int at) {
        return at(at, Kind.FILLER) && NOUNS.contains(words(tokens.get(at)));
    }

    private boolean at(int index, Kind... kinds) {
        return index < tokens.size() && tokens.get(index).is(kinds);
    }

    private String words(Token token) {
        return text.substring(token.start(), token.end()).toLowerCase(Locale.ROOT);
    }
}
