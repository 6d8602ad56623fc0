package io.falcoj.testkit.scenario.scap;

import static org.assertj.core.api.Assertions.assertThat;

import io.falcoj.testkit.Judged;
import io.falcoj.testkit.scenario.Actor;
import io.falcoj.testkit.scenario.Container;
import io.falcoj.testkit.scenario.Scenario;
import io.falcoj.testkit.scenario.ScenarioBuilder;
import io.falcoj.testkit.scenario.User;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What rules see of scenarios: every test writes a capture and reads it back. */
class ScenarioWriterTest {
  private final ScenarioBuilder scenario = Scenario.on("shop-1");

  @Test
  void equalScenariosGiveEqualBytes() {
    scenario.process(200, "/bin/bash").fork(201).execve("/bin/ls", "-l");
    ScenarioBuilder again = Scenario.on("shop-1");
    again.process(200, "/bin/bash").fork(201).execve("/bin/ls", "-l");
    assertThat(ScenarioWriter.toBytes(again.build()))
        .isEqualTo(ScenarioWriter.toBytes(scenario.build()));
  }

  @Test
  void aChildKnowsItsProgramAndItsAncestors() {
    User alice = scenario.user(1000, "alice");
    scenario.process(150, "/usr/sbin/sshd");
    Actor bash =
        scenario.process(
            200, "/bin/bash", p -> p.under(150).as(alice).tty(34_816).cwd("/srv").args("-l"));
    bash.fork(201).execve("/usr/bin/containerd-shim-runc-v2", "-x", "a b");
    assertThat(
            Judged.by(
                scenario,
                "evt.type = execve",
                "%proc.name|%proc.exe|%proc.exepath|%proc.args|%proc.pid|%proc.ppid|%proc.pname"
                    + "|%proc.aname[2]|%proc.tty|%user.name|%user.uid|%proc.pcmdline|%proc.cwd"))
        .containsExactly(
            "containerd-shim|/usr/bin/containerd-shim-runc-v2|/usr/bin/containerd-shim-runc-v2"
                + "|-x a b|201|200|bash|sshd|34816|alice|1000|bash -l|/srv/");
  }

  @Test
  void aFailedStartLeavesTheProcessAsItWas() {
    Actor child = scenario.process(200, "/bin/bash").fork(201);
    child.execve("/usr/bin/vim").returns("ENOENT");
    child.openat("/tmp/x", "O_RDONLY");
    assertThat(Judged.by(scenario, "evt.type in (execve, openat)", "%evt.res %proc.name"))
        .containsExactly("ENOENT bash", "SUCCESS bash");
  }

  @Test
  void processesInAContainerHaveIdsOfTheirOwn() {
    Container web = scenario.container("5f1c0d9a7be2", "web", "docker.io/library/nginx:1.27");
    Actor nginx = scenario.process(800, "/usr/sbin/nginx", p -> p.in(web));
    nginx.fork(901).execve("/bin/sh");
    assertThat(
            Judged.by(
                scenario,
                "evt.type = execve",
                "%container.id %container.name %container.image.repository %container.image.tag"
                    + " %container.privileged %proc.pid %proc.vpid %proc.pname"))
        .containsExactly("5f1c0d9a7be2 web docker.io/library/nginx 1.27 false 901 2 nginx");
  }

  @Test
  void aProgramCanBeStartedInsideOfAContainer() {
    Container web = scenario.container("5f1c0d9a7be2", "web", "nginx:1");
    Actor runc = scenario.process(900, "/usr/bin/runc");
    runc.execve("/bin/bash").in(web).tty(34_816);
    runc.openat("/etc/hosts", "O_RDONLY");
    assertThat(Judged.by(scenario, "evt.type = openat", "%container.id %proc.name %proc.tty"))
        .containsExactly("5f1c0d9a7be2 bash 34816");
  }

  @Test
  void threadsShareDescriptors() {
    Actor main = scenario.process(200, "/usr/bin/java");
    Actor thread = main.thread(201);
    main.openat("/srv/data", "O_RDWR", "O_CREAT");
    thread.read(3, "abc");
    assertThat(
            Judged.by(
                scenario,
                "evt.type = read",
                "%fd.name %proc.pid %thread.tid %evt.buffer %evt.rawres"))
        .containsExactly("/srv/data 200 201 abc 3");
  }

