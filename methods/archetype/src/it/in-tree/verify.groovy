// Each of the three was found in its list, and its contract ran.

def reports = new File(basedir, 'tree/testkit/target/surefire-reports')
['Optimizers', 'Clippings', 'Cells'].each { list ->
    def suite = new groovy.xml.XmlSlurper().parse(new File(reports, "TEST-org.longspan.testkit.${list}KeepTheContractTest.xml"))
    assert suite.@tests.toInteger() > 10
    assert suite.@failures == '0' && suite.@errors == '0'
}
return true
