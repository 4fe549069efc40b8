import { concatBytes, fromBase64, isWellFormed, toBase64, toHex, utf8 } from '../encoding';
import { isKeyName, type VerifierKey } from './verifier-key';

/** Signs bytes with a secret Ed25519 key (RFC 8032): 64 bytes. */
export type SignEd25519 = (bytes: Uint8Array) => Uint8Array | Promise<Uint8Array>;

/** Tells whether a signature by this public key over these bytes is right. */
export type VerifyEd25519 = (publicKey: Uint8Array, bytes: Uint8Array, signature: Uint8Array) => boolean | Promise<boolean>;

export interface NoteSignature {
  name: string;
  /** Four bytes in lower-case hex. */
  keyId: string;
  signature: Uint8Array;
}

/** A text and who says to have signed it (C2SP signed-note). Nothing of it is verified. */
export interface SignedNote {
  /** Ends with a newline, which the signatures cover. */
  text: string;
  signatures: NoteSignature[];
}

/** What {@link verifyNote} found: the text and the keys that signed it, or why it must not be used. */
export type VerifiedNote =
  | { ok: true; text: string; signedBy: VerifierKey[] }
  | { ok: false; reason: 'malformed' | 'unknown-key' | 'wrong-signature' };

/** In UTF-16 units. Room for well over the 16 signatures that a verifier must accept. */
const MAX_NOTE_LENGTH = 262_144;
const MAX_SIGNATURES = 100;

/**
 * Signs a text as a note (C2SP signed-note).
 * @param text ends with a newline
 * @throws TypeError for a text or a signature that a note cannot carry
 */
export async function signNote(text: string, key: VerifierKey, sign: SignEd25519): Promise<string> {
  return signNoteWithAll(text, [{ key, sign }]);
}

/** A key and what signs with its secret half. */
export interface NoteSigner {
  key: VerifierKey;
  sign: SignEd25519;
}

/**
 * Signs a text as a note with several keys, in their order: what a log does while it goes over from one key to the next.
 * @param text ends with a newline
 * @throws TypeError for a text or a signature that a note cannot carry, or without signers
 */
export async function signNoteWithAll(text: string, signers: readonly NoteSigner[]): Promise<string> {
  if (!isNoteText(text) || !text.endsWith('\n')) throw new TypeError('A note is well-formed text that ends with a newline');
  if (signers.length === 0 || signers.length > MAX_SIGNATURES) throw new TypeError('A note has at least one signature, and at most 100');
  const bytes = utf8(text);
  const lines: string[] = [];
  for (const { key, sign } of signers) {
    const signature = await sign(bytes);
    if (signature.length !== 64) throw new TypeError('An Ed25519 signature has 64 bytes');
    lines.push(formatSignatureLine({ name: key.name, keyId: key.keyId, signature }));
  }
  return `${text}\n${lines.join('')}`;
}

/** The line of a signature under a note, `— <name> <base64 of key id || signature>` and a newline. */
export function formatSignatureLine({ name, keyId, signature }: NoteSignature): string {
  const id = Uint8Array.from([0, 2, 4, 6], (at) => parseInt(keyId.slice(at, at + 2), 16));
  return `— ${name} ${toBase64(concatBytes(id, signature))}\n`;
}

/**
 * Puts further signatures under a note, as those of witnesses. Where the note has one of the same key already, the new one takes its place.
 * @returns undefined where the note is none, or would have more than 100 signatures
 */
export function withSignatures(note: string, added: readonly NoteSignature[]): string | undefined {
  const parsed = parseNote(note);
  if (!parsed) return undefined;
  const byKey = new Map([...parsed.signatures, ...added].map((signature) => [`${signature.name}+${signature.keyId}`, signature]));
  const grown = `${parsed.text}\n${[...byKey.values()].map(formatSignatureLine).join('')}`;
  return parseNote(grown) && grown;
}

/**
 * Reads lines of signatures that stand alone, as a witness answers them: at least one, each ending with a newline.
 * @returns undefined where one of them is no signature line, or they are more than 100
 */
export function parseSignatureLines(text: string): NoteSignature[] | undefined {
  if (text.length > MAX_NOTE_LENGTH || !text.endsWith('\n')) return undefined;
  const lines = text.slice(0, -1).split('\n');
  if (lines.length > MAX_SIGNATURES) return undefined;
  const signatures = lines.map(parseSignatureLine);
  return signatures.every((signature) => signature !== undefined) ? signatures : undefined;
}

/** Reads a note without verifying it. @returns undefined where it is not a note */
export function parseNote(note: string): SignedNote | undefined {
  if (typeof note !== 'string' || note.length > MAX_NOTE_LENGTH || !isNoteText(note)) return undefined;
  // The text may have empty lines of its own: the last one parts it from the signatures.
  const end = note.lastIndexOf('\n\n');
  if (end < 0) return undefined;
  const signatures = parseSignatureLines(note.slice(end + 2));
  return signatures && { text: note.slice(0, end + 1), signatures };
}

/**
 * Verifies a note against the keys one trusts. Signatures by other keys are ignored; one wrong signature by a trusted key
 * spoils the whole note, and without any right one the text must not be used (C2SP signed-note, "Signatures").
 * Never throws for a bad note; rejects only where `verify` does.
 */
export async function verifyNote(note: string, trusted: VerifierKey[], verify: VerifyEd25519): Promise<VerifiedNote> {
  const parsed = parseNote(note);
  if (!parsed) return { ok: false, reason: 'malformed' };
  const bytes = utf8(parsed.text);
  const signedBy = new Set<VerifierKey>();
  for (const { name, keyId, signature } of parsed.signatures) {
    const key = trusted.find((candidate) => candidate.name === name && candidate.keyId === keyId);
    if (!key) continue;
    const isRight = signature.length === 64 && (await verify(key.publicKey, bytes, signature));
    if (!isRight) return { ok: false, reason: 'wrong-signature' };
    signedBy.add(key);
  }
  return signedBy.size > 0 ? { ok: true, text: parsed.text, signedBy: [...signedBy] } : { ok: false, reason: 'unknown-key' };
}

function parseSignatureLine(line: string): NoteSignature | undefined {
  const [dash, name, encoded, ...rest] = line.split(' ');
  if (dash !== '—' || name === undefined || encoded === undefined || rest.length > 0 || !isKeyName(name)) return undefined;
  const bytes = fromBase64(encoded);
  if (!bytes || bytes.length < 5) return undefined;
  return { name, keyId: toHex(bytes.subarray(0, 4)), signature: bytes.subarray(4) };
}

/** Valid UTF-8 without ASCII control characters other than newline. */
function isNoteText(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 0x20 && code !== 0x0a) return false;
  }
  return isWellFormed(text);
}
