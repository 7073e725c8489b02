package io.retake.engine

import com.fasterxml.jackson.databind.node.ObjectNode
import io.retake.core.client.RetakeClient
import io.retake.core.client.http.Cancellation
import io.retake.core.client.http.ClientSettings
import io.retake.core.client.http.CredentialStore
import io.retake.core.client.message.Reply
import io.retake.core.client.message.ReplyListener
import io.retake.core.client.render.RenderListener
import io.retake.core.client.transfer.TransferListener
import io.retake.core.draft.Draft
import io.retake.core.draft.Segment
import io.retake.core.draft.Track
import io.retake.core.protocol.OutputFormat
import io.retake.core.vocabulary.Vocabulary
import io.retake.engine.media.TestMedia
import io.retake.engine.render.Footage
import java.nio.file.Files
import java.nio.file.Path

/**
 * One session as a stranger has it, in {@code conversation.txt}: each sentence ({@code >}), the edits it became ({@code =})
 * or the question it led to ({@code ?}), and the lines of the timeline that it took away and added. No other line may
 * change. With {@code -Dretake.update=true} the file is written anew: read the difference before you commit it.
 */
class WalkOfSentencesSpec extends EngineSpecification {
    static final Path CONVERSATION = Path.of(System.getProperty('retake.root'), 'engine/src/test/resources/sentences/conversation.txt')

    private RetakeClient client

    def cleanup() {
        client?.close()
    }

    def "each sentence does what it says and nothing else, and the film shows all of it"() {
        given:
        def engine = start()
        client = RetakeClient.builder(ClientSettings.fromEnvironment([:], data.resolve('home'), Path.of('/opt/retake'))
            .forBackend(engine.apiUrl(), engine.ownerToken())).credentials(CredentialStore.inMemory()).localFiles(true).build()
        def session = client.openSession('walk', 'en', Cancellation.none())
        client.upload(session, footage(), TransferListener.SILENT, Cancellation.none())
        def asked = Files.readAllLines(CONVERSATION).findAll { it.startsWith('> ') }*.substring(2)

        when:
        def now = client.state(session, Cancellation.none()).draft().get()
        def told = asked.collect { sentence ->
            def reply = client.send(session, sentence, ReplyListener.SILENT, Cancellation.none())
            def next = reply.state().draft().get()
            def entry = (["> $sentence"] + edits(reply) + changes(lines(now), lines(next))).join('\n')
            now = next
            entry
        }.join('\n\n') + '\n'
        if (Boolean.getBoolean('retake.update')) {
            Files.writeString(CONVERSATION, told)
        }

        then:
        told == Files.readString(CONVERSATION)

        when:
        def film = data.resolve('film.mp4')
        client.download(client.render(session, now, OutputFormat.of('mp4'), RenderListener.SILENT, Cancellation.none()), film, TransferListener.SILENT, Cancellation.none())
        if (System.getProperty('retake.keep')) {
            Files.copy(film, Path.of(System.getProperty('retake.keep')))
        }

        then:
        shows(film, now)
    }

    private static List<Path> clips() {
        [red: 'a02020', green: '20a040', blue: '2040a0'].collect { name, color ->
            TestMedia.clip("walk-${name}.mp4", '-f', 'lavfi', '-i', "color=0x$color:s=320x180:r=25:d=4", '-f', 'lavfi', '-i', 'sine=f=440:r=48000:d=4',
                '-filter_complex', "color=white:s=320x12:r=25:d=4[bar];[0:v][bar]overlay=x='-320+80*t':y=168", // a bar that grows with the time
                '-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p', '-c:a', 'aac')
        }
    }

    private List<Path> footage() {
        def logo = TestMedia.clip('walk-logo.png', '-f', 'lavfi', '-i', 'color=yellow:s=80x80', '-frames:v', '1')
        def named = (clips() + [Footage.tone(220, 5), logo]).collect {
            Files.copy(it, data.resolve(it.fileName.toString().replaceFirst(/^walk-/, '').replaceFirst(/^tone.*/, 'song.wav')))
        }
        named << Files.writeString(data.resolve('talk.srt'), '1\n00:00:00,500 --> 00:00:02,000\nHello there\n\n2\n00:00:05,000 --> 00:00:06,500\nGoodbye\n')
    }

