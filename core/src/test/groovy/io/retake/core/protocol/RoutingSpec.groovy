package io.retake.core.protocol

import static io.retake.core.protocol.Route.*

import io.retake.core.vocabulary.Notations
import spock.lang.Specification

class RoutingSpec extends Specification {

    def "Chinese is written without spaces: '#sentence' goes to #route, with #files"() {
        expect:
        Routing.of(sentence) == route
        route == MESSAGE || Routing.files(sentence) == files

        where:
        sentence          | route   | files
        '放大c.avi'        | MESSAGE | []
        '只保留c.avi'       | MESSAGE | []
        '删除b.mp4'        | MESSAGE | []
        '上传c.avi'        | UPLOAD  | ['c.avi']
        '导入文件a.mp4'     | UPLOAD  | ['a.mp4']
        '影片a.mp4'        | UPLOAD  | ['影片a.mp4']
        '剪辑1.mp4'        | UPLOAD  | ['剪辑1.mp4']
        '影片.mp4'         | UPLOAD  | ['影片.mp4']
    }

    def "'#sentence' goes to #route"() {
        expect:
        Routing.of(sentence) == route

        where:
        sentence                                            | route
        // the protocol's own words
        'export'                                            | EXPORT
        '导出'                                                | EXPORT
        'download'                                          | EXPORT
        'send me the video'                                 | EXPORT
        'credits'                                           | CREDITS
        '积分'                                                | CREDITS
        'balance'                                           | CREDITS
        '余额'                                                | CREDITS
        'status'                                            | STATE
        '状态'                                                | STATE
        'show tracks'                                       | STATE
        'upload'                                            | UPLOAD
        '上传'                                                | UPLOAD
        'add the text Upload now'                           | MESSAGE
        // exports as people ask for them
        'Export it.'                                        | EXPORT
        'Please export the video'                           | EXPORT
        'Can you export this as MP4?'                       | EXPORT
        'could you please render the final cut in 1080p'    | EXPORT
        'export mp4 for youtube'                            | EXPORT
        'Download the finished video, please!'              | EXPORT
        "I'd like to download it now"                       | EXPORT
        "OK, let's export"                                  | EXPORT
        'export at 60 fps'                                  | EXPORT
        'export at 60fps in high quality'                   | EXPORT
        'Give me the file'                                  | EXPORT
        'give me the download link'                         | EXPORT
        'save the video as mp4'                             | EXPORT
        'EXPORT'                                            | EXPORT
        '请导出视频'                                             | EXPORT
        '帮我导出成mp4'                                          | EXPORT
        '把视频导出'                                             | EXPORT
        '导出高清视频'                                            | EXPORT
        '下载视频吧'                                             | EXPORT
        '可以导出了吗？'                                           | EXPORT
        '把成片发给我'                                            | EXPORT
        '导出 1080p'                                          | EXPORT
        'export as webm'                                    | EXPORT
        '导出 gif'                                            | EXPORT
        '导出一张 png'                                         | EXPORT
        'export it as webm in 720p at 30 fps'               | EXPORT
        'export for square'                                 | EXPORT
        'export a still'                                    | EXPORT
        // the word without the intent
        "don't export yet"                                  | MESSAGE
        'export the subtitles as srt'                       | MESSAGE
        'trim to 10 seconds and export'                     | MESSAGE
        'add a title that says Export'                      | MESSAGE
        'add the text "download our app"'                   | MESSAGE
        'write Download now at the end'                     | MESSAGE
        'remove the export watermark'                       | MESSAGE
        'before exporting, mute the music'                  | MESSAGE
        'save'                                              | MESSAGE
        'save this as the rough cut'                        | MESSAGE
        'render the sky in blue'                            | MESSAGE
        'send the logo to the back'                         | MESSAGE
        'give me a warmer look'                             | MESSAGE
        'share of voice chart at 0:10'                      | MESSAGE
        '添加文字“导出”'                                          | MESSAGE
        '不要导出'                                              | MESSAGE
        '剪到10秒然后导出'                                          | MESSAGE
        '导出字幕'                                              | MESSAGE
        '加一个标题：立即下载'                                        | MESSAGE
        // credits that can be spent, and those at the end of a film
        'How many credits do I have left?'                  | CREDITS
        "what's my balance"                                 | CREDITS
        'check my credits'                                  | CREDITS
        'show me the credit balance please'                 | CREDITS
        '我还有多少积分？'                                          | CREDITS
        '查看余额'                                              | CREDITS
        '还剩多少积分'                                            | CREDITS
        '帮我查一下积分'                                           | CREDITS
        'add end credits'                                   | MESSAGE
        'roll the credits over black'                       | MESSAGE
        'show the credits at the end'                       | MESSAGE
        'fix the white balance'                             | MESSAGE
        'color balance'                                     | MESSAGE
        'balance the audio'                                 | MESSAGE
        '调整白平衡'                                             | MESSAGE
        '结尾加上积分榜'                                           | MESSAGE
        // state
        'what is on the timeline?'                          | STATE
        'show me the timeline'                              | STATE
        'Show the current state of the project'             | STATE
        'list all tracks'                                   | STATE
        "what's the status of the render"                   | STATE
        'how does the timeline look now'                    | STATE
        '查看状态'                                              | STATE
        '显示所有轨道'                                            | STATE
        '时间线上有什么'                                           | STATE
        '现在的进度怎么样？'                                         | STATE
        'mute all tracks'                                   | MESSAGE
        'delete track 2'                                    | MESSAGE
        'show the text Status: live'                        | MESSAGE
        'swap the tracks'                                   | MESSAGE
        'add a progress bar'                                | MESSAGE
        'track the face'                                    | MESSAGE
        '删除第二条轨道'                                           | MESSAGE
        '把时间线剪到10秒'                                         | MESSAGE
        '添加文字“状态”'                                          | MESSAGE
        // uploads
        'upload a file'                                     | UPLOAD
        'Upload my video please'                            | UPLOAD
        'upload interview.mp4'                              | UPLOAD
        'upload a.mp4 and b.wav'                            | UPLOAD
        'import song.mp3'                                   | UPLOAD
        'add clip2.mp4'                                     | UPLOAD
        'interview.mp4'                                     | UPLOAD
        'a.mp4 b.MOV'                                       | UPLOAD
        '/home/ada/my clip.mp4'                             | UPLOAD
        "'my holiday clip.mov'"                             | UPLOAD
        '~/Movies/a.mkv'                                    | UPLOAD
        'C:\\clips\\a.avi'                                  | UPLOAD
        'https://example.com/a.mp4?sig=1'                   | UPLOAD
        '上传视频'                                              | UPLOAD
        '请上传 a.mp4'                                         | UPLOAD
        '视频.mp4'                                            | UPLOAD
        'upload this to youtube'                            | MESSAGE
        'use song.mp3 as background music'                  | MESSAGE
        'overlay logo.png in the corner'                    | MESSAGE
        'add clip2.mp4 after the intro'                     | MESSAGE
        'the upload button should be blurred'               | MESSAGE
        'notes.txt'                                         | MESSAGE
        '添加文字“上传”'                                          | MESSAGE
        // the rest
        'upscale to 1080p and fix the color grading'        | MESSAGE
        'trim from 0:02 to 0:12'                            | MESSAGE
        'make it shorter'                                   | MESSAGE
        '把背景音乐调小一点'                                         | MESSAGE
        'undo'                                              | MESSAGE
        ''                                                  | MESSAGE
        '   '                                               | MESSAGE
        '???'                                               | MESSAGE
        'please'                                            | MESSAGE
    }

