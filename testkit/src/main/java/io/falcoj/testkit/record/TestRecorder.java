package io.falcoj.testkit.record;

import io.falcoj.compiler.source.RuleFiles;
import io.falcoj.runtime.abi.MatchContext;
import io.falcoj.runtime.abi.RuleInfo;
import io.falcoj.runtime.engine.Engine;
import io.falcoj.runtime.engine.EventReplay;
import io.falcoj.runtime.engine.ReplaySources;
import io.falcoj.runtime.match.MatchEngine;
import io.falcoj.runtime.match.MatchOptions;
import io.falcoj.runtime.output.OutputException;
import io.falcoj.runtime.schema.EventSources;
import io.falcoj.runtime.source.EventSource;
import io.falcoj.runtime.source.SourceException;
import io.falcoj.runtime.source.scap.ScapWriter;
import io.falcoj.testkit.record.RecordException.Kind;
import io.falcoj.testkit.record.TestSkeleton.Said;
import io.falcoj.testkit.replay.LoadedRules;
import io.falcoj.testkit.replay.RuleJudge;
import io.falcoj.testkit.run.RulesException;
import io.falcoj.testkit.shrink.CaptureShrinker;
import io.falcoj.testkit.shrink.Keep;
import io.falcoj.testkit.shrink.Redaction;
import io.falcoj.testkit.shrink.ShrinkException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPOutputStream;

/**
 * Makes a test of a recording: cuts out the events that matter, with those that change what the
 * rules see of them, and writes down what the rules say about the result.
 */
public final class TestRecorder {
  private final RecordRequest request;

  public TestRecorder(RecordRequest request) {
    this.request = request;
  }

  /** The event source of a recording. */
  public static String source(Path recording) throws RecordException {
    try (EventSource source = ReplaySources.open(recording)) {
      return source.info().eventSource();
    } catch (SourceException e) {
      throw new RecordException(e);
    }
  }

  /**
   * Writes the recording and the test file.
   *
   * @throws RecordException when the recording is damaged, no event matches, or files are there
   *     already
   * @throws RulesException when the rules are invalid
   * @throws IOException when a file cannot be written
   */
  public Recorded record(EventFilter filter) throws RecordException, RulesException, IOException {
    try {
      return recorded(filter);
    } catch (SourceException e) {
      throw new RecordException(e);
    }
  }

  private Recorded recorded(EventFilter filter)
      throws SourceException, RecordException, RulesException, IOException {
    LoadedRules rules = LoadedRules.compile(RuleFiles.read(request.rules()), "rules");
    boolean audit = source(request.recording()).equals(EventSources.K8S_AUDIT);
    Path test = request.test();
    Path events = request.events(audit);
    refuseToOverwrite(test, events);
    long matched = count(filter);
    if (matched == 0) {
      throw new RecordException(
          Kind.NOTHING,
          "no event of %s matches %s: nothing was written"
              .formatted(request.recording(), filter.text()));
    }
    Files.createDirectories(test.toAbsolutePath().getParent());
    Path fresh = events.resolveSibling(events.getFileName() + ".new");
    try {
      cut(filter, audit, fresh);
      if (request.shrink() && !audit) {
        shrink(filter, fresh);
      }
      List<Said> said = said(rules, fresh);
      Files.move(fresh, events, StandardCopyOption.REPLACE_EXISTING);
      Files.writeString(test, skeleton(filter, events, said));
      Map<String, Long> alerts = new LinkedHashMap<>();
      said.forEach(rule -> alerts.put(rule.rule(), rule.count()));
      return new Recorded(test, events, matched, alerts);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  /** Refuses what a recording of system calls would overwrite, before there is one. */
  void refuseToOverwrite() throws RecordException, IOException {
    refuseToOverwrite(request.test(), request.events(false));
  }

  private void refuseToOverwrite(Path... files) throws RecordException, IOException {
    for (Path file : files) {
      if (Files.exists(file) && Files.isSameFile(file, request.recording())) {
        throw new RecordException(Kind.USAGE, file + ": is read and cannot be written as well");
      }
      if (Files.exists(file) && !request.force()) {
        throw new RecordException(Kind.USAGE, file + ": exists already; --force overwrites it");
      }
    }
  }

  private long count(EventFilter filter) throws SourceException {
    long[] matched = new long[1];
    EventReplay.Observer counting =
        new EventReplay.Observer() {
          @Override
          public void event(MatchContext context) {}

          @Override
          public void matched(int ruleSet, int rule, MatchContext context) {
            matched[0]++;
          }
        };
    MatchEngine engine = new MatchEngine(List.of(filter.bundle()), MatchOptions.standard());
    try (EventSource source = ReplaySources.open(request.recording())) {
      new EventReplay(counting, List.of(engine), (message, offset) -> {}).run(source);
    }
    return matched[0];
  }

  private void cut(EventFilter filter, boolean audit, Path to)
      throws SourceException, IOException, RulesException {
    try (OutputStream out = Files.newOutputStream(to);
        EventSource source = ReplaySources.open(request.recording())) {
      if (audit) {
        AuditCut cut = new AuditCut(filter, out);
        while (source.poll(cut) != EventSource.END) {
          // polls until everything was seen
        }
        return;
      }
      try (ScapWriter writer = ScapWriter.gzip(out)) {
        Engine.builder().record(writer, filter.bundle()).build().run(source);
      }
    } catch (OutputException e) {
      throw new RulesException(String.valueOf(e.getMessage()));
    }
  }

  /** Leaves out what no match of the filter hangs on. */
  private static void shrink(EventFilter filter, Path events)
      throws SourceException, RulesException, IOException, RecordException {
    LoadedRules matching = new LoadedRules(filter.bundle());
    RuleJudge judge = new RuleJudge(matching, matching.bundle().rules().get(0), false);
    byte[] smaller;
    try {
      smaller = new CaptureShrinker(judge, Keep.ALL).shrink(events, Redaction.NONE).recording();
    } catch (ShrinkException e) {
      throw new RecordException(Kind.NOTHING, String.valueOf(e.getMessage()));
    }
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(events))) {
      out.write(smaller);
    }
  }

  /** What the rules say as a test runs them, in load order. */
  private static List<Said> said(LoadedRules rules, Path events)
      throws SourceException, RulesException {
    Map<String, Long> counts = new LinkedHashMap<>();
    try (EventSource source = ReplaySources.open(events)) {
      Engine.builder()
          .bundle(rules.bundle())
          .sink(alert -> counts.merge(alert.rule(), 1L, Long::sum))
          .build()
          .run(source);
    } catch (OutputException e) {
      throw new RulesException(String.valueOf(e.getMessage()));
    }
    List<Said> said = new ArrayList<>();
    for (RuleInfo rule : rules.bundle().rules()) {
      Long count = counts.get(rule.name());
      if (count != null) {
        said.add(new Said(rule.name(), rule.priority(), count));
      }
    }
    return said;
  }

  private String skeleton(EventFilter filter, Path events, List<Said> said) {
    String comment =
        "What the rules say about events of %s: %s"
            .formatted(request.recording().getFileName(), filter.text());
    Path folder =
        Objects.requireNonNull(
            request.test().toAbsolutePath().normalize().getParent(), "a file is in a folder");
    List<Path> paths =
        request.projectRules()
            ? List.of()
            : request.rules().stream()
                .map(path -> folder.relativize(path.toAbsolutePath().normalize()))
                .toList();
    return TestSkeleton.of(
        comment, paths, request.name(), String.valueOf(events.getFileName()), said);
  }
}
