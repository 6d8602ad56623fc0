package io.falcoj.probe.capture;

import io.falcoj.probe.libbpf.BpfException;
import io.falcoj.probe.libbpf.BpfMap;
import io.falcoj.probe.schema.CallTable;
import io.falcoj.probe.schema.FilterImage;
import io.falcoj.probe.schema.FilterWriter;
import io.falcoj.probe.schema.Layout;
import io.falcoj.runtime.pushdown.PushdownPlan;

/**
 * The filters in the kernel, changed while programs run. There is room for two generations: the new
 * one is written beside the one in use, then one number says which it is, then, when no program
 * uses the old one any more, its texts are removed.
 */
final class Filters {
  private static final byte[] PRESENT = {1};

  private final CallTable table;
  private final Programs programs;
  private FilterImage current = FilterImage.none();
  private int generation;
  private int nextSet;

  Filters(CallTable table, Programs programs) {
    this.table = table;
    this.programs = programs;
  }

  /**
   * Puts filters in the place of those before.
   *
   * @throws BpfException when the kernel refuses; then there are none
   */
  void apply(PushdownPlan plan) throws BpfException {
    FilterImage image = FilterWriter.write(plan, table, nextSet);
    // More than any plan has: sets of the plan in use are never taken for those of the new one.
    nextSet += Layout.FILTER_TEXTS;
    try {
      add(image);
    } catch (BpfException e) {
      use(FilterImage.none());
      remove(image);
      throw e;
    }
    use(image);
  }

  private void use(FilterImage image) throws BpfException {
    int next = 1 - generation;
    programs.filters().put(next * Layout.FILTERS_BYTES, image.table());
    programs.setGeneration(next);
    generation = next;
    remove(current);
    current = image;
  }

  private void add(FilterImage image) throws BpfException {
    BpfMap texts = programs.map("texts");
    for (byte[] key : image.texts()) {
      texts.put(key, PRESENT);
    }
    BpfMap prefixes = programs.map("prefixes");
    for (byte[] key : image.prefixes()) {
      prefixes.put(key, PRESENT);
    }
  }

  private void remove(FilterImage image) throws BpfException {
    BpfMap texts = programs.map("texts");
    image.texts().forEach(texts::remove);
    BpfMap prefixes = programs.map("prefixes");
    image.prefixes().forEach(prefixes::remove);
  }
}
