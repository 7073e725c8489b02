package io.retake.core

import java.nio.charset.Charset
import spock.lang.Specification

class UserLanguageSpec extends Specification {
    def 'with #environment on a system in #system, at a console of #charset, messages are in #language'() {
        expect:
        UserLanguage.of(environment, Locale.forLanguageTag(system), Charset.forName(charset)) == language

        where:
        environment                                        | system  | charset      || language
        [:]                                                | 'en'    | 'UTF-8'      || Language.ENGLISH
        [:]                                                | 'zh-CN' | 'UTF-8'      || Language.CHINESE
        [:]                                                | 'zh-CN' | 'GBK'        || Language.CHINESE
        [:]                                                | 'zh-CN' | 'ISO-8859-1' || Language.ENGLISH
        [:]                                                | 'de'    | 'UTF-8'      || Language.ENGLISH
        [LANG: 'zh_CN.UTF-8']                              | 'en'    | 'UTF-8'      || Language.CHINESE
        [LANG: 'zh_TW.UTF-8']                              | 'en'    | 'UTF-8'      || Language.CHINESE
        [LANG: 'zh_CN.UTF-8']                              | 'en'    | 'US-ASCII'   || Language.ENGLISH
        [LANG: 'en_US.UTF-8']                              | 'zh-CN' | 'UTF-8'      || Language.ENGLISH
        [LANG: '']                                         | 'zh-CN' | 'UTF-8'      || Language.CHINESE
        [LANG: 'zh_CN.UTF-8', LC_MESSAGES: 'en_US.UTF-8']  | 'zh-CN' | 'UTF-8'      || Language.ENGLISH
        [LANG: 'en_US.UTF-8', LC_MESSAGES: 'zh_CN.UTF-8']  | 'en'    | 'UTF-8'      || Language.CHINESE
        [LANG: 'zh_CN.UTF-8', LC_ALL: 'C.UTF-8']           | 'zh-CN' | 'UTF-8'      || Language.ENGLISH
        [LC_ALL: 'zh_CN.UTF-8', RETAKE_LANGUAGE: 'en']     | 'zh-CN' | 'UTF-8'      || Language.ENGLISH
        [LC_ALL: 'C.UTF-8', RETAKE_LANGUAGE: 'zh']         | 'en'    | 'UTF-8'      || Language.CHINESE
    }
}
