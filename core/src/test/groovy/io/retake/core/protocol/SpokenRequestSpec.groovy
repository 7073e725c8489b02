package io.retake.core.protocol

import spock.lang.Specification

class SpokenRequestSpec extends Specification {

    def "'#message' asks for '#edit', then for '#export'"() {
        expect:
        with(SpokenRequest.of(message)) {
            it.edit() == edit
            it.export().orElse('') == export
        }

        where:
        message                                          || edit                             | export
        'trim to 10 seconds and export'                  || 'trim to 10 seconds'             | 'export'
        'Mute it. Then export 1080p MP4, please.'        || 'Mute it'                        | 'export 1080p MP4, please.'
        'make it brighter, and export it as a 1080p mp4' || 'make it brighter'               | 'export it as a 1080p mp4'
        'trim the first 2 seconds into a 1080p MP4'      || 'trim the first 2 seconds'       | 'export 1080p MP4'
        'remaster it into a high-quality 4k mov file'    || 'remaster it to 4k'              | 'export high-quality 4k mov'
        'upscale it to 720p into a 1080p MP4'            || 'upscale it to 720p'             | 'export 1080p MP4'
        '剪掉前两秒，静音，然后导出webm'                       || '剪掉前两秒，静音'                  | '导出webm'
        '放大成1080p的MP4'                                 || '放大到1080p'                      | '导出 1080p MP4'
        // no second part
        'mute it'                                        || 'mute it'                        | ''
        'export 1080p MP4'                               || 'export 1080p MP4'               | ''
        "mute it but don't export"                       || "mute it but don't export"       | ''
        'export the subtitles and mute it'               || 'export the subtitles and mute it' | ''
        'how do I trim it and export?'                   || 'how do I trim it and export?'   | ''
        'add the title "Cut and export"'                 || 'add the title "Cut and export"' | ''
        'add the title Cut and export'                   || 'add the title Cut and export'   | ''
        'mute the sound in the mp4'                      || 'mute the sound in the mp4'      | ''
        'convert it to black and white'                  || 'convert it to black and white'  | ''
        '加标题“剪好，导出”'                                 || '加标题“剪好，导出”'                 | ''
    }

    def "'#sentence' asks for a file: #route"() {
        expect:
        Routing.of(sentence) == route
        SpokenExport.isOfEachFile(sentence) == each

        where:
        sentence                          || route         | each
        'convert my local video files'    || Route.EXPORT  | true
        'convert these videos to webm'    || Route.EXPORT  | true
        'turn it into a gif'              || Route.EXPORT  | false
        '转换我的本地视频文件'                || Route.EXPORT  | true
        '把视频转成mp4'                      || Route.EXPORT  | false
        'convert it to 720p'              || Route.MESSAGE | false
        'convert the colors'              || Route.MESSAGE | false
        'change the sound to a.mp3'       || Route.MESSAGE | false
        'turn it into a square video'     || Route.MESSAGE | false
    }

    def "'#message' demands that footage stays here: #words"() {
        expect:
        LocalPromise.words(message).orElse('') == words
        LocalPromise.blanked(message).length() == message.length()
        LocalPromise.isIn(message) == !words.empty

        where:
        message                                        || words
        'upscale it without uploading to the cloud'    || 'without uploading to the cloud'
        "upscale it, don't upload it"                  || "don't upload it"
        'upscale it locally.'                          || 'locally'
        '放大到1080p，不要上传到云端'                        || '不要上传到云端'
        '在不上传的情况下放大到1080p'                         || '在不上传的情况下'
        'add the title "without uploading"'            || ''
        'upload a.mp4'                                 || ''
        'make the sound of the cloud louder'           || ''
        '不要用转场'                                      || ''
    }

    def "reads long messages fast: '#start'…"() {
        when:
        long before = System.nanoTime()
        SpokenRequest.of(message)
        LocalPromise.blanked(message)

        then:
        System.nanoTime() - before < 3_000_000_000L

        where:
        message << ['and ' * 250, ', ' * 500, 'a' + ' ' * 4_900 + 'x', ' ' * 30_000 + 'x', '，不' * 15_000, 'without sending ' * 300, 'a into a 1080p ' * 66]
        start = message.take(16)
    }
}
