package io.retake.core.protocol;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The paths of the API, below its base URL. A name in braces stands for one path segment. */
public final class Endpoints {
    public static final String ANONYMOUS_TOKEN = "/api/auth/anonymous-token";
    public static final String CLAIM_TOKEN = "/api/auth/claim-token";
    public static final String OPEN_SESSION = "/api/tasks/me/with-session/nemo_agent";
    public static final String MESSAGE = "/run_sse";
    public static final String UPLOAD = "/api/upload-video/nemo_agent/me/{session}";
    public static final String CREDITS = "/api/credits/balance/simple";
    public static final String STATE = "/api/state/nemo_agent/me/{session}/latest";
    public static final String RENDER = "/api/render/proxy/lambda";
    public static final String RENDER_STATUS = "/api/render/proxy/lambda/{render}";
    public static final String RENDER_CANCEL = "/api/render/proxy/lambda/{render}/cancel";
    public static final String RENDER_RECEIPT = "/api/render/proxy/{render}/receipt";
    public static final String RENDER_DOWNLOAD = "/api/render/proxy/{render}/download";
    /** The engine's temporary address of a finished film, which works without a token. */
    public static final String RENDER_FILE = "/api/render/file/{ticket}/{render}.{extension}";

    public static final String APP = "nemo_agent";
    public static final String USER = "me";

    private Endpoints() {}

    /** Fills the one placeholder of a path; an id never becomes more than one segment. */
    public static String fill(String path, String id) {
        String segment = URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
        if (segment.isEmpty() || segment.equals(".") || segment.equals("..")) {
            throw new IllegalArgumentException("not an id: '" + id + "'");
        }
        return path.replaceFirst("\\{[a-z]+}", java.util.regex.Matcher.quoteReplacement(segment));
    }
}
