/**
 * Re-edits clips: finds their scenes, reorders them, adjusts the pace, and joins them with transitions. Meant for generated
 * clips with good scenes, but the wrong order and pace.
 *
 *   ./retake run reedit --input clips --order 'longest first' --length 20s
 *   ./retake run reedit --input clips --order '3, 1, 2' --join 'dip to black'
 *   ./retake run reedit --input talk.mp4 --pace tight --join cut
 */
skill 'generator-editing-generator'

params {
    input files,        help: 'clips: a video, a folder of videos, or a pattern'
    order 'as it is',   help: "scenes by number, such as '3, 1, 2' (others are removed), or: reversed, shortest first, longest first, quietest first, loudest first"
    pace(['as it is', 'tight'], help: 'tight: cut pauses of half a second or more')
    join(['crossfade', 'cut', 'dip to black', 'dip to white', 'wipe', 'slide'], help: 'how to join the scenes')
    overlap 500.ms,     help: 'length of a transition; at most half of the shortest scene'
    length duration,    help: 'total length; the film plays faster or slower to fit', optional: true
    tempo 1.0,          help: 'speed factor if no length is given'
    size 1080.p,        help: 'output size; larger clips keep their own'
}

session("${input[0].fileName.toString().replaceFirst(/\.[^.]*$/, '')} reedited") {
    def clips = upload(input)
    def first = clips.find { it.fileType() == 'video' } ?: clips.first()
    def shots = scenes()
    if (order ==~ /[\d\s,]+/) {
        def wanted = order.findAll(/\d+/)*.toInteger()
        if (wanted.any { it < 1 || it > shots.size() }) {
            fail "there are ${shots.size()} scenes, and the order is $order", "name scenes from 1 to ${shots.size()}"
        }
        reorder wanted.collect { shots[it - 1] }
    } else if (order != 'as it is') {
        reorder order
    }
    if (pace == 'tight') {
        edit 'Cut the silence longer than 0.5 s'
    }
    def pieces = scenes()
    def before = pieces*.to.max()
    def guess = length ? Math.max(1.0d, before.toMillis() / (double) length.toMillis()) : tempo.toDouble()
    def shortest = Duration.ofMillis((long) (pieces*.duration.min().toMillis() / 2 / Math.max(1.0d, guess)))
    def room = overlap < shortest ? overlap : shortest
    if (join != 'cut' && pieces.size() > 1 && !room.zero) {
        transition join, duration: room
    }
    // Transitions keep their length when the pictures play faster.
    def overlaps = before.toMillis() - scenes()*.to.max().toMillis()
    def faster = length ? before.toMillis() / (double) (length.toMillis() + overlaps) : tempo.toDouble()
    if (faster < 0.25 || faster > 4) {
        fail "it would have to be played ${faster.round(2)} times as fast", 'choose a length nearer to what there is, or fewer scenes'
    }
    if (faster.round(3) != 1.0d) {
        speed faster.round(4)
    }
    export mp4, quality: high, size: size.enlarges(first.width(), first.height()) ? size : null
}
