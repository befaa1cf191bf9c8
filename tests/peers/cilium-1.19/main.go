// Command cilium-1.19 tells what Cilium 1.19.4 accepts: JSON lines in, JSON lines
// out, with the ops `version`, `validate` and `dnsmatch` of ../cilium/README.md.
package main

import (
	"fmt"
	"log/slog"
	"os"

	"policyc.io/peers/validate"
)

func main() {
	logger := slog.New(slog.NewTextHandler(os.Stderr, &slog.HandlerOptions{Level: slog.LevelError}))
	validator, err := validate.New(logger, "default")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(3)
	}
	validate.Main(validator.Only("1.19.4"))
}
