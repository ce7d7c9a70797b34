// Runs after the files are written: in batch mode, only a script can reject a property.

def project = new File(request.outputDirectory, request.artifactId)

def files = []
project.eachFileRecurse(groovy.io.FileType.FILES) { files << it }

def require = { String property, String pattern, String expected ->
    def value = request.properties[property]
    if (!(value ==~ pattern)) {
        if (files.size() == 11) { // only the archetype's own files
            project.deleteDir()
        }
        throw new IllegalArgumentException("property $property: $value is not allowed, expected $expected")
    }
}

require 'name', '[a-z0-9]+(-[a-z0-9]+)*', 'small letters and digits, words joined by hyphens, such as my-methods'
require 'className', '[A-Z][A-Za-z0-9]*', 'the name of a class without Provider, such as MyMethods'
require 'package', '[a-z_][a-z0-9_]*(\\.[a-z_][a-z0-9_]*)*', 'the name of a package, such as org.example.mymethods'
require 'kinds', '(optimizer|clipping|cell)(,(optimizer|clipping|cell))*', 'some of optimizer,clipping,cell'

// Removes the examples that were not requested.
def examples = [optimizer: 'SignSgd', clipping: 'ClipByPeak', cell: 'SlowLeak']
examples.each { kind, example ->
    if (!request.properties['kinds'].split(',').contains(kind)) {
        files.findAll { it.name in [example + '.java', example + 'ContractTest.java'] }.each { it.delete() }
    }
}
