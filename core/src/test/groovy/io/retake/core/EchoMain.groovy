package io.retake.core

import groovy.transform.CompileStatic

/** In a JVM of its own: has another program say what it is given, in UTF-8 whatever the locale. */
@CompileStatic
class EchoMain {
    static void main(String[] arguments) {
        def out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, 'UTF-8')
        try {
            FileNames.path('é.mp4')
            def command = ['sh', '-c', 'printf "%s\\n%s\\n" "$1" "$W"', 'sh', 'é 中文 🎬']
            def builder = new ProcessBuilder(ProcessTexts.forChild(command))
            builder.environment().put('W', ProcessTexts.forChild('é'))
            builder.start().inputStream.transferTo(out)
            out.println(ProcessTexts.environment().get('V'))
        } catch (RetakeException why) {
            out.println(why.message)
            out.println(why.advice())
        }
    }
}
