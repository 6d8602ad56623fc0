File site = new File(basedir, "target/site/falco")
String log = new File(basedir, "build.log").text
assert log.contains("Tests run: 2, Failures: 1")
assert log.contains("report " + new File(site, "index.html"))

String page = new File(site, "index.html").text
assert page.contains("reading a secret is taken for nothing")
assert page.contains("only seen true")
assert page.contains("Mutants alive")
assert new File(site, "report.sarif").text.contains('"uri" : "src/test/falco/secrets.test.yaml"')
assert new File(site, "junit/TEST-secrets.xml").isFile()

// Nothing of the time or the machine is in them, but for the XML.
for (name in ["index.html", "report.json", "report.sarif", "coverage.json", "navigator-layer.json", "mutation.json"]) {
    String text = new File(site, name).text
    assert !text.contains(basedir.path)
    assert text == new File(basedir, "target/again/" + name).text
}
