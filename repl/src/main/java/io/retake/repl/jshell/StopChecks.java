package io.retake.repl.jshell;

import groovyjarjarasm.asm.MethodVisitor;
import groovyjarjarasm.asm.Opcodes;
import groovyjarjarasm.asm.Type;
import io.retake.dsl.scope.StopPoints;

/** The stop points of a snippet's methods: they call {@link StopRequest#check}. */
final class StopChecks extends StopPoints {
    private static final String HALT = Type.getInternalName(StopRequest.class);

    private StopChecks(MethodVisitor next) {
        super(next);
    }

    /** The class with them; as it was, when it is of a newer Java than the library knows. */
    static byte[] into(byte[] classFile) {
        try {
            return into(classFile, (type, next) -> new StopChecks(next));
        } catch (IllegalArgumentException newer) {
            return classFile;
        }
    }

    @Override
    protected void ask() {
        super.visitMethodInsn(Opcodes.INVOKESTATIC, HALT, "check", "()V", false);
    }
}
