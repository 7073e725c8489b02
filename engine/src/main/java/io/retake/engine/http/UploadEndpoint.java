package io.retake.engine.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retake.core.FileNames;
import io.retake.core.RetakeException;
import io.retake.core.Room;
import io.retake.core.draft.Draft;
import io.retake.core.protocol.ErrorCode;
import io.retake.core.protocol.MediaType;
import io.retake.engine.api.EngineException;
import io.retake.engine.captions.CaptionReader;
import io.retake.engine.http.server.ApiException;
import io.retake.engine.http.server.CleanText;
import io.retake.engine.http.server.Endpoint;
import io.retake.engine.http.server.Exchange;
import io.retake.engine.http.server.Intake;
import io.retake.engine.http.server.Uploads;
import io.retake.engine.media.ColorTable;
import io.retake.engine.phrase.EngineMessages;
import io.retake.engine.process.Folders;
import io.retake.engine.store.Json;
import io.retake.engine.store.Users;
import io.retake.engine.timeline.Asset;
import io.retake.engine.timeline.Project;
import io.retake.engine.timeline.UploadedClips;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.server.Request;

/**
 * Adds files to a session: uploaded, fetched from a URL, or, for the process that started the engine, used in place.
 */
final class UploadEndpoint implements Endpoint {
    private static final int MOST_URLS = 64;

    private final Sessions sessions;
    private final Stores stores;
    private final RenderService studio;
    private final Lazy<UrlFetcher> fetcher;

    UploadEndpoint(Sessions sessions, Stores stores, RenderService studio, Lazy<UrlFetcher> fetcher) {
        this.sessions = sessions;
        this.stores = stores;
        this.studio = studio;
        this.fetcher = fetcher;
    }

    @Override
    public Intake intake(Exchange exchange) throws IOException {
        if (!exchange.isMultipart()) {
            return Intake.JSON;
        }
        sessions.of(exchange.user(), exchange.id("session"));
        stores.storage().makeRoom(Math.max(0, exchange.request().getLength()));
        Path folder = stores.home().newTemporary();
        Request.addCompletionListener(exchange.request(), failure -> Folders.deleteQuietly(folder));
        return (body, to, done, failed) -> Uploads.receive(body, to, folder, MediaType.MAX_BYTES, done, failed);
    }

    @Override
    public void answer(Exchange exchange) throws IOException {
        Session session = sessions.of(exchange.user(), exchange.id("session"));
        Optional<Uploads.UploadForm> form = exchange.form();
        List<Asset> media =
                form.isPresent() ? adopt(form.get().take(), form.get().folder()) : urls(exchange);
        boolean place = isPlaced(exchange);
        exchange.data(described(media, keep(session, media, place)));
    }

    /** Returns whether the files go on the timeline: they do, unless the body says otherwise. */
    private static boolean isPlaced(Exchange exchange) throws IOException {
        Optional<Uploads.UploadForm> form = exchange.form();
        String place = form.isPresent()
                ? form.get().field("place").orElse("true")
                : exchange.json(EngineMessages.text("upload.forms"))
                        .path("place")
                        .asText("true");
        if (!place.equals("true") && !place.equals("false")) {
            throw ApiException.badRequest(EngineMessages.text("upload.odd-place", CleanText.shortened(place)));
        }
        return place.equals("true");
    }

    private List<Asset> urls(Exchange exchange) throws IOException {
        Path folder = stores.home().newTemporary();
        try {
            return urls(exchange, folder);
        } finally {
            Folders.delete(folder);
        }
    }

    private List<Asset> adopt(List<Uploads.Incoming> files, Path folder) throws IOException {
        List<Asset> media = new ArrayList<>();
        for (Uploads.Incoming file : files) {
            media.add(adopt(file, folder));
        }
        return media;
    }

    private Asset adopt(Uploads.Incoming file, Path folder) throws IOException {
        String hash = stores.media().hash(file.file());
        if (Files.size(file.file()) > file.type().kind().maxBytes()) {
            throw Uploads.tooLarge(file.type().kind().maxBytes());
        }
        Path playable = playable(file.file(), file.name(), file.type(), folder);
        Asset footage = inspect(playable, file.name(), hash, file.type());
        stores.media().adopt(playable, hash, extension(playable));
        return footage;
    }

    /** Returns the file to keep and render from: the upload itself, or its conversion to a format that FFmpeg reads. */
    private Path playable(Path file, String name, MediaType type, Path folder) throws IOException {
        try {
            return switch (type.kind()) {
                case VIDEO, IMAGE, AUDIO -> studio.playable(file, name, folder);
                case CAPTIONS, LUT -> file;
            };
        } catch (EngineException e) {
            if (Room.wasMissing(e)) {
                throw ApiException.http(507, String.valueOf(e.getMessage()));
            }
            throw ApiException.of(ErrorCode.UNSUPPORTED_FILE, String.valueOf(e.getMessage()));
        }
    }

