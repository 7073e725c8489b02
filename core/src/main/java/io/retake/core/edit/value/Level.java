package io.retake.core.edit.value;

import io.retake.core.CoreMessages;

/** A level: a percentage of the recorded amplitude, or decibels relative to it. */
public sealed interface Level {

    /** Returns the factor on the amplitude: 1 is as recorded. */
    double gain();

    /** Percent of the recorded amplitude, 0 to 1000. */
    record Percent(double value) implements Level {
        /** Checks the range 0 to 1000. */
        public Percent {
            if (!(value >= 0 && value <= 1000)) {
                throw new IllegalArgumentException(CoreMessages.text("value.level", Times.decimal(value)));
            }
        }

        @Override
        public double gain() {
            return value / 100;
        }
    }

    /** Decibels relative to the recorded level, -120 to +20. */
    record Decibel(double value) implements Level {
        /** Checks the range -120 to +20. */
        public Decibel {
            if (!(value >= -120 && value <= 20)) {
                throw new IllegalArgumentException(CoreMessages.text("value.decibel", Times.decimal(value)));
            }
        }

        @Override
        public double gain() {
            return Math.pow(10, value / 20);
        }
    }
}
