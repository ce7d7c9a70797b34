// Follows docs/adding-an-optimizer.md, -a-clipping.md and -a-cell.md in a copy of the checkout: what their tables of places
// say, and nothing else.

import java.nio.file.Files

def from = new File(checkout).toPath()
def tree = new File(basedir, 'tree')
def skipped = ['.git', 'target', 'runs'] as Set
from.toFile().traverse(type: groovy.io.FileType.FILES, preDir: { folder ->
    folder.name in skipped ? groovy.io.FileVisitResult.SKIP_SUBTREE : groovy.io.FileVisitResult.CONTINUE
}) { file ->
    def to = tree.toPath().resolve(from.relativize(file.toPath()).toString())
    Files.createDirectories(to.parent)
    Files.copy(file.toPath(), to)
}

// | `a/file` | what |
def places = { String page ->
    new File(tree, "docs/$page").readLines().collect { it =~ /\| `([^`]+\.java)` \| (.*) \|/ }
            .findAll { it.matches() }.collect { [file: it.group(1), what: it.group(2)] }
}

def written = []
['adding-an-optimizer.md', 'adding-a-clipping.md', 'adding-a-cell.md'].each { page ->
    def text = new File(tree, "docs/$page").text
    def found = places(page)
    def (code, list) = found

    // "the code below, in the package `...`": the first block of Java.
    def target = (code.what =~ /package `([^`]+)`/)[0][1]
    def source = (text =~ /(?s)```java\n(package .*?)```/)[0][1].replaceFirst(/package [^;]+;/, "package $target;")
    new File(tree, code.file).text = source

    // "`X.ENTRY` in `all()`", "and its import" where the list is in another package
    def entry = (list.what =~ /^`([^`]+)` in `all\(\)`/)[0][1]
    def all = new File(tree, list.file)
    def lines = all.text.replaceFirst(/return List\.of\(/, "return List.of($entry,")
    if (list.what.contains('import')) {
        lines = lines.replaceFirst(/\nimport /, "\nimport $target.${entry - '.ENTRY'};\nimport ")
    }
    assert lines != all.text
    all.text = lines

    // "`case ... -> ...` in `step`": the oracle of a cell
    found.drop(2).each { place ->
        def line = (place.what =~ /^`([^`]+)` in `step`/)[0][1]
        def test = new File(tree, place.file)
        test.text = test.text.replaceFirst(/(?m)^( +)case /, "\$1$line\n\$1case ")
    }
    written << code.file
}
assert written.size() == 3
return true