    private static String extension(Path file) {
        String name = file.getFileName().toString();
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private Asset inspect(Path file, String name, String hash, MediaType type) throws IOException {
        try {
            return switch (type.kind()) {
                case CAPTIONS -> RenderService.captions(CaptionReader.read(file, name), hash, name);
                case LUT -> {
                    ColorTable.read(file, name);
                    yield RenderService.table(hash, name);
                }
                case VIDEO, IMAGE, AUDIO -> RenderService.footage(studio.inspect(file, name, hash), name);
            };
        } catch (EngineException e) {
            if (Room.wasMissing(e)) {
                throw ApiException.http(507, String.valueOf(e.getMessage()));
            }
            throw ApiException.of(ErrorCode.UNSUPPORTED_FILE, String.valueOf(e.getMessage()));
        }
    }

    private List<Asset> urls(Exchange exchange, Path folder) throws IOException {
        JsonNode urls = exchange.json(EngineMessages.text("upload.forms")).path("urls");
        if (!urls.isArray() || urls.isEmpty() || urls.size() > MOST_URLS) {
            throw ApiException.badRequest(EngineMessages.text("upload.urls", MOST_URLS));
        }
        List<Asset> media = new ArrayList<>();
        for (JsonNode url : urls) {
            String text = url.asText();
            media.add(
                    text.regionMatches(true, 0, "file:", 0, 5)
                            ? reference(exchange, text, folder)
                            : fetch(text, folder, media.size()));
        }
        return media;
    }

    private Asset fetch(String url, Path folder, int place) throws IOException {
        stores.storage().makeRoom(0);
        Path target = folder.resolve(place + ".fetched");
        UrlFetcher.Fetched fetched = fetcher.get().fetch(url, target);
        // FFmpeg goes by the extension when it opens a file.
        Path named = folder.resolve(place + ".fetched." + fetched.type().extension());
        Files.move(target, named);
        return adopt(new Uploads.Incoming(named, fetched.name(), fetched.type()), folder);
    }

    private Asset reference(Exchange exchange, String url, Path folder) throws IOException {
        if (!exchange.user().id().equals(Users.OWNER)) {
            throw ApiException.http(403, EngineMessages.text("upload.foreign-file"));
        }
        Path file = existing(url);
        String name = CleanText.fileName(file.getFileName().toString());
        MediaType type = Uploads.accepted(name);
        Path real = file.toRealPath();
        String hash = stores.media().reference(real);
        Path playable = playable(real, name, type, folder);
        Asset footage = inspect(playable, name, hash, type);
        if (!playable.equals(real)) {
            // Beside the note of the original's path; renders use this copy.
            stores.media().adopt(playable, hash, extension(playable));
        }
        return footage;
    }

    private static Path existing(String url) {
        Path file;
        try {
            file = Path.of(URI.create(url));
        } catch (IllegalArgumentException | FileSystemNotFoundException e) {
            throw ApiException.badRequest(EngineMessages.text("upload.odd-file", CleanText.shortened(url)));
        }
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw ApiException.badRequest(EngineMessages.text("upload.no-file", file));
        }
        try {
            return FileNames.written(file); // FFmpeg gets it as a text
        } catch (RetakeException unwritable) {
            throw ApiException.badRequest(
                    EngineMessages.text("file.unwritable-name", unwritable.getMessage(), unwritable.advice()));
        }
    }

    private Change keep(Session session, List<Asset> media, boolean place) throws IOException {
        session.turn().lock();
        try {
            sessions.hold(
                    session,
                    media.stream()
                            .map(footage -> stores.media().folder(footage.hash()))
                            .toList());
            Project before = session.record().project();
            Project project = before;
            for (Asset footage : media) {
                project = project.withMedia(footage, place);
            }
            session.keep(session.record().withProject(project));
            return new Change(before.draft(), project);
        } finally {
            session.turn().unlock();
        }
    }

    /**
     * What an upload did to the session.
     *
     * @param before the timeline before it
     * @param after the project after it
     */
    private record Change(Draft before, Project after) {

        /** Returns the earlier pictures that it took off the timeline. */
        List<String> left(List<Asset> uploaded) {
            return after.media().stream()
                    .filter(asset -> asset.kind() == Asset.AssetKind.IMAGE && !uploaded.contains(asset))
                    .filter(asset -> UploadedClips.isUsed(before, asset) && !UploadedClips.isUsed(after.draft(), asset))
                    .map(Asset::name)
                    .toList();
        }
    }

    private static ObjectNode described(List<Asset> media, Change change) {
        ObjectNode data = Json.object();
        ArrayNode files = data.putArray("files");
        media.forEach(footage ->
                files.add(RenderService.described(footage, change.after().draft())));
        List<String> left = change.left(media);
        if (!left.isEmpty() && files.get(files.size() - 1) instanceof ObjectNode last) {
            last.withArray("warnings").add(EngineMessages.text("upload.stills-wait", String.join(", ", left)));
        }
        return data.put("session_state_applied", true);
    }
}
