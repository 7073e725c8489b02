package io.retake.repl.cli;

import io.retake.dsl.Retake;
import io.retake.dsl.compile.Recipe;
import io.retake.repl.message.ProgramMessages;
import io.retake.repl.view.Table;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code retake recipes}. */
@Command(
        name = "recipes",
        description = "List the recipes: scripts that you run by name",
        footer = {
            "",
            "Recipes come with Retake or are in ~/.config/retake/scripts. 'retake run NAME --help' lists the parameters",
            "of one. In a script: use 'NAME', input: 'old.mp4'."
        })
final class RecipesCommand implements Callable<Integer> {
    private final ProcessEnvironment around;

    @Mixin
    @SuppressWarnings("UnusedVariable") // picocli reads it
    private final CommonOptions usual = new CommonOptions();

    RecipesCommand(ProcessEnvironment around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        print(around);
        return ExitCode.DONE.number();
    }

    static void print(ProcessEnvironment around) {
        try (Retake retake = RunExecution.builder(around).build()) {
            List<Recipe> recipes = retake.recipes();
            Table table = new Table();
            recipes.forEach(recipe -> table.row(recipe.name(), recipe.summary()));
            table.lines("").forEach(around.out()::println);
            if (recipes.isEmpty()) {
                around.err().println(ProgramMessages.text("recipe.none"));
            }
        }
    }
}
