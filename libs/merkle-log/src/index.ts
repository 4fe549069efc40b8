export { emptyRoot, HASH_SIZE, leafHash, nodeHash, type AnySha256, type Sha256 } from './hash';
export { AppendTree, merkleRoot, type ReadNode, type TreeNode } from './append-tree';
export { consistencyPath, inclusionPath } from './paths';
export { verifyConsistency, verifyInclusion, type ConsistencyProof, type InclusionProof } from './verify';
export { formatVerifierKey, parseVerifierKey, verifierKey, type VerifierKey } from './verifier-key';
export {
  parseNote,
  signNote,
  verifyNote,
  type NoteSignature,
  type SignedNote,
  type SignEd25519,
  type VerifiedNote,
  type VerifyEd25519,
} from './signed-note';
export {
  formatCheckpoint,
  openCheckpoint,
  parseCheckpoint,
  signCheckpoint,
  type Checkpoint,
  type OpenedCheckpoint,
} from './checkpoint';
export { leafBytes, MAX_LEAF_SIZE, parseLeaf, type LeafEntry } from './leaf';
export {
  formatReceipt,
  parseReceipt,
  receiptSigningBytes,
  verifyReceipt,
  type ParsedReceipt,
  type Receipt,
  type ReceiptPromise,
} from './receipt';
export {
  checkReceipt,
  type ReceiptEvidence,
  type ReceiptStep,
  type StepFailure,
  type TrustedKeys,
} from './check-receipt';
export { CryptoUnavailable, webCrypto, type Cryptography } from './web-crypto';
