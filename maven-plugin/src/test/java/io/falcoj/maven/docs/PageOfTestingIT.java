package io.falcoj.maven.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.falcoj.maven.docs.DocumentedCommands.Documented;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Executes what {@code docs/testing-rules.md} tells a newcomer to type, in its order. */
class PageOfTestingIT {
  private static final Path ROOT = Path.of(System.getProperty("falcoj.root"));
  private static final Path REPOSITORY = Path.of("target/it-repository").toAbsolutePath();
  private static final int MINUTES = 5;

  @TempDir private Path scratch;

  /** What was typed so far in the same shell would have gone there. */
  private String folder = ".";

  @Test
  void fromAnEmptyFolderToATestedBundle() throws Exception {
    List<Documented> commands =
        DocumentedCommands.read(
            ROOT.resolve("docs/testing-rules.md"), "From an empty folder to a tested bundle");
    assertThat(commands).hasSizeGreaterThan(5);
    mvn();
    Files.createDirectory(scratch.resolve("work"));
    for (Documented documented : commands) {
      if (documented.command().startsWith("cd ")) {
        folder = documented.command().substring(3);
      } else {
        shows(documented, run(documented.command()));
      }
    }
  }

  /** A {@code mvn} that keeps to what the build itself has fetched. */
  private void mvn() throws IOException {
    Path settings = scratch.resolve("settings.xml");
    Files.writeString(
        settings,
        """
        <settings>
          <localRepository>%s</localRepository>
          <mirrors>
            <mirror>
              <id>fetched-by-the-build</id>
              <mirrorOf>*</mirrorOf>
              <url>%s</url>
            </mirror>
          </mirrors>
        </settings>
        """
            .formatted(REPOSITORY, Path.of(System.getProperty("falcoj.fetched")).toUri()));
    Path mvn = scratch.resolve("mvn");
    Files.writeString(
        mvn,
        """
        #!/bin/sh
        PATH=${PATH#*:}
        exec mvn -B -s '%s' "$@"
        """
            .formatted(settings));
    Files.setPosixFilePermissions(mvn, PosixFilePermissions.fromString("rwx------"));
  }

  private String run(String command) throws Exception {
    Path output = scratch.resolve("output");
    ProcessBuilder shell =
        new ProcessBuilder("sh", "-c", command)
            .directory(scratch.resolve("work").resolve(folder).toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    shell.environment().merge("PATH", scratch.toString(), (path, first) -> first + ":" + path);
    shell.environment().remove("MAVEN_OPTS");
    Process process = shell.start();
    assertThat(process.waitFor(MINUTES, TimeUnit.MINUTES)).as(command).isTrue();
    return Files.readString(output).replaceAll("\u001b\\[[0-9;]*m", "");
  }

  /** The lines that the page shows, in their order among those that came. */
  private static void shows(Documented documented, String output) {
    List<String> came = output.lines().toList();
    int at = 0;
    for (String line : documented.output()) {
      Pattern shown = pattern(line);
      int begin = at;
      while (at < came.size() && !shown.matcher(came.get(at)).matches()) {
        at++;
      }
      assertThat(at)
          .as(
              "%s%n  shows no line%n%s%n  after line %s of%n%s",
              documented.command(), line, begin, output)
          .isLessThan(came.size());
      at++;
    }
  }

  private static Pattern pattern(String line) {
    return Pattern.compile(
        Arrays.stream(line.strip().split("…", -1))
            .map(Pattern::quote)
            .collect(Collectors.joining(".*", "\\s*", "\\s*")));
  }
}
