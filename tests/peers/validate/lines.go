package validate

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
)

// maxLine bounds one request, in bytes.
const maxLine = 512 << 20

// Handler answers one request. An error becomes {"ok":false,"error":…}.
type Handler func(op string, line []byte) (any, error)

// failure is the answer to a request that could not be carried out.
type failure struct {
	OK    bool   `json:"ok"`
	Error string `json:"error"`
}

// Serve answers the lines of in on out, one answer a request, in order, until
// in ends. It flushes only when no further request is waiting, so a client may
// send many lines before it reads.
func Serve(in io.Reader, out io.Writer, handle Handler) error {
	reader := bufio.NewReaderSize(in, 1<<20)
	writer := bufio.NewWriterSize(out, 1<<20)
	encoder := json.NewEncoder(writer)
	encoder.SetEscapeHTML(false)
	for {
		line, err := readLine(reader)
		if len(line) > 0 {
			if err := encoder.Encode(answer(line, handle)); err != nil {
				return err
			}
		}
		if reader.Buffered() == 0 || err != nil {
			if flushed := writer.Flush(); flushed != nil {
				return flushed
			}
		}
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
	}
}

func readLine(reader *bufio.Reader) ([]byte, error) {
	var line []byte
	for {
		part, err := reader.ReadSlice('\n')
		line = append(line, part...)
		if len(line) > maxLine {
			return nil, fmt.Errorf("a request is longer than %d bytes", maxLine)
		}
		if !errors.Is(err, bufio.ErrBufferFull) {
			return line, err
		}
	}
}

// answer never panics: a question that trips Cilium itself is an answer too,
// and those behind it in the pipe still want theirs.
func answer(line []byte, handle Handler) (result any) {
	defer func() {
		if trouble := recover(); trouble != nil {
			result = failure{Error: fmt.Sprintf("panic: %v", trouble)}
		}
	}()
	var head struct {
		Op string `json:"op"`
	}
	if err := json.Unmarshal(line, &head); err != nil {
		return failure{Error: "not a JSON object: " + err.Error()}
	}
	value, err := handle(head.Op, line)
	if err != nil {
		return failure{Error: err.Error()}
	}
	return value
}

// Main runs a handler on standard input and output.
func Main(handle Handler) {
	if err := Serve(os.Stdin, os.Stdout, handle); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(3)
	}
}
