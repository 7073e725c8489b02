package io.retake.dsl.compile

import io.retake.dsl.problem.ScriptSource
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

/** Literal values that a recipe is given are checked before anything runs. */
class UseValuesSpec extends Specification {
    @TempDir
    Path folder

    def setup() {
        Files.createFile(folder.resolve('cars.mp4'))
        Files.createDirectories(folder.resolve('clips'))
        Files.createFile(folder.resolve('clips/one.mp4'))
        recipe('rec', "params { input file\n show 2.0\n length 2.s\n fit(['blur', 'crop'])\n size 720.p\n level 35.percent\n on true\n times 3\n words text, optional: true\n many files, optional: true }\nprintln input")
    }

    private void recipe(String name, String text) {
        Files.writeString(folder.resolve("${name}.groovy"), text)
    }

    List<String> problems(String script) {
        recipe('main', script)
        // Twice: once compiled now, once as it was kept.
        def found = (1..2).collect {
            new Scripts(getClass().classLoader, folder.resolve('cache')).check(ScriptSource.file(folder.resolve('main.groovy'), folder), folder)*.toString()*.replace(folder.toString(), 'FOLDER')
        }
        assert found[0] == found[1]
        found[0]
    }

    def 'values that a recipe can take are no problem: #script'() {
        expect:
        problems(script) == []

        where:
        script << [
            "use 'rec', input: 'cars.mp4'",
            "use 'rec', input: 'cars.mp4', show: 2, length: 1.5.s, fit: 'crop', size: 1080.p, level: 35.percent, on: false, times: 4, words: 'x'",
            "use 'rec', input: 'cars.mp4', show: '2.5', length: '0:03', fit: blur, size: '1280x720', level: '-3dB', on: 'yes', times: '4'",
            "use 'rec', input: 'cars.mp4', level: -3.dB, many: 'clips'",
            "use 'rec', input: 'cars.mp4', many: 'clips/*.mp4'",
            "use 'rec', input: 'cars.mp4', many: ['cars.mp4', 'clips/one.mp4']",
            "def f = 'nope.mp4'\nuse 'rec', input: f, show: f.size()",
            "[1].each { use 'rec', input: \"\${it}.mp4\" }",
        ]
    }

    def 'a file that the script makes before need not exist: #script'() {
        expect:
        problems(script) == []

        where:
        script << [
            "session { upload 'cars.mp4'; export mp4, to: 'first.mp4' }\nuse 'rec', input: 'first.mp4'",
            "session('slow') { upload 'cars.mp4'; export mp4 }\nuse 'rec', input: 'slow.mp4'",
            "session { upload 'cars.mp4'; export mp4 }\nuse 'rec', input: 'main.mp4'",
            "def name = 'x'\nsession(name) { upload 'cars.mp4'; export mp4 }\nuse 'rec', input: 'x.mp4'",
            "use 'rec', input: 'cars.mp4'\nuse 'rec', input: 'cars-blur.mp4'",
            "session { upload 'cars.mp4'; export mp4, to: 'first.mp4' }\nsession { upload 'first.mp4'; export mp4, to: 'second.mp4' }",
        ]
    }

    def 'reports #value at its place: #message'() {
        expect:
        problems("session('slow') { upload 'cars.mp4'; export mp4, to: 'first.mp4' }\nuse 'rec', $value") == ["main.groovy:2:$column: $message".toString()]

        where:
        value                                              || column | message
        "input: 'carz.mp4'"                                || 19     | "the recipe 'rec', parameter input: there is no file 'carz.mp4' in FOLDER; check the name"
        "input: 5"                                         || 19     | "the recipe 'rec', parameter input: expected a file that exists, found '5'"
        "input: 'cars.mp4', fit: 'blurr'"                  || 36     | "the recipe 'rec', parameter fit: expected one of blur, crop, found 'blurr'"
        "input: 'cars.mp4', fit: ['blur']"                 || 36     | "the recipe 'rec', parameter fit: expected one of blur, crop, found '[blur]'"
        "input: 'cars.mp4', length: 'foo'"                 || 39     | "the recipe 'rec', parameter length: expected a duration such as 2s, 500ms or 0:12.5, found 'foo'"
        "input: 'cars.mp4', length: 3"                     || 39     | "the recipe 'rec', parameter length: expected a duration such as 2s, 500ms or 0:12.5, found '3'"
        "input: 'cars.mp4', show: 'x'"                     || 37     | "the recipe 'rec', parameter show: expected a number such as 1.5, found 'x'"
        "input: 'cars.mp4', show: true"                    || 37     | "the recipe 'rec', parameter show: expected a number such as 1.5, found 'true'"
        "input: 'cars.mp4', times: 1.5"                    || 38     | "the recipe 'rec', parameter times: expected a whole number such as 3, found '1.5'"
        "input: 'cars.mp4', on: 'maybe'"                   || 35     | "the recipe 'rec', parameter on: expected true or false, found 'maybe'"
        "input: 'cars.mp4', size: '12 apples'"             || 37     | "the recipe 'rec', parameter size: expected a size such as 1080p, 4k or 1920x1080, found '12 apples'"
        "input: 'cars.mp4', size: 99999.p"                 || 37     | "a picture side is 16 to 8192 pixels, not 99999"
        "input: 'cars.mp4', many: 'nope/*.mp4'"            || 37     | "the recipe 'rec', parameter many: there is no file 'nope/*.mp4' in FOLDER; check the name, or move the file there"
        "input: 'cars.mp4', ful: 3"                        || 31     | "the recipe 'rec' has no parameter 'ful'; its parameters are input, show, length, fit, size, level, on, times, words, many"
        "show: 3"                                          || 1      | "the recipe 'rec' needs input: a file that exists; for example: use 'rec', input: …"
    }

    def 'reports all of them together'() {
        expect:
        problems("use 'rec', input: 'carz.mp4', fit: 'blurr', length: 'foo', show: 'x'").collect { (it =~ /main.groovy:(\d+:\d+)/)[0][1] } == ['1:19', '1:36', '1:53', '1:66']
    }

    def 'checks the arguments that a recipe gives to another too, and stops at one that uses itself'() {
        given:
        recipe('deep', "println 1\nuse 'rec', input: 'nope.mp4'")
        recipe('deeper', "use 'deep'")
        recipe('circle', "use 'circle'")

        expect:
        problems("use 'deeper'") == ["main.groovy:1:1: the recipe 'deeper' can't be used: deeper.groovy:1:1: the recipe 'deep' can't be used: deep.groovy:2:19: the recipe 'rec', parameter input: there is no file 'nope.mp4' in FOLDER; check the name"]
        problems("use 'circle'") == []
    }
}
