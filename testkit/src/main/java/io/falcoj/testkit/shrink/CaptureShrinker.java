package io.falcoj.testkit.shrink;

import io.falcoj.runtime.engine.ReplaySources;
import io.falcoj.runtime.source.EventSource;
import io.falcoj.runtime.source.SourceException;
import io.falcoj.testkit.replay.RuleAlert;
import io.falcoj.testkit.replay.RuleJudge;
import io.falcoj.testkit.shrink.recording.Recording;
import io.falcoj.testkit.shrink.recording.RecordingReader;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;

/**
 * Reduces a recording to the fewest events that keep what a rule says about it. Every attempt is
 * written as a file would be and read back, so that what is kept is what a reader sees.
 */
public final class CaptureShrinker {
  /** Coarse passes stop at this part of the events, and go on when the tables are small. */
  private static final int COARSE = 64;

  private final RuleJudge judge;
  private final Keep keep;

  /** For one rule. */
  public CaptureShrinker(RuleJudge judge, Keep keep) {
    this.judge = judge;
    this.keep = keep;
  }

  /**
   * Shrinks a recording.
   *
   * @param redaction values that are replaced in what is left; {@link Redaction#NONE} for none
   * @throws SourceException when it is damaged
   * @throws ShrinkException when the rule does not fire, or not any more once values are replaced
   */
  public Shrunk shrink(Path file, Redaction redaction) throws SourceException, ShrinkException {
    EventSource source = ReplaySources.open(file);
    String events = source.info().eventSource();
    if (!events.equals(judge.rule().source())) {
      source.close();
      throw new ShrinkException(
          "rule \"%s\" is about events of source %s; those in %s are of %s"
              .formatted(judge.rule().name(), judge.rule().source(), file, events));
    }
    RuleJudge.Verdict verdict = judge.judge(source);
    List<RuleAlert> alerts = verdict.alerts();
    if (alerts.isEmpty()) {
      throw new ShrinkException(silent(file));
    }
    Recording recording = RecordingReader.read(ReplaySources.open(file), keep.last(alerts));
    return new Run(recording, alerts).shrink(verdict.events(), redaction);
  }

  private String silent(Path file) {
    String why =
        judge.rule().enabled()
            ? "`falcoc explain` says why, and whether an earlier rule gets the events"
            : "it is disabled";
    return "rule \"%s\" does not fire in %s: %s".formatted(judge.rule().name(), file, why);
  }

  /** One recording while it becomes smaller. */
  private final class Run {
    private final Recording recording;
    private final List<RuleAlert> original;

    Run(Recording recording, List<RuleAlert> original) {
      this.recording = recording;
      this.original = original;
    }

    Shrunk shrink(long eventsBefore, Redaction redaction) throws ShrinkException {
      int events = recording.events();
      int pieces = recording.pieces();
      BitSet all = new BitSet();
      all.set(0, pieces);
      if (!holds(recording, all)) {
        throw new ShrinkException(
            "the alert is gone once the recording is written anew; a part of it is of a kind that"
                + " cannot be written");
      }
      ChunkRemoval removal = new ChunkRemoval(kept -> holds(recording, kept));
      BitSet left = removal.reduce(all, 0, events, Math.max(1, events / COARSE));
      left = removal.reduce(left, events, pieces, 1);
      left = removal.reduce(left, 0, events, 1);
      left = removal.reduce(left, events, pieces, 1);
      int entries = left.get(events, pieces).cardinality();
      Redactor.Redacted result = redacted(recording.write(left), redaction);
      byte[] bytes = result.recording().write();
      return new Shrunk(
          bytes,
          recording.isCapture(),
          eventsBefore,
          result.recording().events(),
          entries,
          alerts(bytes),
          removal.tests(),
          result.left());
    }

    private Redactor.Redacted redacted(byte[] bytes, Redaction redaction) throws ShrinkException {
      Recording smaller;
      try {
        smaller = RecordingReader.read(open(bytes), Long.MAX_VALUE);
      } catch (SourceException e) {
        throw new IllegalStateException("what was judged can be read", e);
      }
      return redaction.isEmpty()
          ? new Redactor.Redacted(smaller, List.of())
          : new Redactor(redaction, judge).redact(smaller);
    }

    private static EventSource open(byte[] bytes) throws SourceException {
      return ReplaySources.open("recording", new ByteArrayInputStream(bytes));
    }

    private boolean holds(Recording candidate, BitSet kept) {
      return keep.holds(original, alerts(candidate.write(kept)));
    }

    /** None for what is no recording any more, as one without events is not. */
    private List<RuleAlert> alerts(byte[] bytes) {
      try {
        return judge.judge(open(bytes)).alerts();
      } catch (SourceException e) {
        return List.of();
      }
    }
  }
}
