/**
 * What numbers are called: flags, error numbers, system calls; how they are printed; and which name
 * was probably meant. In: tables that lie beside the classes. Imports nothing of the project.
 */
@NullMarked
package io.falcoj.runtime.schema.names;

import org.jspecify.annotations.NullMarked;
