package io.falcoj.compiler.bundle;

import io.falcoj.compiler.source.SourceFile;
import io.falcoj.runtime.abi.CompiledRuleSet;
import io.falcoj.runtime.pushdown.PushdownPlan;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Packs a bundle: fixed order, fixed times, entries stored as they are. */
public final class BundleWriter {
  private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private final ZipOutputStream zip;

  private BundleWriter(ZipOutputStream zip) {
    this.zip = zip;
  }

  /** The bytes of the jar. */
  public static byte[] write(BundleContent content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      new BundleWriter(zip).entries(content);
    } catch (IOException e) {
      throw new UncheckedIOException("a byte array takes everything", e);
    }
    return out.toByteArray();
  }

  private void entries(BundleContent content) throws IOException {
    ManifestJson json = new ManifestJson(content);
    entry("META-INF/MANIFEST.MF", manifest(content, json));
    entry(ManifestJson.PATH, json.bytes());
    if (!content.pushdown().equals(PushdownPlan.NONE)) {
      entry(PushdownJson.PATH, json.pushdown());
    }
    int number = 0;
    for (SourceFile source : content.sources()) {
      String name = source.name().substring(source.name().lastIndexOf('/') + 1);
      entry(
          "META-INF/falco/rules/%03d-%s".formatted(number++, name),
          source.text().getBytes(StandardCharsets.UTF_8));
    }
    for (Map.Entry<String, byte[]> file : content.classes().classes().entrySet()) {
      entry(file.getKey() + ".class", file.getValue());
    }
  }

  private static byte[] manifest(BundleContent content, ManifestJson json) throws IOException {
    Manifest manifest = new Manifest();
    Attributes main = manifest.getMainAttributes();
    main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    main.putValue("Falco-Bundle-Format", Integer.toString(ManifestJson.FORMAT));
    main.putValue("Falco-Abi", Integer.toString(CompiledRuleSet.ABI_VERSION));
    main.putValue("Falco-Bundle-Name", content.name());
    main.putValue("Falco-Bundle-Version", content.version());
    main.putValue("Falco-Rules-Digest", json.rulesDigest());
    main.putValue("Falco-Meaning-Digest", json.meaningDigest());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    manifest.write(out);
    return out.toByteArray();
  }

  private void entry(String name, byte[] content) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setMethod(ZipEntry.STORED);
    entry.setTimeLocal(TIME);
    entry.setSize(content.length);
    CRC32 crc = new CRC32();
    crc.update(content);
    entry.setCrc(crc.getValue());
    zip.putNextEntry(entry);
    zip.write(content);
    zip.closeEntry();
  }
}
