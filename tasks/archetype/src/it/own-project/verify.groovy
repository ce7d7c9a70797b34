// The page's commands for Maven are in invoker.properties; those for ./longspan are taken from the page.

assert new File(basedir, 'build.log').text =~ /Tests run: [1-9]\d*, Failures: 0, Errors: 0, Skipped: 0/

def page = new File(checkout, 'docs/adding-a-task.md')
def commands = page.readLines()*.trim().findAll { it.startsWith('$LONGSPAN/longspan') }
assert commands.size() == 2

def said = new StringBuilder()
commands.each { command ->
    def process = new ProcessBuilder('bash', '-c', command).directory(basedir).redirectErrorStream(true)
    process.environment().put('LONGSPAN', checkout)
    def started = process.start()
    said << started.inputStream.text
    assert started.waitFor() == 0: "$command\n$said"
}
assert said.contains('first-symbol noisy')
assert new File(basedir, 'runs/first-symbol/report.html').isFile()
return true
