package io.falcoj.compiler.yaml.reader;

import io.falcoj.compiler.diag.DiagnosticCode;
import io.falcoj.compiler.diag.Diagnostics;
import io.falcoj.compiler.diag.Location;
import io.falcoj.compiler.source.SourceFile;
import io.falcoj.compiler.source.SourceSpan;
import io.falcoj.compiler.yaml.ScalarDecoder;
import io.falcoj.compiler.yaml.YamlDocuments;
import io.falcoj.compiler.yaml.item.Declaration;
import io.falcoj.compiler.yaml.item.RuleFile;
import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads a rule file into its declarations; a faulty item is reported and the next one read. */
public final class RuleFileReader {
  static final String APPEND_DEPRECATED =
      "'append' key is deprecated. Add an 'append' entry (e.g. 'condition: append') under"
          + " 'override' instead.";

  private final Diagnostics diags;
  private final ScalarDecoder scalars;
  private final List<Location> content;
  private final List<Declaration> declarations = new ArrayList<>();

  private RuleFileReader(SourceFile file, Diagnostics diags) {
    this.content = List.of(new Location("rules content", "", new SourceSpan(file, 0, 0)));
    this.diags = diags.within(content);
    this.scalars = new ScalarDecoder(file);
  }

  /** The file's declarations; errors go to {@code diags}. */
  public static RuleFile read(SourceFile source, Diagnostics diags) {
    RuleFileReader reader = new RuleFileReader(source, diags);
    int errors = diags.errorCount();
    int malformed = source.malformedAt();
    if (malformed >= 0) {
      reader.diags.report(
          DiagnosticCode.DIFFERS_FROM_FALCO,
          new SourceSpan(source, malformed, malformed + 1),
          "not UTF-8: read as U+FFFD");
    }
    List<String> schema = new ArrayList<>();
    for (Node document : YamlDocuments.compose(reader.scalars, reader.diags)) {
      schema.addAll(RuleSchema.check(document));
      reader.document(document);
    }
    return new RuleFile(source, reader.declarations, diags.errorCount() > errors, schema);
  }

  private void document(Node document) {
    if (ScalarDecoder.isNull(document)) {
      return;
    }
    if (!(document instanceof SequenceNode sequence)) {
      diags.report(
          DiagnosticCode.YAML_VALIDATE,
          scalars.spanOf(document),
          document instanceof MappingNode
              ? "Rules content is not yaml array of objects"
              : "Rules content is not yaml");
      broken(scalars.spanOf(document));
      return;
    }
    for (Node node : sequence.getValue()) {
      if (!ScalarDecoder.isNull(node)) {
        item(node);
      }
    }
  }

  private void item(Node node) {
    SourceSpan at = scalars.spanOf(node);
    if (!(node instanceof MappingNode mapping)) {
      diags
          .within(Item.join(content, new Location("rules content item", "", at)))
          .report(
              DiagnosticCode.YAML_VALIDATE,
              at,
              "Unexpected element type. Each element should be a yaml associative array.");
      broken(at);
      return;
    }
    Item item = new Item(scalars, mapping, content);
    try {
      declarations.addAll(new ItemReader(item, diags).read());
    } catch (Item.Fault fault) {
      fault.report(diags);
      declarations.add(ItemReader.broken(item));
    }
  }

  private void broken(SourceSpan at) {
    List<Location> context = Item.join(content, new Location("rules content item", "", at));
    declarations.add(new Declaration.Broken("", "", at, context));
  }
}
