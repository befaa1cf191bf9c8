// Reads texts as kubectl reads the files that it is given: with the decoder of
// k8s.io/apimachinery, which stands on sigs.k8s.io/yaml.
//
// One JSON object a line: {"texts":[…]}. The answer has an entry a text:
// {"documents":["{…}",…],"error":"…"}, with the JSON of each document up to the
// first one that is refused.
package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"

	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/util/yaml"
)

type request struct {
	Texts []string `json:"texts"`
}

type read struct {
	Documents []string `json:"documents"`
	Error     string   `json:"error"`
}

type answer struct {
	OK      bool   `json:"ok"`
	Error   string `json:"error,omitempty"`
	Results []read `json:"results"`
}

func decode(text string) (result read) {
	result.Documents = []string{}
	defer func() {
		if trouble := recover(); trouble != nil {
			result.Error = fmt.Sprintf("panic: %v", trouble)
		}
	}()
	decoder := yaml.NewYAMLOrJSONDecoder(bytes.NewReader([]byte(text)), 4096)
	for {
		var raw runtime.RawExtension
		if err := decoder.Decode(&raw); errors.Is(err, io.EOF) {
			return result
		} else if err != nil {
			result.Error = err.Error()
			return result
		}
		raw.Raw = bytes.TrimSpace(raw.Raw)
		if len(raw.Raw) == 0 || bytes.Equal(raw.Raw, []byte("null")) {
			continue // kubectl skips it too
		}
		// Numbers as the decoder of objects takes them: 1.0 is 1.
		var value any
		if err := json.Unmarshal(raw.Raw, &value); err != nil {
			result.Error = err.Error()
			return result
		}
		// Strings as Go holds them, numbers as they were written.
		exact := json.NewDecoder(bytes.NewReader(raw.Raw))
		exact.UseNumber()
		if err := exact.Decode(&value); err != nil {
			result.Error = err.Error()
			return result
		}
		canonical, err := json.Marshal(value)
		if err != nil {
			result.Error = err.Error()
			return result
		}
		result.Documents = append(result.Documents, string(canonical))
	}
}

func respond(line []byte) answer {
	var asked request
	if err := json.Unmarshal(line, &asked); err != nil {
		return answer{Error: err.Error()}
	}
	results := make([]read, 0, len(asked.Texts))
	for _, text := range asked.Texts {
		results = append(results, decode(text))
	}
	return answer{OK: true, Results: results}
}

func main() {
	reader := bufio.NewReaderSize(os.Stdin, 1<<20)
	encoder := json.NewEncoder(os.Stdout)
	encoder.SetEscapeHTML(false)
	for {
		line, err := reader.ReadBytes('\n')
		if len(line) > 0 {
			if err := encoder.Encode(respond(line)); err != nil {
				os.Exit(3)
			}
		}
		if err != nil {
			return
		}
	}
}
