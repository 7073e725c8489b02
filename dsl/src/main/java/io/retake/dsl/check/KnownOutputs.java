package io.retake.dsl.check;

import java.util.List;

/**
 * The files that a script makes before it may name them, as far as they are known without running it. Immutable.
 *
 * @param names the names in {@code to:}
 * @param titles the titles of sessions, which begin the names of their exports
 * @param others whether some names are known only at run time
 */
public record KnownOutputs(List<String> names, List<String> titles, boolean others) {
    static final KnownOutputs NONE = new KnownOutputs(List.of(), List.of(), false);

    public KnownOutputs {
        names = List.copyOf(names);
        titles = List.copyOf(titles);
    }

    /** Returns whether an output certainly has this name. */
    public boolean named(String file) {
        return names.stream().anyMatch(name -> last(name).equals(last(file)));
    }

    /** Returns whether an output may have this name; one named after a title may have a number appended. */
    public boolean mayBe(String file) {
        return others || named(file) || titles.stream().anyMatch(title -> isAfter(file, title));
    }

    /** Returns whether a file is named after a stem: {@code talk-2.mp4} after {@code talk}. */
    public static boolean isAfter(String file, String stem) {
        String rest = last(file).startsWith(stem) ? last(file).substring(stem.length()) : "letter";
        return rest.isEmpty() || !Character.isLetterOrDigit(rest.charAt(0));
    }

    /** Returns the file name without its folders. */
    public static String last(String file) {
        return file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
    }
}
