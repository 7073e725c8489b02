package io.retake.engine.render

import static io.retake.core.draft.TrackType.VIDEO

import io.retake.engine.render.timeline.Container
import io.retake.engine.render.timeline.Output
import io.retake.engine.render.timeline.RenderException
import io.retake.core.draft.Draft
import io.retake.core.draft.Effect
import io.retake.core.edit.value.Lufs
import io.retake.core.edit.value.Strength
import io.retake.core.protocol.FileFormat
import io.retake.core.protocol.OutputFormat
import io.retake.core.protocol.OutputPreset
import io.retake.engine.process.CancelSignal
import io.retake.engine.ffmpeg.FFmpeg
import io.retake.engine.media.TestMedia
import java.nio.file.Files
import java.nio.file.Path
import java.time.Duration
import spock.lang.Requires
import spock.lang.Specification
import spock.lang.TempDir

class ExportSpec extends Specification {
    @TempDir
    Path folder

    private Renderer.Rendered render(Draft draft, OutputFormat wish) {
        def output = Output.of(wish)
        new Renderer(TestMedia.FFMPEG, folder.resolve('cache')).render(draft, Footage.lookup(), output,
                folder.resolve('out.' + output.container().extension()), {}, new CancelSignal())
    }

    private static Draft counter(long ms = 2000) {
        Footage.draft((VIDEO): [Footage.segment(Footage.counter(), 0, ms)])
    }

    def 'there is one list of formats'() {
        expect:
        Container.values()*.extension() == FileFormat.names()
        FileFormat.names().every { Container.of(it).get().extension() == it }
    }

    def 'a still is the frame of its moment (#format at #at ms)'() {
        when:
        def still = render(counter(), OutputFormat.of(format).with('atMs', at)).file()

        then:
        Footage.numbers(still) == [frame]
        TestMedia.probe(still).video().get().codec() == codec

        where:
        format | at   || frame | codec
        'png'  | 0    || 0     | 'png'
        'png'  | 1500 || 45    | 'png'
        'jpg'  | 1000 || 30    | 'mjpeg'
        'png'  | 2000 || 59    | 'png'
    }

    def 'the colours of a still are those of the film (#format)'() {
        when:
        def still = render(Footage.draft((VIDEO): [Footage.segment(Footage.plain('red'), 0, 1000)]), OutputFormat.of(format)).file()
        def rgb = Footage.raw(still, '-vf', 'scale=1:1:flags=area,format=rgb24', '-f', 'rawvideo').toList().collect { it & 0xff }

        then:
        rgb[0] > 245 && rgb[1] < 10 && rgb[2] < 10

        where:
        format << ['png', 'jpg']
    }

    def 'a moment past the end, or of a film, is refused'() {
        when:
        render(counter(), OutputFormat.of(format).with('atMs', 5000))

        then:
        thrown(RenderException)

        where:
        format << ['png', 'mp4']
    }

    def 'a size in bytes is kept (#format)'() {
        given: 'grain, which takes more than that at any good quality'
        def noise = TestMedia.clip('grainy.mp4', '-f', 'lavfi', '-i', 'testsrc2=s=320x180:r=30:d=4,noise=alls=12:allf=t', '-f', 'lavfi', '-i', 'anoisesrc=d=4:r=48000:a=0.3',
                '-c:v', 'libx264', '-preset', 'ultrafast', '-crf', '20', '-pix_fmt', 'yuv420p', '-c:a', 'aac')
        def draft = Footage.draft((VIDEO): [Footage.segment(noise, 0, 4000)])

        when:
        def made = render(draft, OutputFormat.of(format).with('maxBytes', most))

        then:
        Files.size(made.file()) <= most
        Files.size(made.file()) > most / 4
        TestMedia.probe(made.file()).hasSound()

        where:
        format | most
        'mp4'  | 250_000
        'webm' | 250_000
        'mp3'  | 30_000
    }

    def "a size limit that can't be kept is refused beforehand (#format)"() {
        when:
        Renderer.check(counter(), Footage.lookup(), Output.of(OutputFormat.of(format).with('maxBytes', 10_000)))

        then:
        thrown(RenderException)

        where:
        format << ['mp4', 'gif', 'wav', 'png']
    }

    def 'a preset is a size (#preset)'() {
        expect:
        def size = Output.of(preset.output()).size().get()
        [size.width(), size.height()] == [preset.width(), preset.height()]
        Output.of(preset.output().with('width', 640).with('height', 360)).size().get() == new Output.Size(640, 360)

        where:
        preset << OutputPreset.values().toList()
    }

    def 'a preset that nobody knows is refused'() {
        when:
        Output.of(OutputFormat.of('mp4').with('preset', 'betamax'))

        then:
        def e = thrown(RenderException)
        e.message.contains('tiktok')
    }

