package io.retake.engine.agent.read;

import io.retake.core.edit.Edit;
import io.retake.core.edit.picture.Crop;
import io.retake.core.edit.picture.Deinterlace;
import io.retake.core.edit.picture.Denoise;
import io.retake.core.edit.picture.Flip;
import io.retake.core.edit.picture.Fps;
import io.retake.core.edit.picture.Overlay;
import io.retake.core.edit.picture.Rotate;
import io.retake.core.edit.picture.Sharpen;
import io.retake.core.edit.picture.Stabilize;
import io.retake.core.edit.picture.Zoom;
import io.retake.core.edit.sound.DenoiseAudio;
import io.retake.core.edit.value.Direction;
import io.retake.core.edit.value.Factor;
import io.retake.core.edit.value.Fit;
import io.retake.core.edit.value.FrameRate;
import io.retake.core.edit.value.Moment;
import io.retake.core.edit.value.Position;
import io.retake.core.edit.value.Ratio;
import io.retake.core.edit.value.Share;
import io.retake.core.edit.value.Strength;
import io.retake.core.edit.value.Target;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Rules for zoom, crop, rotation, overlays and repairs of the picture. */
final class PictureRules {
    /** The default zoom factor, subtle enough that viewers don't notice it. */
    private static final double USUAL_ZOOM = 1.2;

    private static final Share USUAL_SIZE = new Share(25);
    private static final Share SMALL_SIZE = new Share(15);

    private static final Pattern HEARD = Pattern.compile("\\b(?:mic|microphone|audio|sounds?|voices?)\\b");

    private PictureRules() {}

    private static Optional<Reading> each(Slots slots, Function<Target, Edit> edit) {
        return Reading.of(slots.targets().stream().map(edit).toList());
    }

    static Optional<Reading> crop(Slots slots) {
        boolean cuts = slots.has(Kind.CUT, Kind.TRIM, Kind.REMOVE)
                || slots.all(Kind.FIT).stream().anyMatch(t -> t.value() == Fit.CROP);
        boolean only = slots.only(
                Kind.CUT,
                Kind.TRIM,
                Kind.REMOVE,
                Kind.FIT,
                Kind.SIDE,
                Kind.POSITION,
                Kind.PERCENT,
                Kind.TARGET,
                Kind.FILE);
        List<Token> sides = slots.all(Kind.SIDE, Kind.POSITION);
        List<Token> shares = slots.all(Kind.PERCENT);
        boolean paired = shares.size() == 1 || shares.size() == sides.size();
        if (!cuts || !only || sides.isEmpty() || shares.isEmpty() || !paired) {
            return Optional.empty();
        }
        Map<String, Share> edges = new HashMap<>();
        for (int i = 0; i < sides.size(); i++) {
            Share share = new Share(shares.get(shares.size() == 1 ? 0 : i).number());
            for (String edge : edges(sides.get(i))) {
                if (edges.put(edge, share) != null) {
                    return Optional.empty();
                }
            }
        }
        return edges.containsKey("")
                ? Optional.empty()
                : each(
                        slots,
                        on -> new Crop(
                                share(edges, "left"),
                                share(edges, "right"),
                                share(edges, "top"),
                                share(edges, "bottom"),
                                on));
    }

    private static Share share(Map<String, Share> edges, String edge) {
        return edges.getOrDefault(edge, new Share(0));
    }

    private static List<String> edges(Token side) {
        if (side.is(Kind.POSITION)) {
            Position position = side.as(Position.class);
            return List.of(position == Position.TOP ? "top" : position == Position.BOTTOM ? "bottom" : "");
        }
        return side.text().equals("all")
                ? List.of("left", "right", "top", "bottom")
                : List.of(side.text().split(" "));
    }

