// Runs after the files are written: in batch mode, only a script can reject a property.

def project = new File(request.outputDirectory, request.artifactId)

def require = { String property, String pattern, String expected ->
    def value = request.properties[property]
    if (!(value ==~ pattern)) {
        def files = []
        project.eachFileRecurse(groovy.io.FileType.FILES) { files << it }
        if (files.size() == 7) { // only the archetype's own files
            project.deleteDir()
        }
        throw new IllegalArgumentException("property $property: $value is not allowed, expected $expected")
    }
}

require 'family', '[a-z0-9]+(-[a-z0-9]+)*', 'small letters and digits, words joined by hyphens, such as first-symbol'
require 'className', '[A-Z][A-Za-z0-9]*', 'the name of a class without Provider, such as FirstSymbol'
require 'package', '[a-z_][a-z0-9_]*(\\.[a-z_][a-z0-9_]*)*', 'the name of a package, such as org.example.firstsymbol'
require 'inTree', 'true|false', 'true or false'

def inTreePom = new File(project, 'in-tree-pom.xml')
if (request.properties['inTree'] == 'true') {
    new File(project, 'pom.xml').bytes = inTreePom.bytes
    new File(project, "${request.properties['family']}.yaml").delete() // plans of the tree are in plans/
}
inTreePom.delete()
