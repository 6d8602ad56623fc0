package io.falcoj.runtime.fields;

import io.falcoj.runtime.abi.MatchContext;
import io.falcoj.runtime.abi.RuleInfo;
import io.falcoj.runtime.decode.AuditEvent;
import io.falcoj.runtime.json.JsonPath;
import io.falcoj.runtime.json.JsonPaths;
import io.falcoj.runtime.schema.FieldCatalog;
import io.falcoj.runtime.schema.FieldClass;
import io.falcoj.runtime.schema.FieldException;
import io.falcoj.runtime.schema.FieldRef;
import io.falcoj.runtime.value.TextBuilder;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Which paths of audit events fields look at. Each field's accessor is asked once, over an event
 * that tells it; so no table can disagree with the accessors.
 */
public final class AuditPaths {
  private AuditPaths() {}

  /** The paths of these fields; other fields than those of audit events have none. */
  public static JsonPaths of(Collection<FieldRef> fields) {
    Set<JsonPath> paths = new LinkedHashSet<>();
    MatchContext context = new MatchContext(AuditEvent.asking(paths::add));
    TextBuilder nowhere = new TextBuilder();
    for (FieldRef field : fields) {
      FieldClass group = field.def().fieldClass();
      if (group == FieldClass.KA || group == FieldClass.JSON) {
        context.begin();
        nowhere.reset();
        BoundField.of(field).appendText(context, nowhere.begin());
      }
    }
    return JsonPaths.of(paths);
  }

  /** The fields that a rule's condition and output name. */
  public static Set<FieldRef> fields(RuleInfo rule) {
    Set<FieldRef> fields = new LinkedHashSet<>();
    for (String text : rule.fields()) {
      try {
        FieldRef field = FieldCatalog.standard().resolve(text, rule.source());
        if (field != null) {
          fields.add(field);
        }
      } catch (FieldException e) {
        throw new IllegalStateException("the compiler took the field " + text, e);
      }
    }
    return fields;
  }
}
