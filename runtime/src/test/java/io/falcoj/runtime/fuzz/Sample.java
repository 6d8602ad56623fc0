package io.falcoj.runtime.fuzz;

import io.falcoj.runtime.event.EventEncoder;
import io.falcoj.runtime.schema.EventTable;
import io.falcoj.runtime.schema.EventType;
import io.falcoj.runtime.schema.FieldType;
import io.falcoj.runtime.schema.ParamDef;
import java.util.List;

/** Well-formed events of every type, as a kernel could have made them. */
final class Sample {
  static final long TID = 77;
  private static final byte[] HERE = {10, 0, 0, 1};
  private static final byte[] THERE = {10, 0, 0, 2};

  private Sample() {}

  /** An event of the type with all its parameters. */
  static byte[] of(EventType type, long time) {
    EventEncoder encoder = new EventEncoder().begin(type, time, TID);
    for (ParamDef param : type.params()) {
      put(encoder, param);
    }
    return encoder.toBytes();
  }

  /** A process starts, runs a program, opens a file and a connection: descriptors 3 and 4. */
  static List<byte[]> past() {
    return List.of(
        of(EventTable.standard().byId("SYSCALL_CLONE_20_X"), 1),
        of(EventTable.standard().byId("SYSCALL_EXECVE_19_X"), 2),
        of(EventTable.standard().byId("SYSCALL_OPENAT_2_X"), 3),
        of(EventTable.standard().byId("SOCKET_SOCKET_X"), 4),
        of(EventTable.standard().byId("SOCKET_CONNECT_X"), 5));
  }

  private static void put(EventEncoder encoder, ParamDef param) {
    if (param.type().size() >= 0) {
      encoder.number(number(param));
      return;
    }
    switch (param.type()) {
      case CHARBUF, FSPATH, FSRELPATH -> encoder.text(text(param.name()));
      case SOCKADDR -> encoder.address(THERE, 443);
      case SOCKTUPLE -> encoder.tuple(HERE, 40000, THERE, 443);
      case DYN -> dynamic(encoder, param.variants());
      case FDLIST -> encoder.bytes(new byte[] {1, 0, 3, 0, 0, 0, 0, 0, 0, 0, 1, 0});
      default -> encoder.texts(List.of("A=/a b", "memory=/system.slice/docker.service"));
    }
  }

  private static void dynamic(EventEncoder encoder, List<ParamDef> variants) {
    if (variants.isEmpty()) {
      encoder.bytes(new byte[] {0, 1});
    } else {
      int last = variants.size() - 1;
      encoder.dynamic(last, 3, variants.get(last).type().size());
    }
  }

  private static long number(ParamDef param) {
    if (param.type() == FieldType.FD || param.type() == FieldType.FD32) {
      return 3;
    }
    return switch (param.name()) {
      case "tid", "pid", "ptid", "vtid", "vpid" -> TID;
      case "res" -> 0;
      default -> 1;
    };
  }

  private static String text(String param) {
    return switch (param) {
      case "json", "data" -> "{\"container\":{\"id\":\"a\",\"type\":0,\"ip\":\"10.0.0.2\"}}";
      case "name" -> "container";
      default -> "/etc/../" + param;
    };
  }
}
