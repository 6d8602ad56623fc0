import java.util.jar.JarFile

File bundle = new File(basedir, "target/compiles-rules-to-a-bundle-1.0.jar")
assert bundle.isFile()
JarFile jar = new JarFile(bundle)
assert jar.manifest.mainAttributes.getValue("Falco-Bundle-Format") != null
assert jar.getEntry("META-INF/falco/bundle.json") != null
assert jar.entries().any { it.name.endsWith(".class") }
jar.close()

String log = new File(basedir, "build.log").text
assert log.contains("1 rule is valid")
assert log.contains("Tests run: 1, Failures: 0")
