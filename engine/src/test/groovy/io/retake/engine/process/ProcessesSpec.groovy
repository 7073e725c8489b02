package io.retake.engine.process

import io.retake.engine.ffmpeg.FFmpeg
import io.retake.engine.media.TestMedia
import java.nio.file.Files
import java.nio.file.Path
import java.time.Duration
import java.util.concurrent.CountDownLatch
import java.util.concurrent.TimeUnit
import spock.lang.IgnoreIf
import spock.lang.Specification
import spock.lang.TempDir
import spock.util.concurrent.PollingConditions

@IgnoreIf({ os.windows })
class ProcessesSpec extends Specification {
    @TempDir
    Path folder

    static FFmpeg ffmpeg = TestMedia.FFMPEG

    private static List<String> encode(Path target) {
        [ffmpeg.ffmpeg().toString(), '-nostdin', '-v', 'error', '-progress', 'pipe:1', '-stats_period', '0.1', '-f', 'lavfi',
            '-i', 'testsrc2=s=1280x720:r=60', '-c:v', 'libx264', '-preset', 'slow', 'file:' + target]
    }

    private static boolean isRunning(Path target) {
        ProcessHandle.allProcesses().anyMatch { it.info().commandLine().orElse('').contains(target.toString()) }
    }

    def 'stdout and stderr come back'() {
        when:
        def result = new Processes([GREETING: 'hello']).run(ProcessJob.of(['/bin/sh', '-c', 'echo "$GREETING"; echo oops >&2']))

        then:
        result.stdout() == 'hello\n'
        result.stderr() == 'oops'
    }

    def 'a chatty process does not hang, and the end of its words is kept'() {
        when:
        new Processes([:], orphans).run(ProcessJob.of(['/bin/sh', '-c', 'seq 1 200000 >&2; seq 1 200000; exit 3']))

        then:
        def e = thrown(ProcessFailure)
        e.exitCode().asInt == 3
        e.stderr().endsWith('200000')
        e.stderr().length() <= 8192
        e.command().last().endsWith('exit 3')

        where:
        orphans << [ParentDeathSignal.NONE, ParentDeathSignal.WATCHDOG, ParentDeathSignal.best()]
    }

    @IgnoreIf({ !os.linux })
    def 'a Ctrl-C in this terminal does not reach it: it has a process group of its own'() {
        when:
        def told = new Processes([:], ParentDeathSignal.KERNEL).run(ProcessJob.of(['/bin/sh', '-c', 'echo $$; cut -d " " -f 5 /proc/$$/stat']))

        then:
        told.stdout().readLines().toSet().size() == 1
    }

    def 'a program that is not there is an error with its name'() {
        when:
        new Processes([:], ParentDeathSignal.NONE).run(ProcessJob.of(['/nowhere/ffmpeg']))

        then:
        def e = thrown(ProcessFailure)
        e.message.startsWith("/nowhere/ffmpeg can't be started")
    }

    def 'FfmpegErrors explains known causes in plain words'() {
        expect:
        FfmpegErrors.explain(stderr, 1).contains(said)

        where:
        stderr                                                            || said
        '[out#0] Error writing: No space left on device'                   || 'the disk is full'
        'x.mp4: Invalid data found when processing input'                  || 'damaged or not media'
        '[mov] moov atom not found\nx: Invalid data found when processing' || 'cut off'
        'something\nnobody knows'                                          || 'exit code 1, nobody knows'
    }

    def 'a cancelled encode leaves no process and no file (#orphans)'() {
        given:
        def target = folder.resolve('out.mp4')
        def signal = new CancelSignal()
        def job = ProcessJob.of(encode(target)).withCancel(signal).withRemoveOnFailure(target)
                .withOutput(new ProgressReader({ if (it.frame() > 0) signal.cancel() }))

        when:
        new Processes(ffmpeg.environment(), orphans).run(job)

        then:
        thrown(Cancelled)
        !Files.exists(target)
        new PollingConditions(timeout: 30, delay: 0.05).eventually { assert !isRunning(target) }

        where:
        orphans << [ParentDeathSignal.WATCHDOG, ParentDeathSignal.best()]
    }

    def 'an encode that takes too long is stopped and leaves nothing'() {
        given:
        def target = folder.resolve('out.mp4')

        when:
        new Processes(ffmpeg.environment()).run(
                ProcessJob.of(encode(target)).withTimeout(Duration.ofMillis(400)).withRemoveOnFailure(target))

        then:
        def e = thrown(ProcessFailure)
        e.message.contains('took longer')
        e.exitCode().empty
        !Files.exists(target)
        !isRunning(target)
    }

    def 'an interrupt ends the encode and stays set'() {
        given:
        def target = folder.resolve('out.mp4')
        def started = new CountDownLatch(1)
        def stillInterrupted = false
        Throwable failure = null
        def thread = new Thread({
            try {
                new Processes(ffmpeg.environment()).run(ProcessJob.of(encode(target)).withRemoveOnFailure(target)
                        .withOutput(new ProgressReader({ started.countDown() })))
            } catch (Throwable e) {
                failure = e
                stillInterrupted = Thread.currentThread().interrupted
            }
        })

        when:
        thread.start()
        started.await(20, TimeUnit.SECONDS)
        thread.interrupt()
        thread.join(30_000)

        then:
        failure instanceof Cancelled
        stillInterrupted
        !Files.exists(target)
        !isRunning(target)
    }

    def 'killing the JVM with -9 takes the encode along (#orphans)'() {
        given:
        def target = folder.resolve('out.mp4')
        def java = Path.of(System.getProperty('java.home'), 'bin', 'java').toString()
        def jvm = new ProcessBuilder([java, '-Xmx64m', '-cp', System.getProperty('java.class.path'),
            'io.retake.engine.process.OrphanMain', orphans.name(), ffmpeg.ffmpeg().parent.toString(), *encode(target)])
                .redirectErrorStream(true).start()
        new PollingConditions(timeout: 30, delay: 0.05).eventually { assert isEncoding(target) && Files.exists(target) }

        when:
        jvm.destroyForcibly().waitFor()

        then:
        new PollingConditions(timeout: 30, delay: 0.05).eventually { assert !isRunning(target) }

        cleanup:
        jvm?.destroyForcibly()

        where:
        orphans << [ParentDeathSignal.WATCHDOG, ParentDeathSignal.best()].unique()
    }

    private static boolean isEncoding(Path target) {
        ProcessHandle.allProcesses().anyMatch {
            it.info().command().orElse('').endsWith('ffmpeg') && it.info().commandLine().orElse('').contains(target.toString())
        }
    }
}
