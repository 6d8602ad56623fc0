package io.falcoj.maven.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The commands of a section of a page, with what the page shows of their output. */
final class DocumentedCommands {
  private static final String PROMPT = "$ ";

  /** A shell command and lines of its output, in which {@code …} stands for anything. */
  record Documented(String command, List<String> output) {}

  private DocumentedCommands() {}

  /** All commands of blocks of the kind {@code console} below a heading. */
  static List<Documented> read(Path page, String heading) throws IOException {
    List<Documented> all = new ArrayList<>();
    boolean inSection = false;
    boolean inBlock = false;
    List<String> lines = Files.readAllLines(page);
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.startsWith("## ")) {
        inSection = line.substring(3).equals(heading);
      } else if (line.startsWith("```")) {
        inBlock = inSection && line.equals("```console");
      } else if (inBlock && line.startsWith(PROMPT)) {
        StringBuilder command = new StringBuilder(line.substring(PROMPT.length()));
        String end = line.contains("<<'EOF'") ? "EOF" : null;
        while (end != null ? !lines.get(i).equals(end) : lines.get(i).endsWith("\\")) {
          command.append('\n').append(lines.get(++i));
        }
        all.add(new Documented(command.toString(), new ArrayList<>()));
      } else if (inBlock && !line.isBlank() && !line.equals("…")) {
        all.get(all.size() - 1).output().add(line);
      }
    }
    return all;
  }
}
