package io.falcoj.testkit.judge;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * Gives alerts to the expectations whose demands they meet: first as many as all need at least,
 * then as many as they take. An alert that two take goes where the other one is not missed, found
 * by shortest augmenting paths (Edmonds and Karp) between groups of equal alerts and expectations.
 */
final class Assignment {
  private static final int NONE = -1;

  private final boolean[][] fits;
  private final long[][] given;
  private final long[] left;
  private final long[] taken;

  /**
   * @param counts alerts in each group
   * @param fits for each group, for each expectation whether it takes them
   */
  Assignment(long[] counts, boolean[][] fits, List<Long> least, List<Long> most) {
    this.fits = fits;
    this.left = counts.clone();
    this.taken = new long[least.size()];
    this.given = new long[counts.length][least.size()];
    fill(least);
    fill(most);
  }

  /** Alerts of the group that no expectation takes. */
  long left(int group) {
    return left[group];
  }

  /** Alerts that the expectation has. */
  long taken(int expectation) {
    return taken[expectation];
  }

  private void fill(List<Long> limits) {
    for (int group = 0; group < left.length; group++) {
      boolean more = left[group] > 0;
      while (more) {
        more = left[group] > 0 && augment(group, limits);
      }
    }
  }

  /** Finds a way for alerts of that group, moving those of others if need be. */
  private boolean augment(int start, List<Long> limits) {
    int[] from = new int[taken.length];
    int[] back = new int[left.length];
    Arrays.fill(from, NONE);
    Arrays.fill(back, NONE);
    Deque<Integer> groups = new ArrayDeque<>(List.of(start));
    while (!groups.isEmpty()) {
      int group = groups.remove();
      for (int e = 0; e < taken.length; e++) {
        if (!fits[group][e] || from[e] != NONE) {
          continue;
        }
        from[e] = group;
        if (taken[e] < limits.get(e)) {
          move(start, e, from, back, limits.get(e) - taken[e]);
          return true;
        }
        for (int other = 0; other < left.length; other++) {
          if (other != start && back[other] == NONE && given[other][e] > 0) {
            back[other] = e;
            groups.add(other);
          }
        }
      }
    }
    return false;
  }

  private void move(int start, int end, int[] from, int[] back, long room) {
    long amount = Math.min(room, left[start]);
    for (int e = end; from[e] != start; e = back[from[e]]) {
      amount = Math.min(amount, given[from[e]][back[from[e]]]);
    }
    int e = end;
    while (from[e] != start) {
      int group = from[e];
      given[group][e] += amount;
      given[group][back[group]] -= amount;
      e = back[group];
    }
    given[start][e] += amount;
    left[start] -= amount;
    taken[end] += amount;
  }
}
