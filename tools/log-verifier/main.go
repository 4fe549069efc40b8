// Log-verifier checks a tiled transparency log (C2SP tlog-tiles) from outside, with nothing but Go's own implementation of such logs
// (golang.org/x/mod/sumdb). It shares no line with the programs that write the log.
//
//	log-verifier -url https://ministry.example/log -key VERIFIER_KEY [-old FILE] [-sample N] [-witness KEY ... -quorum N]
//
// Exit codes: 0 all of it was verified, 1 something is wrong or does not answer, 2 wrong arguments.
package main

import (
	"flag"
	"fmt"
	"os"
	"strings"

	"golang.org/x/mod/sumdb/note"
)

type options struct {
	url       string
	key       string
	old       string
	sample    int64
	witnesses keys
	quorum    int
}

// keys is a flag that may be given several times.
type keys []string

func (k *keys) String() string         { return strings.Join(*k, " ") }
func (k *keys) Set(value string) error { *k = append(*k, value); return nil }

func main() {
	var o options
	flag.StringVar(&o.url, "url", "", "address of the log, below which checkpoint and tile/ are")
	flag.StringVar(&o.key, "key", "", "verifier key of the log, from another source than the log itself")
	flag.StringVar(&o.old, "old", "", "file with an earlier checkpoint of the log, which the present one must continue")
	flag.Int64Var(&o.sample, "sample", 256, "how many leaves get an inclusion proof made and checked, evenly spread; 0 for all (every entry is hashed in any case)")
	flag.Var(&o.witnesses, "witness", "verifier key of a witness; may be repeated")
	flag.IntVar(&o.quorum, "quorum", 0, "how many of the witnesses must have cosigned")
	flag.Parse()
	if o.url == "" || o.key == "" || o.sample < 0 || flag.NArg() > 0 {
		flag.Usage()
		os.Exit(2)
	}
	if err := verify(o); err != nil {
		fmt.Fprintf(os.Stderr, "NOT VERIFIED: %v\n", err)
		os.Exit(1)
	}
	fmt.Println("VERIFIED")
}

func verify(o options) error {
	logKey, err := note.NewVerifier(o.key)
	if err != nil {
		return fmt.Errorf("the key of the log: %w", err)
	}
	var witnesses []note.Verifier
	for _, vkey := range o.witnesses {
		witness, err := newCosignatureVerifier(vkey)
		if err != nil {
			return fmt.Errorf("the key of a witness: %w", err)
		}
		witnesses = append(witnesses, witness)
	}

	remote := &remoteLog{base: strings.TrimRight(o.url, "/")}
	signed, err := remote.get("checkpoint", maxCheckpoint)
	if err != nil {
		return err
	}
	head, cosigners, err := openCheckpoint(signed, logKey, witnesses)
	if err != nil {
		return fmt.Errorf("the checkpoint: %w", err)
	}
	fmt.Printf("signature    %s signed %d entries with the root %v\n", logKey.Name(), head.N, head.Hash)
	if cosigners < o.quorum {
		return fmt.Errorf("%d of the witnesses cosigned the checkpoint, %d must", cosigners, o.quorum)
	}
	fmt.Printf("witnesses    %d of %d cosigned\n", cosigners, len(witnesses))

	if err := checkEntries(remote, head); err != nil {
		return err
	}
	if err := checkInclusion(remote, head, o.sample); err != nil {
		return err
	}
	if err := checkConsistency(remote, head); err != nil {
		return err
	}
	if o.old == "" {
		return nil
	}
	return checkContinues(remote, head, o.old, logKey)
}
