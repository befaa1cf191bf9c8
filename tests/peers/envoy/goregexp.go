//go:build ignore

// Prints `yes` or `no` for each expression on stdin: whether Go's regexp accepts it, as Cilium's
// agent asks (pkg/policy/api/http.go). `go run goregexp.go < syntax.txt`
package main

import (
	"bufio"
	"fmt"
	"os"
	"regexp"
)

func main() {
	lines := bufio.NewScanner(os.Stdin)
	for lines.Scan() {
		if _, err := regexp.Compile(lines.Text()); err != nil {
			fmt.Println("no")
		} else {
			fmt.Println("yes")
		}
	}
}
