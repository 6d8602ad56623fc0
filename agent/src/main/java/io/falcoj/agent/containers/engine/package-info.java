/** Container runtimes: what each is asked, and how its answer becomes the one description. */
@NullMarked
package io.falcoj.agent.containers.engine;

import org.jspecify.annotations.NullMarked;
