package io.falcoj.probe.schema;

import java.util.List;

/**
 * Filters in the form that the kernel's interpreter reads.
 *
 * @param table the bytes of {@code struct filters}
 * @param texts keys of the map of texts and numbers
 * @param prefixes keys of the map of prefixes
 */
@SuppressWarnings("ArrayRecordComponent") // bytes for the kernel, which nobody compares
public record FilterImage(byte[] table, List<byte[]> texts, List<byte[]> prefixes) {
  public FilterImage {
    texts = List.copyOf(texts);
    prefixes = List.copyOf(prefixes);
  }

  /** Of no filter: every event is sent. */
  public static FilterImage none() {
    return new FilterImage(new byte[Layout.FILTERS_BYTES], List.of(), List.of());
  }
}
