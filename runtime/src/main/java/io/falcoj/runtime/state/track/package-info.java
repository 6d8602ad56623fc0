/**
 * What each kind of event does to the state. Snapshot entries and decoded events come in; the
 * tables of {@code state} are changed and the current {@code EventState} is filled. Imports nothing
 * that matches rules.
 */
@NullMarked
package io.falcoj.runtime.state.track;

import org.jspecify.annotations.NullMarked;
