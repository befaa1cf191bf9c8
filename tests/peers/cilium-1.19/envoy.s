// Empty: a Go file with a function without a body needs an assembly file beside it.
