import { createPublicKey, hash, hkdfSync, sign, type KeyObject } from 'node:crypto';
import type { Act, Acts } from '@isegoria/event-sourcing';
import type { ActProof, Origin } from '@isegoria/kernel';
import { inOneForm, keyedHash } from '@isegoria/privacy';

/** 128 bits: nobody finds two sessions that share them. */
const sessionDigits = 32;

/**
 * Signs acts of staff as docs/reference/acts.md states. The digests are keyed, since a command can be guessed and a session is nobody
 * else's business; who has the signing key can make them again.
 */
export class ActSigner implements Acts {
  private readonly digestKey: Buffer;
  private readonly keyId: string;

  /** @param key Ed25519, private */
  constructor(private readonly key: KeyObject) {
    const { d = '', x = '' } = key.export({ format: 'jwk' });
    this.digestKey = Buffer.from(hkdfSync('sha256', Buffer.from(d, 'base64url'), '', 'isegoria digests of acts', 32));
    this.keyId = hash('sha256', Buffer.from(x, 'base64url'), 'hex').slice(0, 16);
  }

  /** Ed25519 public key (SubjectPublicKeyInfo, DER, base64) that the proofs are verified with. */
  get publicKey(): string {
    return createPublicKey(this.key).export({ format: 'der', type: 'spki' }).toString('base64');
  }

  proofOf({ stream, id, type, data, at, origin }: Act): ActProof {
    const { account, session, command } = this.digested(origin);
    // The client stores JSON in this way; what is signed is the hash that the leaf has too.
    const stored = hash('sha256', JSON.stringify(data), 'hex');
    // Of strings and null, with the names in this order, this is the RFC 8785 form.
    const statement = JSON.stringify({ account, at, command, data: stored, id, session, stream, type });
    const signature = sign(null, Buffer.from(`isegoria-act.1\0${statement}`), this.key).toString('base64url');
    return { account, session, command, key: this.keyId, signature };
  }

  private digested({ account, session, asked }: Origin = { account: null }): Pick<ActProof, 'account' | 'session' | 'command'> {
    return {
      account,
      session: session === undefined ? null : keyedHash(this.digestKey, 'session', session).slice(0, sessionDigits),
      command: asked === undefined ? null : keyedHash(this.digestKey, 'command', inOneForm([asked.subject, asked.command])),
    };
  }
}