    def 'the receipt says what is in the file'() {
        given: 'half a second of black, then half a second that moves, then a second that stands'
        def still = TestMedia.clip('standing.png', '-f', 'lavfi', '-i', 'testsrc2=s=192x108', '-frames:v', '1', '-update', '1')
        def draft = Footage.draft((VIDEO): [Footage.segment(Footage.plain('red', '192x108'), 0, 500).withGain(1), Footage.segment(Footage.counter(), 1000, 1000, 2000), Footage.segment(still, 2000, 1000)])

        when:
        def receipt = render(draft, OutputFormat.of('mp4')).receipt()

        then:
        receipt.asked() == Duration.ofSeconds(3)
        receipt.got() == Duration.ofSeconds(3)
        receipt.soundLater().get().abs() < Duration.ofMillis(50)
        receipt.black().size() == 1
        receipt.black()[0].from() == Duration.ofMillis(500)
        receipt.black()[0].to() == Duration.ofMillis(1000)
        receipt.frozen().any { Math.abs(it.from().toMillis() - 2000) < 70 }
        receipt.colors() == ['bt709'] * 3
        !receipt.clips()
        receipt.loudness().present
        receipt.bytes() == Files.size(folder.resolve('out.mp4'))
        receipt.line().startsWith('duration 3.00 s (as requested) · A/V offset ')
        receipt.json().path('lufs').asDouble() == receipt.loudness().get()
    }

    def "silence is called so"() {
        given:
        def hushed = TestMedia.clip('hushed.mp4', '-f', 'lavfi', '-i', 'testsrc2=s=192x108:r=30:d=1', '-f', 'lavfi', '-i', 'anullsrc=r=48000', '-t', '1',
            '-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p', '-c:a', 'aac')

        when:
        def receipt = render(Footage.draft((VIDEO): [Footage.segment(hushed, 0, 1000)]), OutputFormat.of('mp4')).receipt()

        then:
        receipt.line().contains(' · silent · ')
        receipt.peak().get() < -90
        receipt.loudness().empty
    }

    /** FFmpeg, but what it exports has a fault. */
    private FFmpeg faulty(String arguments) {
        def real = TestMedia.FFMPEG
        def script = folder.resolve('faulty-ffmpeg')
        Files.writeString(script, """#!/bin/bash
            echo run >> '${folder.resolve('runs.txt')}'
            given=(); export=
            for a in "\$@"; do
                case "\$a" in -progress) export=1;; file:*.part) [ -n "\$export" ] && given+=($arguments);; esac
                given+=("\$a")
            done
            exec '${real.ffmpeg()}' "\${given[@]}"
            """.stripIndent())
        script.toFile().setExecutable(true)
        new FFmpeg(script, real.ffprobe(), real.version(), real.origin(), real.environment(), real.capabilities())
    }

    @Requires({ os.linux })
    def 'an export that fails its own receipt is a failed export (#fault)'() {
        given:
        def target = folder.resolve('out.mp4')
        Files.writeString(target, 'what was there before')
        def draft = Footage.draft((VIDEO): [Footage.segment(Footage.counter(), 0, 1000)])

        when:
        new Renderer(faulty(arguments), folder.resolve('cache')).render(draft, Footage.lookup(), Output.of(Container.MP4), target, { }, new CancelSignal())

        then:
        def e = thrown(RenderException)
        e.message.contains(words) && e.message.contains('was discarded')
        Files.readString(target) == 'what was there before'
        Files.list(folder).withCloseable { it.noneMatch { it.fileName.toString().contains('.part') || it.fileName.toString().startsWith('.retake-render') } }

        where:
        fault                    | arguments                                           | words
        'cut short'              | '-t 0.4'                                            | 'ms long in place of 1000 ms'
        'without colour tags'    | '-bsf:v h264_metadata=matrix_coefficients=2'        | 'tagged with the colors'
        'with its sound too late' | "-bsf:a setts=ts=TS+0.2/TB"                        | 'ms after its picture'
    }

    @Requires({ os.linux })
    def 'a second export measures nothing again'() {
        given:
        def ffmpeg = faulty('')
        def plain = Footage.draft((VIDEO): [Footage.segment(Footage.counter(), 0, 1000)])
        def measured = Footage.draft((VIDEO): [Footage.segment(Footage.counter(), 0, 1000).withEffects([new Effect.AutoColorFx(), new Effect.StabilizeFx(Strength.MEDIUM)])])
            .withEffects([new Effect.LoudnessFx(new Lufs(-20))])
        def runs = { Draft draft ->
            Files.deleteIfExists(folder.resolve('runs.txt'))
            new Renderer(ffmpeg, folder.resolve('cache')).render(draft, Footage.lookup(), Output.of(Container.MP4), folder.resolve('out.mp4'), { }, new CancelSignal())
            Files.readAllLines(folder.resolve('runs.txt')).size()
        }
        int needed = runs(plain)

        expect: 'colour, camera path and loudness are three measurements, and kept'
        runs(measured) >= needed + 3
        runs(measured) == needed
    }
}
