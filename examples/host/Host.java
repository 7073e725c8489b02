import io.retake.dsl.Retake;
import io.retake.dsl.problem.ScriptSource;
import io.retake.dsl.run.Run;
import java.util.Map;

/** A host program in Java: one script, its events on the console, its film's path at the end. */
public class Host {
    public static void main(String[] arguments) throws InterruptedException {
        ScriptSource script = ScriptSource.text("params { input file }\nsession { upload input; trim to: 2.s; export mp4 }");
        try (Retake retake = Retake.builder().build()) {
            Run run = retake.run(script, Map.of("input", arguments[0]), System.out::println);
            run.await().orThrow().outputs().forEach(film -> System.out.println(film.getPath()));
        }
    }
}
