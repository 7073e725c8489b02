package io.retake.core.protocol

import static io.retake.core.protocol.GuiTranslation.Action.*

import spock.lang.Specification

class GuiTranslationSpec extends Specification {

    def "'#said' becomes '#shown'"() {
        given:
        def translation = GuiTranslation.of(said)

        expect:
        translation.text().strip() == shown
        translation.actions() as List == actions

        where:
        said                                                                         | shown                              | actions
        // an instruction goes
        'Click the Export button.'                                                   | ''                                 | [EXPORT]
        'click "Export"'                                                             | ''                                 | [EXPORT]
        'Please tap Download to save your video.'                                    | ''                                 | [EXPORT]
        'You can now click **Export** in the top right corner.'                      | ''                                 | [EXPORT]
        'Open the Media panel.'                                                      | ''                                 | [STATE]
        'Drag the clip onto the timeline.'                                           | ''                                 | [EDIT]
        'Drag and drop your file into the Media panel.'                              | ''                                 | [EDIT]
        'You can preview it in the timeline.'                                        | ''                                 | [SUMMARY]
        'Check your account for billing details.'                                    | ''                                 | [CREDITS]
        'Go to the Billing page.'                                                    | ''                                 | [CREDITS]
        'Click Upload to add footage.'                                               | ''                                 | [UPLOAD]
        'Click the Split button.'                                                    | ''                                 | [EDIT]
        'Press Play to watch it.'                                                    | ''                                 | [SUMMARY]
        'Press the button'                                                           | ''                                 | [EDIT]
        "You'll find the Export button in the top-right corner."                     | ''                                 | [EXPORT]
        'The Export button is at the top right.'                                     | ''                                 | [EXPORT]
        'Open the Effects panel and drag the filter onto the clip.'                  | ''                                 | [STATE, EDIT]
        '点击导出按钮。'                                                                    | ''                                 | [EXPORT]
        '请点击“导出”按钮下载视频。'                                                             | ''                                 | [EXPORT]
        '您可以在右上角点击导出按钮。'                                                             | ''                                 | [EXPORT]
        '打开素材面板。'                                                                    | ''                                 | [STATE]
        '将视频拖拽到时间线。'                                                                 | ''                                 | [EDIT]
        '拖拽片段到时间线上。'                                                                 | ''                                 | [EDIT]
        '在时间线中预览。'                                                                   | ''                                 | [SUMMARY]
        '查看您的账户。'                                                                    | ''                                 | [CREDITS]
        // content stays
        'I trimmed the clip to 10 seconds.'                                          | 'I trimmed the clip to 10 seconds.' | []
        'I added a click sound at 0:03.'                                             | 'I added a click sound at 0:03.'   | []
        'Added the title "Click here to subscribe" from 0:02 to 0:05.'               | 'Added the title "Click here to subscribe" from 0:02 to 0:05.' | []
        "I set the title to 'Open the panel'."                                       | "I set the title to 'Open the panel'." | []
        'The press conference now opens the video.'                                  | 'The press conference now opens the video.' | []
        'I opened with the wide shot and dragged nothing else along.'                | 'I opened with the wide shot and dragged nothing else along.' | []
        'The drag race starts at 0:10.'                                              | 'The drag race starts at 0:10.'    | []
        'The export is ready.'                                                       | 'The export is ready.'             | []
        'The timeline has 3 tracks.'                                                 | 'The timeline has 3 tracks.'       | []
        'The clip is 1.5x faster and 12.5 s long.'                                   | 'The clip is 1.5x faster and 12.5 s long.' | []
        'Click tracks were removed.'                                                 | 'Click tracks were removed.'       | []
        '已添加点击音效。'                                                                   | '已添加点击音效。'                         | []
        '我打开了画面稳定功能。'                                                                | '我打开了画面稳定功能。'                      | []
        '已添加标题“点击订阅”。'                                                               | '已添加标题“点击订阅”。'                     | []
        '视频已导出。'                                                                     | '视频已导出。'                           | []
        // both in one answer
        'Done! I trimmed it to 10 s. Click Export to download it.'                   | 'Done! I trimmed it to 10 s.'      | [EXPORT]
        'Your video is ready, click the Export button to download it.'               | 'Your video is ready.'             | [EXPORT]
        'I added the music and you can preview it in the timeline.'                  | 'I added the music.'               | [SUMMARY]
        "If you're happy with it, click Export."                                     | ''                                 | [EXPORT]
        'The title is in. When you are done, open the Export panel.'                 | 'The title is in.'                 | [EXPORT]
        'Now it is 8 seconds long; drag the edges to change that!'                   | 'Now it is 8 seconds long!'        | [EDIT]
        '视频已剪辑完成，请点击导出按钮下载。'                                                         | '视频已剪辑完成。'                         | [EXPORT]
        '已添加音乐。点击“播放”预览。'                                                           | '已添加音乐。'                           | [SUMMARY]
        'Three things:\n1. The title is in.\n2. Click Export.\n3. The music is at 35%.' | 'Three things:\n1. The title is in.\n3. The music is at 35%.' | [EXPORT]
    }

    def "text without instructions is the same to the last space"() {
        expect:
        GuiTranslation.of(text).text() == text

        where:
        text << ['', ' ', 'a  b\n\n\n\nc \n', 'Version 1.2. Done.\t', '好的。 \n完成', '1. one\n2. two\n']
    }

    def "sentences joined again are the text"() {
        expect:
        SentenceSplitter.split(text).join('') == text
        SentenceSplitter.split(text).size() == count

        where:
        text                                  | count
        'One. Two! Three?'                    | 3
        'It is 1.5x. Yes.'                    | 2
        '好。再来！行？'                             | 3
        '1. First item\n2. Second'            | 2
        'He said "go." Then left.'            | 2
        'Wait... what?! OK'                   | 3
        'no end'                              | 1
        ''                                    | 0
        'a\nb\n\nc'                           | 3
    }

    def "hostile text costs no more than its length"() {
        when:
        long start = System.nanoTime()
        hostile.each { GuiTranslation.of(it); TerminalText.clean(it) }

        then:
        System.nanoTime() - start < 10_000_000_000L

        where:
        hostile << [['you can find see ' * 20_000, '在中' * 100_000, 'and then ' * 50_000, '.' * 300_000, '"' * 100_000,
                   '\u009d' * 300_000, '\u001b]' * 200_000, ' ' * 100_000 + 'x', 'click, ' * 50_000, '\n' * 100_000]]
    }
}
