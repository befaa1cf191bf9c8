// Command cilium-1.18 tells what Cilium 1.18.5 accepts: JSON lines in, JSON lines
// out, with the ops `version`, `validate` and `dnsmatch` of ../cilium/README.md.
package main

import (
	"fmt"
	"log/slog"
	"os"

	"github.com/cilium/cilium/pkg/fqdn/re"

	"policyc.io/peers/validate"
)

func main() {
	logger := slog.New(slog.NewTextHandler(os.Stderr, &slog.HandlerOptions{Level: slog.LevelError}))
	// The agent does so on its start; without it no DNS pattern can be checked.
	if err := re.InitRegexCompileLRU(logger, 1024); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(3)
	}
	validator, err := validate.New(logger, "default")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(3)
	}
	validate.Main(validator.Only("1.18.5"))
}
