/**
 * Why a case fails. In: what differs from what the case expects, its events once more, the rules as
 * trees. Out: lines for people, few however many events and checks there are.
 */
@NullMarked
package io.falcoj.testkit.explain;

import org.jspecify.annotations.NullMarked;
