package io.retake.repl

import com.fasterxml.jackson.databind.node.TextNode
import groovy.transform.Immutable
import io.retake.core.edit.value.Order
import io.retake.core.edit.value.Times
import io.retake.core.protocol.AgentEvent
import io.retake.core.protocol.AgentEvents
import io.retake.core.protocol.GuiTranslation
import io.retake.core.protocol.MediaType
import io.retake.core.protocol.Routing
import io.retake.core.protocol.SpokenExport
import io.retake.core.protocol.SpokenText
import io.retake.core.protocol.TerminalText
import io.retake.core.sse.SseReader
import io.retake.core.vocabulary.Notations
import io.retake.core.vocabulary.Sentences
import io.retake.dsl.compile.Headers
import io.retake.dsl.event.RunEvent
import io.retake.dsl.output.FileTitles
import io.retake.dsl.problem.Diagnostics
import io.retake.dsl.problem.ScriptSource
import io.retake.dsl.prompt.Completeness
import io.retake.dsl.prompt.Entry
import io.retake.dsl.prompt.LiftedValues
import io.retake.dsl.prompt.Reading
import io.retake.dsl.prompt.SavedScript
import io.retake.dsl.scope.ExportOption
import io.retake.dsl.syntax.SyntaxFaults
import io.retake.dsl.syntax.TypedTokens
import io.retake.engine.agent.LocalAgent
import io.retake.engine.agent.Understanding
import io.retake.engine.phrase.MessageLanguage
import io.retake.engine.captions.CaptionReader
import io.retake.engine.llm.ModelReply
import io.retake.engine.media.ColorTable
import io.retake.engine.timeline.Project
import io.retake.repl.arguments.RunArguments
import io.retake.repl.cli.ByteSize
import io.retake.repl.completion.Completion
import io.retake.repl.completion.CompletionContext
import io.retake.repl.completion.Scripts
import io.retake.repl.shell.PromptHighlighter
import io.retake.repl.shell.history.Addresses
import io.retake.repl.shell.history.HistoryLine
import io.retake.repl.shell.history.Secrets
import io.retake.repl.shell.terminal.ArgumentHints
import io.retake.repl.view.Columns
import io.retake.repl.view.OneLine
import io.retake.repl.view.RunView
import io.retake.repl.view.Theme
import io.retake.repl.view.Wrapped
import io.retake.repl.view.picture.Answers
import java.nio.charset.StandardCharsets
import java.nio.file.Files
import java.nio.file.Path
import java.time.Duration
import java.time.Instant
import net.jqwik.api.Arbitraries
import net.jqwik.api.Arbitrary
import net.jqwik.api.Combinators
import net.jqwik.api.Example
import net.jqwik.api.ForAll
import net.jqwik.api.Property
import net.jqwik.api.Provide

/**
 * Every place that takes text from a user, a script, a server or a file, with texts of a hundred thousand characters
 * that repeat what such places look for. Each must answer quickly, in whatever way, on a thread with a small stack.
 */
class LongTextSpec {
    /** The limits of places that take only short texts. */
    private static final List<Integer> LENGTHS = [100_000, 100_000, 100_000, 32_000, 5000, 4096, 2000, 400, 160]
    private static final int SMALL_STACK = 256 * 1024
    /** Reading such a text once takes milliseconds; reading it once for each of its characters takes minutes. */
    private static final Duration SOON = Duration.ofSeconds(30)

    private static final Theme THEME = Theme.of([COLORTERM: 'truecolor', TERM: 'xterm-256color', LANG: 'C.UTF-8'], true)
    private static final Project PROJECT = Project.empty('long')

