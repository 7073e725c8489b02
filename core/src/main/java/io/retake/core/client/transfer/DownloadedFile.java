package io.retake.core.client.transfer;

import java.nio.file.Path;

/** A file that is there in full, under its final name. */
public record DownloadedFile(Path path, long bytes) {}
