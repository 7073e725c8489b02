// Drives Retake from the JDK's own JShell. In a checkout that has been built (./retake version builds it):
//
//     jshell --class-path repl/target/retake/lib/retake.jar scripts/retake.jsh
//
// This opens a session on the backend that the environment selects; footage and exports are in the working folder:
//
//     upload(sampleClip())              add media: paths or strings
//     edit("make it warmer")            edit in plain words
//     run("trim from: 2.s, to: 6.s")    run a line of the language, or plain words
//     timeline().duration()             the current timeline at the backend
//     export("mp4", "out.mp4")          export the file
//     undo()                            undo the last change
//     save("film.groovy")               write the session as a script
//     close()                           close the session and the embedded engine
//     open("second")                    open another session; exports are named after the title
//
// Also available: session (all of the above and more), evaluator, retake, client().

import io.retake.core.client.*;
import io.retake.core.client.http.*;
import io.retake.core.client.message.*;
import io.retake.core.client.render.*;
import io.retake.core.client.transfer.*;
import io.retake.core.draft.*;
import io.retake.core.edit.*;
import io.retake.core.edit.arrange.*;
import io.retake.core.edit.picture.*;
import io.retake.core.edit.session.*;
import io.retake.core.edit.sound.*;
import io.retake.core.edit.value.*;
import io.retake.core.protocol.*;
import io.retake.core.vocabulary.*;
import io.retake.dsl.*;
import io.retake.dsl.compile.*;
import io.retake.dsl.event.*;
import io.retake.dsl.parameter.*;
import io.retake.dsl.problem.*;
import io.retake.dsl.prompt.*;
import io.retake.dsl.run.*;
import io.retake.dsl.scope.*;
import io.retake.repl.jshell.LiveSession;
import java.time.*;

Retake retake;
Evaluator evaluator;
LiveSession session;

/** Shows what happens in a line each. */
void told(RunEvent event) {
    if (event instanceof RunEvent.Said said) {
        said.text().lines().forEach(line -> System.out.println("  " + line));
    } else if (event instanceof RunEvent.StepDone done) {
        System.out.println("done: " + done.text());
    } else if (event instanceof RunEvent.Output made) {
        System.out.println("made: " + made.path());
    } else if (event instanceof RunEvent.Warning warning) {
        System.out.println("warning: " + warning.text());
    }
}

/** Ends the session, and what belongs to it. */
void close() {
    if (retake != null) {
        evaluator.close();
        retake.close();
        retake = null;
    }
}

/** Opens a session with that title, on the backend that was chosen by the environment. */
void open(String title) {
    close();
    retake = Retake.builder().recipes(Path.of("scripts")).build();
    evaluator = retake.prompt(title);
    session = LiveSession.of(retake, evaluator, event -> told(event));
    System.out.println(evaluator.backend() + ": " + evaluator.privacy());
}

LiveSession upload(Path... files) {
    return session.upload(files);
}

LiveSession upload(String... files) {
    return session.upload(files);
}

LiveSession edit(String sentence) {
    return session.edit(sentence);
}

RunResult run(String line) {
    return session.run(line);
}

LiveSession undo() {
    return session.undo();
}

Film export(String format) {
    return session.export(format);
}

Film export(String format, String file) {
    return session.export(format, file);
}

Path sampleClip() {
    return session.sampleClip();
}

Draft timeline() {
    return session.timeline();
}

RetakeClient client() {
    return evaluator.client();
}

void save(String file) throws IOException {
    Files.writeString(Path.of(file), SavedScript.of(session.title(), session.entries(), false), StandardOpenOption.CREATE_NEW);
}

// What is left open when JShell is left is closed.
Runtime.getRuntime().addShutdownHook(new Thread(() -> close()));

open("film");
