/**
 * The engine's files on disk: sessions and renders of one engine; media and caches that all engines of a user share.
 * Everything survives {@code kill -9} at any moment, and is bounded.
 */
@NullMarked
package io.retake.engine.store;

import org.jspecify.annotations.NullMarked;
