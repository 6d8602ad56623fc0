["base", "shop", "bank"].each {
  assert new File(basedir, "$it/target/$it-rules-1.0.jar").isFile()
}
List lines = new File(basedir, "build.log").readLines()
assert lines.findAll { it.startsWith("[") } == []
