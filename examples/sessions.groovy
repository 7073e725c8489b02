// Two sessions in one script: the second edits the film of the first.
def cut = session('rough cut') {
    upload sampleClip()
    trim from: 1.s, to: 5.s
    export mp4, quality: medium
}

session('final') {
    upload cut.path
    upscale 720p
    fade in: 500.ms, out: 500.ms
    title 'The End', from: 3.s, position: center
    println timeline
    export mp4
}
