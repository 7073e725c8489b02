@org.jspecify.annotations.NullMarked
package io.retake.engine;
