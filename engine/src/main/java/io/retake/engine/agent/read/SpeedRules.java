package io.retake.engine.agent.read;

import io.retake.core.edit.Edit;
import io.retake.core.edit.arrange.Speed;
import io.retake.core.edit.value.Factor;
import java.util.Optional;

/** Rules for speed. The defaults are 1.5 for faster, 0.75 for slower and 0.5 for slow motion. */
final class SpeedRules {
    private SpeedRules() {}

    static Optional<Reading> read(Slots slots) {
        boolean named = slots.has(Kind.SPEED, Kind.FASTER, Kind.SLOWER, Kind.SLOW_MOTION);
        boolean only = slots.only(
                Kind.ADD,
                Kind.SPEED,
                Kind.FASTER,
                Kind.SLOWER,
                Kind.SLOW_MOTION,
                Kind.FACTOR,
                Kind.NUMBER,
                Kind.PERCENT,
                Kind.HALF,
                Kind.INCREASE,
                Kind.DECREASE,
                Kind.LITTLE,
                Kind.MUCH,
                Kind.STRETCH,
                Kind.TARGET,
                Kind.FILE);
        boolean added = slots.adds() && !slots.has(Kind.SLOW_MOTION); // "add slow motion", but not "add speed"
        boolean turned = slots.isTurned(Kind.SLOWER, Kind.SLOW_MOTION, Kind.FASTER);
        if (!named || !only || added || turned || slots.severalStretches()) {
            return Optional.empty();
        }
        return factor(slots)
                .flatMap(f -> Reading.of(slots.targets().stream()
                        .<Edit>map(on -> new Speed(new Factor(f), slots.from(), slots.to(), on))
                        .toList()));
    }

    private static Optional<Double> factor(Slots slots) {
        boolean slower = slots.has(Kind.SLOWER, Kind.SLOW_MOTION, Kind.DECREASE);
        boolean faster = slots.has(Kind.FASTER, Kind.INCREASE);
        int amounts =
                slots.all(Kind.FACTOR, Kind.NUMBER, Kind.PERCENT, Kind.HALF).size();
        if (amounts > 1 || (slower && faster)) {
            return Optional.empty();
        }
        if (slots.has(Kind.HALF)) {
            return half(slots, faster);
        }
        Optional<Token> factor = slots.one(Kind.FACTOR, Kind.NUMBER);
        if (factor.isPresent()) {
            // "By 2" is twice as fast; "by 20" may be anything.
            boolean plain = factor.get().is(Kind.NUMBER);
            if (plain && !isFactor(slots, factor.get())) {
                return Optional.empty();
            }
            double times = plain ? factor.get().number() : factor.get().as(Double.class);
            // "Two times slower" is half as fast, "slow down to 0.75x" is 0.75, "slow down to 2x" is neither.
            // 快一倍, 慢一倍: by as much again.
            boolean again = times == 1 && (slower || faster) && !slots.follows(factor.get(), Kind.TO);
            if (again) {
                return Optional.of(slower ? 0.5 : 2.0);
            }
            boolean inverse = slower && times > 1;
            return inverse && slots.follows(factor.get(), Kind.TO)
                    ? Optional.empty()
                    : Optional.of(inverse ? 1 / times : times);
        }
        Optional<Token> percent = slots.one(Kind.PERCENT);
        if (percent.isPresent()) {
            double share = percent.get().number() / 100;
            boolean to = slots.follows(percent.get(), Kind.TO, Kind.AT) || (!slower && !faster);
            return Optional.of(to ? share : slower ? 1 - Math.abs(share) : 1 + share);
        }
        return plain(slots, slower, faster);
    }

    /**
     * Returns the factor of "by half": 1.5 for faster, 0.5 for slower. "Half as slow" and "faster, to half" contradict
     * themselves.
     */
    private static Optional<Double> half(Slots slots, boolean faster) {
        Token half = slots.all(Kind.HALF).get(0);
        boolean to = slots.follows(half, Kind.TO, Kind.AT);
        boolean asSlow = slots.all(Kind.SLOWER).stream().anyMatch(t -> t.start() > half.start());
        if (asSlow || (faster && to)) {
            return Optional.empty();
        }
        return Optional.of(faster ? 1.5 : 0.5);
    }

    private static boolean isFactor(Slots slots, Token number) {
        return slots.follows(number, Kind.BY) && number.number() > 1 && number.number() <= 4;
    }

    private static Optional<Double> plain(Slots slots, boolean slower, boolean faster) {
        if (slots.has(Kind.SLOW_MOTION)) {
            return Optional.of(0.5);
        }
        if (slower) {
            return Optional.of(slots.has(Kind.LITTLE) ? 0.9 : slots.has(Kind.MUCH) ? 0.5 : 0.75);
        }
        return faster
                ? Optional.of(slots.has(Kind.LITTLE) ? 1.25 : slots.has(Kind.MUCH) ? 2.0 : 1.5)
                : Optional.empty();
    }
}
