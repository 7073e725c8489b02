/** Uploads and downloads: streamed, resumed, written beside the target and renamed when complete. */
@NullMarked
package io.retake.core.client.transfer;

import org.jspecify.annotations.NullMarked;
