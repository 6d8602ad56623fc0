String log = new File(basedir, "build.log").text
assert log.contains("[INFO] Coverage: 83.3 % (5 of 6 sides of checks)")
assert log.contains("[ERROR] coverage of all rules is 83.3 % (5 of 6 sides of checks), less than the minimum of 90 %:")
assert log.contains("[ERROR]   src/main/falco/shells.yaml:6:36  never false: proc.name in (shells)")
assert log.contains('[ERROR] coverage of rule "Shell of a web server" is 83.3 %')
assert log.contains("the rule tests show too little of the conditions; write cases for the checks")
assert log.contains("falco.coverage.minimum: 'ninety' is no minimum: write a ratio such as 0.8, or 80%")
assert log.count("BUILD SUCCESS") == 2
assert !log.contains("\tat ")

File reports = new File(basedir, "target/falco/reports")
assert new File(reports, "coverage.json").text.contains('"sides_seen" : 5')
assert new File(reports, "navigator-layer.json").text.contains('"techniqueID" : "T1059.004"')
assert new File(reports, "index.html").isFile()
