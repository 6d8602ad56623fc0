String log = new File(basedir, "build.log").text
assert log.contains("Tests run: 2, Failures: 1, Errors: 0, Skipped: 0")
assert log =~ /FAILED  reading a secret is taken for nothing  \(.*secrets\.test\.yaml:7\)/
assert log.contains('rule "Secret read": 1 alert(s) that the case does not expect')
assert log.contains("rule tests failed; the lines above say which and why")
assert !new File(basedir, "target/failing-test-names-the-rule-1.0.jar").exists()
