package io.falcoj.runtime.bundle;

import io.falcoj.runtime.abi.CompiledRuleSet;
import io.falcoj.runtime.pushdown.PushdownPlan;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Checks a bundle and links it: format, ABI version, digests, then every class file against the
 * allow-list. Nothing of a bundle runs before all of that has passed.
 */
public final class BundleLoader {
  /** Upper bound of the bytes of a bundle, unpacked. */
  public static final long MAX_BYTES = 512L << 20;

  private BundleLoader() {}

  /**
   * Loads a bundle jar.
   *
   * @throws BundleException with the reason when it is refused or cannot be read
   */
  public static Bundle load(Path jar) throws BundleException {
    try {
      if (Files.size(jar) > MAX_BYTES) {
        throw new BundleException(jar + ": larger than " + MAX_BYTES + " bytes");
      }
      return load(Files.readAllBytes(jar), jar.toString());
    } catch (IOException e) {
      throw new BundleException(jar + ": cannot be read: " + e.getMessage(), e);
    }
  }

  /**
   * Loads a bundle from memory, e.g. one compiled a moment ago.
   *
   * @param origin shown in messages
   */
  public static Bundle load(byte[] jar, String origin) throws BundleException {
    try {
      return link(BundleFiles.read(jar));
    } catch (BundleException e) {
      throw new BundleException(origin + ": bundle refused: " + e.getMessage(), e);
    }
  }

  private static Bundle link(BundleFiles files) throws BundleException {
    BundleManifest manifest = ManifestReader.read(files.manifest());
    if (manifest.abi() != CompiledRuleSet.ABI_VERSION) {
      throw new BundleException(
          "compiled for runtime ABI "
              + manifest.abi()
              + "; this runtime has ABI "
              + CompiledRuleSet.ABI_VERSION
              + "; compile the rules again");
    }
    Map<String, byte[]> classes = checkedClasses(files, manifest);
    PushdownPlan pushdown = pushdown(files.pushdown(), manifest.pushdown());
    BundleClassLoader loader = new BundleClassLoader(classes);
    for (String name : classes.keySet()) {
      link(loader, name.replace('/', '.'));
    }
    Map<String, CompiledRuleSet> ruleSets = new TreeMap<>();
    for (Map.Entry<String, String> entry : manifest.entries().entrySet()) {
      ruleSets.put(entry.getKey(), instantiate(loader, entry.getValue()));
    }
    return new Bundle(manifest, ruleSets, pushdown);
  }

  private static PushdownPlan pushdown(byte @Nullable [] file, String digest)
      throws BundleException {
    if (file == null && digest.isEmpty()) {
      return PushdownPlan.NONE;
    }
    if (file == null || !Digests.sha256(file).equals(digest)) {
      throw new BundleException(
          "digest of " + PushdownReader.PATH + " does not fit: the bundle was changed");
    }
    return PushdownReader.read(file);
  }

  private static Map<String, byte[]> checkedClasses(BundleFiles files, BundleManifest manifest)
      throws BundleException {
    if (!files.classes().keySet().equals(manifest.classes().keySet())) {
      throw new BundleException("its class files are not those that its manifest lists");
    }
    Map<String, byte[]> classes = new TreeMap<>();
    for (Map.Entry<String, byte[]> file : files.classes().entrySet()) {
      String path = file.getKey();
      if (!Digests.sha256(file.getValue()).equals(manifest.classes().get(path))) {
        throw new BundleException("digest of " + path + " does not fit: the bundle was changed");
      }
      classes.put(path.substring(0, path.length() - ".class".length()), file.getValue());
    }
    for (Map.Entry<String, byte[]> file : classes.entrySet()) {
      ClassAllowList.check(file.getKey(), file.getValue(), classes.keySet());
    }
    return classes;
  }

  private static CompiledRuleSet instantiate(BundleClassLoader loader, String name)
      throws BundleException {
    Class<?> type = link(loader, name);
    if (type.getClassLoader() != loader) {
      throw new BundleException("entry class " + name + " is not a class of the bundle");
    }
    try {
      for (Method method : CompiledRuleSet.class.getMethods()) {
        Method found = type.getMethod(method.getName(), method.getParameterTypes());
        if (Modifier.isAbstract(found.getModifiers())) {
          throw new BundleException("entry class " + name + " lacks " + method.getName());
        }
      }
      return (CompiledRuleSet) type.getConstructor().newInstance();
    } catch (NoSuchMethodException
        | InstantiationException
        | IllegalAccessException
        | InvocationTargetException
        | ClassCastException
        | LinkageError e) {
      throw new BundleException("entry class " + name + " does not link: " + e, e);
    }
  }

  /** Verifies a class now, so that a wrong one is refused here and not in the midst of events. */
  private static Class<?> link(BundleClassLoader loader, String name) throws BundleException {
    try {
      return Class.forName(name, true, loader);
    } catch (ClassNotFoundException | LinkageError e) {
      throw new BundleException("class " + name + " does not link: " + e, e);
    }
  }
}
