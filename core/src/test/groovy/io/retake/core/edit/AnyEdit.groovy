package io.retake.core.edit

import io.retake.core.edit.value.Change
import io.retake.core.edit.value.Factor
import io.retake.core.edit.value.FrameRate
import io.retake.core.edit.value.FrameSize
import io.retake.core.edit.value.Joint
import io.retake.core.edit.value.Level
import io.retake.core.edit.value.Lufs
import io.retake.core.edit.value.Moment
import io.retake.core.edit.value.Offset
import io.retake.core.edit.value.Order
import io.retake.core.edit.value.Ratio
import io.retake.core.edit.value.Share
import io.retake.core.edit.value.Shift
import io.retake.core.edit.value.Target
import io.retake.core.vocabulary.InvalidEdit
import io.retake.core.vocabulary.Operation
import java.time.Duration

/** Generated edits: any operation with any values that its record accepts. */
class AnyEdit {
    private static final List<String> TEXTS = [
        'Ada Lovelace', 'It\'s 50%: "a".mp4', 'a\\b', 'two\nlines', '你好，世界', 'שלום', '🎬 take 2', 'from 0:02 to 0:12',
        'clip 2', 'the end', ' spaced ', '[x] {y}', 'tab\there', '"', '\\"', 'with ducking under speech']
    private final Random random

    AnyEdit(Random random) { this.random = random }

    Edit of(Operation operation) {
        while (true) {
            try {
                def values = operation.arguments().findAll { it.required() || random.nextBoolean() }.collectEntries { [it.name(), value(it.notation().type())] }
                return operation.bind(values)
            } catch (InvalidEdit ignored) {
                // these values make no edit together: draw again
            }
        }
    }

    private Object value(Class type) {
        switch (type) {
            case Moment: return moment()
            case Duration: return Duration.ofMillis(random.nextInt(20_000))
            case Level: return random.nextBoolean() ? new Level.Percent(random.nextInt(10_000) / 10d) : new Level.Decibel(random.nextInt(1400) / 10d - 120)
            case Change: return new Change(random.nextInt(2001) / 10d - 100)
            case Factor: return new Factor((5 + random.nextInt(9000)) / 100d)
            case FrameSize: return random.nextBoolean() ? new FrameSize.Lines(16 + random.nextInt(4000)) : new FrameSize.Pixels(16 + random.nextInt(8000), 16 + random.nextInt(8000))
            case Ratio: return new Ratio(9 + random.nextInt(12), 9 + random.nextInt(12))
            case Target: return target()
            case String: return TEXTS[random.nextInt(TEXTS.size())]
            case Share: return new Share(random.nextInt(500) / 10d)
            case Lufs: return new Lufs(-5 - random.nextInt(650) / 10d)
            case FrameRate: return new FrameRate((100 + random.nextInt(23_900)) / 100d)
            case Shift: return new Shift(Duration.ofMillis(random.nextInt(172_800_001) - 86_400_000))
            case Offset: return new Offset(Duration.ofMillis(random.nextInt(120_001) - 60_000))
            case Joint: return random.nextBoolean() ? Joint.ALL : { int n -> new Joint.Between(n, n + 1) }.call(1 + random.nextInt(500))
            case Target.Piece: return piece(random.nextBoolean())
            case Order: return order((1..(1 + random.nextInt(9))).toList().shuffled(random))
            case Integer: return [90, 180, 270, 1 + random.nextInt(1000)][random.nextInt(4)]
            case Boolean: return random.nextBoolean()
            default: return type.enumConstants[random.nextInt(type.enumConstants.length)]
        }
    }

    private Moment moment() {
        def offset = Duration.ofMillis(random.nextBoolean() ? random.nextInt(120_000) : random.nextInt(40_000_000))
        switch (random.nextInt(3)) {
            case 0: return Moment.at(offset)
            case 1: return new Moment.BeforeEnd(offset)
            default: return new Moment.Share(random.nextInt(8), 8)
        }
    }

    private Order order(List<Integer> numbers) {
        switch (random.nextInt(4)) {
            case 3: return moved(random.nextBoolean())
            case 0: return new Order.By(Order.Rule.values()[random.nextInt(5)])
            case 1: return new Order.Scenes(numbers)
            default: return new Order.Listed(numbers)
        }
    }

    private Target.Piece piece(boolean scene) {
        int number = 1 + random.nextInt(500)
        scene ? new Target.Scene(number) : new Target.Clip(number)
    }

    /** Beside one of a number that {@link #piece} never gives: nothing goes beside itself. */
    private Order.Place place(boolean scene) {
        int number = 501 + random.nextInt(500)
        random.nextBoolean() ? Order.Edge.values()[random.nextInt(2)]
            : new Order.Beside(random.nextBoolean(), scene ? new Target.Scene(number) : new Target.Clip(number))
    }

    private Order moved(boolean scene) {
        new Order.Moved(piece(scene), place(scene))
    }

    private Target target() {
        switch (random.nextInt(5)) {
            case 4: return new Target.Scene(1 + random.nextInt(500))
            case 0: return Target.EVERYTHING
            case 1: return new Target.Clip(1 + random.nextInt(500))
            case 2: return new Target.Named(TEXTS[random.nextInt(TEXTS.size())])
            default: return new Target.Layer(Target.Kind.values()[random.nextInt(3)])
        }
    }
}
