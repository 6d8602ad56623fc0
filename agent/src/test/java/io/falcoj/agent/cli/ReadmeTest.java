package io.falcoj.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Executes the commands of the README's story and finds each line that it shows in what they say;
 * {@code …} stands for any text. The rules that the distribution ships are read from their files.
 */
class ReadmeTest {
  private static final Path ROOT = Path.of(System.getProperty("falcoj.root"));
  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

  @Test
  void itsStoryIsTrue() throws Exception {
    List<String> lines = Files.readAllLines(ROOT.resolve("README.md"));
    int end = lines.indexOf("## What it does");
    int commands = 0;
    for (int i = lines.indexOf("## From an attack to its test"); i < end; i++) {
      if (lines.get(i).startsWith("$ ")) {
        CommandRun run = run(lines.get(i).substring(2));
        commands++;
        assertThat(run.code()).as(run.err()).isZero();
        String said = run.out() + run.err();
        for (i++; !lines.get(i).equals("```"); i++) {
          assertThat(said).as(lines.get(i)).containsPattern(pattern(lines.get(i)));
        }
      }
    }
    assertThat(commands).isEqualTo(3);
  }

  private static CommandRun run(String command) {
    List<String> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(command);
    while (matcher.find()) {
      String word = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
      Path file = ROOT.resolve(word);
      words.add(word.contains("/") && Files.exists(file) ? file.toString() : word);
    }
    String program = words.remove(0);
    if (program.endsWith("falcoc")) {
      return CommandRun.falcoc(words.toArray(String[]::new));
    }
    assertThat(program).endsWith("falco-run");
    words.addAll(List.of("-r", ROOT.resolve("rules/src/main/falco").toString()));
    return CommandRun.falcoRun(words.toArray(String[]::new));
  }

  private static Pattern pattern(String line) {
    return Pattern.compile(
        Arrays.stream(line.split("…", -1)).map(Pattern::quote).collect(Collectors.joining(".*")));
  }
}
