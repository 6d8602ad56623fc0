package io.falcoj.testkit.scenario;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A process of the tree that is being described. */
public final class ProcessBuilding {
  private final long pid;
  private final String exe;
  private long parent;
  private String name;
  private List<String> args;
  private List<String> env;
  private String cwd;
  private long uid;
  private long gid;
  private long tty;
  private @Nullable Container container;

  ProcessBuilding(ProcessSpec like) {
    pid = like.pid();
    exe = like.exe();
    parent = like.parent();
    name = like.name();
    args = like.args();
    env = like.env();
    cwd = like.cwd();
    uid = like.uid();
    gid = like.gid();
    tty = like.tty();
    container = like.container();
  }

  /** Its parent's process id; 0 for none. */
  public ProcessBuilding under(long newParent) {
    parent = newParent;
    return this;
  }

  /** What {@code proc.name} shows, when it is not the file's name. */
  public ProcessBuilding named(String newName) {
    name = newName;
    return this;
  }

  public ProcessBuilding args(String... newArgs) {
    args = List.of(newArgs);
    return this;
  }

  /** {@code NAME=value} each. */
  public ProcessBuilding env(String... newEnv) {
    env = List.of(newEnv);
    return this;
  }

  public ProcessBuilding cwd(String directory) {
    cwd = directory;
    return this;
  }

  public ProcessBuilding as(User user) {
    uid = user.uid();
    gid = user.gid();
    return this;
  }

  /** Device number of its terminal; 34816 is {@code /dev/pts/0}. */
  public ProcessBuilding tty(long device) {
    tty = device;
    return this;
  }

  public ProcessBuilding in(Container newContainer) {
    container = newContainer;
    return this;
  }

  ProcessSpec build() {
    return new ProcessSpec(pid, parent, exe, name, args, env, cwd, uid, gid, tty, container);
  }
}
