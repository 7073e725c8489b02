package io.retake.repl.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.retake.core.RetakeException;
import io.retake.dsl.Retake;
import io.retake.dsl.problem.Problem;
import io.retake.repl.message.ProgramMessages;
import io.retake.repl.view.Role;
import io.retake.repl.view.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code retake check}. */
@Command(
        name = "check",
        description = "Check scripts without running them",
        footer = {
            "",
            "Exit code 2 means that problems were found. A sentence that the local engine will not understand is a warning."
        })
final class CheckCommand implements Callable<Integer> {
    private final ProcessEnvironment around;

    @Mixin
    @SuppressWarnings("UnusedVariable") // picocli reads it
    private final CommonOptions usual = new CommonOptions();

    @Parameters(arity = "1..*", paramLabel = "SCRIPT", description = "Scripts to check")
    private List<String> scripts = new ArrayList<>();

    @Option(names = "--json", description = "Print each problem as one line of JSON")
    private boolean json;

    CheckCommand(ProcessEnvironment around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        int problems = 0;
        int warnings = 0;
        try (Retake retake = RunExecution.builder(around).build()) {
            for (String script : scripts) {
                problems += check(retake, script).size();
                warnings += warn(retake, script).size();
            }
        }
        summarize(problems, warnings);
        return (problems == 0 ? ExitCode.DONE : ExitCode.WRONG).number();
    }

    private List<Problem> check(Retake retake, String script) {
        List<Problem> problems;
        try {
            problems = retake.check(RunExecution.source(around, retake, script));
        } catch (RetakeException unreadable) {
            problems = List.of(
                    new Problem(script, 0, 0, String.valueOf(unreadable.getMessage()), unreadable.advice(), ""));
        }
        new ProblemReport(around, json).show(around.out(), around.screen().outTheme(), problems);
        return problems;
    }

    private List<Problem> warn(Retake retake, String script) {
        try {
            List<Problem> warnings = retake.warnings(RunExecution.source(around, retake, script));
            new ProblemReport(around, json).warn(around.out(), around.screen().outTheme(), warnings);
            return warnings;
        } catch (RetakeException unreadable) {
            return List.of(); // reported by check
        }
    }

    private void summarize(int problems, int warnings) {
        if (json) {
            around.out()
                    .println(JsonNodeFactory.instance
                            .objectNode()
                            .put("event", "checked")
                            .put("scripts", scripts.size())
                            .put("problems", problems)
                            .put("warnings", warnings));
            return;
        }
        Theme theme = around.screen().errTheme();
        String checked = scripts.size() == 1 ? scripts.get(0) : ProgramMessages.text("check.scripts", scripts.size());
        String told = warnings == 0
                ? ProgramMessages.text("check.result", checked, problems(problems))
                : ProgramMessages.text("check.result-and-warnings", checked, problems(problems), warnings(warnings));
        around.err().println(theme.paint(problems > 0 ? Role.BAD : warnings > 0 ? Role.WARNING : Role.GOOD, told));
    }

    private static String problems(int count) {
        return switch (count) {
            case 0 -> ProgramMessages.text("check.no-problems");
            case 1 -> ProgramMessages.text("check.one-problem");
            default -> ProgramMessages.text("check.problems", count);
        };
    }

    private static String warnings(int count) {
        return count == 1 ? ProgramMessages.text("check.one-warning") : ProgramMessages.text("check.warnings", count);
    }
}
