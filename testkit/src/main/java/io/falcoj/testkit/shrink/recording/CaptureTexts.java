package io.falcoj.testkit.shrink.recording;

import io.falcoj.runtime.source.FdEntry;
import io.falcoj.runtime.source.ThreadEntry;
import io.falcoj.runtime.source.UserEntry;
import io.falcoj.testkit.shrink.recording.ScapRecording.Section;

/** Replaces texts in what a capture tells before its events, and has them replaced in those. */
final class CaptureTexts {
  private CaptureTexts() {}

  static Section map(Section section, TextMapping texts) {
    Section mapped = new Section();
    mapped.machine = section.machine;
    mapped.interfaces.addAll(section.interfaces);
    section.users.forEach(user -> mapped.users.add(map(user, texts)));
    section.threads.forEach(thread -> mapped.threads.add(map(thread, texts)));
    section.descriptors.forEach(descriptor -> mapped.descriptors.add(map(descriptor, texts)));
    EventTexts events = new EventTexts(texts);
    section.events.forEach(event -> mapped.events.add(events.map(event)));
    return mapped;
  }

  private static UserEntry map(UserEntry user, TextMapping texts) {
    return new UserEntry(
        user.group(),
        user.id(),
        user.gid(),
        texts.apply(user.name()),
        texts.apply(user.home()),
        texts.apply(user.shell()));
  }

  private static FdEntry map(FdEntry descriptor, TextMapping texts) {
    return new FdEntry(
        descriptor.tid(),
        descriptor.fd(),
        descriptor.inode(),
        descriptor.kind(),
        descriptor.flags(),
        descriptor.device(),
        descriptor.local(),
        descriptor.localPort(),
        descriptor.remote(),
        descriptor.remotePort(),
        descriptor.unixSource(),
        descriptor.unixDestination(),
        descriptor.l4proto(),
        texts.apply(descriptor.name()));
  }

  private static ThreadEntry map(ThreadEntry thread, TextMapping texts) {
    ThreadEntry mapped = thread.copy();
    mapped.comm = texts.apply(thread.comm);
    mapped.exe = texts.apply(thread.exe);
    mapped.exepath = texts.apply(thread.exepath);
    mapped.args = texts.apply(thread.args);
    mapped.env = texts.apply(thread.env);
    mapped.cgroups = texts.apply(thread.cgroups);
    mapped.cwd = texts.apply(thread.cwd);
    mapped.root = texts.apply(thread.root);
    return mapped;
  }
}
