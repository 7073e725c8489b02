package io.retake.nlu;

import io.retake.nlu.frame.Reading;
import java.util.List;

/** Shows how messages are read: arguments are a context's letter and messages. */
final class Explain {
    private Explain() {}

    public static void main(String[] arguments) {
        for (String message : List.of(arguments).subList(1, arguments.length)) {
            System.out.println(message);
            List<Reading> readings = Parser.readings(message, Contexts.of(arguments[0]));
            readings.stream()
                    .limit(4)
                    .forEach(r -> System.out.printf("   %.2f (%.2f) %s%n", r.cost(), r.worst(), r.requests()));
        }
    }
}
