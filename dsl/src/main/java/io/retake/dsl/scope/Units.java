package io.retake.dsl.scope;

import io.retake.core.edit.value.FrameSize;
import io.retake.core.edit.value.Level;
import io.retake.core.edit.value.Lufs;
import io.retake.core.edit.value.Percentage;
import io.retake.dsl.problem.ScriptMessages;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import org.codehaus.groovy.runtime.InvokerHelper;
import org.codehaus.groovy.runtime.typehandling.NumberMath;

/**
 * The units after a number: {@code 12.s}, {@code 35.percent}, {@code 1080.p}. Groovy extension methods, visible only to
 * the compiler of scripts (see {@link UnitsOnly}), so that a host program's own Groovy code is unaffected.
 */
public final class Units {
    /** The number of digits that a long always holds. */
    private static final int DIGITS = 18;

    private static final long KILO = 1_000;
    private static final long MEGA = 1_000_000;

    private Units() {}

    /** Seconds. */
    public static Duration getS(Number self) {
        return millis(self, 1000);
    }

    /** Milliseconds. */
    public static Duration getMs(Number self) {
        return millis(self, 1);
    }

    /** Minutes. */
    public static Duration getMin(Number self) {
        return millis(self, 60_000);
    }

    /** Hours. */
    public static Duration getH(Number self) {
        return millis(self, 3_600_000);
    }

    /** Percent of the argument's own quantity. */
    public static Percentage getPercent(Number self) {
        return new Percentage(finite(self));
    }

    /** Decibels relative to the recorded level. */
    public static Level getdB(Number self) {
        return new Level.Decibel(finite(self));
    }

    /** Loudness, as in {@code (-14).lufs}. */
    public static Lufs getLufs(Number self) {
        return new Lufs(finite(self));
    }

    /** Lines of a picture: its shorter side in pixels. */
    public static FrameSize getP(Number self) {
        long lines = whole(decimal(self), self);
        if (lines != (int) lines) {
            throw new IllegalArgumentException(ScriptMessages.text("value.too-large", self));
        }
        return new FrameSize.Lines((int) lines);
    }

    /** Kilobytes (10^3), in bytes. */
    public static Long getKB(Number self) {
        return whole(decimal(self).multiply(BigDecimal.valueOf(KILO)), self);
    }

    /** Megabytes (10^6), in bytes. */
    public static Long getMB(Number self) {
        return whole(decimal(self).multiply(BigDecimal.valueOf(MEGA)), self);
    }

    /** {@code -20.percent}. */
    public static Percentage negative(Percentage self) {
        return new Percentage(-self.value());
    }

    /** {@code -6.dB}. */
    public static Level negative(Level self) {
        if (self instanceof Level.Decibel decibel) {
            return new Level.Decibel(-decibel.value());
        }
        throw new IllegalArgumentException(ScriptMessages.text("value.negative-percent"));
    }

    /** {@code -2.s}. */
    public static Duration negative(Duration self) {
        return self.negated();
    }

    /** {@code x * 2}: that many times as long. */
    public static Duration multiply(Duration self, Number times) {
        return scaled(self, decimal(times));
    }

    /** {@code 2 * x}. */
    public static Duration multiply(Number self, Duration time) {
        return scaled(time, decimal(self));
    }

    /**
     * {@code x / 2}: a part of it.
     *
     * @throws ArithmeticException for zero parts
     */
    public static Duration div(Duration self, Number parts) {
        return Duration.ofNanos(BigDecimal.valueOf(self.toNanos())
                .divide(decimal(parts), 0, RoundingMode.HALF_UP)
                .longValueExact());
    }

    /**
     * {@code x / 500.ms}: how often the one goes into the other.
     *
     * @throws ArithmeticException for no time
     */
    public static BigDecimal div(Duration self, Duration part) {
        return BigDecimal.valueOf(self.toNanos())
                .divide(BigDecimal.valueOf(part.toNanos()), MathContext.DECIMAL64)
                .stripTrailingZeros();
    }

    /** {@code -n}, whose type it keeps. */
    public static int negative(int self) {
        return -self;
    }

    /** {@code -n}, whose type it keeps. */
    public static long negative(long self) {
        return -self;
    }

    /** {@code -n}, whose type it keeps. */
    public static double negative(double self) {
        return -self;
    }

    /** {@code -n}, whose type it keeps. */
    public static BigDecimal negative(BigDecimal self) {
        return self.negate();
    }

    /** A number of any other type. */
    public static Number negative(Number self) {
        return NumberMath.unaryMinus(self);
    }

    /**
     * Negates a value whose type is known only at run time, or that Groovy negates by a method {@code negative} too.
     */
    public static Object negative(Object self) {
        if (self instanceof Percentage percentage) {
            return negative(percentage);
        }
        if (self instanceof Level level) {
            return negative(level);
        }
        return self instanceof Duration time ? negative(time) : InvokerHelper.unaryMinus(self);
    }

    private static Duration scaled(Duration time, BigDecimal times) {
        return Duration.ofNanos(BigDecimal.valueOf(time.toNanos())
                .multiply(times)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact());
    }

    private static Duration millis(Number number, long each) {
        return Duration.ofNanos(whole(decimal(number).multiply(BigDecimal.valueOf(each * 1_000_000)), number));
    }

    /** Rounds toward zero; rejects a number that does not fit a long, which would overflow. */
    private static long whole(BigDecimal value, Number given) {
        if (value.precision() - value.scale() > DIGITS) {
            throw new IllegalArgumentException(ScriptMessages.text("value.too-large", given));
        }
        return value.longValue();
    }

    private static double finite(Number number) {
        if (!Double.isFinite(number.doubleValue())) {
            throw new IllegalArgumentException(ScriptMessages.text("value.too-large", number));
        }
        return number.doubleValue();
    }

    private static BigDecimal decimal(Number number) {
        finite(number);
        return number instanceof BigDecimal exact ? exact : new BigDecimal(number.toString());
    }
}
