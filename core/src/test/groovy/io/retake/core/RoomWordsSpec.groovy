package io.retake.core

import net.jqwik.api.ForAll
import net.jqwik.api.Property
import net.jqwik.api.constraints.LongRange

/** Room in words, whatever the numbers. */
class RoomWordsSpec {
    private static BigDecimal value(String words) {
        def (amount, unit) = words.split(' ')
        new BigDecimal(amount) * (1000G ** ['bytes', 'KB', 'MB', 'GB', 'TB'].indexOf(unit))
    }

    @Property(tries = 500)
    boolean 'too little never reads as enough, and neither is said to be better than it is'(
            @ForAll @LongRange(min = 0, max = 1_000_000_000_000_000L) long available,
            @ForAll @LongRange(min = 1, max = 2_000_000) long missing) {
        def needed = Room.needed(available + missing)
        def there = Room.available(available)
        value(needed) >= available + missing && value(there) <= available && needed != there
    }
}
