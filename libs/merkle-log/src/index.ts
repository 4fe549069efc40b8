export { emptyRoot, HASH_SIZE, leafHash, leafTextHash, nodeHash, type AnySha256, type Sha256 } from './tree/hash';
export { AppendTree, merkleRoot, type ReadNode, type TreeNode } from './tree/append-tree';
export { consistencyPath, inclusionPath, treeRoot } from './tree/paths';
export { verifyConsistency, verifyInclusion, type ConsistencyProof, type InclusionProof } from './tree/verify';
export {
  cosignerKey,
  formatCosignerKey,
  formatVerifierKey,
  parseCosignerKey,
  parseVerifierKey,
  verifierKey,
  type CosignerKey,
  type VerifierKey,
} from './signing/verifier-key';
export {
  formatSignatureLine,
  parseNote,
  parseSignatureLines,
  signNote,
  signNoteWithAll,
  verifyNote,
  withSignatures,
  type NoteSignature,
  type NoteSigner,
  type SignedNote,
  type SignEd25519,
  type VerifiedNote,
  type VerifyEd25519,
} from './signing/signed-note';
export { signedTime, withSignedTime, type SignedTime } from './signing/signed-time';
export {
  formatCheckpoint,
  openCheckpoint,
  parseCheckpoint,
  signCheckpoint,
  signCheckpointWithAll,
  unverifiedCheckpoint,
  type Checkpoint,
  type OpenedCheckpoint,
} from './signing/checkpoint';
export {
  addCosignatures,
  cosign,
  cosignedBytes,
  verifyCosignatures,
  type Cosignature,
  type GrownNote,
  type VerifiedCosignatures,
} from './signing/cosignature';
export {
  checkPolicy,
  isQuorum,
  parsePolicy,
  type CheckedPolicy,
  type ParsedPolicy,
  type Quorum,
  type WitnessPolicy,
} from './witnessing/witness-policy';
export {
  formatAddCheckpoint,
  formatWitnessSize,
  parseAddCheckpoint,
  parseWitnessSize,
  SIZE_MEDIA_TYPE,
  type AddCheckpoint,
} from './witnessing/witness-messages';
export { formatTlogProof, parseTlogProof, verifyTlogProof, type TlogProof, type VerifiedTlogProof } from './receipts/tlog-proof';
export { changedTiles, parseTilePath, TILE_HEIGHT, TILE_WIDTH, tilePath, tilesOf, tileWidth, type Tile } from './tiles/tile';
export { entryBundleBytes, hashTileBytes, parseEntryBundle, parseHashTile } from './tiles/tile-data';
export { tileNodes, type ReadTile } from './tiles/tile-nodes';
export { checkTiles, type ReadTileFile, type TileFault } from './tiles/check-tiles';
export { BundleWriter, TileWriter, type TileFile } from './tiles/tile-writer';
export { commitmentTo, newOpening, OPENING_SIZE, verifyCommitment } from './tree/commitment';
export { leafButPlace, leafBytes, leafText, MAX_COMMITMENTS, MAX_LEAF_SIZE, parseLeaf, type LeafEntry } from './tree/leaf';
export {
  formatReceipt,
  isPromised,
  parseReceipt,
  receiptSigningBytes,
  verifyReceipt,
  type ParsedReceipt,
  type Receipt,
  type ReceiptPromise,
} from './receipts/receipt';
export { checkWords, type WordsMatch } from './receipts/check-words';
export { checkReceipt, type ReceiptEvidence, type ReceiptStep, type StepFailure, type TrustedKeys } from './receipts/check-receipt';
export { CryptoUnavailable, webCrypto, type Cryptography } from './web-crypto';
