String log = new File(basedir, "build.log").text
assert log.contains("~ Secret read  (narrowed)  src/main/falco/secrets.yaml:1")
assert log =~ /listed\.test\.yaml: a list of secrets is read event 1: list  ann/
assert log.contains("the rules differ from old, and falco.failOnDifference is set")
assert new File(basedir, "target/falco/diff.md").text.contains("| Secret read | narrowed | 1 | 0 |")
assert new File(basedir, "target/falco/diff.json").isFile()

// A test that was recorded passes; a name that is none of a rule is told as such.
assert log.contains("1 event(s) match")
assert new File(basedir, "src/test/falco/secrets/secret-is-read.test.yaml").text.contains("- rule: Secret read")
assert log.contains('no rule "Secret"')
assert log.contains("Tests run: 2, Failures: 0")

assert log.contains("with all rules")
assert new File(basedir, "target/falco/bench.json").text.contains('"rule" : "Secret read"')
assert !log.contains("\tat ")
