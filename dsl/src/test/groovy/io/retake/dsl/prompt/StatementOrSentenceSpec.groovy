package io.retake.dsl.prompt

import static io.retake.dsl.prompt.Reading.Kind.*

import spock.lang.Specification

/**
 * A typed line that begins with a word of the language and goes on like code is a statement, also where something in it is
 * misspelt: its error says what was meant. What reads on as plain words is a sentence.
 */
class StatementOrSentenceSpec extends Specification {
    private static final NAMES = ['film', 'shots', 'n'] as Set

    private static final STATEMENTS = '''
        trim(from 2.s)
        trim from: 2.s to 4.s
        trim from:2.s
        title('x', postion: bottom)
        title 'x' + n, position: bottm
        title "a${n}b", postion: bottom
        title 'x', from: film.duration / 2, to: the end
        speed n, form: 1.s
        speed film.rate
        speed -2, on: clip(1)
        mute from: 3.s,
        mute on: scene(2).clp
        mute frm: 2.s
        export mp4, to: "film ${n}.mp4", qualitty: high
        export mp4 to: 'x.mp4'
        export(mp4, to 'x.mp4')
        export jpgg
        upload film, 'b.mp4'
        upload 'a.mp4'; trim form: 2.s
        crop bottom: 10.percent right: 5.percent
        color contrast: 10.percent satuation: 5.percent
        volume 50.percnt, from: 1.s
        fade out: 2.mins
        sharpen strenth: alot
        repeat times: three
        zoom factor: 1.5, center: yes
        split at: 3.s, 6.s
        reorder [3, 1,
        remove form: 2.s
        remove on: clip(1), clip(2)
        swap clip(1) clip(2)
        insert 'b.mp4' at: 3.s
        overlay 'logo.png' position: topRight
        music 'a.mp3', from 2.s
        undo(2
        redo 2.x
        steps.findAll { it.took > 1.s }
        steps?.size()
        backend.loc ? 1 : 2
        timeline.length()
        timeline == ''
        null ?: 5
        true == false
        5.times { mute }
        2 * n
        2 * (3 + 4)
        1..3
        0.5.s * 2
        10 > 5 && true
        [a: 1, b: 2].each { k, v -> println k }
        { -> mute }
                aspect '9:16', fit: blurr
        aspect '9:16' fit: blur
        aspect "9:16", fitt: blur
        aspect '9:16', blurr
        aspect '9:16'
        title 'x', position: botom
        title 'x' position: bottom
        title 'x', botom
        title "it's late", form: 2.s, to: 4.s
        title 'x', from: 2s, to 4s
        title 'x', from 2.s to 4.s
        title 'a' 'b'
        title 'Hello', 2.s
        title "Hello $nme"
        title 'x', style: bold, positon: topLeft
        title 'x', position: top left
        title text: Hello
        speed 2 from: 1.s
        speed 2, from: 1.s to: 3.s
        speed 2, on: clp(2)
        speed 2, on: clip 2
        speed 1.5.x
        speed factor: two
        speed (2), form: 1.s
        denoise stong
        denoise medum
        denoise strngth: strong
        denoise strength: stong
        export mp5
        export webp3
        export mp4, qualty: high
        export mp4, quality: hihg
        export mp4, to: film.mp4
        export youtub
        export mp4, under: 8.mb
        export gif, fps 15, size: 320.p
        crop topp: 10.percent
        crop left: 10 percent
        crop(left: 10.percnt)
        flip horizonal
        color brightnes: 10.percent
        color brightness 10.percent
        color auto, on: clip(1) and clip(2)
        color atuo
        volume -6.db
        volume 35.percnt
        volume -6.dB, form: 2.s
        volume 50.percent on: clip(2)
        loudness -14.lufs
        loudness (-14).luf
        fade in: 1 s
        fade in 500.ms
        fade in: 1.sec, out: 2.sec
        fade 1.s
        trim from: 2 s, to: 12 s
        trim form: 2.s
        trim 2.s, 12.s
        trim 2.s to 12.s
        trim from: 2.s to: 12.s
        trim to: the end
        trim to: clip(2).en
        trim from: 0:02, to: 0:12
        split att: 3.s
        split 3.s
        reorder [3, 1, 2]
        reorder [3 1 2]
        reorder(3, 1 2)
        reorder 3, 1, 2, form: 2
        upload 'a.mp4' 'b.mp4'
        upload ['a.mp4', 'b.mp4'
        upload 'missing.mp4'
        upload files('a')
        mute on: clip 2
        mute on: 'the musik'
        mute on clip(2)
        mute clip(2)
        mute(on: clp(2))
        mute { }
        music 'song.mp3', volum: 35.percent
        music 'song.mp3' volume: 35.percent, duck: true
        music 'song.mp3', duck: ture
        overlay 'logo.png', at: topRigth
        captions 'talk.srt', offst: -500.ms
        captions 'talk.srt', style: boxx
        zoom 1.5, centre: true
        zoom to: 2, from: 1.s, too: 3.s
        transition 'crosfade', length: 500.ms
        transition crossfde
        sharpen amout: 20.percent
        sharpen 20.percent, on: scene(3
        stabilize strenght: 50.percent
        resize '1280x720' fit: crop
        resize 1280x720, fit: cropp
        upscale 1080.pp
        upscale to: 1080p
        repeat 3, gap: 1.s
        freeze att: 2.s, for: 3.s
        lowerThird 'Ada', 'Engineer', form: 2.s
        restore 'rough cut
        checkpoint 'rough cut' now: true
        edit 'make it brighter', optinal: true
        edit "make it $brighter"
        frame at: 3.s to: 'cover.png'
        scenes().frist()
        scenes()[0
        scenes().each { title it.txt }
        steps.each { println it.txt }
        steps.each { … }
        steps.eahc { println it }
        steps*.text
        steps[0].text
        steps.size()
        steps.last().took
        backend.locl
        backend.local
        credits().lft
        timeline().lenght()
        diagnose().has('loudnes')
        diagnose form: 2.s
        true && false
        true
        false || n > 2
        true ? 1 : 2
        null == film
        null
        !true
        this.class
        3.times { mute }
        3.times { n -> title "$n", to: 1.s }
        (1..3).each { mute }
        1.upto(3) { mute }
        [1, 2].each { speed it }
        2.s + 1.s
        12.sec
        println 'x' + 1
        println 2.s
        println timelin()
        print "x"
        session { uplod 'a.mp4' }
        session('b' { mute }
        session 'b', { mute }
        eachFile(film) { mute }
        use 'vertical', inptu: 'a.mp4'
        use 'vertical' input: 'a.mp4'
        params { input fil }
        shots.each { trim to: 2.s }
        shots[0].duration
        film.pth
        film?.path
        n * 2
        n > 2 ? 'a' : 'b'
        trimm from: 2.s
        titel 'x', position: bottom
        uplod 'a.mp4'
        sped 2, from: 1.s
        exprot mp4, to: 'x.mp4'
        fad in: 1.s
        title '你好', position: 底部
        title '你好，世界' position: bottom
        title "采访", form: 2.s
        trim from: 2.s, to: 结尾
        speed 2，from：1.s
        def 片段 = scenes()
        片段 = 5
        mute on: '音乐
        upload '采访 1.mp4', '采访 2.mp4'
        session('片子') { upload '采访.mp4' }
        '''