    private static List<String> edits(Reply reply) {
        reply.tools().collect { tool ->
            def arguments = tool.arguments().deepCopy() as ObjectNode
            tool.name() == 'edit' ? "? ${reply.text().readLines().first()}".toString() : '= ' + Vocabulary.fromJson(arguments.put('op', tool.name())).with { Vocabulary.of(it).sentence(it) }
        }
    }

    private static List<String> changes(List<String> before, List<String> after) {
        (before - after).collect { "- $it".toString() } + (after - before).collect { "+ $it".toString() }
    }

    /** All of the timeline but the ids. */
    private static List<String> lines(Draft draft) {
        def whole = "film ${draft.duration().toMillis()} ms${draft.canvas().map { ", ${it.width()}x${it.height()}" }.orElse('')} ${draft.effects() ?: ''}".trim()
        [whole] + draft.tracks().collectMany { track -> track.segments().collect { line(track, it) } }
    }

    private static String line(Track track, Segment it) {
        def kind = track.captions() ? 'caption' : track.overlay() ? 'overlay' : track.type().get().name().toLowerCase()
        def more = [
            it.text().present ? "${it.position()} ${it.style()}" : '', it.in().zero ? '' : "from ${it.in().toMillis()}", it.speed() == 1d ? '' : "${it.speed()}x",
            it.gain() == 1d ? '' : "gain ${it.gain()}", it.widthPercent().map { w -> "$w% $kind" }.orElse('').replace(kind, "wide, ${it.position()}"),
            it.blend().map { b -> "after ${b.kind()} of ${b.duration().toMillis()}" }.orElse(''), it.effects().collect { e -> text(e) }.join(' ')]
        "$kind ${it.text().orElse(it.title().orElse('?'))} ${it.start().toMillis()}-${it.end().toMillis()} ${more.findAll().join(', ')}".trim()
    }

    private static String text(Object effect) {
        effect.toString().replaceAll(/\w+=(Change\[percent=0\.0\]|Optional\.empty)(, )?/, '').replaceAll(/Change\[percent=([-\d.]+)\]/, '$1').replaceAll(/Fx\b/, '').replaceAll(/, \]/, ']')
    }

    private static boolean shows(Path film, Draft draft) {
        def info = TestMedia.probe(film)
        assert Math.abs(info.duration().toMillis() - draft.duration().toMillis()) < 80
        assert [info.video().get().width(), info.video().get().height()] == [180, 320]
        def middle = { double at -> Footage.color(film, at, 'crop=60:60:60:120') }
        def corner = { double at -> Footage.color(film, at, 'crop=20:20:0:0').sum() }
        def written = { double at, String where -> Footage.color(film, at, "crop=$where,edgedetect=low=0.3:high=0.5")[0] > 4 }
        assert middle(0.25).with { it[2] > it[0] + 15 }: 'blue first'
        assert middle(5).with { it[0] > it[2] + 40 }: 'then red'
        assert middle(8.2).with { it.max() - it.min() < 12 }: 'the green one is black and white'
        assert corner(0.25) < corner(2.8) - 60: 'dark edges, but not in clip 2'
        assert [0.25, 5, 8.2].every { at -> Footage.color(film, at, 'crop=16:16:153:15').with { it[0] > it[2] + 60 && it[1] > it[2] + 60 } }: 'a logo at the top right'
        assert [7d, 8.3d].collect { written(it, '60:14:60:19') } == [false, true]: 'a title at the top of the end'
        assert [4.2d, 5.3d].collect { written(it, '90:14:45:286') } == [false, true]: 'a caption'
        assert Math.abs(Footage.pitch(film, 4.3, 5.3) - 220) < 3: 'only the music sounds in the clip that is muted'
        assert Footage.level(film, 1, 2) > Footage.level(film, 4.3, 5.3) * 1.1: 'the others have their sound'
        true
    }
}
