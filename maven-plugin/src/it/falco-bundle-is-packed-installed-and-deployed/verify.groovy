import java.util.jar.JarFile

String log = new File(basedir, "build.log").text
["validate", "compile", "test", "bundle", "install", "deploy"].each {
  assert log =~ /--- .*:$it \(default-$it\) @ shop-rules ---/
}
assert log.contains("Tests run: 2, Failures: 0")

File packed = new File(basedir, "target/shop-rules-1.0.jar")
JarFile jar = new JarFile(packed)
assert jar.manifest.mainAttributes.getValue("Falco-Bundle-Name") == "shop-rules"
assert jar.manifest.mainAttributes.getValue("Falco-Bundle-Version") == "1.0"
assert jar.entries().any { it.name.startsWith("META-INF/falco/rules/") && it.name.endsWith("shells.yaml") }
jar.close()

[localRepositoryPath, new File(basedir, "target/repository")].each {
  assert new File(it, "it/shop-rules/1.0/shop-rules-1.0.jar").bytes == packed.bytes
  assert new File(it, "it/shop-rules/1.0/shop-rules-1.0.pom").text.contains("falco-bundle")
}
true
