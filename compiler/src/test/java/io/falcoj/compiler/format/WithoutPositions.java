package io.falcoj.compiler.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.falcoj.compiler.CompilationResult;
import io.falcoj.compiler.CompilerOptions;
import io.falcoj.compiler.RuleCompiler;
import io.falcoj.compiler.diag.Diagnostic;
import io.falcoj.compiler.diag.DiagnosticCode;
import io.falcoj.compiler.source.SourceFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;

/**
 * All that compiling a file gives, but for where things stand in it: of a bundle everything but the
 * lines of rules, the line tables of classes and the digests over these; of a file with errors its
 * findings.
 */
final class WithoutPositions {
  private static final ObjectMapper JSON = new ObjectMapper();

  private WithoutPositions() {}

  static List<String> compile(SourceFile file) throws IOException {
    CompilationResult result = RuleCompiler.compile(List.of(file), CompilerOptions.defaults());
    List<String> parts = new ArrayList<>();
    result.diagnostics().forEach(d -> parts.add(finding(d)));
    if (result.bundle() != null) {
      parts.addAll(entries(result.bundle()));
    }
    return parts;
  }

  /** Blanks decide what is said to be missing in a condition that is no condition. */
  private static String finding(Diagnostic found) {
    return found.code() == DiagnosticCode.CONDITION_SYNTAX
        ? found.code().label()
        : found.code().label() + ": " + found.message();
  }

  private static List<String> entries(byte[] bundle) throws IOException {
    List<String> parts = new ArrayList<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bundle))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        parts.add(entry.getName() + ": " + content(entry.getName(), zip.readAllBytes()));
      }
    }
    return parts;
  }

  private static String content(String name, byte[] bytes) throws IOException {
    if (name.endsWith(".class")) {
      ClassWriter writer = new ClassWriter(0);
      new ClassReader(bytes).accept(writer, ClassReader.SKIP_DEBUG);
      return HexFormat.of().formatHex(writer.toByteArray());
    }
    String text = new String(bytes, StandardCharsets.UTF_8);
    return name.endsWith("/bundle.json")
        ? manifest((ObjectNode) JSON.readTree(text))
        : text.replaceAll("Falco-Rules-Digest: \\S+\\s+\\S+", "");
  }

  private static String manifest(ObjectNode json) {
    json.remove(List.of("rulesDigest", "classes"));
    for (JsonNode rule : json.get("rules")) {
      ((ObjectNode) rule).remove("line");
    }
    return json.toString();
  }
}
