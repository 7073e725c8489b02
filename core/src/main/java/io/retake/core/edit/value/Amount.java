package io.retake.core.edit.value;

import io.retake.core.CoreMessages;

/** A change relative to what something is. */
public sealed interface Amount {

    /** Returns the factor on the present value. */
    double factor();

    /** A multiple of the present value: 0.5 is half. */
    record Multiple(double factor) implements Amount {
        /** Checks the range 0.01 to 100. */
        public Multiple {
            if (!(factor >= 0.01 && factor <= 100)) {
                throw new IllegalArgumentException(CoreMessages.text("value.amount-factor", Times.decimal(factor)));
            }
        }
    }

    /** Percent of the present value more, or less. */
    record Percent(double change) implements Amount {
        /** Checks the range -99 to +1000. */
        public Percent {
            if (!(change >= -99 && change <= 1000)) {
                throw new IllegalArgumentException(CoreMessages.text("value.amount-percent", Times.decimal(change)));
            }
            change = change == 0 ? 0.0 : change; // one zero, not two
        }

        @Override
        public double factor() {
            return 1 + change / 100;
        }
    }

    /** More or less by an amount that nobody measured. */
    record Vague(boolean more, Degree degree) implements Amount {
        @Override
        public double factor() {
            double step = switch (degree) {
                case LITTLE -> 0.15;
                case SOME -> 0.3;
                case MUCH -> 0.6;
            };
            return more ? 1 + step : 1 - step;
        }
    }

    /** The words for amounts. */
    enum Degree {
        /** By 15 %. */
        LITTLE,
        /** By 30 %. */
        SOME,
        /** By 60 %. */
        MUCH
    }
}
