package io.retake.core.vocabulary

/** docs/vocabulary.md, made from the declarations: the page can't say anything else than the program. */
class VocabularyPage {
    static String text() {
        def out = new StringBuilder('''# The vocabulary

Made from the declarations in `core/edit` and its sub-packages; a test compares this page with them
(`mvn -pl core test -Dtest=VocabularyPageSpec -Dretake.update=true` writes it anew).

Every edit exists in three forms that turn into each other without loss: the **verb** that a script calls, the
**operation** that the program handles and that travels as JSON, and the **sentence** that any backend understands.

''')
        Vocabulary.operations().each { out << section(it) }
        out << '## Notations\n\n| argument type | what to write |\n|---|---|\n'
        Notations.all().toSorted { it.type().simpleName }.each { out << "| ${it.type().simpleName} | ${it.hint()} |\n" }
        out.toString()
    }

    private static String section(Operation operation) {
        def edit = operation.bind(sample(operation))
        def rows = operation.arguments().collect { argument ->
            def fallback = argument.optional() ? '–' : argument.fallback().map { argument.write(it) }.orElse('must be given')
            "| `${argument.name()}`${argument.positional() ? ' (may stand first without its name)' : ''} | ${argument.help()} | ${fallback} |"
        }
        """## `${operation}`

${operation.help()}

| form | |
|---|---|
| verb | `${operation.script(edit)}` |
| operation | `${operation.json(edit)}` |
| sentence | `${operation.sentence(edit)}` |

| argument | what it means | when not given |
|---|---|---|
${rows.join('\n') ?: '| none | | |'}

"""
    }

    private static Map sample(Operation operation) {
        [trim: [from: '0:02', to: '0:12'], remove: [from: '0:03', to: '0:05'], speed: [factor: '1.5x'], upscale: [size: '1080p'],
         resize: [size: '1280x720'], aspect: [ratio: '9:16', fit: 'blur'], color: [brightness: '+10%', saturation: '-20%', lut: 'look.cube'],
         fade: [in: '2 s', out: '1 s'], title: [text: 'Ada Lovelace', from: '0:01', to: '0:04', position: 'lower third'],
         mute: [from: '0:05'], volume: [level: '35%'], split: [at: '0:05'], length: [duration: '15 s'], append: [file: 'b.mp4'], insert: [file: 'b.mp4', at: '0:05'], swap: [first: 1, with: 3],
         reorder: [order: '3, 1, 2'], repeat: [times: 3], freeze: [at: '0:05'], cutSilence: [longerThan: '0.7 s'], crop: [left: '10%'], rotate: [degrees: 90],
         zoom: [factor: '1.3x'], overlay: [file: 'logo.png', size: '20%'], fps: [rate: 60], transition: [kind: 'dip to black', duration: '1 s', between: 'clips 1 and 2'],
         lowerThird: [name: 'Ada Lovelace', role: 'Mathematician'], captions: [file: 'talk.srt', offset: '-0.5 s'], fadeAudio: [in: '1 s'], replaceAudio: [file: 'voice.wav'],
         syncAudio: [offset: '+200 ms'], checkpoint: [name: 'rough cut'], restore: [name: 'rough cut'], music: [file: 'song.mp3', duck: true],
         blur: [strength: 'strong', area: 'left half'], pixelate: [area: '30%,40%,20%,20%', from: '0:02', to: '0:05'], opacity: [level: '50%', on: 'clip 1'],
         look: [name: 'cinematic'], pitch: [semitones: -2], grayscale: [except: '0:02-0:05'], vignette: [ranges: '0:02-0:05, 0:10-0:12']].getOrDefault(operation.name(), [:])
    }
}
