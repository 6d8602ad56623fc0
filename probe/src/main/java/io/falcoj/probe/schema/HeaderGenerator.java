package io.falcoj.probe.schema;

import io.falcoj.runtime.pushdown.Filter;
import io.falcoj.runtime.pushdown.Source;
import io.falcoj.runtime.schema.EventTable;
import io.falcoj.runtime.schema.EventType;
import io.falcoj.runtime.schema.ParamDef;
import io.falcoj.runtime.schema.names.FlagTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes the header that the C side is compiled with: steps, conversions, sizes and the values of
 * flags, all from the tables that the reader uses. Run by the build.
 */
public final class HeaderGenerator {
  private static final int MAX_NAMES = 64;
  private static final int MAX_TEXTS = 512;
  private static final int MAX_PARTS = 32;
  private static final int MAX_THREADS = 64;
  private static final int MAX_PARENTS = 64;

  private final StringBuilder text = new StringBuilder();

  private HeaderGenerator() {}

  /** Writes it to the file that the one argument names. */
  public static void main(String[] args) throws IOException {
    Path file = Path.of(args[0]);
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.writeString(file, header());
  }

  static String header() {
    HeaderGenerator generator = new HeaderGenerator();
    generator.text.append("/* Made by HeaderGenerator from the tables of the project. */\n");
    generator.text.append("#ifndef FALCOJ_SCHEMA_GEN_H\n#define FALCOJ_SCHEMA_GEN_H\n\n");
    generator.sizes();
    generator.steps();
    generator.filters();
    generator.flags();
    generator.text.append("\n#endif\n");
    return generator.text.toString();
  }

  private void sizes() {
    define("CALL_NUMBERS", Layout.CALL_NUMBERS);
    define("MAX_OPS", Layout.MAX_STEPS);
    define("CLASSES", EventClass.values().length);
    define("EXEC_INDEX", Layout.EXEC_INDEX);
    define("EXIT_INDEX", Layout.EXIT_INDEX);
    define("SIGNAL_INDEX", Layout.SIGNAL_INDEX);
    define("OPEN_ENTER_INDEX", Layout.OPEN_ENTER_INDEX);
    define("CREAT_ENTER_INDEX", Layout.CREAT_ENTER_INDEX);
    define("OPENAT_ENTER_INDEX", Layout.OPENAT_ENTER_INDEX);
    define("OPENAT2_ENTER_INDEX", Layout.OPENAT2_ENTER_INDEX);
    define("CONNECT_ENTER_INDEX", Layout.CONNECT_ENTER_INDEX);
    define("AT_CALL_STEPS", Layout.CALL_STEPS);
    define("AT_CALL_CLASS", Layout.CALL_CLASS);
    define("AT_CALL_NATIVE", Layout.CALL_NATIVE);
    define("CALL_BYTES", Layout.CALL_BYTES);
    define("WANTED_NATIVE", Layout.WANTED_NATIVE);
    define("WANTED_COMPAT", Layout.WANTED_COMPAT);
    define("AT_WANTED_SIGNAL", Layout.WANTED_SIGNAL);
    define("WANTED_BYTES", Layout.WANTED_BYTES);
    define("AT_SETTINGS_DATA_BYTES", Layout.SETTINGS_DATA_BYTES);
    define("AT_SETTINGS_WAITING", Layout.SETTINGS_WAITING);
    define("AT_SETTINGS_GENERATION", Layout.SETTINGS_GENERATION);
    define("SETTINGS_BYTES", Layout.SETTINGS_BYTES);
    define("AT_COUNTERS_DROPPED", Layout.COUNTERS_DROPPED);
    define("AT_COUNTERS_CUT", Layout.COUNTERS_CUT);
    define("COUNTERS_BYTES", Layout.COUNTERS_BYTES);
    define("CUT_FLAG", Layout.CUT_FLAG);
    define("EVENT_BYTES", Layout.EVENT_BYTES);
    define("STRING_BYTES", Layout.STRING_BYTES);
    define("AT_TASK_CAPABILITIES", SnapshotLayout.TASK_CAPABILITIES);
    define("AT_TASK_COMM", SnapshotLayout.TASK_COMM);
    define("AT_TASK_LENGTHS", SnapshotLayout.TASK_LENGTHS);
    define("TASK_BYTES", SnapshotLayout.TASK_BYTES);
    define("AT_FILE_FAMILY", SnapshotLayout.FILE_FAMILY);
    define("AT_FILE_LOCAL", SnapshotLayout.FILE_LOCAL);
    define("AT_FILE_SOCKET", SnapshotLayout.FILE_SOCKET);
    define("FILE_BYTES", SnapshotLayout.FILE_BYTES);
    define("MAX_NAMES", MAX_NAMES);
    define("MAX_TEXTS", MAX_TEXTS);
    define("MAX_PARTS", MAX_PARTS);
    define("MAX_THREADS", MAX_THREADS);
    define("MAX_PARENTS", MAX_PARENTS);
  }

  private void steps() {
    for (Step step : Step.values()) {
      define("OP_" + step, step.code());
    }
    define("LAST_SIMPLE", Step.LAST_SIMPLE.code());
    define("FIRST_OTHER", Step.FIRST_OTHER.code());
    define("FIRST_PROCESS", Step.FIRST_PROCESS.code());
    define("FIRST_MESSAGE", Step.FIRST_MESSAGE.code());
    for (Conversion conversion : Conversion.values()) {
      define("FLAGS_" + conversion, conversion.ordinal());
    }
  }

  private void filters() {
    define("AT_NODE_OP", Layout.NODE_OP);
    define("AT_NODE_YES", Layout.NODE_YES);
    define("AT_NODE_SOURCE", Layout.NODE_SOURCE);
    define("NODE_BYTES", Layout.NODE_BYTES);
    define("AT_FILTERS_NODES", Layout.FILTERS_NODES);
    define("FILTERS_BYTES", Layout.FILTERS_BYTES);
    define("FILTER_NODES", Layout.FILTER_NODES);
    define("FILTER_TEXTS", Layout.FILTER_TEXTS);
    define("FILTER_PASS", Layout.FILTER_PASS);
    define("FILTER_DROP", Layout.FILTER_DROP);
    define("SIGNED", Layout.SIGNED);
    define("FILTER_DEPTH", Filter.MAX_NODES);
    define("FILTER_TEXT", Filter.MAX_TEXT);
    define("PATH_BYTES", Filter.MAX_PATH + 1);
    for (Source.Kind kind : Source.Kind.values()) {
      define("SOURCE_" + kind, kind.ordinal());
    }
    for (FilterTest test : FilterTest.values()) {
      define("TEST_" + test, test.ordinal());
    }
  }

  private void flags() {
    Map<String, FlagTable> tables = new TreeMap<>();
    for (EventType type : EventTable.standard().all()) {
      for (ParamDef param : type.params()) {
        FlagTable symbols = param.symbols();
        if (symbols != null) {
          tables.put(symbols.name(), symbols);
        }
      }
    }
    for (FlagTable table : tables.values()) {
      Map<String, Long> values = new TreeMap<>();
      table.entries().forEach(entry -> values.putIfAbsent(entry.name(), entry.value()));
      values.forEach((name, value) -> define("FLAG_" + table.name() + "_" + name, value));
    }
  }

  private void define(String name, long value) {
    text.append("#define ").append(name).append(' ').append(value).append('\n');
  }
}
