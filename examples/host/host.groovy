import io.retake.dsl.Retake
import io.retake.dsl.event.RunEvent
import io.retake.dsl.problem.ScriptSource

// A host program in Groovy: shows progress, and takes the result.
def retake = Retake.builder().build()
try {
    def script = ScriptSource.text("params { input file }\nsession { upload input; grayscale; trim to: 2.s; export mp4, to: 'grey.mp4' }")
    def run = retake.run(script, [input: args[0]]) { RunEvent event ->
        if (event instanceof RunEvent.StepDone) println "$event.text: ${event.took.toMillis()} ms"
    }
    println run.await().orThrow().outputs().first().path
} finally {
    retake.close()
}
