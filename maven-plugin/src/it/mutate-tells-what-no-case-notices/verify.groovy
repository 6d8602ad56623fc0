String log = new File(basedir, "build.log").text
assert log.contains("[WARNING] src/main/falco/shells.yaml:2:11: list shells, item bash removed [remove-item]: no case notices")
assert log.contains("[WARNING]     @@ -2 +2 @@")
assert log.contains("[WARNING]     -  items: [bash, sh]")
assert log.contains("[WARNING]     +  items: [sh]")
assert log =~ /\[INFO\] Mutants killed: [\d.]+ % \(\d+ of \d+\)/
assert log.contains("less than falco.mutation.minimum=0.95; write cases in which the changes")
assert log.contains("[INFO] Mutants killed: 100.0 % (0 of 0)")
assert !log.contains("\tat ")
assert new File(basedir, "target/falco/reports/mutation.json").isFile()
