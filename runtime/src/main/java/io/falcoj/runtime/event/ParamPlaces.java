package io.falcoj.runtime.event;

/**
 * Where the parameters of an event lie, found in one walk over their lengths. Whoever looks first,
 * the reader of a capture or the decoder, walks for both.
 */
final class ParamPlaces {
  /** More than any row of the event table has. */
  static final int MAX_PARAMS = 64;

  /** Offsets: parameter {@code i} lies from {@code bounds[i]} to {@code bounds[i + 1]}. */
  final int[] bounds = new int[MAX_PARAMS + 1];

  int count;

  /**
   * Walks over the lengths. Nothing outside the event is read, whatever its lengths claim.
   *
   * @param lengthSize bytes of each length, 2 or 4
   * @return false when the parameters do not fit into the event, or are too many
   */
  boolean find(byte[] buffer, int start, int length, int lengthSize) {
    count = 0;
    if (length < EventHeader.LENGTH) {
      return false;
    }
    int params = EventHeader.paramCount(buffer, start);
    if (params < 0 || params > MAX_PARAMS) {
      return false;
    }
    int at = start + EventHeader.LENGTH;
    int value = at + params * lengthSize;
    int end = start + length;
    if (value > end) {
      return false;
    }
    int[] places = bounds;
    places[0] = value;
    for (int i = 1; i <= params; i++) {
      int size = lengthSize == 2 ? LittleEndian.u16(buffer, at) : LittleEndian.i32(buffer, at);
      if (size < 0 || size > end - value) {
        return false;
      }
      value += size;
      places[i] = value;
      at += lengthSize;
    }
    count = params;
    return true;
  }
}
