package io.retake.core.client.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retake.core.CoreMessages;
import io.retake.core.client.http.Answer;
import io.retake.core.client.http.Api;
import io.retake.core.client.http.Cancellation;
import io.retake.core.client.http.ClientException;
import io.retake.core.client.http.Transport;
import io.retake.core.protocol.Endpoints;
import io.retake.core.protocol.SessionRef;
import io.retake.core.protocol.UploadedFile;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import okhttp3.MultipartBody;

/** Uploads footage to a session: streamed, or by reference. */
public final class Uploads {
    private final Api api;
    private final Transport transport;
    private final boolean byReference;

    public Uploads(Api api, Transport transport, boolean byReference) {
        this.api = api;
        this.transport = transport;
        this.byReference = byReference;
    }

    /**
     * Uploads files one after the other, or hands them over.
     *
     * @param place whether the backend may put them on the timeline
     */
    public List<UploadedFile> files(
            SessionRef session, List<Path> files, boolean place, TransferListener listener, Cancellation cancellation) {
        List<Footage> checked =
                files.stream().map(file -> Footage.check(file, !byReference)).toList();
        if (checked.isEmpty()) {
            return List.of();
        }
        if (byReference) {
            List<UploadedFile> known =
                    handOver(session, checked.stream().map(Footage::address).toList(), place, cancellation);
            checked.forEach(file -> listener.progress(file.name(), file.bytes(), file.bytes()));
            return known;
        }
        List<UploadedFile> uploaded = new ArrayList<>();
        for (Footage file : checked) {
            uploaded.addAll(stream(session, file, place, listener, cancellation));
        }
        return uploaded;
    }

    /**
     * Has the backend fetch files by http or https.
     *
     * @param place whether the backend may put them on the timeline
     */
    public List<UploadedFile> addresses(
            SessionRef session, List<URI> addresses, boolean place, Cancellation cancellation) {
        for (URI address : addresses) {
            boolean web = "http".equalsIgnoreCase(address.getScheme()) || "https".equalsIgnoreCase(address.getScheme());
            if (!web || address.getHost() == null) {
                throw new ClientException.UnreadableFile(
                        CoreMessages.text("upload.not-http", address),
                        CoreMessages.text("upload.not-http-advice"),
                        null);
            }
        }
        List<String> texts = addresses.stream().map(URI::toString).toList();
        return texts.isEmpty() ? List.of() : handOver(session, texts, place, cancellation);
    }

    private List<UploadedFile> stream(
            SessionRef session, Footage file, boolean place, TransferListener listener, Cancellation cancellation) {
        Answer answer = api.askAlone(
                () -> transport.request(path(session)).post(form(file, place, listener)), session, cancellation);
        return parse(answer, 1);
    }

    private static MultipartBody form(Footage file, boolean place, TransferListener listener) {
        MultipartBody.Builder form = new MultipartBody.Builder().setType(MultipartBody.FORM);
        if (!place) {
            form.addFormDataPart("place", "false");
        }
        return form.addFormDataPart("files", file.wireName(), new FileBody(file, listener))
                .build();
    }

    private List<UploadedFile> handOver(
            SessionRef session, List<String> addresses, boolean place, Cancellation cancellation) {
        ObjectNode body = api.object();
        ArrayNode urls = body.putArray("urls");
        addresses.forEach(urls::add);
        body.put("source_type", "url");
        if (!place) {
            body.put("place", false);
        }
        return parse(api.post(path(session), body, session, cancellation), addresses.size());
    }

    private static String path(SessionRef session) {
        return Endpoints.fill(Endpoints.UPLOAD, session.sessionId());
    }

    private static List<UploadedFile> parse(Answer answer, int sent) {
        List<UploadedFile> files = new ArrayList<>();
        for (JsonNode file : answer.data().path("files")) {
            files.add(UploadedFile.parse(file));
        }
        if (files.size() < sent) {
            throw new ClientException.NotAnApi(
                    CoreMessages.text("upload.some-missing", answer.call(), files.size(), sent), null);
        }
        return files;
    }
}
