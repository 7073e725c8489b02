package io.retake.dsl.run

import io.retake.dsl.Backend
import io.retake.dsl.FakeBackend
import io.retake.dsl.Retake
import io.retake.dsl.problem.InvalidScript
import io.retake.dsl.problem.ScriptSource
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.TempDir

/** Words that are verbs, and objects where a verb takes a target. */
class ObjectTargetsSpec extends Specification {
    @TempDir
    Path folder

    @AutoCleanup
    FakeBackend backend = new FakeBackend()

    @AutoCleanup
    Retake retake

    def setup() {
        Files.writeString(folder.resolve('a.mp4'), 'footage')
        retake = Retake.builder().environment([:]).home(folder.resolve('home')).workingFolder(folder).backend(Backend.at(backend.url)).build()
    }

    private RunResult run(String statements) {
        retake.run(ScriptSource.text('film.groovy', "session { upload 'a.mp4'; $statements }"), [:], {}).await()
    }

    def '#statement sends #sentence'() {
        when:
        run(statement).orThrow()

        then:
        backend.messages*.replace('\\"', '"') == [sentence]

        where:
        statement                                    || sentence
        "title 'Ada'"                                || 'Add the title "Ada"'
        "remove on: title('Ada')"                    || 'Remove title "Ada"'
        'remove on: title(1)'                        || 'Remove title 1'
        "remove on: 'title 1'"                       || 'Remove title 1'
        'def n = 2; remove on: title(n)'             || 'Remove title 2'
        'def t = "A"; remove on: title("$t")'        || 'Remove title "A"'
        'remove on: lowerThird(1)'                   || 'Remove lower third 1'
        'remove on: overlays'                        || 'Remove overlays'
        'remove on: transition(1)'                   || 'Remove transition 1'
        'remove on: music'                           || 'Remove the music'
        'remove on: captions'                        || 'Remove the captions'
        'mute on: clips(1, 3)'                       || 'Mute the sound on clips 1, 3'
        'grayscale on: allBut(2)'                    || 'Make it grayscale on all but clip 2'
        "remove on: 'the sound of clip 2'"           || 'Remove the sound of clip 2'
        "clear 'grayscale', on: clip(2)"             || 'Clear grayscale on clip 2'
        "change title(1), text: 'B', shift: 2.s"     || 'Change title 1: text "B" shift +2 s'
        "change 'grain', amount: 'x0.5'"             || 'Change grain: amount x0.5'
        'change music, level: 20.percent, duck: true' || 'Change the music: level 20% duck yes'
        'move clip(3), to: first'                    || 'Move clip 3 to first'
        'move title(1), to: 5.s'                     || 'Move title 1 to 0:05'
        "move clip(3), to: 'before clip 1'"          || 'Move clip 3 to before clip 1'
        'duplicate overlay(2)'                       || 'Duplicate overlay 2'
        "replace clip(1), with: 'a.mp4'"             || 'Replace clip 1 with "a.mp4"'
        'def title = 5; remove on: clip(title)'      || 'Remove clip 5'
    }

    def 'a wrong target is found before anything runs: #statement'() {
        when:
        run(statement).orThrow()

        then:
        def wrong = thrown(InvalidScript)
        wrong.message.contains(said)
        backend.messages.empty

        where:
        statement                       || said
        'remove on: title(0)'           || 'a title is counted from 1, not 0'
        "change title(1)"               || 'change needs an argument'
        "change title(1), colour: 'red'" || "'change' has no argument 'colour'"
        "clear 'sparkle'"               || "expected the name of an effect such as 'grayscale'"
        "move clip(1), to: 'nowhere'"   || "expected a place such as 'first'"
    }
}
