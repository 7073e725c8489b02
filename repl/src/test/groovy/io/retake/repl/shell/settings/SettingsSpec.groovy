package io.retake.repl.shell.settings

import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Requires
import spock.lang.Specification
import spock.lang.TempDir

/** Settings and their file. */
class SettingsSpec extends Specification {
    @TempDir
    Path folder
    Path file

    def setup() {
        file = folder.resolve('config/settings')
    }

    def "a set value persists; a reset removes it from the file"() {
        when:
        def settings = Settings.read(file, [:])

        then:
        settings.get(Setting.FEEDBACK) == 'normal'
        settings.on(Setting.TIPS)
        settings.problems() == []
        !Files.exists(file)

        when:
        settings.set(Setting.THEME, 'light')
        settings.set(Setting.TIPS, 'off')
        settings.set(Setting.THEME, 'dark')

        then:
        Settings.read(file, [:]).with { get(Setting.THEME) == 'dark' && !on(Setting.TIPS) }
        Files.readString(file).replaceAll('#.*\n', '') == 'theme = dark\ntips = off\n'

        when:
        settings.reset(Setting.THEME)

        then:
        settings.get(Setting.THEME) == 'standard'
        Files.readString(file).replaceAll('#.*\n', '') == 'tips = off\n'
        Files.list(file.parent).withCloseable { it.count() } == 1
    }

    def "an error in the file is reported with its line and preserved by a change"() {
        given:
        Files.createDirectories(file.parent)
        def bytes = "# mine: gr\u00ff\u00f6\u00dfer\nthem = light\ntips=maybe\nwhatever\n\ntheme =  light \n".getBytes('ISO-8859-1')
        Files.write(file, bytes)

        when:
        def settings = Settings.read(file, [:])

        then:
        settings.get(Setting.THEME) == 'light'
        settings.on(Setting.TIPS)
        settings.problems()*.replace(file.toString(), 'settings').take(3) == [
            "settings:2: unknown setting 'them'; did you mean theme?",
            "settings:3: tips can't be 'maybe': on, off",
            "settings:4: unknown setting 'whatever'"]

        when:
        settings.set(Setting.THEME, 'dark')

        then:
        new String(Files.readAllBytes(file), 'ISO-8859-1') == new String(bytes, 'ISO-8859-1').replace('theme =  light ', 'theme = dark')
    }

    def "a value set here wins over the environment, and that over the file"() {
        given:
        Settings.read(file, [:]).set(Setting.GRAPHICS, 'sixel')

        expect:
        Settings.read(file, [:]).environment().RETAKE_GRAPHICS == 'sixel'

        when:
        def settings = Settings.read(file, [RETAKE_GRAPHICS: 'KITTY', OTHER: 'x'])

        then:
        settings.get(Setting.GRAPHICS) == 'kitty'
        settings.origin(Setting.GRAPHICS) == 'RETAKE_GRAPHICS'
        settings.environment() == [RETAKE_GRAPHICS: 'KITTY', OTHER: 'x']

        when:
        settings.set(Setting.GRAPHICS, 'none')

        then:
        settings.environment().RETAKE_GRAPHICS == 'none'

        when:
        settings.reset(Setting.GRAPHICS)

        then:
        settings.environment() == [OTHER: 'x']
        Settings.read(file, [RETAKE_GRAPHICS: 'nonsense']).get(Setting.GRAPHICS) == 'auto'
    }

    @Requires({ !os.windows })
    def "a link into dot files stays a link"() {
        given:
        def real = folder.resolve('dotfiles')
        Files.writeString(real, 'bell = on\n')
        Files.createDirectories(file.parent)
        Files.createSymbolicLink(file, real)

        when:
        Settings.read(file, [:]).set(Setting.MARK, 'off')

        then:
        Files.isSymbolicLink(file)
        Files.readString(real) == 'bell = on\nmark = off\n'
    }

    def "a value that can't be saved still applies to this prompt"() {
        given:
        Files.writeString(folder.resolve('config'), 'no folder')
        def settings = Settings.read(file, [:])

        when:
        settings.set(Setting.BELL, 'on')

        then:
        thrown(IOException)
        settings.on(Setting.BELL)
    }

    def "every setting has a help, a default and another value"() {
        expect:
        Setting.all().every { it.help() && it.choices().size() > 1 && it.help().length() < 66 && Setting.named(it.word()).get() == it }
    }
}