    static Optional<Reading> rotate(Slots slots) {
        boolean turned = (slots.has(Kind.LIGHT) && slots.has(Kind.DEGREES_SIGN, Kind.UPSIDE_DOWN))
                || (slots.has(Kind.CLOCKWISE, Kind.SIDE) && isTurned(slots));
        boolean only = slots.only(
                Kind.ROTATE,
                Kind.NUMBER,
                Kind.FRACTION,
                Kind.HALF,
                Kind.DEGREES_SIGN,
                Kind.CLOCKWISE,
                Kind.SIDE,
                Kind.UPSIDE_DOWN,
                Kind.TARGET,
                Kind.FILE);
        List<Token> numbers = slots.all(Kind.NUMBER);
        List<Token> ways = slots.all(Kind.CLOCKWISE, Kind.SIDE);
        if (!(slots.has(Kind.ROTATE) || turned) || !only || numbers.size() > 1 || ways.size() > 1) {
            return Optional.empty();
        }
        if (slots.has(Kind.UPSIDE_DOWN)) {
            return numbers.isEmpty() && ways.isEmpty() ? each(slots, on -> new Rotate(180, on)) : Optional.empty();
        }
        if (numbers.isEmpty() && ways.isEmpty()) {
            return Optional.empty();
        }
        // A quarter turn, half a turn.
        List<Token> parts = slots.all(Kind.FRACTION, Kind.HALF);
        boolean quarter = parts.stream().allMatch(t -> t.is(Kind.HALF) || t.as(Integer.class) == 4);
        if (parts.size() > 1 || !quarter || (!parts.isEmpty() && !numbers.isEmpty())) {
            return Optional.empty();
        }
        double usual = slots.has(Kind.HALF) ? 180 : 90;
        double said = numbers.isEmpty() ? usual : numbers.get(0).number();
        Optional<Integer> way = ways.isEmpty() ? Optional.of(90) : way(ways.get(0));
        if (said != (int) said || way.isEmpty()) {
            return Optional.empty();
        }
        int turn = Math.floorMod(way.get() == 270 ? -(int) said : (int) said, 360);
        return each(slots, on -> new Rotate(turn, on));
    }

    /** Returns whether a clause turns the picture: "turn it clockwise", 向右转. */
    private static boolean isTurned(Slots slots) {
        return slots.all(Kind.LIGHT).stream()
                .anyMatch(t -> slots.words(t).toLowerCase(Locale.ROOT).matches("turn( it)?|转"));
    }

    private static Optional<Integer> way(Token token) {
        if (token.is(Kind.CLOCKWISE)) {
            return Optional.of(token.as(Integer.class));
        }
        return switch (token.text()) {
            case "left" -> Optional.of(270);
            case "right" -> Optional.of(90);
            default -> Optional.empty();
        };
    }

    static Optional<Reading> flip(Slots slots) {
        Optional<Token> verb = slots.one(Kind.FLIP);
        // 画面左右翻转, 上下翻转: both sides, so it names the direction of the flip.
        List<String> sides = slots.all(Kind.SIDE).stream().map(Token::text).toList();
        boolean paired = sides.isEmpty()
                || (sides.size() == 1 && List.of("left right", "top bottom").contains(sides.get(0)));
        if (verb.isEmpty()
                || !paired
                || !slots.only(Kind.FLIP, Kind.ADD, Kind.SHAPE, Kind.SIDE, Kind.UPSIDE_DOWN, Kind.TARGET, Kind.FILE)) {
            return Optional.empty();
        }
        List<Token> shapes = slots.all(Kind.SHAPE);
        if (shapes.stream().anyMatch(t -> isSquare(t.as(Ratio.class))) || shapes.size() > 1) {
            return Optional.empty();
        }
        boolean upright = shapes.stream()
                .anyMatch(t -> t.as(Ratio.class).height() > t.as(Ratio.class).width());
        boolean vertical = upright
                || sides.contains("top bottom")
                || slots.has(Kind.UPSIDE_DOWN)
                || verb.get().value().equals("vertical");
        return each(slots, on -> new Flip(vertical ? Direction.VERTICAL : Direction.HORIZONTAL, on));
    }

