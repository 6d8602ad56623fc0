package io.falcoj.runtime.bundle;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a bundle jar that the loader looks at.
 *
 * @param manifest bytes of {@code bundle.json}
 * @param classes class files by path within the jar
 * @param pushdown bytes of the file with the filters, or null
 */
record BundleFiles(byte[] manifest, Map<String, byte[]> classes, byte @Nullable [] pushdown) {
  private static final int END_SIZE = 22;
  private static final int MAX_END = END_SIZE + 65_535;

  static BundleFiles read(byte[] jar) throws BundleException {
    if (!hasEnd(jar)) {
      throw new BundleException("not a jar, or one that is cut short");
    }
    Map<String, byte[]> classes = new TreeMap<>();
    byte[] manifest = null;
    byte[] pushdown = null;
    long budget = BundleLoader.MAX_BYTES;
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(jar))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        byte[] content = readEntry(zip, entry.getName(), budget);
        budget -= content.length;
        if (entry.getName().equals(BundleManifest.PATH)) {
          manifest = content;
        } else if (entry.getName().equals(PushdownReader.PATH)) {
          pushdown = content;
        } else if (entry.getName().endsWith(".class")
            && classes.put(entry.getName(), content) != null) {
          throw new BundleException("two entries are named " + entry.getName());
        }
      }
    } catch (IOException | IllegalArgumentException e) {
      throw new BundleException("not a readable jar: " + e.getMessage(), e);
    }
    if (manifest == null) {
      throw new BundleException("no " + BundleManifest.PATH + " in it: not a rules bundle");
    }
    return new BundleFiles(manifest, classes, pushdown);
  }

  private static byte[] readEntry(ZipInputStream zip, String name, long budget)
      throws IOException, BundleException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] buffer = new byte[8192];
    for (int n = zip.read(buffer); n >= 0; n = zip.read(buffer)) {
      out.write(buffer, 0, n);
      if (out.size() > budget) {
        throw new BundleException(
            "more than " + BundleLoader.MAX_BYTES + " bytes unpacked, at " + name);
      }
    }
    return out.toByteArray();
  }

  /** True when the record that ends every zip file is there; a comment may follow it. */
  private static boolean hasEnd(byte[] jar) {
    for (int at = jar.length - END_SIZE; at >= 0 && jar.length - at <= MAX_END; at--) {
      if (jar[at] == 'P' && jar[at + 1] == 'K' && jar[at + 2] == 5 && jar[at + 3] == 6) {
        return true;
      }
    }
    return false;
  }
}
