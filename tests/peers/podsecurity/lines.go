package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
)

// maxLine bounds one request, in bytes.
const maxLine = 64 << 20

type failure struct {
	OK    bool   `json:"ok"`
	Error string `json:"error"`
}

// serve answers each line of in with a line on out, in order, until in ends. It
// flushes only when no further request is waiting, so that a client may send
// many before it reads.
func serve(in io.Reader, out io.Writer, handle func(op string, line []byte) (any, error)) error {
	reader := bufio.NewReaderSize(in, 1<<20)
	writer := bufio.NewWriterSize(out, 1<<20)
	encoder := json.NewEncoder(writer)
	encoder.SetEscapeHTML(false)
	for {
		line, err := readLine(reader)
		if len(line) > 0 {
			if err := encoder.Encode(respond(line, handle)); err != nil {
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

func respond(line []byte, handle func(op string, line []byte) (any, error)) any {
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
