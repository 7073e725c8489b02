package io.retake.engine.http.server;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A method and a path, and what answers there. An id in a path is letters, digits, - and _: with anything else, such as
 * an escape, the path is not ours, so that an id can never become a path.
 *
 * @param body whether a body is read before the endpoint is asked
 * @param takesLong whether the endpoint is asked on a thread that it may keep
 * @param givesFile what it answers is saved as a film, so that a refusal must be one for whoever only looks at the status
 */
public record Route(
        String method,
        Pattern path,
        List<String> names,
        boolean needsToken,
        boolean body,
        boolean takesLong,
        boolean givesFile,
        Endpoint endpoint) {
    private static final Pattern PLACE = Pattern.compile("\\{([a-z]+)}");

    public static Route open(String method, String path, Endpoint endpoint) {
        return of(method, path, false, false, endpoint);
    }

    public static Route with(String method, String path, Endpoint endpoint) {
        return of(method, path, true, false, endpoint);
    }

    /** Creates a route whose calls may take long. */
    public static Route working(String method, String path, Endpoint endpoint) {
        Route route = with(method, path, endpoint);
        return new Route(route.method, route.path, route.names, true, route.body, true, false, endpoint);
    }

    public static Route file(String method, String path, Endpoint endpoint) {
        return of(method, path, true, true, endpoint);
    }

    private static Route of(String method, String path, boolean needsToken, boolean givesFile, Endpoint endpoint) {
        List<String> names = new ArrayList<>();
        StringBuilder pattern = new StringBuilder();
        Matcher place = PLACE.matcher(path);
        int end = 0;
        while (place.find()) {
            pattern.append(Pattern.quote(path.substring(end, place.start())))
                    .append("([A-Za-z0-9][A-Za-z0-9_-]{0,63})");
            names.add(place.group(1));
            end = place.end();
        }
        pattern.append(Pattern.quote(path.substring(end)));
        // Nobody without a token is listened to for longer than a head takes.
        boolean body = needsToken && method.equals("POST");
        return new Route(
                method,
                Pattern.compile(pattern.toString()),
                List.copyOf(names),
                needsToken,
                body,
                false,
                givesFile,
                endpoint);
    }

    /** Returns the ids in a path; empty when it isn't this route's. */
    Optional<Map<String, String>> match(String requested) {
        Matcher matcher = path.matcher(requested);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Map<String, String> ids = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            ids.put(names.get(i), matcher.group(i + 1));
        }
        return Optional.of(ids);
    }
}
