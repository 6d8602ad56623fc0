String log = new File(basedir, "build.log").text
assert log =~ /shells\.yaml:6:14/
assert log.contains("stared_process")
assert log.contains("1 error in the rules; the lines above say where")
assert !log.contains("\tat ")
