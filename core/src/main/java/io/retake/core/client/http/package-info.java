/** One HTTP call to a backend: addresses, tokens, waiting, errors, cancellation. */
@NullMarked
package io.retake.core.client.http;

import org.jspecify.annotations.NullMarked;
