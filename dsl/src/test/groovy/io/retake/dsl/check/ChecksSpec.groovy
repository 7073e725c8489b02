package io.retake.dsl.check

import io.retake.dsl.compile.Scripts
import io.retake.dsl.problem.ScriptSource
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

class ChecksSpec extends Specification {
    @TempDir
    Path folder

    Scripts scripts

    def setup() {
        scripts = new Scripts(getClass().classLoader, folder.resolve('cache'))
    }

    List<String> problems(String script) {
        scripts.check(ScriptSource.text('card.groovy', script), folder)*.toString()
    }

    def 'a script without a fault has no problems: #script'() {
        given:
        Files.createFile(folder.resolve('a.mp4'))
        Files.createFile(folder.resolve('song.mp3'))

        expect:
        problems(script) == []

        where:
        script << [
            "session { upload 'a.mp4'; edit 'upscale to 1080p'; export mp4 }",
            "session { upload 'a.mp4'; trim from: 2.s, to: 12.s; export mp4, to: 'out.mp4', quality: high }",
            "session('Talk') { upload 'a.mp4'; color auto; grayscale; mute on: clip(2); undo; undo 2 }",
            "session { upload 'a.mp4'; upscale 1080p; upscale 1080p\n }",
            "session { upload 'a.mp4'; upscale size: 1080p; music 'song.mp3', volume: 35.percent; title 'Go', to: 5s }",
            "session { upload 'a.mp4'; aspect '9:16', fit: blur; upscale 1080.p; resize '1280x720' }",
            "session { upload 'a.mp4'; fade in: 2.s, out: 500.ms; title 'Go', from: 1.s, position: topLeft }",
            "session { upload 'a.mp4'; music 'song.mp3', volume: (-6).dB, duck: true; volume 35.percent; volume -6.dB }",
            "session { upload 'a.mp4'; color brightness: 10.percent, saturation: -20.percent }",
            "session { upload 'a.mp4'; def film = export mp4; println film.path; println film.size; println film.duration }",
            "session { upload 'a.mp4'; export youtube; export mp4, size: 720.p, fps: 30, under: 8.MB, replace: true; export mp4, size: 720p }",
            "session { upload 'a.mp4'; export png, at: 3.s; export jpg, at: 'the end', size: '640x360'; frame at: 1.s }",
            "def big = 720.p\nsession { upload 'a.mp4'; export webm, size: big, quality: low, receipt: false; export square, under: '500 KB' }",
            "session { upload 'a.mp4'; def s = scenes(); reorder s.sort { -it.duration }; speed 2, on: s[0]; remove on: scene(2) }",
            "session { upload 'a.mp4'; scenes().findAll { it.duration < 1.s }.each { remove on: it }; reorder scenes().reverse() }",
            "session { upload 'a.mp4'; for (shot in scenes) { mute on: shot.target }; reorder([scene(2), scene(1)]); scenes(); scenes }",
            "session { upload 'a.mp4'; def scenes = scenes(); println scenes.size(); reorder 'scenes 2, 1' }",
            "session { upload 'a.mp4'; def found = diagnose(); if (found.has('shake')) stabilize(); diagnose on: clip(1); println diagnose }",
            "session { upload 'a.mp4'; diagnose().findings.each { finding -> finding.remedies.each { edit it } } }",
            "def look() { color auto; fade in: 1.s }\nsession { upload 'a.mp4'; look(); export mp4 }",
            "def length = 3\nsession { upload 'a.mp4'; trim to: length.s; for (n in 1..2) { undo }; 2.times { mute() } }",
            "['a', 'b'].each { name -> session(name) { upload 'a.mp4'; title name; export webm } }",
            "session { upload sampleClip(); println timeline; println credits.available(); printf '%s%n', 'x' }",
            "def how = pad\nsession { upload 'a.mp4'; aspect '1:1', fit: how }",
            "params { input file, help: 'the clip', optional: true; height 1080, help: 'lines' }\n" +
                "session { upload(input ?: sampleClip()); upscale \"\${height}p\"; speed 1.5 }",
            "params { looks(['warm', 'cool']); hold 2.s; big 1080.p; on true; words text, default: 'hi' }\n" +
                "session { upload 'a.mp4'; title words, to: hold; upscale big; if (on && looks == 'warm') { color temperature: 10.percent } }",
        ]
    }

