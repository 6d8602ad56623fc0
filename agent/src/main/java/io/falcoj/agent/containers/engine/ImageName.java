package io.falcoj.agent.containers.engine;

/**
 * The parts of an image's name, as in {@code registry:5000/team/web:1.2@sha256:…}.
 *
 * @param repository with the registry, as far as the name has one
 * @param tag empty for none
 */
record ImageName(String repository, String tag) {
  static ImageName of(String image) {
    int at = image.indexOf('@');
    String name = at < 0 ? image : image.substring(0, at);
    int colon = name.lastIndexOf(':');
    // In front of a slash it belongs to the registry's port.
    return colon < 0 || colon < name.lastIndexOf('/')
        ? new ImageName(name, "")
        : new ImageName(name.substring(0, colon), name.substring(colon + 1));
  }
}
