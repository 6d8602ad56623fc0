package io.falcoj.runtime.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Scans by words find what scans by bytes find, wherever the text lies and however long it is. */
class ByteScanTest {
  private static final byte[] ALPHABET = {'/', '.', 'a', 0, '/' + 1, -1, (byte) 0xAF, (byte) 0x80};

  private static byte[] text(Random random) {
    byte[] bytes = new byte[random.nextInt(40)];
    int letters = 2 + random.nextInt(ALPHABET.length - 1);
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = ALPHABET[random.nextInt(8) == 0 ? random.nextInt(letters) : 2 + random.nextInt(6)];
    }
    return bytes;
  }

  private static boolean pair(byte[] bytes, int from, int to, String seconds) {
    for (int i = from + 1; i < to; i++) {
      if (bytes[i - 1] == '/' && seconds.indexOf(bytes[i]) >= 0) {
        return true;
      }
    }
    return false;
  }

  @Test
  void findsWhatByteLoopsFind() {
    Random random = new Random(1);
    for (int round = 0; round < 20_000; round++) {
      byte[] bytes = text(random);
      int from = random.nextInt(bytes.length + 1);
      int to = from + random.nextInt(bytes.length - from + 1);
      byte wanted = ALPHABET[random.nextInt(ALPHABET.length)];
      int first = from;
      while (first < to && bytes[first] != wanted) {
        first++;
      }
      String where = Arrays.toString(bytes) + " from " + from + " to " + to;

      assertThat(ByteScan.indexOf(wanted, bytes, from, to)).as(where).isEqualTo(first);
      assertThat(ByteScan.hasDoubleSlash(bytes, from, to))
          .as(where)
          .isEqualTo(pair(bytes, from, to, "/"));
      assertThat(ByteScan.hasSlashBeforeDotOrSlash(bytes, from, to))
          .as(where)
          .isEqualTo(pair(bytes, from, to, "/."));
    }
  }

  @Test
  void hashDependsOnTheBytesAlone() {
    Random random = new Random(2);
    for (int round = 0; round < 1000; round++) {
      byte[] bytes = text(random);
      byte[] padded = new byte[bytes.length + 9];
      random.nextBytes(padded);
      System.arraycopy(bytes, 0, padded, 5, bytes.length);
      assertThat(ByteScan.hash(padded, 5, bytes.length))
          .isEqualTo(ByteScan.hash(bytes, 0, bytes.length));
    }
  }

  @Test
  void setsHoldTheirTextsAndNoOthers() {
    Random random = new Random(3);
    for (int round = 0; round < 500; round++) {
      List<ByteSlice> items = new ArrayList<>();
      for (int i = random.nextInt(12); i > 0; i--) {
        items.add(ByteSlice.of(text(random)));
      }
      ByteSliceSet set = new ByteSliceSet(items);
      for (ByteSlice item : items) {
        assertThat(set.contains(item)).isTrue();
      }
      for (int i = 0; i < 20; i++) {
        ByteSlice other = ByteSlice.of(text(random));
        assertThat(set.contains(other)).isEqualTo(items.contains(other));
      }
    }
  }
}