    def '#script is refused: #expected'() {
        expect:
        problems(script)*.replace(folder.toString(), 'FOLDER') == [expected]

        where:
        script                                              || expected
        "session { fad in: 1.s }"                           || "card.groovy:1:11: unknown verb 'fad' here; did you mean 'fade'?"
        "session { trim form: 1.s }"                        || "card.groovy:1:16: 'trim' has no argument 'form'; did you mean 'from'?; it takes from, to, ranges, except, on"
        "session { trim from: 5.s, to: 2.s }"               || "card.groovy:1:11: the range from 0:05 to 0:02 is empty: it must end after it begins; for example: trim from: 2.s, to: 12.s"
        "session { upload 'a.mp4' }"                        || "card.groovy:1:18: there is no file 'a.mp4' in FOLDER; check the name, or move the file there"
        "session { upload 'a.txt' }"                        || "card.groovy:1:18: 'a.txt' is not a file type that backends accept; the types are mp4, mov, avi, webm, mkv, jpg, png, gif, webp, mp3, wav, m4a, aac, srt, vtt, cube"
        "session { export mp44 }"                           || "card.groovy:1:18: unknown export format 'mp44'; did you mean mp4?; one of mp4, mov, mkv, webm, gif, mp3, wav, png, jpg, youtube, tiktok, reels, shorts, square"
        "session { export mp4, qality: high }"              || "card.groovy:1:23: 'export' has no option 'qality'; did you mean quality?; for example: export mp4, to: 'out.mp4', quality: high, size: 720.p, under: 8.MB"
        "session { export mp4, under: 500 }"                || "card.groovy:1:30: 'export', argument under: an export can't fit in 500 bytes; the minimum is 10000 bytes; for example: export mp4, to: 'out.mp4', quality: high, size: 720.p, under: 8.MB"
        "session { export mp3, size: 720.p }"               || "card.groovy:1:23: 'export mp3' takes no size: mp3 has no picture; for example: export mp4, to: 'out.mp4', quality: high, size: 720.p, under: 8.MB"
        "session { export youtube, at: 3.s }"               || "card.groovy:1:27: 'export youtube' takes no at: youtube (mp4) is not a still; png and jpg are; for example: export mp4, to: 'out.mp4', quality: high, size: 720.p, under: 8.MB"
        "session { export gif, under: 8.MB }"               || "card.groovy:1:23: 'export gif' takes no under: gif can't be limited in size; for example: export mp4, to: 'out.mp4', quality: high, size: 720.p, under: 8.MB"
        "session { export png, fps: 30 }"                   || "card.groovy:1:23: 'export png' takes no fps: png has no motion; for example: export mp4, to: 'out.mp4', quality: high, size: 720.p, under: 8.MB"
        "session { export mp4, fps: 500 }"                  || "card.groovy:1:28: 'export', argument fps: a frame rate is 1 to 240 fps, not 500; for example: export mp4, to: 'out.mp4', quality: high, size: 720.p, under: 8.MB"
        "session { export mp4, size: 'huge' }"              || "card.groovy:1:29: 'export', argument size: expected a size such as 1080.p, '4k' or '1920x1080', found 'huge'; for example: export mp4, to: 'out.mp4', quality: high, size: 720.p, under: 8.MB"
        "session { export mp4, quality: hgh }"              || "card.groovy:1:32: 'export', argument quality: expected one of high, medium, low, found 'hgh'; for example: export mp4, to: 'out.mp4', quality: high, size: 720.p, under: 8.MB"
        "session { export youtub }"                         || "card.groovy:1:18: unknown export format 'youtub'; did you mean youtube?; one of mp4, mov, mkv, webm, gif, mp3, wav, png, jpg, youtube, tiktok, reels, shorts, square"
        "session { export mp4, replace: maybe }"            || "card.groovy:1:32: 'export', argument replace: expected true or false, found 'maybe'; for example: export mp4, to: 'out.mp4', quality: high, size: 720.p, under: 8.MB"
        "session { frame too: 'x.png' }"                    || "card.groovy:1:17: 'export' has no option 'too'; did you mean to?; for example: export mp4, to: 'out.mp4', quality: high, size: 720.p, under: 8.MB"
        "session { trim from: 2s, to: 5.s }"                || "card.groovy:1:22: '2s' is not a number; write 2.s"
        "session { edit '2s'\nvolume 35% }"                 || "card.groovy:2:8: '35%' is not a number; write 35.percent"
        "session { upscale 99999p }"                        || "card.groovy:1:19: 'upscale', argument size: a picture side is 16 to 8192 pixels, not 99999; for example: upscale 1080.p"
        "session { scenes 3 }"                              || "card.groovy:1:11: 'scenes' takes (); found (int); for example: reorder scenes().sort { it.duration }"
        "session { remove on: scene(0) }"                   || "card.groovy:1:22: 'remove', argument on: scenes are counted from 1, not 0; for example: remove from: 3.s, to: 5.s"
        "session { diagnose at: 3.s }"                      || "card.groovy:1:20: 'diagnose' has no argument 'at'; it takes on"
        "session { println scenes().first().lenght }"       || "card.groovy:1:36: Scene has no property 'lenght'"
        "use 5"                                             || "card.groovy:1:1: 'use' takes (options, text) or (text); found (int); for example: def film = use 'remaster', input: 'old.mp4'"
        "session { speed }"                                 || "card.groovy:1:11: speed needs a factor, such as speed 1.5, or a length, such as speed fit: 10.s; for example: speed 1.5"
        "session { speed 'fast' }"                          || "card.groovy:1:17: 'speed', argument factor: expected a factor such as 1.5 or '2x', found 'fast'; for example: speed 1.5"
        "session { aspect '9:16', fit: crp }"               || "card.groovy:1:31: 'aspect', argument fit: unknown word 'crp'; did you mean crop?; expected one of crop, pad, blur"
        "session { trim to: 12.sec }"                       || "card.groovy:1:23: unknown unit 'sec' after a number; units are KB, MB, dB, h, lufs, min, ms, p, percent, s"
        "session { mute nothing }"                          || "card.groovy:1:16: 'mute' takes its arguments by name (from, to, ranges, except, on); found nothing; for example: mute from: 5.s"
        "trim to: 1.s"                                      || "card.groovy:1:1: 'trim' belongs in a session; write session { trim from: 2.s, to: 12.s }"
        "session { upload 5 }"                              || "card.groovy:1:11: 'upload' takes (files) or (films) or (list) or (options, files) or (options, films) or (options, list) or (options, texts) or (texts); found (int); for example: upload 'a.mp4', 'b.wav'"
        "session { edit }"                                  || "card.groovy:1:11: 'edit' takes (options, text) or (text); found (); for example: edit 'upscale to 1080p and fix the color grading'"
        "session { println titel }"                         || "card.groovy:1:19: unknown word 'titel'; did you mean 'title'?"
        "def f = new Flim()"                                || "card.groovy:1:9: unknown type 'Flim'; check its spelling, or import it"
        "session { 'abc'.shout() }"                         || "card.groovy:1:11: String has no method shout()"
        "def x = 2.s\nprintln -x"                           || "card.groovy:2:1: 'println' is a command, not a value; to use its result, call it with parentheses: println(…)"
        "session { def x = 2.s; trim to: x * x }"           || "card.groovy:1:33: no operator '*' between Duration and Duration"
        "params { height numbr }"                           || "card.groovy:1:17: parameter 'height': unknown type 'numbr' (types are text, integer, decimal, flag, file, files, duration, size, level); for example: height 1080, help: 'lines of the picture'"
    }

    def 'all problems come together, in the order of the script, each with its line'() {
        when:
        def found = scripts.check(ScriptSource.text('card.groovy', '''\
            session {
                upload 'missing.mp4'
                trm from: 1.s
                fade inn: 1.s
                export mp5
                println nope
            }'''.stripIndent()), folder)

        then:
        found*.line() == [2, 3, 4, 5, 6]
        found[1].source() == '    trm from: 1.s'
    }
}
