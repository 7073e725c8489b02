package io.retake.repl.shell.session;

/** Starts threads that prepare something in the background and never keep the process alive. */
public final class DaemonThread {
    private DaemonThread() {}

    public static void start(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }
}
