package io.retake.dsl.compile;

import io.retake.dsl.Retake;
import io.retake.dsl.event.RunEvent;
import io.retake.dsl.problem.ScriptSource;
import java.nio.file.Path;
import java.util.Map;

/** A host program in Java, so that a process that runs a script loads nothing of Groovy but what the script needs. */
final class RunsOneScript {
    private RunsOneScript() {}

    public static void main(String[] arguments) throws InterruptedException {
        Path folder = Path.of(arguments[1]);
        try (Retake retake = Retake.builder()
                .environment(Map.of())
                .home(folder)
                .workingFolder(folder)
                .build()) {
            retake.run(ScriptSource.file(Path.of(arguments[0])), Map.of(), event -> {
                        if (event instanceof RunEvent.Said said) {
                            System.out.println(said.text());
                        }
                    })
                    .await()
                    .orThrow();
        }
    }
}
