package io.retake.repl.jshell;

import groovyjarjarasm.asm.MethodVisitor;
import groovyjarjarasm.asm.Opcodes;
import groovyjarjarasm.asm.Type;
import io.retake.dsl.scope.StopPoints;

/** Inserts calls of {@link StopRequest#check} into a snippet's methods. */
final class StopChecks extends StopPoints {
    private static final String HALT = Type.getInternalName(StopRequest.class);

    private StopChecks(MethodVisitor next) {
        super(next);
    }

    /** Returns the class with the calls; unchanged if its class file version is newer than the library supports. */
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
