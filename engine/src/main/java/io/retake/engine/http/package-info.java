/** The engine's HTTP API on loopback: routes, who may call them, errors, and one small class per endpoint. */
@NullMarked
package io.retake.engine.http;

import org.jspecify.annotations.NullMarked;
