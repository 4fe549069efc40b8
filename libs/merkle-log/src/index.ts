export { emptyRoot, HASH_SIZE, leafHash, leafTextHash, nodeHash, type AnySha256, type Sha256 } from './hash';
export { AppendTree, merkleRoot, type ReadNode, type TreeNode } from './append-tree';
export { consistencyPath, inclusionPath, treeRoot } from './paths';
export { verifyConsistency, verifyInclusion, type ConsistencyProof, type InclusionProof } from './verify';
export {
  cosignerKey,
  formatCosignerKey,
  formatVerifierKey,
  parseCosignerKey,
  parseVerifierKey,
  verifierKey,
  type CosignerKey,
  type VerifierKey,
} from './verifier-key';
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
} from './signed-note';
export { signedTime, withSignedTime, type SignedTime } from './signed-time';
export {
  formatCheckpoint,
  openCheckpoint,
  parseCheckpoint,
  signCheckpoint,
  signCheckpointWithAll,
  unverifiedCheckpoint,
  type Checkpoint,
  type OpenedCheckpoint,
} from './checkpoint';
export {
  addCosignatures,
  cosign,
  cosignedBytes,
  verifyCosignatures,
  type Cosignature,
  type GrownNote,
  type VerifiedCosignatures,
} from './cosignature';
export {
  checkPolicy,
  isQuorum,
  parsePolicy,
  type CheckedPolicy,
  type ParsedPolicy,
  type Quorum,
  type WitnessPolicy,
} from './witness-policy';
export {
  formatAddCheckpoint,
  formatWitnessSize,
  parseAddCheckpoint,
  parseWitnessSize,
  SIZE_MEDIA_TYPE,
  type AddCheckpoint,
} from './witness-messages';
export { formatTlogProof, parseTlogProof, verifyTlogProof, type TlogProof, type VerifiedTlogProof } from './tlog-proof';
export { changedTiles, parseTilePath, TILE_HEIGHT, TILE_WIDTH, tilePath, tilesOf, tileWidth, type Tile } from './tiles/tile';
export { entryBundleBytes, hashTileBytes, parseEntryBundle, parseHashTile } from './tiles/tile-data';
export { tileNodes, type ReadTile } from './tiles/tile-nodes';
export { checkTiles, type ReadTileFile, type TileFault } from './tiles/check-tiles';
export { BundleWriter, TileWriter, type TileFile } from './tiles/tile-writer';
export { commitmentTo, newOpening, OPENING_SIZE, verifyCommitment } from './commitment';
export { leafButPlace, leafBytes, leafText, MAX_COMMITMENTS, MAX_LEAF_SIZE, parseLeaf, type LeafEntry } from './leaf';
export {
  formatReceipt,
  isPromised,
  parseReceipt,
  receiptSigningBytes,
  verifyReceipt,
  type ParsedReceipt,
  type Receipt,
  type ReceiptPromise,
} from './receipt';
export { checkReceipt, type ReceiptEvidence, type ReceiptStep, type StepFailure, type TrustedKeys } from './check-receipt';
export { CryptoUnavailable, webCrypto, type Cryptography } from './web-crypto';
