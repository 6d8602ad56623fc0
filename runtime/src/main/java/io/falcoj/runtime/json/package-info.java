/**
 * JSON text in place: one strict grammar over bytes, an index of a document's nodes, and the texts
 * of nodes. Nothing is turned into objects. In: bytes. Out: node numbers and slices of those bytes.
 * Imports only {@code value}.
 */
@NullMarked
package io.falcoj.runtime.json;

import org.jspecify.annotations.NullMarked;
