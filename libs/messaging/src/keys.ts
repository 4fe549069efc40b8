import type { KeyObject } from 'node:crypto';

/** What a process needs to take part in what goes over the bus. */
export interface BusKeys {
  /** 32 bytes that the gateway and the services share: who has them is believed. */
  readonly signing: Buffer;
  /** X25519 public key of the service that keeps passwords and sessions; for those who send it any. */
  readonly sealing?: KeyObject;
  /** Its private half, for that service alone. */
  readonly opening?: KeyObject;
}
export const BUS_KEYS = Symbol('bus keys');
