// Log-verifier checks a tiled transparency log (C2SP tlog-tiles) from outside, with nothing but Go's own implementation of such logs
// (golang.org/x/mod/sumdb). It shares no line with the programs that write the log.
//
//	log-verifier -url https://ministry.example/log -key VERIFIER_KEY [-old FILE] [-sample N] [-witness KEY ... -quorum N]
//	log-verifier -key VERIFIER_KEY -proof FILE [-url URL] [-receipt FILE -receipt-key VERIFIER_KEY]
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
	url        string
	key        string
	old        string
	proof      string
	receipt    string
	receiptKey string
	sample     int64
	witnesses  keys
	quorum     int
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
	flag.StringVar(&o.proof, "proof", "", "file with the proof of an entry (C2SP tlog-proof, the entry as its extra data); without -url it is verified alone, with it the log must continue its checkpoint")
	flag.StringVar(&o.receipt, "receipt", "", "file with a receipt, whose event must be the entry of -proof, or be in the log")
	flag.StringVar(&o.receiptKey, "receipt-key", "", "verifier key of receipts")
	flag.Int64Var(&o.sample, "sample", 256, "how many leaves get an inclusion proof made and checked, evenly spread; 0 for all (every entry is hashed in any case)")
	flag.Var(&o.witnesses, "witness", "verifier key of a witness; may be repeated")
	flag.IntVar(&o.quorum, "quorum", 0, "how many of the witnesses must have cosigned")
	flag.Parse()
	isNothing := o.url == "" && o.proof == ""
	if isNothing || o.key == "" || (o.receipt == "") != (o.receiptKey == "") || o.sample < 0 || flag.NArg() > 0 {
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

	var event *promised
	if o.receipt != "" {
		if event, err = openReceipt(o.receipt, o.receiptKey); err != nil {
			return fmt.Errorf("the receipt: %w", err)
		}
		fmt.Printf("receipt      promises event %s (%s)\n", event.ID, event.Type)
	}
	var proof *keptProof
	if o.proof != "" {
		if proof, err = checkProof(o.proof, logKey, witnesses, o.quorum); err != nil {
			return fmt.Errorf("the proof: %w", err)
		}
		if err := refuseOtherEvent(proof, event); err != nil {
			return err
		}
	}
	if o.url == "" {
		return nil
	}
	return verifyLog(o, logKey, witnesses, proof, event)
}

func refuseOtherEvent(proof *keptProof, event *promised) error {
	if event == nil {
		return nil
	}
	isKept, err := event.isIn(proof.entry)
	if err == nil && !isKept {
		err = fmt.Errorf("the proof is of another event than the receipt")
	}
	return err
}

func verifyLog(o options, logKey note.Verifier, witnesses []note.Verifier, proof *keptProof, event *promised) error {
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

	if err := checkEntries(remote, head, event); err != nil {
		return err
	}
	if err := checkInclusion(remote, head, o.sample); err != nil {
		return err
	}
	if err := checkConsistency(remote, head); err != nil {
		return err
	}
	if proof != nil {
		if err := checkContinues(remote, head, proof.checkpoint, o.proof, logKey); err != nil {
			return err
		}
	}
	if o.old == "" {
		return nil
	}
	old, err := os.ReadFile(o.old)
	if err != nil {
		return err
	}
	return checkContinues(remote, head, old, o.old, logKey)
}
