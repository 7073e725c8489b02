package io.retake.core.client.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retake.core.AtomicFiles;
import io.retake.core.CoreMessages;
import io.retake.core.JsonMappers;
import io.retake.core.PrivateFiles;
import io.retake.core.Sha256;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Keeps the client id in one file, and each backend's token in another, named by a hash of the backend's address. */
final class FileCredentialStore implements CredentialStore {
    private final Path folder;

    FileCredentialStore(Path folder) {
        this.folder = folder;
    }

    @Override
    public synchronized String clientId() {
        try {
            String kept = read(idFile()).strip();
            return kept.isEmpty() ? replaceClientId("") : kept;
        } catch (NoSuchFileException first) {
            return makeClientId();
        } catch (IOException cause) {
            throw unusable(idFile(), cause);
        }
    }

    @Override
    public synchronized String replaceClientId(String refused) {
        try {
            String kept = read(idFile()).strip();
            if (!kept.equals(refused)) {
                return kept;
            }
            String fresh = UUID.randomUUID().toString();
            write(idFile(), fresh + "\n");
            return fresh;
        } catch (IOException cause) {
            throw unusable(idFile(), cause);
        }
    }

    @Override
    public synchronized Optional<StoredToken> token(URI api) {
        try {
            JsonNode kept = JsonMappers.PLAIN.readTree(read(tokenFile(api)));
            return kept.path("api_url").asText().equals(api.toString()) ? Optional.of(parse(kept)) : Optional.empty();
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IOException | IllegalArgumentException | DateTimeException damaged) {
            // Tokens can be requested again; the next one overwrites a damaged file.
            return Optional.empty();
        }
    }

    @Override
    public synchronized void keep(URI api, StoredToken token) {
        ObjectNode json = JsonMappers.PLAIN
                .createObjectNode()
                .put("api_url", api.toString())
                .put("token", token.token())
                .put("user_id", token.userId())
                .put("expires_at", token.expiresAt().toString());
        try {
            write(tokenFile(api), json.toPrettyString() + "\n");
        } catch (IOException cause) {
            throw unusable(tokenFile(api), cause);
        }
    }

    @Override
    public synchronized void forget(URI api, String token) {
        if (token(api).filter(kept -> kept.token().equals(token)).isPresent()) {
            try {
                Files.deleteIfExists(tokenFile(api));
            } catch (IOException cause) {
                throw unusable(tokenFile(api), cause);
            }
        }
    }

    private String makeClientId() {
        try {
            PrivateFiles.folder(folder);
            AtomicFiles.writeNew(idFile(), bytes(UUID.randomUUID() + "\n"));
            return read(idFile()).strip();
        } catch (IOException cause) {
            throw unusable(idFile(), cause);
        }
    }

    private Path idFile() {
        return folder.resolve("client_id");
    }

    private Path tokenFile(URI api) {
        return folder.resolve("tokens").resolve(Sha256.hex(api.toString(), 16) + ".json");
    }

    private void write(Path file, String content) throws IOException {
        PrivateFiles.folder(folder, Objects.requireNonNull(file.getParent()));
        AtomicFiles.write(file, bytes(content));
    }

    private static byte[] bytes(String content) {
        return content.getBytes(StandardCharsets.UTF_8);
    }

    private static String read(Path file) throws IOException {
        return Files.readString(file);
    }

    private static StoredToken parse(JsonNode kept) {
        return new StoredToken(
                kept.path("token").asText(),
                kept.path("user_id").isTextual() ? kept.path("user_id").asText() : null,
                Instant.parse(kept.path("expires_at").asText()));
    }

    private static ClientException unusable(Path file, IOException cause) {
        return new ClientException.CannotWrite(
                CoreMessages.text("token.not-kept", file, cause),
                CoreMessages.text("token.not-kept-advice"),
                file,
                cause);
    }
}
