package io.falcoj.agent.config;

/** A configuration that cannot be used. The message says which file and key. */
public final class ConfigException extends Exception {
  private static final long serialVersionUID = 1L;

  public ConfigException(String message) {
    super(message);
  }
}
