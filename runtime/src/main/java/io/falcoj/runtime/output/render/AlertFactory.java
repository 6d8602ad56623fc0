package io.falcoj.runtime.output.render;

import io.falcoj.runtime.abi.MatchContext;
import io.falcoj.runtime.abi.RuleInfo;
import io.falcoj.runtime.output.Alert;
import io.falcoj.runtime.output.OutputException;
import io.falcoj.runtime.output.OutputOptions;
import io.falcoj.runtime.schema.FieldCatalog;
import io.falcoj.runtime.schema.FieldRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Makes alerts of matches. Not for several threads. */
public final class AlertFactory {
  private final List<RuleOutput> outputs = new ArrayList<>();

  /**
   * @throws OutputException when an output, or what is appended to it, is no template
   */
  public AlertFactory(List<RuleInfo> rules, OutputOptions options) throws OutputException {
    this(rules, options, FieldCatalog.standard());
  }

  /**
   * @param catalog the fields that outputs can name
   * @throws OutputException when an output, or what is appended to it, is no template
   */
  public AlertFactory(List<RuleInfo> rules, OutputOptions options, FieldCatalog catalog)
      throws OutputException {
    for (RuleInfo rule : rules) {
      outputs.add(new RuleOutput(rule, options, catalog));
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

  /** The fields that alerts of a rule show. */
  public Set<FieldRef> fields(int rule) {
    return outputs.get(rule).fields();
  }
}
