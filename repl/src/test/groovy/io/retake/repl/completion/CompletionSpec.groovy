package io.retake.repl.completion

import io.retake.core.draft.Draft
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

/** Completion at the cursor from known state. */
class CompletionSpec extends Specification {
    static ODD = /it's 50%: "a".mp4/
    @TempDir
    Path folder

    def known = new CompletionContext(
        Optional.of(film(['a.mp4', 0, 4000, 1], [ODD, 4000, 8500, 1], ['我的 片段.mp4', 8500, 75000, 2])),
        ['a.mp4', ODD, '我的 片段.mp4', 'my song.mp3', 'talk.srt', 'warm.cube'],
        ['rough cut'], ['shots'] as Set,
        [new CompletionContext.Script('remaster', 'Old footage.', [input: 'the footage', size: 'the size'])])

    def "#line completes to #values"() {
        expect:
        at(line).choices()*.value().containsAll(values)

        where:
        line                     | values
        'mute on: '              | ['clip(1)', 'clip(3)', 'scene(2)', /'it\'s 50%: "a".mp4'/, "'the music'"]
        'mute on: clip('         | ['clip(1)', 'clip(2)', 'clip(3)']
        'trim from: '            | ["'the start'", '4.s', '8.5.s', "'1:15'"]
        'split at: '             | ['4.s']
        'trim from: 1.s, to: 4'  | ['4.s', '4.ms', '4.min']
        'volume 35.'             | ['35.percent', '35.dB']
        'upscale 72'             | ['72.p']
        'export mp4, under: 8.'  | ['8.MB', '8.KB']
        'music '                 | ["'my song.mp3'", 'volume:', 'duck:']
        'music "my'              | ['"my song.mp3"']
        'captions '              | ["'talk.srt'"]
        'color lut: '            | ["'warm.cube'"]
        'restore '               | ["'rough cut'"]
        'transition '            | ['crossfade', 'between:']
        'transition crossfade, between: ' | ["[1, 2]", "[2, 3]", "'all clips'"]
        'reorder '               | ["'shortest first'"]
        'color '                 | ['auto', 'brightness:']
        'title "Go", position: t' | ['top', 'topLeft']
        'music "my song.mp3", duck: ' | ['true', 'false']
        'export '                | ['mp4', 'youtube', 'png']
        'export mp4, '           | ['to:', 'quality:', 'under:']
        'export mp4, quality: '  | ['high', 'medium', 'low']
        'use '                   | ["'remaster'"]
        "use 'remaster', "       | ['input:', 'size:']
        'gray'                   | ['grayscale']
        'sho'                    | ['shots']
        'def x = tri'            | ['trim']
        'shots.each { c -> mute on: ' | ['clip(1)', 'shots']
        "title 'a',\n  fr"       | ['from:']
        'trim(from: 2.s, '       | ['to:', 'ranges:', 'except:', 'on:']
    }

    def "given and inapplicable arguments aren't offered: #line"() {
        expect:
        at(line).choices()*.value().intersect(not) == []

        where:
        line                  | not
        'trim from: 2.s, '    | ['from:']
        'captions '           | ["'a.mp4'"]
        'music '              | ["'talk.srt'", "'warm.cube'"]
        "title 'not from: a"  | ['from:', 'trim']
        'trim(from: 2.s) '    | ['to:']
        'frame at: 2.s, '     | ['under:', 'at:']
        'color auto, '        | ['brightness:']
    }

    def "a choice replaces the word before the cursor, whatever it contains: #line"() {
        when:
        def found = at(line)

        then:
        found.choices().size() == 1
        line.substring(0, found.word()) + found.choices()[0].value() == whole

        where:
        line                        | whole
        'mute on: clip(2'           | 'mute on: clip(2)'
        "mute on: 'it"              | /mute on: 'it\'s 50%: "a".mp4'/
        'mute on: "it'              | /mute on: "it's 50%: \"a\".mp4"/
        "mute on: '我的 片"         | "mute on: '我的 片段.mp4'"
        'loudness -14.'             | 'loudness -14.lufs'
        'overlay "a.mp4", si'       | 'overlay "a.mp4", size:'
    }

    def "a sentence completes names: #line"() {
        when:
        def found = Completion.words(line, known, folder)

        then:
        found.choices().collect { line.substring(0, found.word()) + it.value() } == wholes

        where:
        line                        | wholes
        'mute the 我'               | ['mute the "我的 片段.mp4"']
        'put my so'                 | ['put "my song.mp3"']
        "make it's"                 | [/make "it's 50%: \"a\".mp4"/]
        'please brighten a.'        | ['please brighten a.mp4']
        'make it vertical'          | []
    }

    def "a name has a description"() {
        expect:
        about('mute on: ', 'clip(2)') == '0:04-0:08.5 · ' + ODD
        about('trim from: ', '8.5.s') == 'start of clip 3 · 我的 片段.mp4'
        about('trim ', 'from:').startsWith("time, 2.s or '0:12.5' · ")
        about('title "a", ', 'position:').startsWith('center|top|')
        about('tri', 'trim') == 'Keep a range and remove the rest.'
    }

    def "files to upload are those of the disk, quoted as they need it, folders to go on in"() {
        given:
        ['a b.mp4', "it's.mov", 'notes.txt', '.hidden'].each { Files.createFile(folder.resolve(it)) }
        Files.createFile(Files.createDirectory(folder.resolve('tape')).resolve('1.mp4'))

        expect:
        Completion.statement(line, CompletionContext.NOTHING, folder).choices()*.value() == values

        where:
        line             | values
        "upload "        | ["'a b.mp4'", /'it\'s.mov'/, "'notes.txt'", "'tape/"]
        "upload 'a"      | ["'a b.mp4'"]
        "upload 'tape/"  | ["'tape/1.mp4'"]
        'upload "it'     | ['"it\'s.mov"']
        "upload 'none/"  | []
    }

    def "a script's parameters are read from its text, without compiling it"() {
        given:
        def script = folder.resolve('s.groovy')
        script.toFile().text = '''
            @groovy.transform.ASTTest({ throw new Error('compiled') })
            class A {}
            '''.stripIndent() + "params {\n    input files,   help: 'the footage'\n    size 1080.p\n}\n"

        expect:
        Scripts.parameters(script) == [input: 'the footage', size: '1080.p']
        Scripts.parameters(folder.resolve('none.groovy')) == [:]
    }

    private Completion at(String line) {
        Completion.statement(line, known, folder)
    }

    private String about(String line, String value) {
        at(line).choices().find { it.value() == value }.about()
    }

    private static String quoted(String text) {
        '"' + text.replace('\\', '\\\\').replace('"', '\\"') + '"'
    }

    private static Draft film(List... clips) {
        def segments = clips.collect { "{\"s\":${it[1]},\"d\":${it[2] - it[1]},\"md\":\"x\",\"sc\":${it[3]},\"m\":{\"title\":${quoted(it[0])}}}" }
        Draft.parse("{\"t\":[{\"tt\":0,\"sg\":[${segments.join(',')}]}],\"d\":${clips[-1][2]}}")
    }
}
