package io.falcoj.probe.capture;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A program of 32 bits without a library: it calls the kernel through {@code int 0x80}. */
final class Ia32Program {
  private static final int BASE = 0x10000;
  private static final int HEADERS = 52 + 32;

  private Ia32Program() {}

  /** Opens a file, makes a datagram socket through {@code socketcall}, ends with 7. */
  static byte[] opening(String path) {
    byte[] name = (path + "\0").getBytes(StandardCharsets.UTF_8);
    ByteBuffer code = ByteBuffer.allocate(512).order(ByteOrder.LITTLE_ENDIAN);
    int data = BASE + HEADERS + 128;
    load(code, 5, data + 12, 0x41, 0600); // open O_WRONLY|O_CREAT
    load(code, 102, 1, data, 0); // socketcall SYS_SOCKET
    load(code, 1, 7, 0, 0); // exit
    code.position(128);
    code.putInt(2).putInt(2).putInt(0).put(name);
    return elf(code);
  }

  /** Whether the kernel runs such programs. */
  static boolean runs(Path program) throws InterruptedException {
    try {
      return new ProcessBuilder(program.toString()).start().waitFor() == 7;
    } catch (IOException e) {
      return false;
    }
  }

  /** Number and three arguments into registers, and the call. */
  private static void load(ByteBuffer code, int number, int first, int second, int third) {
    code.put((byte) 0xB8).putInt(number);
    code.put((byte) 0xBB).putInt(first);
    code.put((byte) 0xB9).putInt(second);
    code.put((byte) 0xBA).putInt(third);
    code.put((byte) 0xCD).put((byte) 0x80);
  }

  private static byte[] elf(ByteBuffer code) {
    int length = HEADERS + code.position();
    ByteBuffer file = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    file.put(new byte[] {0x7F, 'E', 'L', 'F', 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0});
    file.putShort((short) 2).putShort((short) 3).putInt(1);
    file.putInt(BASE + HEADERS).putInt(52).putInt(0).putInt(0);
    file.putShort((short) 52).putShort((short) 32).putShort((short) 1);
    file.putShort((short) 0).putShort((short) 0).putShort((short) 0);
    file.putInt(1).putInt(0).putInt(BASE).putInt(BASE);
    file.putInt(length).putInt(length).putInt(7).putInt(4096);
    file.put(code.array(), 0, code.position());
    return file.array();
  }
}
