package io.falcoj.testkit.shrink.recording;

import io.falcoj.runtime.source.FdEntry;
import io.falcoj.runtime.source.ThreadEntry;
import io.falcoj.runtime.source.UserEntry;
import io.falcoj.runtime.value.ByteSlice;
import io.falcoj.testkit.shrink.recording.ScapRecording.Section;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/** Which texts of the tables before the events a field shows. */
final class TableTexts {
  private TableTexts() {}

  /** Empty for fields that show none. */
  static Stream<String> of(Section section, String field) {
    Stream<ByteSlice> texts =
        switch (field) {
          case "user.name", "user.loginname" -> users(section, false).map(UserEntry::name);
          case "user.homedir" -> users(section, false).map(UserEntry::home);
          case "user.shell" -> users(section, false).map(UserEntry::shell);
          case "group.name" -> users(section, true).map(UserEntry::name);
          default ->
              field.startsWith("fd.")
                  ? section.descriptors.stream().map(FdEntry::name)
                  : section.threads.stream().flatMap(thread -> ofThread(thread, field));
        };
    return texts.map(TableTexts::text);
  }

  private static Stream<UserEntry> users(Section section, boolean groups) {
    return section.users.stream().filter(user -> user.group() == groups);
  }

  private static Stream<ByteSlice> ofThread(ThreadEntry thread, String field) {
    return switch (field) {
      case "proc.name", "proc.pname", "thread.name" -> Stream.of(thread.comm);
      case "proc.exe", "proc.pexe" -> Stream.of(thread.exe);
      case "proc.exepath", "proc.pexepath" -> Stream.of(thread.exepath);
      case "proc.args" -> Stream.of(thread.args);
      case "proc.cmdline", "proc.pcmdline", "proc.exeline" ->
          Stream.of(thread.comm, thread.exe, thread.args);
      case "proc.env" -> Stream.of(thread.env);
      case "proc.cwd" -> Stream.of(thread.cwd);
      default -> Stream.empty();
    };
  }

  private static String text(ByteSlice slice) {
    return new String(slice.toBytes(), StandardCharsets.ISO_8859_1);
  }
}
