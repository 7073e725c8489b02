package io.retake.engine.phrase

import spock.lang.Specification

/** How answers are put together; `BundlesSpec` compares their texts. */
class AnswersSpec extends Specification {
    def 'a text is in the language of the text around it'() {
        given:
        def inner = Phrase.of('grade.part', Phrase.of('grade.brightness'), '+10%')

        expect:
        Phrase.of('grade.adjusted', inner) == new Phrase('Adjusted the color: brightness +10%.', '已调整颜色：亮度 +10%。')
    }

    def 'the locale of the machine changes neither language'() {
        given:
        def before = Locale.default
        Locale.default = locale

        expect:
        Phrase.of('diagnosis.pauses', 2, 1.5d) == new Phrase(
            'There are 2 pauses of a second or more, 1.5 s in all.', '有 2 处一秒以上的停顿，共 1.5 秒。')

        cleanup:
        Locale.default = before

        where:
        locale << [Locale.CHINA, Locale.GERMANY, Locale.forLanguageTag('ar-EG-u-nu-arab'), Locale.forLanguageTag('tr')]
    }

    def 'a key without a text is an error'() {
        when:
        Phrase.of('version.nothing-like-this')

        then:
        thrown(MissingResourceException)
    }
}
