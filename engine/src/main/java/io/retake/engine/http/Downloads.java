package io.retake.engine.http;

import io.retake.engine.http.server.Exchange;
import java.nio.file.Path;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.MimeTypes;
import org.eclipse.jetty.http.content.HttpContent;
import org.eclipse.jetty.http.content.ResourceHttpContent;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.ResourceService;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.resource.ResourceFactory;

/** Sends files, whole or by ranges. */
final class Downloads {
    private final ResourceService service = new ResourceService();

    Downloads() {
        service.setAcceptRanges(true);
        service.setEtags(true);
        service.setDirAllowed(false);
    }

    /**
     * Begins to send a file, and doesn't wait until a client has read it.
     *
     * @param tag identifies the bytes, so that a resumed download is of the same file
     * @param sent runs once the file is no longer needed
     */
    void send(Exchange exchange, Path file, String tag, Runnable sent) {
        String etag = '"' + tag + '"';
        String type = MimeTypes.DEFAULTS.getMimeByExtension(file.getFileName().toString());
        HttpContent plain = new ResourceHttpContent(
                ResourceFactory.root().newResource(file), type == null ? "application/octet-stream" : type);
        service.doGet(
                understood(exchange.request(), etag),
                exchange.response(),
                Callback.from(exchange.handOver(), sent),
                new Tagged(plain, new HttpField(HttpHeader.ETAG, etag)));
    }

    /**
     * Jetty doesn't know If-Range: without the same tag the whole file is to be sent (RFC 9110, 13.1.5). Other
     * conditions are for caches, which there are none of here; Jetty's answer to them, 304 with a Content-Length, makes
     * OkHttp wait for a body.
     */
    private static Request understood(Request request, String etag) {
        String condition = request.getHeaders().get(HttpHeader.IF_RANGE);
        HttpFields.Mutable headers = HttpFields.build(request.getHeaders())
                .remove(HttpHeader.IF_NONE_MATCH)
                .remove(HttpHeader.IF_MODIFIED_SINCE);
        if (condition != null && !condition.strip().equals(etag)) {
            headers.remove(HttpHeader.RANGE);
        }
        HttpFields kept = headers.asImmutable();
        return new Request.Wrapper(request) {
            @Override
            public HttpFields getHeaders() {
                return kept;
            }
        };
    }

    /** Content with a tag of our own. */
    private static final class Tagged extends HttpContent.Wrapper {
        private final HttpField etag;

        Tagged(HttpContent content, HttpField etag) {
            super(content);
            this.etag = etag;
        }

        @Override
        public HttpField getETag() {
            return etag;
        }
    }
}
