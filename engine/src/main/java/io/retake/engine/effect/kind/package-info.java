/** What every kind of effect has: its place in the order, its filters, and the edit that makes it. */
@NullMarked
package io.retake.engine.effect.kind;

import org.jspecify.annotations.NullMarked;