    private static final Map<String, Closure> PLACES = [
        'canonical sentence'    : { String text -> Sentences.read(text) },
        'order'                 : { String text -> Notations.of(Order).read().apply(text) },
        'time'                  : { String text -> Times.read(text) },
        'routing'               : { String text -> Routing.of(text) },
        'names of files'        : { String text -> Routing.files(text) },
        'spoken export'         : { String text -> SpokenExport.of(text) },
        'name of a medium'      : { String text -> MediaType.ofName(text) },
        'instruction of a window': { String text -> GuiTranslation.of(text) },
        'pieces of a reply'     : { String text -> pieces(text, 7) },
        'letters of a reply'    : { String text -> pieces(text.take(20_000), 1) },
        'whole replies'         : { String text -> whole(text) },
        'text for a terminal'   : { String text -> TerminalText.clean(text) },
        'excerpt'               : { String text -> TerminalText.excerpt(text, 120) },
        'event'                 : { String text -> AgentEvents.parse(text) },
        'event with a text'     : { String text -> AgentEvents.parse('{"type":"text","content":' + TextNode.valueOf(text) + '}') },
        'stream of events'      : { String text -> stream(text) },
        'reader'                : { String text -> LocalAgent.answer(PROJECT, text) },
        'what is not understood': { String text -> Understanding.undone(text, ['a.mp4']) },
        'language'              : { String text -> MessageLanguage.of(text) },
        'captions, srt'         : { String text -> CaptionReader.read(('1\n00:00:01,000 --> 00:00:02,000\n' + text).getBytes(StandardCharsets.UTF_8), 'a.srt') },
        'captions, times'       : { String text -> CaptionReader.read(('1\n' + text + '-->' + text).getBytes(StandardCharsets.UTF_8), 'a.srt') },
        'captions, vtt'         : { String text -> CaptionReader.read(('WEBVTT\n\n00:01.000 --> 00:02.000' + text).getBytes(StandardCharsets.UTF_8), 'a.vtt') },
        'color table'           : { String text -> new ColorTable.Parser('a.cube').read(text) },
        'answer of a model'     : { String text -> ModelReply.read(('{"choices":[{"message":{"content":' + TextNode.valueOf(text) + '}}]}').getBytes(StandardCharsets.UTF_8)) },
        'typed line'            : { String text -> Reading.of(text, ['film'] as Set).goesBack() },
        'completeness'          : { String text -> Completeness.of(text) },
        'typed tokens'          : { String text -> [TypedTokens.code(text), TypedTokens.words(text)]*.withoutTexts('x' as char) },
        'saved script'          : { String text -> saved(text) },
        'lifted values'         : { String text -> LiftedValues.of(text) },
        'head of a script'      : { String text -> Headers.text(text) },
        'syntax of a script'    : { String text -> onCompilerThread { SyntaxFaults.add(new Diagnostics(ScriptSource.text('a', text))) } },
        'option of an export'   : { String text -> ExportOption.values().each { it.read(text) } },
        'name of an export'     : { String text -> FileTitles.safe(text) },
        'highlighter'           : { String text -> new PromptHighlighter({ Optional.of(Reading.of(it, [] as Set)) }, { THEME }).highlight(null, text) },
        'statement, highlighted': { String text -> new PromptHighlighter({ Optional.of(new Reading(Reading.Kind.STATEMENT, it, true, false)) }, { THEME }).highlight(null, text) },
        'command, highlighted'  : { String text -> new PromptHighlighter({ Optional.of(new Reading(Reading.Kind.COMMAND, it, true, false)) }, { THEME }).highlight(null, '/' + text) },
        'completion'            : { String text -> Completion.statement(text, CompletionContext.NOTHING, Path.of('/nowhere')) },
        'completion, words'     : { String text -> Completion.words(text, CompletionContext.NOTHING, Path.of('/nowhere')) },
        'parameters of a script': { String text -> parameters(text) },
        'tip'                   : { String text -> ArgumentHints.of(text, Reading.Kind.STATEMENT, THEME, 80) },
        'secret'                : { String text -> Secrets.of([:]).in(text) },
        'line of the history'   : { String text -> HistoryLine.read(text) },
        'address in the history': { String text -> Addresses.is(text) },
        'one line'              : { String text -> OneLine.of(text) },
        'line of a run'         : { String text -> RunView.oneLine(text) },
        'wrapped'               : { String text -> Wrapped.lines(text, 80, 2) },
        'columns'               : { String text -> Columns.head(text, 80, '…') + Columns.width(text) },
        'size in bytes'         : { String text -> ByteSize.parse(text) },
        'parameters'            : { String text -> RunArguments.parse(['a.groovy', '--a', text, '--' + text, 'b'], { false }) },
    ]

    private static final List<String> BEGINNINGS = ['', '', "edit '", '"', "'''", 'trim from: ', 'trim the ', 'trim (', '/play ', 'upload ', 'export ', 'def x = ', 'please ',
        'final ', '1', 'click ', '//', '/*', 'x.', '请', '删除', 'title "', 'token ', 'http://', '\u001b[', 'Reorder the clips to 1', 'Add the title "', '{"type":', 'data: ', 'import ', 'params {\n', '<think>']

    private static final List<String> UNITS = ["'''", '"""', '$/', '/$', '"$a', '"${', '(/', '("$b /', '/*a', ' ', '\t', '\n', '\r', "'", '"', '“', '”', '\\', '`', '(', ')', '[', ']', '{', '}', '<', '>', ',', '，', '.', '。', '!', ';', ':', '-', '_', '/', '*', '+', '=', '?', '&', '|', '%', '@', '$', '#',
        '0', '1', '12:', '9', 'a', 'A', 'é', '中', '的', '请', '，并', '第一段', '二', '秒', '🎬', '\u001b', '\u001b[', '\u009d', '\u0000', '\u200f', '\ufeff', 'a ', "it's ", "\\'", "'a', ", "'a' ", '1,', '1, ', '1 ', '1st, ', 'first and ', 'clip 1, ', 'and ', ', and ', 'then ', 'not ', '1.s', '1s ', 'x.', 'x.y(', '.x.xy', 'a: ', 'a: 1, ', 'x = ', 'please ', 'please, ',
        'now ', 'export ', 'title ', "title 'a'\n", 'upload ', 'final ', 'public ', '//', '/*', '*/', '-->', '00:00:01,000 --> ', '<i>', '<i ', '{\\', '&amp;', 'token ', 'token=', '://', '?a', '{"a":', '[[', 'a.mp4 ', 'a.b', '.!', '"a" ', '5 seconds ', 'faster ', '</think>{', '```', 'params {\n', 'import a\n', '1x', '720p ', 'a ?: ', 'a = b = ', 'a < ', 'List<']

