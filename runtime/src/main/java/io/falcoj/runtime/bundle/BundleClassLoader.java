package io.falcoj.runtime.bundle;

import java.util.Map;

/** Defines the classes of one bundle, and nothing else; everything else comes from the runtime. */
final class BundleClassLoader extends ClassLoader {
  private final Map<String, byte[]> classes;

  /**
   * @param classes class files by name with slashes, without suffix
   */
  BundleClassLoader(Map<String, byte[]> classes) {
    super("falco-bundle", BundleClassLoader.class.getClassLoader());
    this.classes = Map.copyOf(classes);
  }

  /** A bundle's own classes come first: the class path may hold another bundle. */
  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (!classes.containsKey(name.replace('.', '/'))) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      return loaded == null ? findClass(name) : loaded;
    }
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    byte[] bytes = classes.get(name.replace('.', '/'));
    if (bytes == null) {
      throw new ClassNotFoundException(name);
    }
    return defineClass(name, bytes, 0, bytes.length);
  }
}
