package io.retake.dsl.check;

import io.retake.core.protocol.FileFormat;
import io.retake.dsl.problem.Diagnostics;
import io.retake.dsl.problem.ScriptMessages;
import io.retake.dsl.scope.ExportOption;
import io.retake.dsl.scope.Exports;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.codehaus.groovy.ast.ASTNode;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MapEntryExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;

/** Checks {@code export mp4, to: 'out.mp4', size: 720.p} as far as possible before the run. */
public final class ExportCheck {
    private final ScriptSymbols facts;
    private final Diagnostics findings;
    private final Literals literals;
    private final OutputLiterals outputs;

    public ExportCheck(ScriptSymbols facts, Diagnostics findings) {
        this.facts = facts;
        this.findings = findings;
        this.literals = new Literals(facts);
        this.outputs = new OutputLiterals(facts);
    }

    public void check(Call call, ASTNode at) {
        if (call.positional().isEmpty()) {
            findings.add(
                    at, ScriptMessages.text("export.no-format", String.join(", ", Exports.KINDS)), Exports.EXAMPLE);
            return;
        }
        Optional<String> kind = word(call.positional().get(0));
        Optional<FileFormat> format = kind.flatMap(Exports::format);
        if (kind.isPresent() && format.isEmpty()) {
            findings.add(
                    call.positional().get(0),
                    ScriptMessages.text("export.unknown-format", kind.get(), Exports.meant(kind.get(), Exports.KINDS)),
                    ScriptMessages.text("value.one-of", String.join(", ", Exports.KINDS)));
        }
        options(call.named(), kind.orElse(""), format);
    }

    /** Checks the still of {@code frame at: 3.s}. */
    public void frame(Call call) {
        call.positional()
                .forEach(value -> findings.add(
                        value, ScriptMessages.text("frame.by-name"), ScriptMessages.text("frame.by-name-advice")));
        options(call.named(), FileFormat.PNG.extension(), Optional.of(FileFormat.PNG));
    }

    private void options(List<MapEntryExpression> entries, String kind, Optional<FileFormat> format) {
        format.ifPresent(known -> outputs.note(entries, known.extension()));
        Set<String> seen = new HashSet<>();
        for (MapEntryExpression entry : entries) {
            if (entry.getKeyExpression() instanceof ConstantExpression key) {
                String name = String.valueOf(key.getValue());
                if (!seen.add(name)) {
                    findings.add(
                            key, ScriptMessages.text("export.twice", name), ScriptMessages.text("advice.give-once"));
                }
                Optional<ExportOption> option = ExportOption.of(name);
                option.ifPresentOrElse(
                        known -> option(known, kind, format, key, entry.getValueExpression()),
                        () -> findings.add(key, Exports.unknown(name), Exports.EXAMPLE));
            }
        }
    }

    private void option(ExportOption option, String kind, Optional<FileFormat> format, ASTNode at, Expression given) {
        Optional<String> why = format.flatMap(option::objection);
        if (why.isPresent()) {
            findings.add(at, Exports.objection(kind, format.get(), option, why.get()), Exports.EXAMPLE);
            return;
        }
        try {
            literals.value(given).or(() -> word(given)).ifPresent(option::read);
        } catch (IllegalArgumentException wrong) {
            findings.add(given, Exports.wrong(option, wrong), Exports.EXAMPLE);
        }
    }

    /** Returns a bare word that is neither a variable nor a parameter. */
    private Optional<String> word(Expression given) {
        if (given instanceof ConstantExpression constant) {
            return Optional.of(String.valueOf(constant.getValue()));
        }
        return given instanceof VariableExpression variable && !facts.declares(variable.getName())
                ? Optional.of(variable.getName())
                : Optional.empty();
    }
}
