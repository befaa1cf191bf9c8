// Docker's registry 2.8 in memory, on a port of the loopback interface that
// the kernel chooses: its address is the one line of standard output. It knows
// nothing of referrers. It ends when standard input does.
package main

import (
	"context"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"os"

	"github.com/docker/distribution/configuration"
	"github.com/docker/distribution/registry/handlers"
	_ "github.com/docker/distribution/registry/storage/driver/inmemory"
	"github.com/sirupsen/logrus"
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
	logrus.SetOutput(io.Discard)
	settings := &configuration.Configuration{Storage: configuration.Storage{
		"inmemory":    configuration.Parameters{},
		"maintenance": configuration.Parameters{"uploadpurging": map[interface{}]interface{}{"enabled": false}},
	}}
	settings.HTTP.Secret = "of-the-test"
	app := handlers.NewApp(context.Background(), settings)
	fmt.Println(listener.Addr())
	log.Fatal(http.Serve(listener, app))
}
