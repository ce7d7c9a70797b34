def log = new File(basedir, 'build.log').text
assert log.contains('property name: My-Methods is not allowed, expected small letters and digits, words joined by'
        + ' hyphens, such as my-methods')
assert log.contains('property kinds: task is not allowed, expected some of optimizer,clipping,cell')
assert !basedir.list().any { it.equalsIgnoreCase('my-methods') } // nothing is left of either
return true
