package io.falcoj.runtime.output;

import io.falcoj.runtime.abi.MatchContext;
import io.falcoj.runtime.abi.RuleInfo;
import io.falcoj.runtime.schema.FieldCatalog;
import java.util.ArrayList;
import java.util.List;

/** Makes alerts of matches. Not for several threads. */
public final class AlertFactory {
  private final List<RuleOutput> outputs = new ArrayList<>();

  /**
   * @throws OutputException when an output, or what is appended to it, is no template
   */
  public AlertFactory(List<RuleInfo> rules, OutputOptions options) throws OutputException {
    for (RuleInfo rule : rules) {
      outputs.add(new RuleOutput(rule, options, FieldCatalog.standard()));
    }
  }

  /**
   * The alert of a rule that matched the context's event.
   *
   * @param rule place of the rule in the list that the factory was made of
   */
  public Alert create(int rule, MatchContext context) {
    return outputs.get(rule).alert(context);
  }
}