  @Test
  void descriptorsAreNumberedAsTheKernelNumbersThem() {
    Actor bash = scenario.process(200, "/bin/bash");
    bash.openat("/tmp/a", "O_RDONLY");
    bash.openat("/tmp/b", "O_RDONLY");
    bash.close(3);
    bash.event("pipe2");
    bash.openat("/tmp/c", "O_RDONLY").returns("EACCES");
    bash.event("eventfd2");
    assertThat(Judged.by(scenario, "evt.type in (openat, pipe2, eventfd2)", "%evt.type %evt.args"))
        .satisfiesExactly(
            a -> assertThat(a).contains("fd=3(<f>/tmp/a)"),
            b -> assertThat(b).contains("fd=4(<f>/tmp/b)"),
            pipe -> assertThat(pipe).contains("fd1=3(<p>) fd2=5(<p>)"),
            c -> assertThat(c).contains("fd=-13(EACCES)"),
            event -> assertThat(event).contains("res=6(<e>)"));
  }

  @Test
  void namesStandForNumbers() {
    Actor bash = scenario.process(200, "/bin/bash");
    bash.openat("/tmp/a", "O_WRONLY", "O_CREAT").with("mode", "0640");
    bash.kill(201, "SIGKILL");
    bash.chmod("/tmp/a", "S_IRUSR", "S_IXUSR");
    bash.ptrace("PTRACE_ATTACH", 1);
    assertThat(
            Judged.by(
                scenario,
                "evt.type in (openat, kill, chmod, ptrace)",
                "%evt.arg.flags %evt.arg.mode %evt.arg.sig %evt.arg.request"))
        .containsExactly(
            "O_CREAT|O_WRONLY 0640 <NA> <NA>",
            "<NA> <NA> SIGKILL <NA>",
            "<NA> S_IXUSR|S_IRUSR <NA> <NA>",
            "<NA> <NA> <NA> PTRACE_ATTACH");
  }

  @Test
  void connectionsHaveTwoEnds() {
    Actor curl = scenario.process(200, "/usr/bin/curl");
    curl.socket(3, "AF_INET");
    curl.connect(3, "10.0.0.5:40112->203.0.113.9:443");
    curl.socket(4, "AF_INET6");
    curl.connect(4, "[2001:db8::5]:40113->[2001:db8::9]:443").returns("ECONNREFUSED");
    curl.accept(5, "198.51.100.7:5000->10.0.0.5:80");
    curl.dup2(3, 0);
    curl.event("socket").returns(7).with("domain", "AF_UNIX").with("type", 2);
    curl.connect(7, "/dev/log");
    assertThat(
            Judged.by(
                scenario,
                "evt.type in (connect, accept4, dup2)",
                "%fd.num %fd.type %fd.name %fd.sip %fd.cport"))
        .containsExactly(
            "3 ipv4 10.0.0.5:40112->203.0.113.9:443 203.0.113.9 40112",
            "4 ipv6  <NA> <NA>",
            "5 ipv4 198.51.100.7:5000->10.0.0.5:80 10.0.0.5 5000",
            "0 ipv4 10.0.0.5:40112->203.0.113.9:443 203.0.113.9 40112",
            "7 unix 0->0 /dev/log <NA> <NA>");
  }

  @Test
  void programsRunFromMemory() {
    Actor loader = scenario.process(200, "/usr/bin/python3");
    loader.memfdCreate(3, "kworker");
    loader.execMemfd(3, "kworker", "-d");
    assertThat(
            Judged.by(
                scenario,
                "evt.type = execveat",
                "%proc.is_exe_from_memfd %proc.exepath %proc.name"))
        .containsExactly("true /memfd:kworker 3");
  }

  @Test
  void callsWithoutAnEventTypeAreGeneric() {
    scenario.process(200, "/bin/bash").event("sysinfo");
    assertThat(Judged.by(scenario, "evt.type = sysinfo", "%evt.type %evt.arg.ID %proc.name"))
        .containsExactly("sysinfo sysinfo bash");
  }

  @Test
  void usersChangeAndProcessesEnd() {
    User alice = scenario.user(1000, "alice");
    Actor su = scenario.process(200, "/usr/bin/su");
    su.setuid(alice.uid());
    Actor child = su.fork(201);
    child.unlink("/tmp/a");
    child.rename("/tmp/b", "/tmp/c");
    child.exit(2);
    assertThat(
            Judged.by(
                scenario,
                "evt.type in (unlink, rename, procexit)",
                "%evt.type %user.name %evt.arg.path %evt.arg.newpath %evt.arg.ret"))
        .containsExactly(
            "unlink alice /tmp/a <NA> <NA>",
            "rename alice <NA> /tmp/c <NA>",
            "procexit alice <NA> <NA> 2");
  }

  @Test
  void timesFollowFromTheStart() {
    Actor bash = scenario.start(Instant.parse("2026-05-01T12:00:00Z")).process(200, "/bin/bash");
    bash.chdir("/tmp");
    bash.chdir("/srv").after(Duration.ofSeconds(90));
    assertThat(Judged.by(scenario, "evt.type = chdir", "%evt.time.iso8601"))
        .containsExactly(
            "2026-05-01T12:00:00.010000000+0000", "2026-05-01T12:01:30.010000000+0000");
  }
}
