package io.falcoj.rules;

import io.falcoj.testkit.scenario.Actor;

/** Events for the rules of {@code kernel.yaml}. */
final class KernelFixtures {
  private static final String MODULES = "kernel-module-loaded-from-a-container/";
  private static final String TRACING = "another-process-traced/";

  private KernelFixtures() {}

  static void addTo(Fixtures fixtures) {
    fixtures.add(
        MODULES + "insmod-in-a-container",
        s -> Stage.run(s.nginx, 2101, "/usr/sbin/insmod", "rk.ko").finitModule(3));
    fixtures.add(
        MODULES + "module-from-memory",
        s -> Stage.run(s.nginx, 2101, "/tmp/loader").initModule("hide=1"));
    fixtures.add(
        MODULES + "modprobe-on-the-host",
        s -> Stage.run(s.bash, 2101, "/usr/sbin/modprobe", "nf_tables").finitModule(3));
    fixtures.add(
        MODULES + "insmod-is-refused",
        s ->
            Stage.run(s.worker, 2101, "/usr/sbin/insmod", "rk.ko").finitModule(3).returns("EPERM"));
    fixtures.add(TRACING + "program-attaches", s -> traces(s.bash, "/tmp/inject", "PTRACE_ATTACH"));
    fixtures.add(
        TRACING + "program-writes-memory", s -> traces(s.bash, "/tmp/inject", "PTRACE_POKETEXT"));
    fixtures.add(
        TRACING + "strace-attaches", s -> traces(s.bash, "/usr/bin/strace", "PTRACE_SEIZE"));
    fixtures.add(
        TRACING + "process-lets-itself-be-traced",
        s -> traces(s.bash, "/usr/bin/make", "PTRACE_TRACEME"));
    fixtures.add(
        TRACING + "attaching-is-refused",
        s ->
            Stage.run(s.worker, 2101, "/tmp/inject").ptrace("PTRACE_ATTACH", 401).returns("EPERM"));
  }

  private static void traces(Actor parent, String exe, String request) {
    Stage.run(parent, 2101, exe).ptrace(request, 401);
  }
}