    private static final List<String> ENDINGS = ['', '', '!', '\u0001', '\u2028x', '\n', "'", '"', 'x', ' =', ' 1 s', '。']

    /** A text with a short description. */
    @Immutable
    static class LongText {
        String before
        String unit
        String after
        int length

        String text() {
            before + unit * Math.max(1, (int) ((length - before.length() - after.length()) / unit.length())) + after
        }

        @Override
        String toString() {
            "'$before' + '$unit' … + '$after', $length characters"
        }
    }

    @Provide
    Arbitrary<LongText> longTexts() {
        def units = Arbitraries.of(UNITS).list().ofMinSize(1).ofMaxSize(3)
        Combinators.combine(Arbitraries.of(BEGINNINGS), units, Arbitraries.of(ENDINGS), Arbitraries.of(LENGTHS)).as { before, unit, after, length ->
            new LongText(before, unit.join(''), after, length)
        }
    }

    @Provide
    Arbitrary<String> places() {
        Arbitraries.of(PLACES.keySet())
    }

    /** What Groovy's lexer and parser took minutes for. */
    @Example
    void "nested, endless and open texts are rejected soon"() {
        ['{a ', '(', '[', '?[', '0', '/play 0', '/*a', 'x = '].each { unit ->
            ['syntax of a script', 'completeness', 'typed tokens', 'lifted values'].each { place ->
                assert fault(place, unit * (int) (100_000 / unit.length())) == null
            }
        }
        assert fault('syntax of a script', '/play ' + '0' * 100_000) == null
    }

    @Property(tries = 250)
    void "a long text is taken soon and with little stack, whatever it repeats"(@ForAll('places') String place, @ForAll('longTexts') LongText text) {
        def fault = fault(place, text.text())
        assert fault == null
    }

    /** Returns a description of the failure; null if there is none. Rejecting a text with an error is fine. */
    private static String fault(String place, String text) {
        Throwable thrown = null
        def thread = new Thread(null, {
            try {
                PLACES[place].call(text)
            } catch (RuntimeException told) {
                thrown = told instanceof MissingMethodException || told instanceof NullPointerException ? told : null
            } catch (Throwable other) {
                thrown = other
            }
        }, place, SMALL_STACK)
        thread.daemon = true
        thread.start()
        thread.join(SOON.toMillis())
        if (thread.alive) {
            def where = thread.stackTrace.take(12).join('\n  ')
            thread.interrupt()
            return "$place takes longer than $SOON:\n  $where"
        }
        thrown == null ? null : "$place: $thrown at ${thrown.stackTrace.take(6).join('\n  ')}"
    }

    /** Groovy's parser calls itself for each bracket, so the compiler runs on a thread with a large stack. */
    private static void onCompilerThread(Runnable work) {
        def thrown = null
        def thread = new Thread(null, {
            try {
                work.run()
            } catch (Throwable wrong) {
                thrown = wrong
            }
        }, 'compiler', 64L << 20)
        thread.daemon = true
        thread.start()
        thread.join()
        if (thrown != null) {
            throw thrown
        }
    }

    private static void pieces(String text, int length) {
        def spoken = new SpokenText({ GuiTranslation said -> said })
        for (int i = 0; i < text.length(); i += length) {
            spoken.add(new AgentEvent.Text(text.substring(i, Math.min(i + length, text.length())), AgentEvent.Span.PIECE))
        }
        spoken.add(new AgentEvent.Text(text, AgentEvent.Span.WHOLE))
        spoken.finish()
    }

    private static void whole(String text) {
        def spoken = new SpokenText({ GuiTranslation said -> said })
        3.times {
            spoken.add(new AgentEvent.Text(text, AgentEvent.Span.WHOLE))
            spoken.add(new AgentEvent.Text(text, AgentEvent.Span.NEXT))
        }
        spoken.finish()
    }

    private static void stream(String text) {
        def reader = new SseReader(new ByteArrayInputStream((text + '\n\n').getBytes(StandardCharsets.UTF_8)))
        while (reader.next().present) {
        }
    }

    private static String saved(String text) {
        def entries = (1..2).collect { new Entry(it, text, Reading.Kind.STATEMENT, Instant.EPOCH, RunEvent.State.DONE, Duration.ZERO, [], Optional.empty()) }
        SavedScript.of('a', entries, false, true)
    }

    private static void parameters(String text) {
        def file = Files.createTempFile('long', '.groovy')
        try {
            Files.writeString(file, text)
            Scripts.parameters(file)
        } finally {
            Files.delete(file)
        }
    }
}
