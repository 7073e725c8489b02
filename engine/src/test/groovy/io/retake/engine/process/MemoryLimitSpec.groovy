package io.retake.engine.process

import io.retake.engine.media.OpeningMemory
import io.retake.engine.media.PeakMemory
import io.retake.engine.media.TestMedia
import java.nio.file.Files
import java.nio.file.Path
import java.util.concurrent.CountDownLatch
import java.util.concurrent.TimeUnit
import spock.lang.Requires
import spock.lang.Specification
import spock.lang.TempDir

/** Programs get no more memory than they may have, and all together no more than their share of the machine. */
class MemoryLimitSpec extends Specification {
    private static final long GIGABYTE = 1L << 30

    @TempDir
    Path folder

    /** Keeps all pictures that it is given. */
    private static ProcessJob hoarding(long bytes) {
        ProcessJob.of([TestMedia.FFMPEG.ffmpeg().toString(), '-nostdin', '-v', 'error', '-f', 'lavfi', '-i', 'testsrc2=s=1280x720:r=100:d=100', '-vf', 'reverse', '-f', 'null', '-'])
                .withMemory(new Memory(bytes, Memory.Share.WORK))
    }

    @Requires({ os.linux })
    def 'a program that wants more memory than it may have fails with words, and had no more (#orphans)'() {
        given:
        String message = ''
        boolean memory = false

        when:
        long peak = PeakMemory.during {
            try {
                new Processes(TestMedia.FFMPEG.environment(), orphans).run(hoarding(400L << 20))
            } catch (ProcessFailure e) {
                message = e.message
                memory = e.outOfMemory()
            }
        }

        then:
        memory
        message.contains('ran out of memory: it may take 419 MB here')
        peak < 500L << 20
        peak > 20L << 20

        where:
        orphans << [ParentDeathSignal.NONE, ParentDeathSignal.WATCHDOG, ParentDeathSignal.best()].unique()
    }

    @Requires({ os.linux })
    def 'where the system keeps no limit, a program is watched, and ended in time'() {
        given: 'the way of macOS: ps is asked'
        def process = new ProcessBuilder(hoarding(0).command()).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD)
        process.environment().putAll(TestMedia.FFMPEG.environment())
        def started = process.start()
        def watch = MemoryWatch.over(started, 300L << 20, Platform.of('Mac OS X', 'aarch64'))

        expect:
        started.waitFor(60, TimeUnit.SECONDS)
        watch.exceeded

        cleanup:
        watch?.close()
        started?.destroyForcibly()
    }

    def "the output of each system's memory command is parsed (#line)"() {
        expect:
        MemoryWatch.kilobytes(line) == bytes

        where:
        line                                                     || bytes
        ' 123456'                                                || 123456L << 10
        '"ffprobe.exe","4711","Console","1","1,234,567 K"'       || 1234567L << 10
        '"ffprobe.exe","4711","Console","1","1.234.567 K"'       || 1234567L << 10
        '"ffprobe.exe","4711","Services","0","12 345 Ko"'   || 12345L << 10
        'INFO: No tasks are running which match the criteria.'   || 0
        ''                                                       || 0
    }

    def 'a process is asked for in the words of each system'() {
        expect:
        MemoryWatch.question(['7', '8'], Platform.of('Mac OS X', 'aarch64')) == ['ps', '-o', 'rss=', '-p', '7,8']
        MemoryWatch.question(['7', '8'], Platform.of('Windows 11', 'amd64')) == ['tasklist', '/FO', 'CSV', '/NH', '/FI', 'PID eq 7']
        MemoryLimit.wrap(['ffmpeg'], GIGABYTE, Platform.of('Windows 11', 'amd64')) == ['ffmpeg']
    }

    def 'programs together have no more than their share: the next waits until one has ended'() {
        given: 'a machine of 4 GB, of which 3 are for work'
        def shares = new MemoryShares(4 * GIGABYTE)
        def first = shares.take(new Memory(2 * GIGABYTE, Memory.Share.WORK), new CancelSignal(), 'ffmpeg')
        def taken = new CountDownLatch(1)
        def second = Thread.start { shares.take(new Memory(2 * GIGABYTE, Memory.Share.WORK), new CancelSignal(), 'ffmpeg').close(); taken.countDown() }

        expect: 'a small one, one that opens a file and one that feeds another need not wait'
        shares.take(new Memory(GIGABYTE, Memory.Share.WORK), new CancelSignal(), 'ffmpeg').close()
        shares.take(Memory.opening(GIGABYTE), new CancelSignal(), 'ffprobe').close()
        shares.take(new Memory(2 * GIGABYTE, Memory.Share.WORK).forHelper(), new CancelSignal(), 'ffmpeg').close()
        !taken.await(200, TimeUnit.MILLISECONDS)

        when:
        first.close()

        then:
        taken.await(30, TimeUnit.SECONDS)

        cleanup:
        second?.join()
    }

    def 'waiting for memory can be cancelled'() {
        given:
        def shares = new MemoryShares(GIGABYTE)
        def held = shares.take(new Memory(GIGABYTE, Memory.Share.WORK), new CancelSignal(), 'ffmpeg')
        def signal = new CancelSignal()
        Throwable failure = null
        def waiting = Thread.start { try { shares.take(new Memory(GIGABYTE, Memory.Share.WORK), signal, 'ffmpeg') } catch (Cancelled e) { failure = e } }

        when:
        signal.cancel()
        waiting.join(30_000)

        then:
        failure instanceof Cancelled

        cleanup:
        held?.close()
    }

    def "a machine's memory is what its container may have, where that is less (#limit)"() {
        given:
        def total = Files.writeString(folder.resolve('meminfo'), 'MemTotal:       8000000 kB\nMemFree: 1 kB\n')
        if (limit) {
            Files.createDirectories(folder.resolve(file).parent)
            Files.writeString(folder.resolve(file), limit + '\n')
        }

        expect:
        MachineMemory.read(total, folder) == bytes

        where:
        file                           | limit                 || bytes
        'memory.max'                   | ''                    || 8_192_000_000
        'memory.max'                   | '2000000000'          || 2_000_000_000
        'memory.max'                   | 'max'                 || 8_192_000_000
        'memory/memory.limit_in_bytes' | '3000000000'          || 3_000_000_000
        'memory/memory.limit_in_bytes' | '9223372036854771712' || 8_192_000_000
    }

    def 'a small file may take little to be opened, a large one more, and none more than a gigabyte'() {
        expect:
        OpeningMemory.of(1000, OptionalLong.empty()).bytes() < 300L << 20
        OpeningMemory.of(500L << 20, OptionalLong.empty()).bytes() == GIGABYTE
        OpeningMemory.of(1000, OptionalLong.of(4096)).bytes() < 130L << 20
        OpeningMemory.of(1000, OptionalLong.of(50_000_000)).bytes() > 500_000_000
    }

    def 'the largest pictures that are taken are opened within their limit (#what)'() {
        given:
        def file = TestMedia.clip(name, '-f', 'lavfi', '-i', "color=red:s=$size:r=1:d=1", '-frames:v', '1', *how)

        expect:
        TestMedia.probe(file).video().get().width() == size.split('x')[0] as int

        where:
        what                     | name           | size        | how
        '48 megapixels, 16 bits' | 'largest.png'  | '8000x6000' | ['-pix_fmt', 'rgba64be', '-update', '1']
        '48 megapixels, JPEG'    | 'largest.jpg'  | '8000x6000' | ['-pix_fmt', 'yuvj444p', '-update', '1']
        '8K'                     | 'largest.mp4'  | '7680x4320' | ['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p']
    }
}
