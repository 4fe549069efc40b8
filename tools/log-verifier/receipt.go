package main

import (
	"bytes"
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"regexp"
	"strings"
)

// promised is what a receipt says: an event with this id, type, time and leaf is, or will be, in the log.
type promised struct {
	ID   string `json:"id"`
	Type string `json:"type"`
	// Leaf is the SHA-256, in hex, of the leaf without its place.
	Leaf string `json:"leaf"`
	Time string `json:"time"`
}

const receiptVersion = "isegoria-receipt.2"

// openReceipt verifies the signature of a receipt: isegoria-receipt.2.<base64url of the promise>.<base64url of an Ed25519 signature>.
func openReceipt(file, vkey string) (*promised, error) {
	text, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	parts := strings.Split(strings.TrimSpace(string(text)), ".")
	if len(parts) != 4 || parts[0]+"."+parts[1] != receiptVersion {
		return nil, errors.New("malformed")
	}
	promise, err := base64.RawURLEncoding.Strict().DecodeString(parts[2])
	if err != nil {
		return nil, err
	}
	signature, err := base64.RawURLEncoding.Strict().DecodeString(parts[3])
	if err != nil {
		return nil, err
	}
	key, err := rawKey(vkey)
	if err != nil {
		return nil, fmt.Errorf("the key for receipts: %w", err)
	}
	if !ed25519.Verify(key, append([]byte(receiptVersion+"\x00"), promise...), signature) {
		return nil, errors.New("not signed by the key for receipts")
	}
	var event promised
	if err := json.Unmarshal(promise, &event); err != nil || event.ID == "" {
		return nil, errors.New("it promises no event")
	}
	return &event, nil
}

// place is the one member of a leaf that nobody knows when the receipt is given. No text in a leaf can hold it: quotes in texts are escaped.
var place = regexp.MustCompile(`"seq":[0-9]+,`)

// isIn tells whether an entry of the log is the event of the promise.
func (p *promised) isIn(entry []byte) (bool, error) {
	// Most entries need no reading.
	if !bytes.Contains(entry, []byte(p.ID)) {
		return false, nil
	}
	var leaf promised
	if err := json.Unmarshal(entry, &leaf); err != nil || leaf.ID != p.ID {
		return false, err
	}
	leaf.Leaf = fmt.Sprintf("%x", sha256.Sum256(place.ReplaceAllLiteral(entry, nil)))
	if leaf != *p {
		return false, fmt.Errorf("event %s has other content than the receipt promises", p.ID)
	}
	return true, nil
}

// rawKey takes the Ed25519 key (type 1) out of a verifier key, whose name and id say nothing more here.
func rawKey(vkey string) (ed25519.PublicKey, error) {
	parts := strings.SplitN(vkey, "+", 3)
	if len(parts) != 3 {
		return nil, errors.New("malformed")
	}
	typed, err := base64.StdEncoding.DecodeString(parts[2])
	if err != nil || len(typed) != 1+ed25519.PublicKeySize || typed[0] != 1 {
		return nil, errors.New("not an Ed25519 key")
	}
	return typed[1:], nil
}
