package main

import (
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"
	"time"

	"golang.org/x/mod/sumdb/tlog"
)

const (
	tileHeight = 8
	tileWidth  = 1 << tileHeight
	// keptTiles bounds the memory of the cache: 4,096 tiles are 32 MB.
	keptTiles = 4096
)

var client = &http.Client{Timeout: 30 * time.Second}

// remoteLog reads a tiled log over HTTP. It is the tlog.TileReader of the checks.
type remoteLog struct {
	base  string
	tiles map[tlog.Tile][]byte
}

var _ tlog.TileReader = (*remoteLog)(nil)

func (r *remoteLog) Height() int { return tileHeight }

// ReadTiles fetches hash tiles; tlog checks what is in them.
func (r *remoteLog) ReadTiles(tiles []tlog.Tile) ([][]byte, error) {
	data := make([][]byte, len(tiles))
	for i, tile := range tiles {
		if known, ok := r.tiles[tile]; ok {
			data[i] = known
			continue
		}
		fetched, err := r.get(tilePath(tile), tlog.HashSize*tileWidth)
		if err != nil {
			return nil, err
		}
		data[i] = fetched
	}
	return data, nil
}

// SaveTiles is told of tiles that tlog has authenticated.
func (r *remoteLog) SaveTiles(tiles []tlog.Tile, data [][]byte) {
	if r.tiles == nil || len(r.tiles)+len(tiles) > keptTiles {
		r.tiles = map[tlog.Tile][]byte{}
	}
	for i, tile := range tiles {
		r.tiles[tile] = data[i]
	}
}

// entries fetches the bundle of entries of a level 0 tile.
func (r *remoteLog) entries(tile tlog.Tile) ([][]byte, error) {
	tile.L = -1
	path := tilePath(tile)
	data, err := r.get(path, tileWidth*(2+65535))
	if err != nil {
		return nil, err
	}
	var found [][]byte
	for len(data) >= 2 {
		length := int(data[0])<<8 | int(data[1])
		if len(data) < 2+length {
			break
		}
		found = append(found, data[2:2+length])
		data = data[2+length:]
	}
	if len(data) > 0 || len(found) != tile.W {
		return nil, fmt.Errorf("%s does not hold %d entries and nothing else", path, tile.W)
	}
	return found, nil
}

func (r *remoteLog) get(path string, limit int64) ([]byte, error) {
	response, err := client.Get(r.base + "/" + path)
	if err != nil {
		return nil, err
	}
	defer response.Body.Close()
	if response.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("%s: %s", path, response.Status)
	}
	data, err := io.ReadAll(io.LimitReader(response.Body, limit+1))
	if err != nil {
		return nil, err
	}
	if int64(len(data)) > limit {
		return nil, errors.New(path + " is too long")
	}
	return data, nil
}

// tilePath is the path of C2SP tlog-tiles, which leaves out the height that the paths of sumdb state.
func tilePath(tile tlog.Tile) string {
	path := strings.TrimPrefix(tile.Path(), fmt.Sprintf("tile/%d/", tile.H))
	return "tile/" + strings.Replace(path, "data/", "entries/", 1)
}
