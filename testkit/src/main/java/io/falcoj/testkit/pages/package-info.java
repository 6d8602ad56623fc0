/** Pages about rules for people: what each tells, how it is tested, and how a site tunes it. */
@NullMarked
package io.falcoj.testkit.pages;

import org.jspecify.annotations.NullMarked;
