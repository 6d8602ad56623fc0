package io.falcoj.testkit.suite;

import com.google.re2j.Pattern;

/** What the output of a rule must be. */
public sealed interface OutputDemand {
  /** The text as written in the test file. */
  String text();

  /** Whether an output is as demanded. */
  boolean isMet(String output);

  /** For people, the text not included: {@code equals}, {@code contains} or {@code matches}. */
  String verb();

  /** The whole output. */
  record Equal(String text) implements OutputDemand {
    @Override
    public boolean isMet(String output) {
      return output.equals(text);
    }

    @Override
    public String verb() {
      return "equals";
    }
  }

  /** A part of the output. */
  record Containing(String text) implements OutputDemand {
    @Override
    public boolean isMet(String output) {
      return output.contains(text);
    }

    @Override
    public String verb() {
      return "contains";
    }
  }

  /** A pattern of which the output has an instance. */
  record Matching(Pattern pattern) implements OutputDemand {
    @Override
    public String text() {
      return pattern.pattern();
    }

    @Override
    public boolean isMet(String output) {
      return pattern.matcher(output).find();
    }

    @Override
    public String verb() {
      return "matches";
    }
  }
}
