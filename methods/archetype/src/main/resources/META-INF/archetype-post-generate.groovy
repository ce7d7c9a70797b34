// Runs after the files are written: a script is the only place where an archetype can refuse a property in batch mode.

def project = new File(request.outputDirectory, request.artifactId)

def files = []
project.eachFileRecurse(groovy.io.FileType.FILES) { files << it }

def require = { String property, String pattern, String expected ->
    def value = request.properties[property]
    if (!(value ==~ pattern)) {
        if (files.size() == 11) { // none but those of the archetype
            project.deleteDir()
        }
        throw new IllegalArgumentException("property $property: $value is not allowed, expected $expected")
    }
}

require 'name', '[a-z0-9]+(-[a-z0-9]+)*', 'small letters and digits, words joined by hyphens, such as my-methods'
require 'className', '[A-Z][A-Za-z0-9]*', 'the name of a class without Provider, such as MyMethods'
require 'package', '[a-z_][a-z0-9_]*(\\.[a-z_][a-z0-9_]*)*', 'the name of a package, such as org.example.mymethods'
require 'kinds', '(optimizer|clipping|cell)(,(optimizer|clipping|cell))*', 'some of optimizer,clipping,cell'

// The examples that were not asked for go.
def examples = [optimizer: 'SignSgd', clipping: 'ClipByPeak', cell: 'SlowLeak']
examples.each { kind, example ->
    if (!request.properties['kinds'].split(',').contains(kind)) {
        files.findAll { it.name in [example + '.java', example + 'ContractTest.java'] }.each { it.delete() }
    }
}
