package io.retake.dsl.prompt;

import io.retake.core.vocabulary.Notations;
import io.retake.dsl.event.RunEvent;
import io.retake.dsl.plan.Step;
import io.retake.dsl.problem.ScriptMessages;
import io.retake.dsl.run.DoneStep;
import io.retake.dsl.syntax.TypedTokens;
import io.retake.dsl.syntax.TypedTokens.Typed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Writes the history as a script that makes the same timeline; omits entries that failed, were undone or only looked.
 * Writes an entry as typed if all its changes stand; of a partly undone one, the steps that stand. Entries that opened
 * sessions of their own are placed outside the block: before it, or after it when they use its results.
 */
public final class SavedScript {
    private static final Pattern TYPE = Pattern.compile("\\s*+(?:final\\s+)?(?:def|var|[\\p{L}_][\\w.<>\\[\\], ]*+)");
    private static final Pattern NAME = Pattern.compile("[\\p{L}_$][\\p{L}\\p{N}_$]*");
    private final boolean frozen;
    private final List<Line> lines = new ArrayList<>();
    private final Versions versions = new Versions();
    private final IdentityHashMap<DoneStep, List<DoneStep>> exported = new IdentityHashMap<>();

    private SavedScript(boolean frozen) {
        this.frozen = frozen;
    }

    /** Writes a script without parameters. */
    public static String of(String title, List<Entry> entries, boolean frozen) {
        return of(title, entries, frozen, false);
    }

    /**
     * Writes a script.
     *
     * @param title the title of the session, after which its exports are named
     * @param frozen whether sentences are written as the verbs that the backend reported for them, if any
     * @param parameters whether files, titles and names of exports become parameters, with the typed text as default
     */
    public static String of(String title, List<Entry> entries, boolean frozen, boolean parameters) {
        SavedScript script = new SavedScript(frozen);
        entries.stream().sorted(Comparator.comparingInt(Entry::number)).forEach(script::take);
        return script.text(title, parameters);
    }

    private void take(Entry entry) {
        if (entry.steps().isEmpty()) {
            boolean declares = entry.kind() == Reading.Kind.STATEMENT && entry.state() == RunEvent.State.DONE;
            if (declares && !looks(entry.text())) {
                lines.add(new Line(entry, List.of()));
            }
            return;
        }
        List<DoneStep> made = new ArrayList<>();
        for (DoneStep step : entry.steps()) {
            if (!step.standing()) {
                made.add(step);
            } else if (StepText.back(step).isPresent()) {
                versions.go(StepText.back(step).get());
            } else if (StepText.didSomething(step)) {
                made.add(step);
                took(step);
            }
        }
        if (!made.isEmpty()) {
            lines.add(new Line(entry, made));
        }
    }

    private void took(DoneStep step) {
        if (step.changed()) {
            versions.change(step);
        } else if (step.step() instanceof Step.Export) {
            exported.put(step, versions.now());
        }
    }

    /** Returns whether an entry only shows a value. */
    private static boolean looks(String text) {
        return text.matches("(?s)[\\p{L}_$][\\p{L}\\p{N}_$.]*(?:\\(\\))?|timeline.*|credits.*|println .*|scenes\\(\\)"
                + "|diagnose\\(\\)|[-+*/%.\\d\\s()]+|\"[^\"]*\"");
    }

    private String text(String title, boolean parameters) {
        StringBuilder head = new StringBuilder();
        StringBuilder before = new StringBuilder();
        StringBuilder block = new StringBuilder();
        StringBuilder behind = new StringBuilder();
        Set<String> inside = new HashSet<>();
        List<String> late = lines.stream()
                .filter(this::isForeign)
                .map(line -> line.entry.text())
                .toList();
        for (Line line : lines) {
            String text = written(line);
            if (text.isEmpty()) {
                continue;
            }
            if (line.isDeclaration()) {
                head.append(text).append('\n');
            } else if (isForeign(line)) {
                (uses(text, inside) ? behind : before).append(text).append('\n');
            } else {
                block.append(indented(shared(text, late, inside, before))).append('\n');
            }
        }
        String body = before + "session(" + Notations.TEXT.script(title) + ") {\n" + block + "}\n" + behind;
        LiftedValues lifted = LiftedValues.of(parameters ? body : "");
        return head + (head.isEmpty() ? "" : "\n") + lifted.parameters() + (parameters ? lifted.script() : body);
    }

    /** Returns whether the entry opened a session of its own. */
    private boolean isForeign(Line line) {
        return line.steps.stream().anyMatch(step -> !step.standing());
    }

