String log = new File(basedir, "build.log").text
assert log.contains("Tests run: 2, Failures: 0")
assert log.contains("nothing to compile: 1 rule up to date")
assert log.contains("Tests run: 1, Failures: 0")
assert log.contains("falco:validate")
assert log.contains("skipped (falco.skip)")
assert !log.contains("WARNING] no rule files")
assert new File(basedir, "target/falco/rules.jar").isFile()
assert new File(basedir, "target/falco/reports/junit/TEST-shells.xml").isFile()
