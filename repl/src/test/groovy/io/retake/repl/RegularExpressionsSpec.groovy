package io.retake.repl

import com.tngtech.archunit.core.importer.ClassFileImporter
import com.tngtech.archunit.core.importer.ImportOption
import groovy.transform.CompileStatic
import groovyjarjarasm.asm.ClassReader
import groovyjarjarasm.asm.ClassVisitor
import groovyjarjarasm.asm.MethodVisitor
import groovyjarjarasm.asm.Opcodes
import io.retake.core.vocabulary.Operation
import io.retake.core.vocabulary.Template
import io.retake.core.vocabulary.Vocabulary
import java.util.regex.Matcher
import java.util.regex.Pattern
import java.util.regex.PatternSyntaxException
import spock.lang.Shared
import spock.lang.Specification

/**
 * Every regular expression of the program, those in the middle of a method too, against texts made of its own words: it
 * reads each character a bounded number of times and needs no stack that grows with the text. In Java a repeated group
 * ({@code (?:a|b)*}) recurses once for each turn unless it is possessive, and a text of a few thousand characters then
 * ends the thread; neighbouring repetitions that can share characters take time with the square of the length.
 */
class RegularExpressionsSpec extends Specification {
    /** More texts for each, which takes a minute. */
    private static final boolean ALL = Boolean.getBoolean('retake.regex.all')
    private static final int LENGTH = 4000
    private static final int READS = 250
    private static final int SMALL_STACK = 256 * 1024

    @Shared
    Map<String, Expression> expressions = expressions()

    /** An expression and how it is used: 'matches' alone is cheaper than searching at every index. */
    static class Expression {
        final Pattern pattern
        final Set<String> uses = new TreeSet<>()

        Expression(Pattern pattern) {
            this.pattern = pattern
        }
    }

    /** Expressions by location: in fields and within methods. */
    private static Map<String, Expression> expressions() {
        Map<String, Expression> found = new TreeMap<>()
        def types = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages('io.retake')
        types.each { type ->
            type.fields.findAll { it.rawType.name == Pattern.name && it.modifiers.any { m -> m.name() == 'STATIC' } }.each { field ->
                def declared = Class.forName(type.name).getDeclaredField(field.name)
                declared.accessible = true
                found["${type.name}.${field.name}".toString()] = new Expression(declared.get(null) as Pattern)
            }
        }
        Vocabulary.operations().each { operation ->
            def templates = Operation.getDeclaredField('templates')
            templates.accessible = true
            def pattern = Template.getDeclaredField('pattern')
            pattern.accessible = true
            (templates.get(operation) as List).eachWithIndex { template, i ->
                def sentence = new Expression(pattern.get(template) as Pattern)
                sentence.uses << 'matches'
                found["sentence ${i + 1} of $operation".toString()] = sentence
            }
        }
        types.each { type ->
            type.source.get().uri.toURL().openStream().withCloseable { bytes ->
                def uses = new Uses(type.name, found)
                new ClassReader(bytes).accept(uses, ClassReader.SKIP_FRAMES)
                // Handed to a method of its class: it may be asked whatever is asked there.
                found.findAll { where, e -> where.startsWith(type.name + '.') && !where.contains(' ') && !e.uses }.each { where, e -> e.uses.addAll(uses.asked) }
            }
        }
        found
    }

    /**
     * Finds the matching calls on the expressions of a class, and the expressions passed to String.matches and the
     * like.
     */
    private static class Uses extends ClassVisitor {
        private final String type
        private final Map<String, Expression> found
        final Set<String> asked = new TreeSet<>()

        Uses(String type, Map<String, Expression> found) {
            super(Opcodes.ASM9)
            this.type = type
            this.found = found
        }

        @Override
        MethodVisitor visitMethod(int access, String name, String descriptor, String signature, String[] exceptions) {
            List<String> texts = []
            Expression last = null
            def here = type + '.' + name
            def all = found
            def uses = asked
            new MethodVisitor(Opcodes.ASM9) {
                @Override
                void visitLdcInsn(Object value) {
                    if (value instanceof String) {
                        texts << (value as String)
                    }
                }

                @Override
                void visitFieldInsn(int opcode, String owner, String field, String form) {
                    if (opcode == Opcodes.GETSTATIC && form == 'Ljava/util/regex/Pattern;') {
                        last = all["${owner.replace('/', '.')}.$field".toString()]
                    }
                }

                @Override
                void visitMethodInsn(int opcode, String owner, String called, String form, boolean isInterface) {
                    def use = called in ['matches', 'lookingAt'] ? called : 'find'
                    if (owner == 'java/lang/String' && called in ['matches', 'split', 'replaceAll', 'replaceFirst']) {
                        texts.takeRight(called.startsWith('replace') ? 2 : 1).each { add(it, use) }
                    } else if (owner == 'java/util/regex/Pattern' && called == 'compile' && name != '<clinit>') {
                        texts.takeRight(1).each { add(it, 'find') }
                    } else if (owner == 'java/util/regex/Matcher' && called in ['find', 'results', 'replaceAll', 'replaceFirst', 'matches', 'lookingAt']
                            || owner == 'java/util/regex/Pattern' && called == 'split') {
                        last?.uses?.add(use)
                        uses.add(use)
                    }
                    texts.clear()
                }

                private void add(String text, String use) {
                    try {
                        all.computeIfAbsent("$here '$text'".toString()) { new Expression(Pattern.compile(text)) }.uses << use
                    } catch (PatternSyntaxException replacement) {
                        assert replacement
                    }
                }
            }
        }
    }

