package main

import (
	"crypto/sha256"
	"errors"
	"fmt"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

// checkEntries hashes every entry, compares each hash with the one in the tiles, and rebuilds the root from the entries alone. On the
// way it looks for the event that a receipt promises, if one does, and proves that it is in the tree.
func checkEntries(remote *remoteLog, head tlog.Tree, event *promised) error {
	hashes := tlog.TileHashReader(head, remote)
	var tree growingTree
	foundAt := int64(-1)
	for n := int64(0); n*tileWidth < head.N; n++ {
		tile := tlog.Tile{H: tileHeight, L: 0, N: n, W: tileWidth}
		if rest := head.N - n*tileWidth; rest < tileWidth {
			tile.W = int(rest)
		}
		entries, err := remote.entries(tile)
		if err != nil {
			return err
		}
		indexes := make([]int64, tile.W)
		for i := range indexes {
			indexes[i] = tlog.StoredHashIndex(0, n*tileWidth+int64(i))
		}
		stored, err := hashes.ReadHashes(indexes)
		if err != nil {
			return fmt.Errorf("the tiles up to leaf %d: %w", n*tileWidth+int64(tile.W)-1, err)
		}
		for i, entry := range entries {
			hash := tlog.RecordHash(entry)
			if hash != stored[i] {
				return fmt.Errorf("entry %d is not the one that its leaf hash stands for", n*tileWidth+int64(i))
			}
			tree.add(hash)
			if event == nil {
				continue
			}
			isFound, err := event.isIn(entry)
			if err != nil {
				return fmt.Errorf("entry %d: %w", n*tileWidth+int64(i), err)
			}
			if isFound {
				foundAt = n*tileWidth + int64(i)
			}
		}
	}
	if tree.root() != head.Hash {
		return errors.New("the entries have another root than the checkpoint")
	}
	fmt.Printf("entries      %d hashed; they have the root of the checkpoint\n", head.N)
	if event == nil {
		return nil
	}
	if foundAt < 0 {
		return fmt.Errorf("event %s has a receipt, and is not among the %d entries", event.ID, head.N)
	}
	if err := proveIncluded(hashes, head, foundAt); err != nil {
		return err
	}
	fmt.Printf("kept         the event of the receipt is entry %d, and proven to be in the tree\n", foundAt)
	return nil
}

// checkInclusion makes and checks the inclusion proofs of a number of leaves, evenly spread, first and last among them; of all for 0.
func checkInclusion(remote *remoteLog, head tlog.Tree, sample int64) error {
	hashes := tlog.TileHashReader(head, remote)
	if sample == 0 || sample > head.N {
		sample = head.N
	}
	for i := int64(0); i < sample; i++ {
		index := head.N - 1
		if i < sample-1 {
			index = i * (head.N / sample)
		}
		if err := proveIncluded(hashes, head, index); err != nil {
			return err
		}
	}
	fmt.Printf("inclusion    %d leaves proven\n", sample)
	return nil
}

func proveIncluded(hashes tlog.HashReader, head tlog.Tree, index int64) error {
	leaf, err := hashes.ReadHashes([]int64{tlog.StoredHashIndex(0, index)})
	if err != nil {
		return fmt.Errorf("leaf %d: %w", index, err)
	}
	proof, err := tlog.ProveRecord(head.N, index, hashes)
	if err != nil {
		return fmt.Errorf("inclusion of leaf %d: %w", index, err)
	}
	if err := tlog.CheckRecord(proof, head.N, head.Hash, index, leaf[0]); err != nil {
		return fmt.Errorf("inclusion of leaf %d: %w", index, err)
	}
	return nil
}

// checkConsistency makes and checks consistency proofs from some earlier sizes to the present one.
func checkConsistency(remote *remoteLog, head tlog.Tree) error {
	sizes := map[int64]bool{}
	for _, from := range []int64{1, head.N / 3, head.N / 2, head.N - 1, head.N / tileWidth * tileWidth} {
		if from < 1 || from >= head.N || sizes[from] {
			continue
		}
		sizes[from] = true
		if err := checkGrowth(remote, head, from, nil); err != nil {
			return err
		}
	}
	fmt.Printf("consistency  proven from %d earlier sizes\n", len(sizes))
	return nil
}

// checkContinues checks that the log continues an earlier checkpoint that somebody kept.
func checkContinues(remote *remoteLog, head tlog.Tree, signed []byte, file string, logKey note.Verifier) error {
	old, _, err := openCheckpoint(signed, logKey, nil)
	if err != nil {
		return fmt.Errorf("%s: %w", file, err)
	}
	if old.N > head.N {
		return fmt.Errorf("the log has %d entries now and had %d", head.N, old.N)
	}
	if old.N == head.N && old.Hash != head.Hash {
		return fmt.Errorf("the log signed two roots for %d entries: %v and %v", old.N, old.Hash, head.Hash)
	}
	if old.N > 0 && old.N < head.N {
		if err := checkGrowth(remote, head, old.N, &old.Hash); err != nil {
			return err
		}
	}
	fmt.Printf("history      continues the %d entries of %s\n", old.N, file)
	return nil
}

// checkGrowth proves that the tree begins with its first leaves: with the root that these have in the tiles, or with the one that is given.
func checkGrowth(remote *remoteLog, head tlog.Tree, from int64, root *tlog.Hash) error {
	hashes := tlog.TileHashReader(head, remote)
	if root == nil {
		computed, err := tlog.TreeHash(from, hashes)
		if err != nil {
			return fmt.Errorf("the root of the first %d leaves: %w", from, err)
		}
		root = &computed
	}
	proof, err := tlog.ProveTree(head.N, from, hashes)
	if err != nil {
		return fmt.Errorf("consistency from %d: %w", from, err)
	}
	if err := tlog.CheckTree(proof, head.N, head.Hash, from, *root); err != nil {
		return fmt.Errorf("consistency from %d: %w", from, err)
	}
	return nil
}

// growingTree has the roots of the complete subtrees of what was added, from left to right.
type growingTree struct {
	peaks []tlog.Hash
	size  int64
}

func (t *growingTree) add(leaf tlog.Hash) {
	for n := t.size; n&1 == 1; n >>= 1 {
		last := len(t.peaks) - 1
		leaf = tlog.NodeHash(t.peaks[last], leaf)
		t.peaks = t.peaks[:last]
	}
	t.peaks = append(t.peaks, leaf)
	t.size++
}

func (t *growingTree) root() tlog.Hash {
	if t.size == 0 {
		return sha256.Sum256(nil)
	}
	root := t.peaks[len(t.peaks)-1]
	for i := len(t.peaks) - 2; i >= 0; i-- {
		root = tlog.NodeHash(t.peaks[i], root)
	}
	return root
}
