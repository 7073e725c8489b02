/**
 * Cuts clips anew: finds their scenes, puts them in another order, adjusts the pace, and joins them with transitions.
 * Made for clips that come out of generators, whose scenes are good and whose order and pace are not.
 *
 *   ./retake run reedit --input clips --order 'longest first' --length 20s
 *   ./retake run reedit --input clips --order '3, 1, 2' --join 'dip to black'
 *   ./retake run reedit --input talk.mp4 --pace tight --join cut
 */
skill 'generator-editing-generator'

params {
    input files,        help: 'the clips: a film, a folder of films, or a pattern'
    order 'as it is',   help: "scenes by number, such as '3, 1, 2' (what is not named goes), or: reversed, shortest first, longest first, quietest first, loudest first"
    pace(['as it is', 'tight'], help: 'tight cuts pauses of half a second and more')
    join(['crossfade', 'cut', 'dip to black', 'dip to white', 'wipe', 'slide'], help: 'how scenes meet')
    overlap 500.ms,     help: 'how long a transition takes; in short scenes, half of the shortest'
    length duration,    help: 'how long all of it shall be: it is played faster or slower to fit', optional: true
    tempo 1.0,          help: 'how many times as fast, where no length is given'
    size 1080.p,        help: 'the size of the film; clips that are larger keep their own'
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
    // Transitions keep their length when the pictures are played faster.
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
