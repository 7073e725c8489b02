package io.retake.repl.shell

import io.retake.core.draft.Blend
import io.retake.core.draft.Draft
import io.retake.core.draft.Segment
import io.retake.core.draft.Track
import io.retake.core.draft.TrackType
import io.retake.core.edit.value.TransitionKind
import io.retake.repl.shell.playback.Player
import io.retake.repl.shell.playback.Preview
import io.retake.repl.view.timeline.Window
import java.nio.file.Files
import java.nio.file.Path
import java.time.Duration
import java.util.concurrent.TimeUnit
import spock.lang.Specification
import spock.lang.TempDir

/** Playback in a window or in the terminal. */
class PlaySpec extends Specification {
    @TempDir
    Path folder

    def "a range is made in parts, the first one short, none cut within a transition"() {
        given:
        def draft = Draft.empty('x').withTracks([Track.of(TrackType.VIDEO, [
            Segment.ofMedia('a', 'a', 'm', s(0), s(12)),
            Segment.ofMedia('b', 'b', 'm', s(10), s(20)).withBlend(Optional.of(new Blend(TransitionKind.CROSSFADE, s(2))))])])

        when:
        def parts = Preview.parts(draft, new Window(s(from), s(to)))

        then:
        parts.collect { [it.from().toSeconds(), it.to().toSeconds()] } == expected

        where:
        from | to | expected
        0    | 30 | [[0, 3], [3, 10], [10, 18], [18, 26], [26, 30]]
        0    | 4  | [[0, 4]]
        2    | 12 | [[2, 5], [5, 12]]
        8    | 20 | [[8, 10], [10, 18], [18, 20]]
    }

    def "a window opens if there is a display and a player: #environment"() {
        given:
        programs.each {
            def file = Files.createFile(folder.resolve(it)).toFile()
            file.executable = true
        }

        expect:
        Player.find(environment + [PATH: "/none:$folder".toString()], system).map { it.toString() }.orElse('none') == player

        where:
        environment                               | system     | programs             || player
        [DISPLAY: ':0']                           | 'Linux'    | ['mpv', 'xdg-open']  || 'mpv'
        [WAYLAND_DISPLAY: 'w']                    | 'Linux'    | ['xdg-open']         || 'xdg-open'
        [DISPLAY: ':0']                           | 'Linux'    | []                   || 'none'
        [:]                                       | 'Linux'    | ['mpv']              || 'none'
        [DISPLAY: ':0', SSH_CONNECTION: '1']      | 'Linux'    | ['mpv']              || 'none'
        [:]                                       | 'Mac OS X' | ['open']             || 'open'
        [:]                                       | 'Windows 11' | ['cmd.exe']        || 'cmd'
    }

    def "the player gets the film, and its output is discarded"() {
        given:
        def program = folder.resolve('mpv')
        program.toFile().text = "#!/bin/sh\necho noise\nprintf '%s\\n' \"\$@\" > '$folder/part'\nmv '$folder/part' '$folder/said'\n"
        program.toFile().executable = true
        def player = Player.find([DISPLAY: ':0', PATH: folder.toString()], 'Linux').get()

        when:
        new Player([program.toString(), *player.command().drop(1)]).show(folder.resolve('a b.mp4'))

        then:
        awaited { Files.exists(folder.resolve('said')) }
        folder.resolve('said').toFile().readLines() == ['--really-quiet', "$folder/a b.mp4".toString()]
    }

    private static boolean awaited(Closure<Boolean> condition) {
        def end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20)
        while (!condition() && System.nanoTime() < end) {
            java.util.concurrent.locks.LockSupport.parkNanos(10_000_000)
        }
        condition()
    }

    private static Duration s(int seconds) {
        Duration.ofSeconds(seconds)
    }
}