    private static boolean isSquare(Ratio ratio) {
        return ratio.width() == ratio.height();
    }

    static Optional<Reading> zoom(Slots slots) {
        boolean only = slots.only(
                Kind.ZOOM, Kind.ADD, Kind.FACTOR, Kind.PERCENT, Kind.STRETCH, Kind.LITTLE, Kind.TARGET, Kind.FILE);
        List<Token> amounts = slots.all(Kind.FACTOR, Kind.PERCENT);
        if (!slots.has(Kind.ZOOM) || !only || amounts.size() > 1 || slots.severalStretches()) {
            return Optional.empty();
        }
        double factor = amounts.isEmpty() ? (slots.has(Kind.LITTLE) ? 1.1 : USUAL_ZOOM) : factor(slots, amounts.get(0));
        return each(slots, on -> new Zoom(new Factor(factor), slots.from(), slots.to(), on));
    }

    private static double factor(Slots slots, Token amount) {
        if (amount.is(Kind.FACTOR)) {
            return amount.as(Double.class);
        }
        double share = amount.number() / 100;
        return slots.follows(amount, Kind.BY) || share < 1 ? 1 + share : share;
    }

    static Optional<Reading> overlay(Slots slots) {
        Optional<String> file = FileWords.picture(slots);
        boolean only = slots.only(
                Kind.OVERLAY,
                Kind.ADD,
                Kind.FILE,
                Kind.QUOTED,
                Kind.POSITION,
                Kind.PERCENT,
                Kind.WIDTH,
                Kind.RESOLUTION,
                Kind.SMALLER,
                Kind.STRETCH,
                Kind.AT_TIME);
        List<Token> times = slots.all(Kind.STRETCH, Kind.AT_TIME);
        List<Token> places = slots.all(Kind.POSITION);
        List<Token> sizes = slots.all(Kind.PERCENT);
        boolean single = times.size() <= 1 && places.size() <= 1 && sizes.size() <= 1;
        // A position in the picture implies it, too: "put logo.png in the lower right corner".
        boolean placed = slots.hasAll(Kind.FILE, Kind.POSITION) && slots.has(Kind.LIGHT, Kind.ADD);
        if (!(slots.has(Kind.OVERLAY) || placed) || file.isEmpty() || !only || !single) {
            return Optional.empty();
        }
        Moment from = slots.one(Kind.AT_TIME).map(t -> t.as(Moment.class)).orElse(slots.from());
        Position position =
                places.isEmpty() ? Position.TOP_RIGHT : places.get(0).as(Position.class);
        Share usual = slots.has(Kind.SMALLER) ? SMALL_SIZE : USUAL_SIZE;
        Share size = sizes.isEmpty() ? usual : new Share(sizes.get(0).number());
        return Reading.of(new Overlay(file.get(), from, slots.to(), position, size));
    }

    static Optional<Reading> fps(Slots slots) {
        Optional<Token> rate = slots.one(Kind.NUMBER);
        return slots.has(Kind.FPS)
                        && rate.isPresent()
                        && slots.only(Kind.FPS, Kind.NUMBER, Kind.INCREASE, Kind.DECREASE)
                ? Reading.of(new Fps(new FrameRate(rate.get().number())))
                : Optional.empty();
    }

