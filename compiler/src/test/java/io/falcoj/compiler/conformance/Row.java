package io.falcoj.compiler.conformance;

/** One recorded fact and how to hold us against it. */
record Row(String id, Judgement judgement) {
  interface Judgement {
    Verdict judge() throws Exception;
  }

  /** The verdict; an exception is a difference. */
  Verdict verdict() {
    try {
      Verdict verdict = judgement.judge();
      String flaw = KnownFlaws.reason(id);
      return flaw == null || verdict.outcome() != Verdict.Outcome.DIFFERS
          ? verdict
          : Verdict.deliberate(flaw);
    } catch (Exception | StackOverflowError | AssertionError e) {
      return Verdict.differs(e.toString());
    }
  }
}
