String log = new File(basedir, "build.log").text
assert log.contains("[ERROR] Tests run: 2, Failures: 1, Errors: 0, Skipped: 0")
assert log =~ /FAILED  reading a secret is taken for nothing  \(.*secrets\.test\.yaml:7\)/
assert log.contains('rule "Secret read": ')
assert log.contains("rule tests failed; the lines above say which and why")
assert !log.contains("\tat ")

// Whole, quiet, a name that no case has, ignoring failures, and without tests.
assert log.count("FAILED  reading a secret") == 3
assert log.contains("no case has a name like falco.test=no*such; -Dfalco.failIfNoSpecifiedTests=false")
assert log.count("skipped (skipTests)") == 1
assert log.count("BUILD SUCCESS") == 2
assert log.count("BUILD FAILURE") == 2
assert new File(basedir, "target/failing-test-names-the-rule-1.0.jar").isFile()