    private static final SENTENCES = '''
        1
        2
        yes
        no
        第二个
        trim it so that it ends at 0:20
        trim off the first 1.5 seconds
        trim both ends by half a second
        title at the bottom: "The End"
        title that says 'It’s a Wrap' for the last 3 seconds
        title 'The End' over black, fade it out
        title 'Part 1', then 'Part 2' after 10 seconds
        title: "Hello, World"
        speed things up between 0:05 and 0:15
        speed of 1.5 for the whole clip
        mute 0:05 to 0:10
        mute the first clip, then fade in
        mute this (the dog barks)
        mute between 3.5 and 4.5 seconds
        export in 1080p
        export at 30 fps under 8 MB
        export jpeg
        export a square version
        export "final cut" as mp4
        upload ../clips/a.mp4
        upload clip10.mp4
        upload 3.mp4
        upload from https://example.org/a.mp4?x=1
        crop 10% off the top
        crop it to a circle
        rotate 90 degrees
        rotate left
        flip upside down
        color it warmer, less saturated
        color temperature up 15%
        volume 20% lower
        volume at 50 percent from 0:10
        fade the music in and out
        denoise lightly
        denoise more
        denoise clip 2 only
        sharpen by 20 percent
        repeat clip 1 2 times
        zoom to 150%
        zoom slowly into the center
        freeze for 2 s at the end
        split at 3, 6 and 9 seconds
        reorder clips 3, 1, 2
        reorder scenes: 3 1 2
        remove the first 2.5s
        insert a black frame at 0:03
        music a bit softer, please
        overlay 'logo.png' in the top right corner
        captions 'talk.srt' half a second later
        captions in Chinese
        transition: crossfade, half a second
        undo everything
        restore 'rough cut' please
        edit: make it pop
        steps 3 and 4 again
        backend please
        timeline: show it
        scenes, please
        it is true
        nothing
        3 copies
        3.5 seconds shorter
        1.5x
        100%
        12:30
        2 clips side by side
        24 fps
        (no title)
        - brighter
        …
        title 你好 世界
        title '你好' 放底部，2秒
        mute 第2段，保留音乐
        export mp4 到桌面
        speed 提高到1.5倍
        trim 从 2 秒到 5 秒
        upload 采访 1.mp4
        crop 成正方形
        color 暖一点
        volume 降到 20%
        fade 淡出
        undo 上一步
        第 2 段加速 1.5 倍
        字幕：使用 talk.srt
        “你好”放在顶部
                trim the first 3 seconds
        trim the first 3 seconds.
        trim 3 seconds off the start
        trim from 2 to 12
        trim from 0:02 to 0:12
        trim to 2.5 s
        trim it to 30 seconds, please
        trim everything before 0:10
        trim silence
        speed it up
        speed it up a little
        speed up
        speed up the second clip
        speed up by 20%
        speed up 1.5x
        speed 2x on clip 2
        speed: 2x
        speed the intro up, then slow down
        title says hello
        title "Go" at the top
        title 'Go' in the middle for 2 seconds
        title “Go” at the top
        title Hello World
        title it "My Holiday"
        title: Hello World
        title with my name
        title (big) at the top
        title 'Ada' please
        title my film 'The Walk'
        add the title 'Go' at the start
        add 'logo.png' in the corner
        mute it
        mute everything
        mute the music, keep the voice
        mute the last 5 seconds
        mute clip 2
        mute from 2 to 4
        mute from 0:02 to 0:04
        mute all clips but the first
        mute clip 2: it is too loud
        mute please
        export it
        export as webm
        export as gif, small
        export to film.mp4
        export it as 'film.mp4'
        export mp4 please
        export mp4 to my desktop
        export for youtube
        export with high quality
        export everything
        export the first half
        upload a.mp4
        upload my video
        upload the file 'a.mp4'
        upload "a.mp4" and trim it
        upload https://example.org/a.mp4
        upload C:\\films\\a.mp4
        upload a.mp4, b.mp4 and c.mp4
        crop to 16:9
        crop it square
        crop the black bars
        crop out the left side
        crop: yes
        rotate it
        rotate by 90 degrees
        rotate left a bit
        flip horizontally
        flip it
        flip the second clip vertically
        color it like a sunset
        color correct the footage
        color the sky blue
        volume up
        volume down by 6.5 dB
        volume to 20%
        fade in over 2 seconds
        fade out the music
        fade to black at the end
        fade out the last 2 s.
        denoise the audio
        denoise it strongly
        denoise strongly
        denoise please
        denoise a bit
        sharpen it
        sharpen slightly
        sharpen a little, then brighten
        stabilize it
        stabilize the shaky part
        stabilize footage
        reverse clip 2
        reverse the whole thing
        reverse everything after 0:10
        repeat 3 times
        repeat it
        repeat the chorus twice
        zoom in
        zoom in on the face
        zoom out slowly
        zoom 2x on the left
        freeze the last frame for 2 seconds
        freeze at 0:10
        split it in two
        split at 0:10
        split clip 2 in the middle
        swap clip 1 and 2
        swap the two clips
        reorder the clips by length
        reorder: longest first
        remove the silence
        remove clip 2
        remove the title
        insert b.mp4 at 0:10
        append b.mp4
        music off
        music louder
        music: lower it to 20 percent
        music quieter under the voice
        overlay the logo
        overlay logo.png in the corner
        captions please
        captions from talk.srt
        captions off
        transition between the clips
        undo the last change
        undo that please
        redo it
        restore the first version
        checkpoint this
        edit the colors
        edit it for instagram
        use the second clip only
        use a warmer look
        frame 12 as a still
        frame it tighter
        length should be 30 seconds
        scenes with people
        steps to make it better
        backend is slow
        timeline.mp4
        timeline looks wrong
        credits at the end
        session about cats
        print the timeline
        fail loudly
        true colors please
        false start, cut it
        null and void
        this is too dark
        new title please
        return to the first version
        if possible, stabilize it
        for the first 10 seconds mute it
        do it again
        try again
        make it brighter
        make a.mp4 louder
        make it 1.5x faster
        make the title say 'Go'
        cut from 1:30 to 2:00
        cut the boring parts
        cut everything but 0:10-0:20
        brighter
        a.mp4
        film.mp4
        IMG_0001.MOV
        what is on the timeline?
        how long is it?
        10 seconds are enough
        2x
        16:9
        please trim 2 seconds
        slow motion at 0:05
        type 'hello' at the end
        tile 'a.mp4' and 'b.mp4'
        put 'Go' on top
        set the speed to 2
        say 'hello' with a title
        that's fine
        it's too loud
        don't mute it
        50% louder
        (please) mute it
        导出
        导出 mp4
        导出为 'film.mp4'
        把前10秒剪掉
        剪掉前 3 秒
        加速到2倍
        2倍速
        加标题“你好”，放在底部
        加标题 '你好'，放在底部
        片头加上标题：你好
        标题：你好世界
        静音
        静音最后5秒
        第二段静音，其他不变
        画面亮一点
        调成竖屏 9:16
        裁剪成 16:9
        音量降低 6 分贝
        速度：2倍
        淡入 1 秒，淡出 2 秒
        撤销
        把 a.mp4 放到最前面
        mute 第二段
        trim 前3秒
        title 你好
        title '你好' 放在底部
        title “你好” 放底部
        speed 快一点
        export 成 webm
        用 song.mp3 做背景音乐，音量 20%
        上传 采访.mp4
        采访.mp4
        时间线上有什么？
        太暗了
        真的吗
        '''

    def "#line"() {
        expect:
        Reading.of(line, NAMES).kind() == STATEMENT

        where:
        line << lines(STATEMENTS)
    }

    def "plain words: #line"() {
        expect:
        Reading.of(line, NAMES).kind() == SENTENCE

        where:
        line << lines(SENTENCES)
    }

    private static List<String> lines(String all) {
        all.readLines()*.strip().findAll { !it.isEmpty() }
    }
}
