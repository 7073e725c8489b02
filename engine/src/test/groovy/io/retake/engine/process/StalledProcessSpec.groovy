package io.retake.engine.process

import io.retake.engine.ffmpeg.FFmpeg
import io.retake.engine.media.Probe
import io.retake.engine.media.TestMedia
import java.nio.file.Files
import java.nio.file.Path
import java.time.Duration
import java.util.concurrent.CompletableFuture
import java.util.concurrent.ExecutionException
import java.util.concurrent.Executor
import java.util.concurrent.TimeUnit
import java.util.concurrent.atomic.AtomicInteger
import spock.lang.IgnoreIf
import spock.lang.Specification
import spock.lang.TempDir
import spock.util.concurrent.PollingConditions

/** A process that hangs is noticed and ended; one that works or waits for us is left alone. */
@IgnoreIf({ os.windows })
class StalledProcessSpec extends Specification {
    private static final Duration LIMIT = Duration.ofMillis(1200)
    /** The common pool has one thread on two cores: what hangs in it would stop others too. */
    private static final Executor OWN_THREAD = { Runnable work -> new Thread(work, 'stalled').tap { daemon = true }.start() } as Executor

    static FFmpeg ffmpeg = TestMedia.FFMPEG

    @TempDir
    Path folder

    private static Processes processes(ParentDeathSignal orphans = ParentDeathSignal.best(), Duration limit = LIMIT) {
        new Processes(ffmpeg.environment(), orphans, limit)
    }

    /** The process itself, not what watches over it. */
    private static Optional<ProcessHandle> running(String program, Path about) {
        ProcessHandle.allProcesses().filter {
            it.info().command().orElse('').endsWith(program) && it.info().commandLine().orElse('').contains(about.toString())
        }.findFirst()
    }

    private static void signal(String name, ProcessHandle process) {
        assert new ProcessBuilder('kill', "-$name", "${process.pid()}").start().waitFor() == 0
    }

    def 'a stopped encode is noticed, said and killed, and leaves nothing (#orphans)'() {
        given:
        def target = folder.resolve('out.mp4')
        def job = ProcessJob.of([ffmpeg.ffmpeg().toString(), '-nostdin', '-v', 'error', '-progress', 'pipe:1', '-stats_period', '0.1', '-f', 'lavfi',
            '-i', 'testsrc2=s=640x360:r=60', '-c:v', 'libx264', '-preset', 'slow', 'file:' + target])
                .withTimeout(Duration.ofHours(1)).withRemoveOnFailure(target).withOutput(new ProgressReader({ }))
        def run = CompletableFuture.supplyAsync({ processes(orphans).run(job) }, OWN_THREAD)
        new PollingConditions(timeout: 120, delay: 0.02).eventually { assert running('ffmpeg', target).present && Files.exists(target) }
        def process = running('ffmpeg', target).get()

        when:
        signal('STOP', process)
        run.get(120, TimeUnit.SECONDS)

        then:
        def e = thrown(ExecutionException)
        e.cause instanceof ProcessFailure
        e.cause.message.startsWith('ffmpeg made no progress for 1 s and was stopped')
        !process.alive
        !Files.exists(target)

        where:
        orphans << [ParentDeathSignal.WATCHDOG, ParentDeathSignal.best()].unique()
    }

    def 'a stuck process that keeps reporting the same is noticed too'() {
        given: 'a few pictures, and then none, from a pipe that stays open'
        def pipe = folder.resolve('pictures')
        assert new ProcessBuilder('mkfifo', pipe.toString()).start().waitFor() == 0
        def feeder = Thread.startDaemon {
            new FileOutputStream(pipe.toFile()).withCloseable { out ->
                out.write(new byte[64 * 64 * 50])
                out.flush()
                try {
                    Thread.sleep(60_000)
                } catch (InterruptedException ignored) {
                    // The test is over.
                }
            }
        }
        def reports = new AtomicInteger()

        when: 'its limit leaves FFmpeg the time to come to the pipe on a busy machine'
        processes(ParentDeathSignal.best(), Duration.ofSeconds(4)).run(ProcessJob.of([ffmpeg.ffmpeg().toString(), '-nostdin', '-v', 'error', '-progress', 'pipe:1', '-stats_period', '0.1',
            '-f', 'rawvideo', '-pix_fmt', 'gray', '-s', '64x64', '-i', 'file:' + pipe, '-f', 'null', '-'])
                .withTimeout(Duration.ofHours(1)).withOutput(new ProgressReader({ reports.incrementAndGet() })))

        then:
        def e = thrown(ProcessFailure)
        e.message.contains('made no progress')
        reports.get() > 3

        cleanup:
        // A feeder waits in open() where FFmpeg ended before it came to the pipe; with a reader come and gone it fails.
        new RandomAccessFile(pipe.toFile(), 'rw').close()
        feeder.interrupt()
        feeder.join(20_000)
        !feeder.alive
    }

    def 'it goes on: #what'() {
        when:
        def result = processes(ParentDeathSignal.best(), Duration.ofMillis(2500)).run(ProcessJob.of(['/bin/sh', '-c', script]).withTimeout(Duration.ofMinutes(1)))

        then:
        result.stdout().endsWith('done\n')

        where:
        what                            | script
        'says something now and then'   | 'for i in 1 2 3 4 5 6; do sleep 0.5; echo $i; done; echo done'
        'computes without a word'       | 'i=0; end=$(($(date +%s) + 4)); while [ $(date +%s) -lt $end ]; do i=$((i + 1)); done; echo done'
        'has a child that computes'     | '(end=$(($(date +%s) + 4)); while [ $(date +%s) -lt $end ]; do :; done); echo done'
    }

    def 'one that waits until we take what it wrote is not stalled'() {
        given:
        def took = 0L

        when: 'more than a pipe holds, taken late'
        processes().run(ProcessJob.of(['/bin/sh', '-c', 'head -c 3000000 /dev/zero']).withOutput({ InputStream in ->
            took += in.readNBytes(1000).length
            Thread.sleep(3 * LIMIT.toMillis())
            took += in.readAllBytes().length
        } as ProcessJob.OutputReader))

        then:
        took == 3_000_000
    }

    def 'a probe that hangs is noticed, and the limit is in the environment'() {
        given: 'an ffprobe that stops'
        def slow = folder.resolve('ffprobe')
        Files.writeString(slow, '#!/bin/sh\nkill -STOP $$\n').toFile().executable = true
        def hanging = new FFmpeg(ffmpeg.ffmpeg(), slow, ffmpeg.version(), 'a test', [RETAKE_STALL_SECONDS: '1'], ffmpeg.capabilities())
        def begun = System.nanoTime()

        when:
        new Probe(hanging).of(TestMedia.plain(), 'x', 'plain.mp4')

        then:
        def e = thrown(MediaException)
        e.message.contains('plain.mp4')
        System.nanoTime() - begun < TimeUnit.SECONDS.toNanos(25)
    }

    def 'the environment says how long is too long: #said'() {
        expect:
        new Processes(said == null ? [:] : [RETAKE_STALL_SECONDS: said]).@stall == Duration.ofSeconds(seconds)

        where:
        said   || seconds
        null   || 120
        '600'  || 600
        '0'    || 120
        '-5'   || 120
        'x'    || 120
        '9999999999' || 120
    }
}
