package io.retake.engine.llm

import io.retake.engine.api.LanguageModel
import spock.lang.Specification

class LanguageModelSpec extends Specification {
    static final String KEY = 'sk-secret-0123'

    private static LanguageModel of(String url, String model = 'small', String key = '') {
        LanguageModel.of([RETAKE_LLM_URL: url, RETAKE_LLM_MODEL: model, RETAKE_LLM_KEY: key])
    }

    def "without settings none is asked"() {
        expect:
        LanguageModel.of([:]) instanceof LanguageModel.Off
        LanguageModel.of([:]).describe() == 'off: words stay on this machine'
    }

    def "#url is used, and its description holds neither key nor path"() {
        when:
        def model = of(url, 'small', KEY)

        then:
        model instanceof LanguageModel.On
        model.describe() == "small at $place reads the words that Retake can't"
        !"$model ${model.describe()}".contains(KEY)
        model.key().get() == KEY

        where:
        url                          | place
        'https://models.example/v1/' | 'https://models.example'
        'http://127.0.0.1:11434/v1'  | 'http://127.0.0.1:11434'
        'http://localhost:8080'      | 'http://localhost:8080'
        'http://[::1]:8080/v1'       | 'http://[::1]:8080'
    }

    def "#url with model '#model' is not used, and it says #why"() {
        when:
        def wrong = of(url, model, key)

        then:
        wrong instanceof LanguageModel.Wrong
        wrong.describe().startsWith('off: ')
        wrong.describe().contains(why)
        !wrong.describe().contains('secret')

        where:
        url                              | model   | key             | why
        ''                               | 'small' | KEY             | 'RETAKE_LLM_URL is not set'
        'models.example/v1'              | 'small' | ''              | 'RETAKE_LLM_URL is no address'
        'file:///etc/passwd'             | 'small' | ''              | 'RETAKE_LLM_URL is no address'
        'https://a b/secret'             | 'small' | ''              | 'RETAKE_LLM_URL is no address'
        'https://me:secret@host/v1'      | 'small' | ''              | 'the key goes into RETAKE_LLM_KEY'
        'https://host/v1?key=secret'     | 'small' | ''              | 'the key goes into RETAKE_LLM_KEY'
        'https://models.example/v1'      | ''      | KEY             | 'RETAKE_LLM_MODEL does not name a model'
        'https://models.example/v1'      | 'small' | "secret\nX: 1"  | 'RETAKE_LLM_KEY holds characters'
        'http://models.example/v1'       | 'small' | KEY             | 'the key would travel in the open'
        'http://127.0.0.1.evil.test/v1'  | 'small' | KEY             | 'the key would travel in the open'
    }
}
