package io.retake.core.client.http;

import io.retake.core.RetakeException;
import io.retake.core.protocol.SkillHeaders;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the environment says about the backend.
 *
 * @param apiUrl where the API is, without a slash at the end
 * @param webUrl where people go with a browser, without a slash at the end
 * @param token the token the person gave; never replaced in silence
 * @param clientId the client id the person gave
 * @param platform for {@code X-Skill-Platform}
 * @param folder where the client id and tokens are kept
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
     * Reads {@code NEMO_TOKEN}, {@code NEMO_API_URL}, {@code NEMO_WEB_URL}, {@code NEMO_CLIENT_ID}, {@code SKILL_SOURCE}
     * and {@code XDG_CONFIG_HOME}; a blank variable counts as not set.
     *
     * @param installed the folder this program is installed in
     * @throws RetakeException when an address is none
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

    /** The same for another backend, whose token is given or none: one backend's token is not for another. */
    public ClientSettings forBackend(URI api, @Nullable String itsToken) {
        return new ClientSettings(api, webUrl, itsToken, clientId, platform, folder);
    }

    /** Doesn't show the token. */
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
        // The XDG base directory specification: a relative path there is invalid and to be ignored.
        Path config = get(environment, "XDG_CONFIG_HOME")
                .map(Path::of)
                .filter(Path::isAbsolute)
                .orElse(home.resolve(".config"));
        return config.resolve("nemovideo");
    }

    /**
     * The address of a backend.
     *
     * @param name where it was given, for the message
     * @throws RetakeException when it is none; no name, password or query of it is repeated
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
                name + " is not the address of a backend: '" + shown + "'",
                "Give something like " + CLOUD
                        + " or http://127.0.0.1:8080, without name, password or query; a token goes into NEMO_TOKEN.");
    }
}
