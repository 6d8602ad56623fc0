package io.falcoj.testkit.scenario;

import java.util.List;

/**
 * A thread of a scenario, to tell what it does. Every method adds one step; what it returns can say
 * more of that step.
 */
public final class Actor {
  private final ScenarioBuilder scenario;
  private final long tid;

  Actor(ScenarioBuilder scenario, long tid) {
    this.scenario = scenario;
    this.tid = tid;
  }

  public long tid() {
    return tid;
  }

  /** Any event, by its name in the event table or the name of a system call. */
  public EventBuilder event(String name) {
    return scenario.step(tid, name);
  }

  /** Makes a child process. */
  public Actor fork(long child) {
    event("clone").returns(child).flags("CLONE_CHILD_CLEARTID", "CLONE_CHILD_SETTID");
    return new Actor(scenario, child);
  }

  /** Makes a thread in its own process. */
  public Actor thread(long thread) {
    event("clone3")
        .returns(thread)
        .flags("CLONE_FILES", "CLONE_FS", "CLONE_SIGHAND", "CLONE_THREAD", "CLONE_VM");
    return new Actor(scenario, thread);
  }

  /** Becomes another program. */
  public EventBuilder execve(String exe, String... args) {
    return event("execve").with("exe", exe).with("args", List.of(args));
  }

  /** Becomes the program that it has written into an anonymous memory file. */
  public EventBuilder execMemfd(long fd, String name, String... args) {
    return event("execveat")
        .with("exe", name)
        .with("args", List.of(args))
        .with("comm", Long.toString(fd))
        .with("trusted_exepath", "/memfd:" + name + " (deleted)")
        .flags("EXE_WRITABLE", "EXE_FROM_MEMFD");
  }

  /** The process ends. */
  public EventBuilder exit(int status) {
    return event("procexit").with("status", (long) status << 8).with("ret", status);
  }

  public EventBuilder open(String path, String... flags) {
    return event("open").with(Step.PATH, path).flags(flags);
  }

  public EventBuilder openat(String path, String... flags) {
    return event("openat").with(Step.PATH, path).flags(flags);
  }

  public EventBuilder close(long fd) {
    return event("close").with("fd", fd);
  }

  public EventBuilder memfdCreate(long fd, String name) {
    return event("memfd_create").returns(fd).with("name", name).flags("MFD_CLOEXEC");
  }

  public EventBuilder dup(long from, long to) {
    return event("dup").returns(to).with("oldfd", from);
  }

  public EventBuilder dup2(long from, long to) {
    return event("dup2").returns(to).with("oldfd", from).with("newfd", to);
  }

  public EventBuilder dup3(long from, long to) {
    return event("dup3").returns(to).with("oldfd", from).with("newfd", to);
  }

  /** Makes a socket for TCP. */
  public EventBuilder socket(long fd, String domain) {
    return event("socket").returns(fd).with("domain", domain).with("type", 1);
  }

  /**
   * @param tuple own end and other end, e.g. {@code 10.0.0.5:40112->203.0.113.9:4444}
   */
  public EventBuilder connect(long fd, String tuple) {
    return event("connect").with("fd", fd).with("tuple", tuple);
  }

  /**
   * @param tuple the client's end and own end
   */
  public EventBuilder accept(long fd, String tuple) {
    return event("accept4").returns(fd).with("tuple", tuple).with("queuemax", 128);
  }

  public EventBuilder bind(long fd, String address) {
    return event("bind").with("fd", fd).with("addr", address);
  }

  public EventBuilder read(long fd, String data) {
    return transfer("read", fd, data);
  }

  public EventBuilder write(long fd, String data) {
    return transfer("write", fd, data);
  }

  private EventBuilder transfer(String name, long fd, String data) {
    return event(name)
        .returns(data.length())
        .with("data", data)
        .with("fd", fd)
        .with("size", data.length());
  }

  /**
   * @param request e.g. {@code PTRACE_ATTACH}
   */
  public EventBuilder ptrace(String request, long pid) {
    return event("ptrace").with("request", request).with("pid", pid);
  }

  public EventBuilder unlink(String path) {
    return event("unlink").with(Step.PATH, path);
  }

  public EventBuilder rename(String from, String to) {
    return event("rename").with("oldpath", from).with("newpath", to);
  }

  public EventBuilder chmod(String path, String... mode) {
    return event("chmod").with("filename", path).with("mode", List.of(mode));
  }

  public EventBuilder mkdir(String path) {
    return event("mkdir").with(Step.PATH, path);
  }

  public EventBuilder chdir(String path) {
    return event("chdir").with(Step.PATH, path);
  }

  public EventBuilder setuid(long uid) {
    return event("setuid").with("uid", uid);
  }

  public EventBuilder kill(long pid, String signal) {
    return event("kill").with("pid", pid).with("sig", signal);
  }

  public EventBuilder initModule(String arguments) {
    return event("init_module").with("uargs", arguments);
  }

  public EventBuilder finitModule(long fd) {
    return event("finit_module").with("fd", fd);
  }
}
