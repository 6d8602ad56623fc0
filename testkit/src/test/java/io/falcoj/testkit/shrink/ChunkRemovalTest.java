package io.falcoj.testkit.shrink;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ChunkRemovalTest {
  private static BitSet bits(int... numbers) {
    BitSet bits = new BitSet();
    for (int number : numbers) {
      bits.set(number);
    }
    return bits;
  }

  private static BitSet all(int count) {
    BitSet bits = new BitSet();
    bits.set(0, count);
    return bits;
  }

  private static boolean contains(BitSet pieces, BitSet needed) {
    BitSet missing = (BitSet) needed.clone();
    missing.andNot(pieces);
    return missing.isEmpty();
  }

  @Test
  void leavesWhatIsNeededAndNothingElse() {
    Random random = new Random(7);
    for (int size = 1; size < 200; size += 7) {
      BitSet needed = new BitSet();
      for (int i = 0; i < random.nextInt(5); i++) {
        needed.set(random.nextInt(size));
      }
      ChunkRemoval removal = new ChunkRemoval(pieces -> contains(pieces, needed));
      assertThat(removal.reduce(all(size), 0, size, 1)).isEqualTo(needed);
    }
  }

  @Test
  void asksSeldomWhenLittleIsNeeded() {
    BitSet needed = bits(17, 40_000, 49_999);
    ChunkRemoval removal = new ChunkRemoval(pieces -> contains(pieces, needed));
    assertThat(removal.reduce(all(50_000), 0, 50_000, 1)).isEqualTo(needed);
    assertThat(removal.tests()).isLessThan(200);
  }

  @Test
  void findsWhatCanGoOnlyOnceSomethingElseWent() {
    // 5 is needed as long as 6 is there.
    ChunkRemoval removal =
        new ChunkRemoval(pieces -> pieces.get(2) && (!pieces.get(6) || pieces.get(5)));
    assertThat(removal.reduce(all(9), 0, 9, 1)).isEqualTo(bits(2));
  }

  @Test
  void leavesPiecesOutsideTheRangeAlone() {
    ChunkRemoval removal = new ChunkRemoval(pieces -> pieces.get(3));
    assertThat(removal.reduce(all(10), 2, 6, 1)).isEqualTo(bits(0, 1, 3, 6, 7, 8, 9));
  }
}
