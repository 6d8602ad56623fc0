package io.falcoj.runtime.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.falcoj.runtime.source.SourceException;
import io.falcoj.runtime.source.scap.ScapSource;
import io.falcoj.runtime.value.ByteSlice;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a capture gave: values of its events, and how it ended.
 *
 * @param end null at a good end
 */
record Reading(List<String> seen, @Nullable String end) {
  /** Enough to meet most kinds of events, and little enough to be quick. */
  private static final int MOST_SHOWN = 24;

  /** The same, whatever stood in the second lengths of blocks, which one message shows. */
  Reading withoutTrailers() {
    return new Reading(seen, end == null ? null : end.replaceFirst("\\d+ after it", "N after it"));
  }

  static Reading of(byte[] capture) {
    return of(new ByteArrayInputStream(capture));
  }

  /** As {@link #of(byte[])}, from a stream that gives few bytes at a time. */
  static Reading ofPieces(byte[] capture, int most) {
    return of(
        new ByteArrayInputStream(capture) {
          @Override
          public synchronized int read(byte[] target, int offset, int length) {
            return super.read(target, offset, Math.min(length, most));
          }
        });
  }

  private static Reading of(InputStream stream) {
    Watcher watcher = new Watcher(1, MOST_SHOWN);
    String end = null;
    try (ScapSource source = ScapSource.of("fuzz", stream)) {
      while (source.poll(watcher) >= 0) {
        // the watcher notes what comes
      }
    } catch (SourceException e) {
      assertThat(e.getMessage()).isNotBlank().doesNotContain("Exception");
      assertThat(e.offset()).isNotNegative();
      end = e.offset() + ": " + e.getMessage();
    }
    ByteSlice seen = watcher.seen();
    return new Reading(
        new String(seen.toBytes(), StandardCharsets.ISO_8859_1).lines().toList(), end);
  }
}
