package io.retake.core.client.transfer;

import java.nio.file.Path;

/** A completely downloaded file under its final name. */
public record DownloadedFile(Path path, long bytes) {}
