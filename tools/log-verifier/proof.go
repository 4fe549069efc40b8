package main

import (
	"encoding/base64"
	"errors"
	"fmt"
	"os"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

// keptProof is a proof that somebody keeps (C2SP tlog-proof), with the entry that it is about as its extra data.
type keptProof struct {
	index      int64
	path       tlog.RecordProof
	entry      []byte
	checkpoint []byte
}

// checkProof verifies a kept proof without asking anybody: its checkpoint is signed and cosigned, and its entry is in that tree.
func checkProof(file string, logKey note.Verifier, witnesses []note.Verifier, quorum int) (*keptProof, error) {
	text, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	proof, err := parseProof(string(text))
	if err != nil {
		return nil, err
	}
	head, cosigners, err := openCheckpoint(proof.checkpoint, logKey, witnesses)
	if err != nil {
		return nil, fmt.Errorf("its checkpoint: %w", err)
	}
	if cosigners < quorum {
		return nil, fmt.Errorf("%d of the witnesses cosigned its checkpoint, %d must", cosigners, quorum)
	}
	if err := tlog.CheckRecord(proof.path, head.N, head.Hash, proof.index, tlog.RecordHash(proof.entry)); err != nil {
		return nil, fmt.Errorf("entry %d: %w", proof.index, err)
	}
	fmt.Printf("proof        entry %d is among the %d entries of the checkpoint in %s\n", proof.index, head.N, file)
	return proof, nil
}

func parseProof(text string) (*keptProof, error) {
	head, checkpoint, found := strings.Cut(text, "\n\n")
	lines := strings.Split(head, "\n")
	if !found || len(lines) < 3 || lines[0] != "c2sp.org/tlog-proof@v1" || !strings.HasPrefix(lines[1], "extra ") || !strings.HasPrefix(lines[2], "index ") {
		return nil, errors.New("it is no tlog-proof with its entry as extra data")
	}
	entry, err := base64.StdEncoding.Strict().DecodeString(strings.TrimPrefix(lines[1], "extra "))
	if err != nil {
		return nil, err
	}
	index, err := strconv.ParseInt(strings.TrimPrefix(lines[2], "index "), 10, 64)
	if err != nil {
		return nil, err
	}
	proof := &keptProof{index: index, entry: entry, checkpoint: []byte(checkpoint)}
	for _, line := range lines[3:] {
		hash, err := tlog.ParseHash(line)
		if err != nil {
			return nil, err
		}
		proof.path = append(proof.path, hash)
	}
	return proof, nil
}