    def "classifies a very long sentence as a message, quickly"() {
        expect:
        ['看' * 20_000, 'please ' * 20_000, '视频的' * 20_000 + 'x', 'a.' * 30_000].every { Routing.of(it) == MESSAGE }
    }

    def "'#sentence' is an export as #kind"() {
        when:
        def spoken = SpokenExport.of(sentence)

        then:
        Routing.of(sentence) == EXPORT
        [spoken.kind(), spoken.quality().word(), spoken.size().map { Notations.SIZE.write(it) }.orElse(null), spoken.fps().map { it.value() }.orElse(null)] ==
            [kind, quality, size, fps]

        where:
        sentence                                 || kind      | quality  | size        | fps
        'export'                                 || 'mp4'     | 'high'   | null        | null
        'export as webm'                         || 'webm'    | 'high'   | null        | null
        '导出 gif'                                 || 'gif'     | 'high'   | null        | null
        'Export it as MOV in 720p at 30 fps'     || 'mov'     | 'high'   | '720p'      | 30d
        'export at 59.94fps in low quality'      || 'mp4'     | 'low'    | null        | 59.94d
        'export the video for TikTok'            || 'tiktok'  | 'high'   | null        | null
        'export an mp4 for TikTok'               || 'tiktok'  | 'high'   | null        | null
        'export as mp4 for instagram'            || 'reels'   | 'high'   | null        | null
        'export a gif for TikTok'                || 'gif'     | 'high'   | null        | null
        'export as square for instagram'         || 'square'  | 'high'   | null        | null
        'export for instagram'                   || 'reels'   | 'high'   | null        | null
        'render it in 4k'                        || 'mp4'     | 'high'   | '2160p'     | null
        'export the sound'                       || 'mp3'     | 'high'   | null        | null
        'export a still'                         || 'png'     | 'high'   | null        | null
        '把视频导出成mp4'                             || 'mp4'     | 'high'   | null        | null
        '导出 1080p 低画质'                           || 'mp4'     | 'low'    | '1080p'     | null
    }

    def "the files of '#sentence' are #files"() {
        expect:
        Routing.of(sentence) == UPLOAD
        Routing.files(sentence) == files

        where:
        sentence                            || files
        'a.mp4'                             || ['a.mp4']
        'upload a.mp4, b.wav'               || ['a.mp4', 'b.wav']
        "'my holiday.mp4'"                  || ['my holiday.mp4']
        '/tmp/my holiday.mp4'               || ['/tmp/my holiday.mp4']
        'add https://x.org/a.mp4?b=1'       || ['https://x.org/a.mp4?b=1']
        '上传 a.mp4'                          || ['a.mp4']
        'upload'                            || []
    }
}
