// A registry in memory, on a port of the loopback interface that the kernel
// chooses: its address is the one line of standard output. It knows the
// referrers of OCI 1.1. It ends when standard input does.
package main

import (
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"os"

	"github.com/google/go-containerregistry/pkg/registry"
)

func main() {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		log.Fatal(err)
	}
	go func() {
		io.Copy(io.Discard, os.Stdin)
		os.Exit(0)
	}()
	quiet := registry.Logger(log.New(io.Discard, "", 0))
	handler := registry.New(registry.WithReferrersSupport(true), quiet)
	fmt.Println(listener.Addr())
	log.Fatal(http.Serve(listener, handler))
}
