package io.retake.core.edit.object;

import io.retake.core.CoreMessages;
import io.retake.core.edit.Arg;
import io.retake.core.edit.Edit;
import io.retake.core.edit.Group;
import io.retake.core.edit.Targeted;
import io.retake.core.edit.Verb;
import io.retake.core.edit.value.Amount;
import io.retake.core.edit.value.Change;
import io.retake.core.edit.value.Factor;
import io.retake.core.edit.value.Level;
import io.retake.core.edit.value.LookName;
import io.retake.core.edit.value.Lufs;
import io.retake.core.edit.value.Moment;
import io.retake.core.edit.value.Position;
import io.retake.core.edit.value.Semitones;
import io.retake.core.edit.value.Share;
import io.retake.core.edit.value.Shift;
import io.retake.core.edit.value.Strength;
import io.retake.core.edit.value.Target;
import io.retake.core.edit.value.TitleStyle;
import io.retake.core.edit.value.TransitionKind;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/** Changes an object or an effect; an argument that isn't given stays as it is. */
@Verb(
        group = Group.OBJECT,
        name = "change",
        help = "Change a title, an overlay, a transition, the music or an effect; the rest of it stays.",
        example = "change on: 'title 1', text: 'Ada Lovelace', position: top",
        sentence =
                "Change {on}:[ text {text}][ role {role}][ from {from}][ to {to}][ shift {shift}][ position {position}][ style {style}][ size {size}][ opacity {opacity}][ kind {kind}][ duration {duration}][ level {level}][ duck {duck}][ amount {amount}][ strength {strength}][ factor {factor}][ in {in}][ out {out}][ brightness {brightness}][ contrast {contrast}][ saturation {saturation}][ temperature {temperature}][ target {target}][ name {name}][ semitones {semitones}]")
public record ChangeObject(
        @Arg(help = "the object, or the name of an effect's operation", positional = true)
        Target on,

        @Arg(help = "title, lower third: the text") Optional<String> text,

        @Arg(help = "lower third: the smaller line") Optional<String> role,

        @Arg(help = "title, lower third, overlay, music: when it begins; it keeps its end")
        Optional<Moment> from,

        @Arg(help = "title, lower third, overlay: when it ends")
        Optional<Moment> to,

        @Arg(help = "title, lower third, overlay, captions: later (+) or earlier (-)")
        Optional<Shift> shift,

        @Arg(help = "title, overlay, captions: where it stands")
        Optional<Position> position,

        @Arg(help = "title, captions: how it is drawn") Optional<TitleStyle> style,

        @Arg(help = "overlay: its width, relative to the picture's")
        Optional<Share> size,

        @Arg(help = "overlay: how much of it is seen: 0 % is nothing, 100 % all")
        Optional<Share> opacity,

        @Arg(help = "transition: its kind") Optional<TransitionKind> kind,

        @Arg(help = "transition: its duration") Optional<Duration> duration,

        @Arg(help = "music, volume, opacity: the level") Optional<Level> level,

        @Arg(help = "music: whether it is ducked while the footage is loud")
        Optional<Boolean> duck,

        @Arg(help = "effect, level of the music, size of an overlay: relative to what it is")
        Optional<Amount> amount,

        @Arg(help = "effect: its strength") Optional<Strength> strength,

        @Arg(help = "speed, zoom: the factor") Optional<Factor> factor,

        @Arg(help = "fade: length of the fade-in") Optional<Duration> in,

        @Arg(help = "fade: length of the fade-out") Optional<Duration> out,

        @Arg(help = "color: darker to lighter") Optional<Change> brightness,

        @Arg(help = "color: flat to harsh") Optional<Change> contrast,

        @Arg(help = "color: gray to vivid") Optional<Change> saturation,

        @Arg(help = "color: cooler to warmer") Optional<Change> temperature,

        @Arg(help = "loudness: the loudness of the mix") Optional<Lufs> target,

        @Arg(help = "look: which") Optional<LookName> name,

        @Arg(help = "pitch: higher (+) or lower (-)") Optional<Semitones> semitones)
        implements Edit, Targeted {
    /** Rejects an empty range, an empty text, and a change of nothing. */
    public ChangeObject {
        if (from.isPresent() && to.isPresent()) {
            Moment.requireOrder(from.get(), to.get());
        }
        if (text.filter(String::isBlank).isPresent()) {
            throw new IllegalArgumentException(CoreMessages.text("change.empty-text"));
        }
        boolean nothing = Stream.of(
                        text,
                        role,
                        from,
                        to,
                        shift,
                        position,
                        style,
                        size,
                        opacity,
                        kind,
                        duration,
                        level,
                        duck,
                        amount,
                        strength,
                        factor,
                        in,
                        out,
                        brightness,
                        contrast,
                        saturation,
                        temperature,
                        target,
                        name,
                        semitones)
                .allMatch(Optional::isEmpty);
        if (nothing) {
            throw new IllegalArgumentException(CoreMessages.text("change.no-arguments"));
        }
    }
}
