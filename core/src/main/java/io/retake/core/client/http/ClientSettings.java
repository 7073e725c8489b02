package io.retake.core.client.http;

import io.retake.core.CoreMessages;
import io.retake.core.RetakeException;
import io.retake.core.protocol.SkillHeaders;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The backend settings from the environment.
 *
 * @param apiUrl the address of the API, without a trailing slash
 * @param webUrl the address for browsers, without a trailing slash
 * @param token the user's token; never replaced silently
 * @param clientId the user's client id
 * @param platform for {@code X-Skill-Platform}
 * @param folder the folder of the client id and the tokens
 */
public record ClientSettings(
        URI apiUrl,
        URI webUrl,
        @Nullable String token,
        @Nullable String clientId,
        String platform,
        Path folder) {
    public static final URI CLOUD = URI.create("https://mega-api-prod.nemovideo.ai");
    public static final URI CLOUD_WEB = URI.create("https://nemovideo.com");

    private static final int MOST_PORT = 65535;

    public ClientSettings {
        apiUrl = checked("NEMO_API_URL", apiUrl.toString());
        webUrl = checked("NEMO_WEB_URL", webUrl.toString());
    }

    /**
     * Reads {@code NEMO_TOKEN}, {@code NEMO_API_URL}, {@code NEMO_WEB_URL}, {@code NEMO_CLIENT_ID}, {@code
     * SKILL_SOURCE} and {@code XDG_CONFIG_HOME}; a blank variable counts as unset.
     *
     * @param installed the folder this program is installed in
     * @throws RetakeException when an address is invalid
     */
    public static ClientSettings fromEnvironment(Map<String, String> environment, Path home, Path installed) {
        return new ClientSettings(
                get(environment, "NEMO_API_URL")
                        .map(url -> checked("NEMO_API_URL", url))
                        .orElse(CLOUD),
                get(environment, "NEMO_WEB_URL")
                        .map(url -> checked("NEMO_WEB_URL", url))
                        .orElse(CLOUD_WEB),
                get(environment, "NEMO_TOKEN").orElse(null),
                get(environment, "NEMO_CLIENT_ID").orElse(null),
                SkillHeaders.platform(environment, home, installed),
                folder(environment, home));
    }

    /**
     * Returns these settings for another backend, with its own token or none: one backend's token is never sent to
     * another.
     */
    public ClientSettings forBackend(URI api, @Nullable String itsToken) {
        return new ClientSettings(api, webUrl, itsToken, clientId, platform, folder);
    }

    /** Omits the token. */
    @Override
    public String toString() {
        return "ClientSettings[apiUrl=" + apiUrl + ", webUrl=" + webUrl + ", token="
                + (token == null ? "none" : "given") + ", clientId=" + (clientId == null ? "none" : "given")
                + ", platform=" + platform + ", folder=" + folder + "]";
    }

    private static Optional<String> get(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    private static Path folder(Map<String, String> environment, Path home) {
        // The XDG Base Directory Specification: a relative path is invalid and must be ignored.
        Path config = get(environment, "XDG_CONFIG_HOME")
                .map(Path::of)
                .filter(Path::isAbsolute)
                .orElse(home.resolve(".config"));
        return config.resolve("nemovideo");
    }

    /**
     * Checks the address of a backend.
     *
     * @param name the source of the address, for the message
     * @throws RetakeException when it is invalid; the message does not repeat its user, password or query
     */
    public static URI checked(String name, String url) {
        try {
            URI uri = new URI(url.strip().replaceFirst("(?<!/)/++$", ""));
            boolean web = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            boolean bare = uri.getRawUserInfo() == null && uri.getRawQuery() == null && uri.getRawFragment() == null;
            if (web && uri.getHost() != null && bare && uri.getPort() <= MOST_PORT) {
                return uri;
            }
        } catch (URISyntaxException notOne) {
            throw notAnAddress(name, url);
        }
        throw notAnAddress(name, url);
    }

    private static RetakeException notAnAddress(String name, String url) {
        String shown = url.strip().replaceFirst("//[^/?#]*@", "//…@").replaceFirst("(?s)[?#\\s].*", "…");
        return new RetakeException(
                CoreMessages.text("backend.bad-address", name, shown),
                CoreMessages.text("backend.bad-address-advice", CLOUD));
    }
}
