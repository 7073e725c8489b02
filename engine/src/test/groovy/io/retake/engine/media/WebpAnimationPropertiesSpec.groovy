package io.retake.engine.media

import io.retake.engine.process.MediaException
import java.nio.file.Files
import net.jqwik.api.ForAll
import net.jqwik.api.Property
import net.jqwik.api.constraints.IntRange
import net.jqwik.api.constraints.Size

/** Whatever the bytes of a moving WebP are, reading them gives frames that fit, or a refusal in words. */
class WebpAnimationPropertiesSpec {
    private static final byte[] GOOD = AnimatedWebpSpec.animation(64, 48, true, [
        new AnimatedWebpSpec.Frame(color: 'red', width: 64, height: 48, millis: 100),
        new AnimatedWebpSpec.Frame(color: 'blue', x: 8, y: 8, width: 16, height: 16, millis: 50, flags: 1)])

    @Property(tries = 1500)
    boolean readsOrRefuses(
            @ForAll @Size(min = 0, max = 6) List<Integer> places, @ForAll @Size(min = 6, max = 6) List<Byte> values, @ForAll @IntRange(min = 30, max = 400) int length) {
        byte[] bytes = Arrays.copyOf(GOOD, Math.min(length, GOOD.length))
        places.eachWithIndex { int place, int i -> bytes[Math.floorMod(place, bytes.length)] = values[i] }
        def file = Files.createTempFile('fuzz', '.webp')
        try {
            Files.write(file, bytes)
            if (!WebpAnimation.is(file)) {
                return true
            }
            def stills = new ByteArrayOutputStream()
            def read = WebpAnimation.read(file, 'fuzz.webp', stills)
            return stills.size() > 12 * read.frames().size() && !read.frames().isEmpty()
                && read.frames().every { it.x() + it.width() <= read.width() && it.y() + it.height() <= read.height() }
        } catch (MediaException refused) {
            return refused.message.startsWith("fuzz.webp can't be used: ")
        } finally {
            Files.delete(file)
        }
    }
}
