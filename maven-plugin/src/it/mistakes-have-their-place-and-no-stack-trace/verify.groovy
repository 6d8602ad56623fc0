String log = new File(basedir, "build.log").text
assert log =~ /shells\.yaml:6:14/
assert log.contains("stared_process")
assert log.contains("1 error in the rules; the lines above say where. `mvn falco:validate` checks them alone")
assert log.contains("unknown key 'expects'")
assert log =~ /src.test.falco.shells\.test\.yaml:4:5/
assert log.contains("test files have mistakes; the lines above say where")
assert log.contains("none.yaml: no such file")
assert !log.contains("\tat ")