    private static boolean uses(String text, Set<String> names) {
        return names.stream().anyMatch(name -> says(text, name));
    }

    private static boolean says(String text, String name) {
        return Pattern.compile("\\b" + Pattern.quote(name) + "\\b")
                .matcher(text)
                .find();
    }

    /** Moves the declaration of a variable that is used outside the block out of it. */
    private static String shared(String text, List<String> outside, Set<String> names, StringBuilder before) {
        Optional<Integer> declared = declared(text);
        if (declared.isEmpty()) {
            return text;
        }
        String name = text.substring(declared.get(), text.indexOf('=')).strip();
        names.add(name);
        if (outside.stream().noneMatch(other -> says(other, name))) {
            return text;
        }
        before.append("def ").append(name).append('\n');
        return text.substring(declared.get());
    }

    /** Returns the position of the name in a declaration with a value: after its type, before the first operator. */
    private static Optional<Integer> declared(String text) {
        int sign = text.indexOf('=');
        boolean gives = sign > 0 && sign + 1 < text.length() && "=~".indexOf(text.charAt(sign + 1)) < 0;
        String head = gives ? text.substring(0, sign).stripTrailing() : "";
        int start = head.length();
        while (start > 0 && !Character.isWhitespace(head.charAt(start - 1))) {
            start--;
        }
        return NAME.matcher(head.substring(start)).matches()
                        && TYPE.matcher(head.substring(0, start).stripTrailing())
                                .matches()
                ? Optional.of(start)
                : Optional.empty();
    }

    private String written(Line line) {
        boolean done = line.entry.state() == RunEvent.State.DONE;
        boolean whole = done
                && line.steps.stream().allMatch(this::stands)
                && line.entry.steps().size() == line.steps.size()
                && line.steps.stream().noneMatch(StepText::isOffered)
                && !(frozen && line.steps.stream().anyMatch(StepText::freezes));
        if (isForeign(line)) {
            return done ? line.entry.text() : "";
        }
        if (whole && line.entry.kind() == Reading.Kind.STATEMENT) {
            return line.entry.text();
        }
        return line.steps.stream()
                .filter(step -> done || !(step.step() instanceof Step.Export))
                .filter(step -> stands(step) || step.step() instanceof Step.Export)
                .map(step -> stands(step)
                        ? StepText.of(step, frozen)
                        : ScriptMessages.text("saved.left-out", StepText.of(step, frozen)))
                .collect(Collectors.joining("\n"));
    }

    /**
     * Returns whether a step is part of the current version; for an export, whether it would make the same film again.
     */
    private boolean stands(DoneStep step) {
        List<DoneStep> version = exported.get(step);
        if (version != null) {
            return version.size() <= versions.now().size()
                    && same(version, versions.now().subList(0, version.size()));
        }
        return !step.changed() || versions.now().stream().anyMatch(other -> same(other, step));
    }

    private static boolean same(List<DoneStep> one, List<DoneStep> other) {
        for (int i = 0; i < one.size(); i++) {
            if (!same(one.get(i), other.get(i))) {
                return false;
            }
        }
        return true;
    }

    @SuppressWarnings("ReferenceEquality") // the same thing done twice is two steps
    private static boolean same(DoneStep one, DoneStep other) {
        return one == other;
    }

    /** Indents a script; keeps the lines inside a text unchanged, where blanks are significant. */
    private static String indented(String text) {
        StringBuilder indented = new StringBuilder();
        Iterator<Typed> longTexts = TypedTokens.code(text).tokens().stream()
                .filter(token -> token.quoted() && token.text().indexOf('\n') >= 0)
                .iterator();
        Optional<Typed> near = next(longTexts);
        int at = 0;
        for (String line : text.split("\n", -1)) {
            int start = at;
            while (near.filter(literal -> literal.end() <= start).isPresent()) {
                near = next(longTexts);
            }
            boolean inside = near.filter(literal -> literal.start() < start).isPresent();
            indented.append(at == 0 ? "" : "\n").append(inside || line.isBlank() ? line : "    " + line);
            at += line.length() + 1;
        }
        return indented.toString();
    }

    private static <T> Optional<T> next(Iterator<T> some) {
        return some.hasNext() ? Optional.of(some.next()) : Optional.empty();
    }

    /** An entry, and its steps to be written. */
    private record Line(Entry entry, List<DoneStep> steps) {
        /** Returns whether it belongs at the head of a script. */
        boolean isDeclaration() {
            return steps.isEmpty() && entry.text().matches("(?s)\\s*(?:import|class|enum|record|interface)\\b.*");
        }
    }
}