    /** Counts the characters read. */
    @CompileStatic
    static class Counted implements CharSequence {
        private final String text
        private long reads
        private final long most

        Counted(String text, long most) {
            this.text = text
            this.most = most
        }

        @Override
        int length() {
            text.length()
        }

        @Override
        char charAt(int index) {
            if (++reads > most) {
                throw new TooMuch()
            }
            text.charAt(index)
        }

        @Override
        CharSequence subSequence(int from, int to) {
            text.subSequence(from, to)
        }

        @Override
        String toString() {
            text
        }
    }

    static class TooMuch extends RuntimeException {
        TooMuch() {
            super('too many reads', null, false, false)
        }
    }

    /** Expressions whose input is limited to a length. */
    private static final Map<String, Integer> SHORT = [
        'core.protocol.GuiInstruction.ORDER'        : 400,
        'core.protocol.GuiInstruction.CHINESE_ORDER': 400,
        'core.protocol.GuiInstruction.WHERE_IT_IS'  : 400,
        'core.protocol.Routing.POLITE_END'          : 160,
        'core.protocol.Routing.CHINESE_END'         : 160,
        'core.protocol.Routing.unframed'            : 160,
        'core.protocol.Routing.lambda$english'      : 160,
        'engine.media.ColorTable$Parser.number'     : 40,
    ]
    private static final List<String> ANY = [' ', '\n', "'", '"', '\\', 'a', '1', ',', '.', ':', '(', ')', '[', '{', '<', '-', '/', '*', '中', '\u001b', 'a ', "'a',", '\\\\', 'a.', '1,']

    /** The words and signs of an expression, which its own parts match. */
    static List<String> words(Pattern pattern) {
        def text = pattern.pattern().replaceAll(/\(\?(?:[:=!>]|<[=!]?|[a-z]+\))/, '(').replaceAll(/\\[QEbBGAzZ]/, ' ')
        def literals = text.replaceAll(/\\s/, ' ').replaceAll(/\\d/, '7').replaceAll(/\\[wS]/, 'x').replaceAll(/\\p\{[^}]*}/, 'x').replaceAll(/\\(.)/, '$1')
        (literals.split(/[|()\[\]{}?*+^$]+/) as List).findAll { it && it.length() <= 24 }.unique().take(40).collectMany { [it, it + it + it[-1]] }
    }

    /** Returns a description of the failure; null if there is none. */
    private static String fault(Expression expression, String text) {
        try {
            (expression.uses ?: ['find', 'matches', 'lookingAt']).each { use ->
                Matcher matcher = expression.pattern.matcher(new Counted(text, (long) READS * LENGTH))
                switch (use) {
                    case 'matches' -> matcher.matches()
                    case 'lookingAt' -> matcher.lookingAt()
                    default -> {
                        while (matcher.find()) {
                        }
                    }
                }
            }
            null
        } catch (StackOverflowError deep) {
            'recurses'
        } catch (TooMuch much) {
            'takes too long'
        }
    }

    private static int length(String where) {
        SHORT.find { name, most -> (where - 'io.retake.').startsWith(name) }?.value ?: LENGTH
    }

    /** Describes the first text that the expression handles badly; null if there is none. */
    private static String fault(String where, Expression expression) {
        def words = words(expression.pattern)
        def befores = [''] + words.take(ALL ? 12 : 1)
        def units = words + ANY.take(ALL ? ANY.size() : 6)
        int length = length(where)
        for (before in befores) {
            for (unit in units) {
                for (after in ['', '\u0001!', '\u2028!', '\n\u0001!'].take(ALL ? 4 : 2)) {
                    def fault = fault(expression, before + unit * (int) (length / unit.length()) + after)
                    if (fault) {
                        return "$where ${expression.uses.join('/')} $fault: '$before' + '$unit' * n + '$after'".toString()
                    }
                }
            }
        }
        null
    }

    def "no regular expression recurses over a text or reads it again and again"() {
        given:
        def faults = []
        def small = new Thread(null, { faults = expressions.collect { where, expression -> fault(where, expression) }.findAll() }, 'small', SMALL_STACK)

        when:
        small.start()
        small.join()

        then:
        expressions.size() > 200
        faults == []
    }
}
