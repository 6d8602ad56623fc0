/**
 * Takes Kubernetes audit events by HTTP. In: what the configuration says of a listener. Out: an
 * event source. The only package that sees Jetty; knows nothing of rules.
 */
@NullMarked
package io.falcoj.agent.webhook;

import org.jspecify.annotations.NullMarked;
