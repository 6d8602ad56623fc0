package io.falcoj.runtime.source.scap.convert;

import io.falcoj.runtime.schema.FieldType;

/**
 * Where one parameter of a converted event comes from.
 *
 * @param origin event or value
 * @param index parameter of the originating event
 * @param type of the parameter that is filled
 */
record Fill(Origin origin, int index, FieldType type) {
  /** Sources of a parameter. */
  enum Origin {
    /** The event that is converted. */
    OLD,
    /** The kept enter event; absent when there is none. */
    ENTER,
    /** The kept enter event; the type's default when there is none. */
    ENTER_OR_DEFAULT,
    ABSENT,
    DEFAULT,
    /** Composed from the parameters of the first form of the container event. */
    CONTAINER_JSON
  }

  /** Bytes of the type's default value: none for texts and buffers. */
  int defaultLength() {
    return Math.max(0, type.size());
  }

  /** The default value's bytes are all alike: "nobody" for users and groups, zero for the rest. */
  byte defaultByte() {
    return type == FieldType.UID || type == FieldType.GID ? (byte) 0xFF : 0;
  }

  /**
   * Longest value that the parameter takes; what is longer is cut.
   *
   * @param lengthSize bytes of a parameter length in the converted event
   */
  int longest(int lengthSize) {
    if (type.size() >= 0) {
      return type.size();
    }
    return lengthSize == 4 ? Integer.MAX_VALUE : 0xFFFF;
  }
}
