import { createHmac, timingSafeEqual } from 'node:crypto';
import { Rejection } from '@isegoria/kernel';

/** Everything on the bus: the very words that were signed, so that no form of them must be agreed on, and the proof of who said them. */
export interface Envelope {
  readonly said: string;
  /** When, in milliseconds since 1970. */
  readonly at: number;
  /** HMAC-SHA-256 (RFC 2104), base64url. */
  readonly proof: string;
}

/** What the words were said for. They prove nothing anywhere else. */
export interface Occasion {
  readonly kind: 'command' | 'answer' | 'refusal' | 'broadcast';
  readonly subject: string;
  /** For an answer or a refusal: the proof of its command. */
  readonly to?: string;
}

/** How old a message may be, and how far clocks may differ, in milliseconds. Within it a command's id makes a second delivery harmless. */
const believedFor = 60_000;

export function signed(key: Buffer, occasion: Occasion, said: string): Envelope {
  const at = Date.now();
  return { said, at, proof: proofOf(key, occasion, { said, at }) };
}

/**
 * The words of an envelope.
 * @throws Rejection UNTRUSTED_SENDER when it is none, was signed without the key or for another occasion, was altered, or is too old
 */
export function proven(key: Buffer, occasion: Occasion, envelope: unknown): string {
  if (!isEnvelope(envelope)) throw new Rejection('UNTRUSTED_SENDER');
  const [given, right] = [envelope.proof, proofOf(key, occasion, envelope)].map((proof) => Buffer.from(proof));
  const isRight = given!.length === right!.length && timingSafeEqual(given!, right!);
  if (!isRight || !(Math.abs(Date.now() - envelope.at) <= believedFor)) throw new Rejection('UNTRUSTED_SENDER');
  return envelope.said;
}

/** JSON has no NUL, so no two occasions and words are hashed as the same bytes. */
function proofOf(key: Buffer, { kind, subject, to }: Occasion, { said, at }: Pick<Envelope, 'said' | 'at'>): string {
  const occasion = JSON.stringify([kind, subject, to ?? null, at]);
  return createHmac('sha256', key).update(occasion).update('\0').update(said).digest('base64url');
}

function isEnvelope(value: unknown): value is Envelope {
  if (typeof value !== 'object' || value === null) return false;
  const { said, at, proof } = value as Record<string, unknown>;
  return typeof said === 'string' && typeof at === 'number' && typeof proof === 'string';
}
