def log = new File(basedir, 'build.log').text
assert log.contains('property family: First-Symbol is not allowed, expected small letters and digits, words joined by'
        + ' hyphens, such as first-symbol')
assert log.contains('property className: firstSymbol is not allowed, expected the name of a class without Provider,'
        + ' such as FirstSymbol')
assert !basedir.list().any { it.equalsIgnoreCase('first-symbol') } // nothing is left of either
return true
