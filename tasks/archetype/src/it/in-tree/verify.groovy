assert new File(basedir, 'build.log').text =~ /Tests run: [1-9]\d*, Failures: 0, Errors: 0, Skipped: 0/

def project = new File(basedir, 'target/first-symbol')
assert project.list().sort() == ['pom.xml', 'src', 'target']
assert new File(project, 'pom.xml').text.contains('<artifactId>longspan-task-first-symbol</artifactId>')
assert new File(project, 'target/classes/META-INF/longspan/types.txt').isFile()
assert new File(project, 'target/classes/org/longspan/tasks/firstsymbol/FirstSymbolProvider.class').isFile()
return true
