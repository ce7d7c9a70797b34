// The page's commands for Maven are in invoker.properties; those for ./longspan are taken from the page.

def log = new File(basedir, 'build.log').text
// Three contracts, then one; each ends with its sum. A contract passes over what a method does not promise.
assert (log =~ /\[INFO\] Tests run: [1-9]\d*, Failures: 0, Errors: 0, Skipped: \d+\n/).count == 2

assert new File(basedir, 'my-optimizer/src/main/java/org/example/myoptimizer').list().sort() ==
        ['MyOptimizerProvider.java', 'SignSgd.java', 'package-info.java']

def said = { String command ->
    def process = new ProcessBuilder('bash', '-c', command).directory(basedir).redirectErrorStream(true)
    process.environment().put('LONGSPAN', checkout)
    def started = process.start()
    def text = started.inputStream.text
    assert started.waitFor() == 0: "$command\n$text"
    return text
}

// The plan without the plug-in's methods fills the folder with Longspan's own results.
def plan = new File(basedir, 'my-methods/my-methods.yaml')
def own = new File(basedir, 'own/my-methods.yaml')
own.parentFile.mkdirs()
own.text = plan.readLines().findAll { !it.contains('slow-leak') }.join('\n')
        .replace(', sign-sgd', '').replace(', peak', '')
assert said("\$LONGSPAN/longspan run ${own.path}") =~ /trials? run, 0 reused/
def results = new File(basedir, 'runs/my-methods/results.jsonl')
def before = results.readLines().size()

def page = new File(checkout, 'docs/adding-methods-from-outside.md')
def commands = page.readLines()*.trim().findAll { it.startsWith('$LONGSPAN/longspan') }
assert commands.size() == 2
def answers = commands.collect { said(it) }

assert answers[0].contains('sign-sgd') && answers[0].contains('my-methods-1.jar')
assert answers[1].contains("run, $before reused")
def added = results.readLines().drop(before)
assert !added.isEmpty() && added.every { it =~ /sign-sgd|peak|slow-leak/ }
assert new File(basedir, 'runs/my-methods/report.html').isFile()
return true
