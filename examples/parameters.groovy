// Exports one short clip for each aspect ratio, with a loop, a method and parameters in plain Groovy.
params {
    input  file,                help: 'the footage'
    length 3.s,                 help: 'how much of it, from the start'
    shapes 'square wide',       help: 'aspect ratios: square, wide, tall'
    look(['warm', 'cool', 'none'], help: 'color mood')
}

def ratios = [square: '1:1', wide: '16:9', tall: '9:16']

def mood() {
    if (look == 'warm') color temperature: 20.percent
    if (look == 'cool') color temperature: -20.percent
}

shapes.split(' ').each { shape ->
    session("clip $shape") {
        upload input
        trim to: length
        aspect ratios[shape], fit: blur
        mood()
        def film = export mp4, quality: low
        println "$shape: $film.path.fileName"
    }
}
