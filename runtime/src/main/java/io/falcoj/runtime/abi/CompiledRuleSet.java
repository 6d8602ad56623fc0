package io.falcoj.runtime.abi;

/**
 * Base class of the entry class that the compiler generates for the rules of one event source.
 * Generated code is stateless: what it remembers within an event lives in the context.
 */
public abstract class CompiledRuleSet {
  /**
   * Version of the contract between generated code and {@code abi}, {@code value}, {@code ops} and
   * {@code fields}; a bundle with another one is refused.
   */
  public static final int ABI_VERSION = 2;

  /** For subclasses. */
  protected CompiledRuleSet() {}

  /** Runs every rule that can apply to the context's event, in load order, until the sink stops. */
  public abstract void match(MatchContext context, MatchSink sink);

  /** Number of memo slots that the code uses; the context provides as many. */
  public abstract int memoSlots();
}
