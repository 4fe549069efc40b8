package main

import (
	"bytes"
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

const maxCheckpoint = 1 << 20

// openCheckpoint verifies the signatures under a checkpoint (C2SP tlog-checkpoint) and tells how many witnesses cosigned it.
func openCheckpoint(signed []byte, logKey note.Verifier, witnesses []note.Verifier) (tlog.Tree, int, error) {
	opened, err := note.Open(signed, note.VerifierList(append([]note.Verifier{logKey}, witnesses...)...))
	if err != nil {
		return tlog.Tree{}, 0, err
	}
	isSigned := false
	cosigners := map[string]bool{}
	for _, sig := range opened.Sigs {
		if sig.Name == logKey.Name() && sig.Hash == logKey.KeyHash() {
			isSigned = true
		} else {
			cosigners[fmt.Sprintf("%s+%08x", sig.Name, sig.Hash)] = true
		}
	}
	if !isSigned {
		return tlog.Tree{}, 0, errors.New("not signed by the log")
	}
	head, origin, err := parseCheckpoint(opened.Text)
	if err != nil {
		return tlog.Tree{}, 0, err
	}
	if origin != logKey.Name() {
		return tlog.Tree{}, 0, fmt.Errorf("it is of the log %q", origin)
	}
	return head, len(cosigners), nil
}

func parseCheckpoint(text string) (tlog.Tree, string, error) {
	lines := strings.Split(text, "\n")
	if len(lines) < 4 || lines[0] == "" {
		return tlog.Tree{}, "", errors.New("malformed")
	}
	size, err := strconv.ParseInt(lines[1], 10, 64)
	if err != nil || size < 0 || strconv.FormatInt(size, 10) != lines[1] {
		return tlog.Tree{}, "", errors.New("malformed size")
	}
	root, err := tlog.ParseHash(lines[2])
	if err != nil {
		return tlog.Tree{}, "", err
	}
	return tlog.Tree{N: size, Hash: root}, lines[0], nil
}

// cosignatureVerifier verifies timestamped Ed25519 cosignatures (C2SP tlog-cosignature, signature type 4).
type cosignatureVerifier struct {
	name string
	hash uint32
	key  ed25519.PublicKey
}

func newCosignatureVerifier(vkey string) (note.Verifier, error) {
	parts := strings.SplitN(vkey, "+", 3)
	if len(parts) != 3 {
		return nil, errors.New("malformed")
	}
	typed, err := base64.StdEncoding.DecodeString(parts[2])
	if err != nil || len(typed) != 1+ed25519.PublicKeySize || typed[0] != 4 {
		return nil, errors.New("not an Ed25519 cosignature key")
	}
	sum := sha256.Sum256(append([]byte(parts[0]+"\n"), typed...))
	hash := binary.BigEndian.Uint32(sum[:])
	if fmt.Sprintf("%08x", hash) != parts[1] {
		return nil, errors.New("its id is not that of the key")
	}
	return &cosignatureVerifier{parts[0], hash, typed[1:]}, nil
}

func (v *cosignatureVerifier) Name() string    { return v.name }
func (v *cosignatureVerifier) KeyHash() uint32 { return v.hash }

func (v *cosignatureVerifier) Verify(msg, sig []byte) bool {
	if len(sig) != 8+ed25519.SignatureSize {
		return false
	}
	var message bytes.Buffer
	fmt.Fprintf(&message, "cosignature/v1\ntime %d\n", binary.BigEndian.Uint64(sig))
	message.Write(msg)
	return ed25519.Verify(v.key, message.Bytes(), sig[8:])
}