    static Optional<Reading> noise(Slots slots) {
        boolean only = slots.only(
                Kind.NOISE,
                Kind.ADD,
                Kind.FLAW,
                Kind.COMPLAINT,
                Kind.JUDGED,
                Kind.BOTH,
                Kind.SOUND,
                Kind.ORIGINAL,
                Kind.BACKGROUND,
                Kind.REMOVE,
                Kind.DECREASE,
                Kind.FIX,
                Kind.LITTLE,
                Kind.MUCH,
                Kind.TARGET,
                Kind.FILE);
        List<String> where = Stream.concat(slots.all(Kind.NOISE).stream(), slots.all(Kind.FLAW).stream())
                .map(t -> t.text().replaceFirst("^noise ?", ""))
                .filter(w -> !w.isEmpty())
                .distinct()
                .toList();
        if (!only || !isMended(slots, Kind.NOISE, "noise") || where.size() > 1 || isOfUnknown(slots)) {
            return Optional.empty();
        }
        boolean sound = slots.has(Kind.SOUND, Kind.ORIGINAL, Kind.BACKGROUND) || where.contains("sound");
        if (sound && where.contains("picture")) {
            return Optional.empty();
        }
        Strength strength = strength(slots);
        if (slots.has(Kind.BOTH)) {
            return where.isEmpty() && !sound
                    ? Reading.of(slots.targets().stream()
                            .flatMap(on -> Stream.<Edit>of(new Denoise(strength, on), new DenoiseAudio(strength, on)))
                            .toList())
                    : Optional.empty();
        }
        return each(slots, on -> sound ? new DenoiseAudio(strength, on) : new Denoise(strength, on));
    }

    /**
     * Returns whether a clause requests a remedy or the removal of a flaw. Neither "less stable" nor "add noise" does.
     */
    private static boolean isMended(Slots slots, Kind remedy, String flaw) {
        List<Token> flaws = slots.all(Kind.FLAW);
        boolean gone = slots.has(Kind.REMOVE, Kind.DECREASE);
        boolean out = slots.has(Kind.OUT)
                || slots.all(Kind.GLUE).stream().anyMatch(t -> slots.words(t).equalsIgnoreCase("out of"));
        if (!flaws.stream().allMatch(t -> t.text().startsWith(flaw))) {
            return false;
        }
        return flaws.isEmpty()
                ? slots.has(remedy) && !gone
                : !slots.has(Kind.ADD) && (gone || out || slots.has(Kind.FIX, Kind.SMOOTH, Kind.COMPLAINT, remedy));
    }

    /**
     * Returns whether "noisy" refers to a sound mentioned before, not to the picture: "my mic sounds muffled and
     * noisy".
     */
    private static boolean isOfUnknown(Slots slots) {
        Token first = slots.tokens().get(0);
        String before = slots.source().substring(0, first.start()).toLowerCase(Locale.ROOT);
        return slots.words(first).equalsIgnoreCase("noisy")
                && HEARD.matcher(before).find();
    }

    private static Strength strength(Slots slots) {
        return slots.has(Kind.LITTLE) ? Strength.LIGHT : slots.has(Kind.MUCH) ? Strength.STRONG : Strength.MEDIUM;
    }

    static Optional<Reading> sharpen(Slots slots) {
        boolean only =
                slots.only(Kind.SHARPEN, Kind.ADD, Kind.INCREASE, Kind.LITTLE, Kind.MUCH, Kind.TARGET, Kind.FILE);
        return slots.has(Kind.SHARPEN) && only ? each(slots, on -> new Sharpen(strength(slots), on)) : Optional.empty();
    }

    static Optional<Reading> deinterlace(Slots slots) {
        boolean only = slots.only(
                Kind.DEINTERLACE, Kind.ADD, Kind.FLAW, Kind.COMPLAINT, Kind.REMOVE, Kind.FIX, Kind.TARGET, Kind.FILE);
        return only && isMended(slots, Kind.DEINTERLACE, "lines") ? each(slots, Deinterlace::new) : Optional.empty();
    }

    static Optional<Reading> stabilize(Slots slots) {
        boolean only = slots.only(
                Kind.STABILIZE,
                Kind.ADD,
                Kind.FLAW,
                Kind.COMPLAINT,
                Kind.JUDGED,
                Kind.SMOOTH,
                Kind.REMOVE,
                Kind.DECREASE,
                Kind.FIX,
                Kind.LITTLE,
                Kind.MUCH,
                Kind.TARGET,
                Kind.FILE);
        return only && isMended(slots, Kind.STABILIZE, "shake")
                ? each(slots, on -> new Stabilize(strength(slots), on))
                : Optional.empty();
    }
}
