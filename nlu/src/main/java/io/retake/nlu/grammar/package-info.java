/** Language bundles and the chart that matches them against a message. */
@NullMarked
package io.retake.nlu.grammar;

import org.jspecify.annotations.NullMarked;
