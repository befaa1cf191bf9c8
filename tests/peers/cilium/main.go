// Command cilium answers questions about policies with the code of a Cilium
// release itself: JSON lines in, JSON lines out. README.md describes the ops.
package main

import (
	"fmt"
	"log/slog"
	"os"

	"policyc.io/peers/validate"
)

// release is the version in go.mod; the smoke test compares the two.
const release = "1.20.2"

func main() {
	configure()
	// Cilium warns on standard error about what it skips; what matters to a
	// test comes back as an answer.
	logger := slog.New(slog.NewTextHandler(os.Stderr, &slog.HandlerOptions{Level: slog.LevelError}))
	validator, err := validate.New(logger, clusterName)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(3)
	}
	server := &server{logger: logger, validator: validator, worlds: map[string]*world{}}
	validate.Main(server.handle)
}
