package io.retake.core.client.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

/** One file for the client id and one for the token of each backend, named by a hash of its address. */
final class FileCredentialStore implements CredentialStore {
    private static final ObjectMapper MAPPER = new ObjectMapper();
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
            OwnerOnlyFile.replace(folder, idFile(), fresh + "\n");
            return fresh;
        } catch (IOException cause) {
            throw unusable(idFile(), cause);
        }
    }

    @Override
    public synchronized Optional<StoredToken> token(URI api) {
        try {
            JsonNode kept = MAPPER.readTree(read(tokenFile(api)));
            return kept.path("api_url").asText().equals(api.toString()) ? Optional.of(parse(kept)) : Optional.empty();
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IOException | IllegalArgumentException | DateTimeException damaged) {
            // A token can be had again; a damaged file is overwritten by the next one.
            return Optional.empty();
        }
    }

    @Override
    public synchronized void keep(URI api, StoredToken token) {
        ObjectNode json = MAPPER.createObjectNode()
                .put("api_url", api.toString())
                .put("token", token.token())
                .put("user_id", token.userId())
                .put("expires_at", token.expiresAt().toString());
        try {
            OwnerOnlyFile.replace(folder, tokenFile(api), json.toPrettyString() + "\n");
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
            OwnerOnlyFile.createUnlessThere(folder, idFile(), UUID.randomUUID() + "\n");
            return read(idFile()).strip();
        } catch (IOException cause) {
            throw unusable(idFile(), cause);
        }
    }

    private Path idFile() {
        return folder.resolve("client_id");
    }

    private Path tokenFile(URI api) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(api.toString().getBytes(StandardCharsets.UTF_8));
            return folder.resolve("tokens").resolve(HexFormat.of().formatHex(hash, 0, 8) + ".json");
        } catch (NoSuchAlgorithmException cause) {
            throw new IllegalStateException("every Java has SHA-256", cause);
        }
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
                "The credentials can't be kept in " + file + ": " + cause,
                "Make that folder writable, set XDG_CONFIG_HOME to one that is, or give a token in NEMO_TOKEN.",
                file,
                cause);
    }
}
