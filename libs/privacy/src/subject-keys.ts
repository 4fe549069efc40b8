import { createHmac } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { Rejection } from '@isegoria/kernel';
import type { Epochs } from './epochs';
import { openKept, sealKept, type KeptPlace } from './kept-secret';
import { derivedKey, seal, sealReference, unseal, type SealedPlace, type Unsealed } from './seal';
import { VaultPeople, type Alongside } from './vault-people';

/**
 * What became of a sealed text: it opens, or the vault says that its key is no more. A text that could not be read is neither of these, but
 * an error. `opening`, with the text, proves the commitment; null for a text sealed in version 1.
 */
export type Opened = ({ readonly state: 'open' } & Unsealed) | { readonly state: 'erased' };

/** How long a process may go on using a key that was destroyed meanwhile, where it does not hear of it, in milliseconds. */
const cacheTime = 60_000;

type Keys = ReadonlyMap<string, Buffer | null>;
interface Named {
  readonly owners: ReadonlyMap<string, string>;
  readonly keys: Keys;
}

/** The keys of people: made at registration, used to seal their words and to name them by a pseudonym a context. */
export class SubjectKeys {
  private readonly vault: VaultPeople;
  private readonly keys: LRUCache<string, Buffer>;
  private readonly pseudonyms: LRUCache<string, string>;
  private readonly owners: LRUCache<string, string>;
  private readonly wanted = new Set<string>();
  private fetching?: Promise<Keys>;
  /** How often this process was told to forget: a reading that was under way meanwhile may bring what is to be forgotten. */
  private forgettings = 0;

  /** @param remembered how many keys, pseudonyms and owners of pseudonyms are remembered each; what is forgotten is read again */
  constructor(epochs: Epochs, remembered = 100_000) {
    this.vault = new VaultPeople(epochs);
    const limits = { max: remembered, ttl: cacheTime };
    this.keys = new LRUCache(limits);
    this.pseudonyms = new LRUCache(limits);
    this.owners = new LRUCache(limits);
  }

  /** Makes a key for each person who has none; never again for one whose key was destroyed. */
  create(personIds: readonly string[]): Promise<void> {
    return this.vault.create(personIds);
  }

  /**
   * Destroys a person's key and cuts the tie to every pseudonym, for good; done once or often is the same.
   * @param alongside done in the same transaction, with the pseudonyms that wrote something and that nobody can find any longer
   */
  async destroy(personId: string, alongside: Alongside = async () => undefined): Promise<void> {
    await this.vault.destroy(personId, alongside);
    this.forget(personId);
  }

  /** Whether the person's key was destroyed; false for a person of whom nothing is known. */
  isDestroyed(personId: string): Promise<boolean> {
    return this.vault.isDestroyed(personId);
  }

  /** Forgets what this process remembers of a person whose key was destroyed. */
  forget(personId: string): void {
    this.forgettings += 1;
    this.keys.delete(personId);
    for (const [pseudonym, owner] of this.owners.entries()) if (owner === personId) this.owners.delete(pseudonym);
    for (const name of this.pseudonyms.keys()) if (name.startsWith(`${personId} `)) this.pseudonyms.delete(name);
  }

  /** Forgets everything that is remembered, where word of a destroyed key may have been missed. */
  forgetAll(): void {
    this.forgettings += 1;
    for (const remembered of [this.keys, this.owners, this.pseudonyms]) remembered.clear();
  }

  /**
   * The person's pseudonym in one context (a consultation, say): 32 hex digits, linkable to no other context without the key.
   * @throws Rejection ACCOUNT_ERASED when the key was destroyed
   */
  async pseudonym(personId: string, context: string): Promise<string> {
    const known = this.pseudonyms.get(`${personId} ${context}`);
    if (known !== undefined) return known;
    const before = this.forgettings;
    const pseudonym = pseudonymOf(await this.keyOf(personId), context);
    if (before === this.forgettings) this.pseudonyms.set(`${personId} ${context}`, pseudonym);
    return pseudonym;
  }

  /**
   * The person's pseudonyms in many contexts, in order, of which none is remembered: to look for what is the person's among what is not.
   * @throws Rejection ACCOUNT_ERASED when the key was destroyed
   */
  async pseudonymsIn(personId: string, contexts: readonly string[]): Promise<string[]> {
    const key = await this.keyOf(personId);
    return contexts.map((context) => pseudonymOf(key, context));
  }

  /**
   * Seals a text under the person's key and commits to it; the pseudonym of the context names the key. The same place and text give the
   * same bytes.
   * @throws Rejection ACCOUNT_ERASED when the key was destroyed
   */
  async seal(personId: string, context: string, place: SealedPlace, text: string): Promise<string> {
    const key = await this.keyOf(personId);
    const pseudonym = await this.pseudonym(personId, context);
    if (!this.owners.has(pseudonym)) await this.noteOwner(pseudonym, personId);
    return seal(key, pseudonym, place, text);
  }

  /**
   * The texts again, in order. Only what the vault says at this moment makes a text erased: what this process remembers or forgets never
   * does. @throws for a text that was altered or does not fit its commitment, and when the vault cannot be read
   */
  async open(sealedTexts: readonly string[]): Promise<Opened[]> {
    const references = sealedTexts.map(sealReference);
    const keys = await this.keysBehind(new Set(references));
    return sealedTexts.map((sealed, index) => {
      const key = keys.get(references[index]!);
      return key === undefined ? { state: 'erased' } : { state: 'open', ...unseal(key, sealed) };
    });
  }

  /**
   * Seals what a service keeps about a person outside the log, such as a password's hash, so that it is readable no longer than the key.
   * @throws Rejection ACCOUNT_ERASED when the key was destroyed
   */
  async sealKept(place: KeptPlace, text: string): Promise<string> {
    return sealKept(await this.keyOf(place.personId), place, text);
  }

  /**
   * What was kept about a person again; it takes as long for somebody without a key. @param sealed null where nothing is kept
   * @throws for what was altered or moved
   */
  async openKept(
    place: KeptPlace,
    sealed: string | null,
  ): Promise<{ readonly state: 'open'; readonly text: string } | { readonly state: 'erased' }> {
    const key = this.keys.get(place.personId) ?? (await this.fetchSoon(place.personId));
    return key && sealed !== null ? { state: 'open', text: openKept(key, place, sealed) } : { state: 'erased' };
  }

  /**
   * A key of something that is no person, such as a vote whose ballots are hidden until it closes: made where there is none yet, and kept
   * like those of people.
   * @param id a UUID that names nothing else
   */
  async keyOfThing(id: string, purpose: string): Promise<Buffer> {
    const known = this.keys.get(id) ?? (await this.fetchSoon(id));
    if (known === undefined) await this.create([id]);
    return derivedKey(known ?? (await this.keyOf(id)), purpose);
  }

  /** Whose a pseudonym is under which something was written; undefined where nobody is left. For the service of accounts alone. */
  async ownerOf(pseudonym: string): Promise<string | undefined> {
    return (await this.vault.owners([pseudonym])).get(pseudonym);
  }

  /** The keys that the pseudonyms name; those of which the vault has none are left out. */
  private async keysBehind(pseudonyms: ReadonlySet<string>): Promise<Map<string, Buffer>> {
    const keys = new Map<string, Buffer>();
    for (const pseudonym of pseudonyms) {
      const key = this.keys.get(this.owners.get(pseudonym) ?? '');
      if (key) keys.set(pseudonym, key);
    }
    const others = [...pseudonyms].filter((pseudonym) => !keys.has(pseudonym));
    if (others.length === 0) return keys;
    const found = await this.read(() => this.named(others), this.rememberNamed);
    for (const [pseudonym, personId] of found.owners) {
      const key = found.keys.get(personId);
      if (key) keys.set(pseudonym, key);
    }
    return keys;
  }

  private async named(pseudonyms: readonly string[]): Promise<Named> {
    const owners = await this.vault.owners(pseudonyms);
    return { owners, keys: await this.vault.keys([...new Set(owners.values())]) };
  }

  /**
   * Reads the vault, and reads it again if this process was told to forget something meanwhile: what came may be from before.
   * @param remember is called at once with what is certain to be newer
   */
  private async read<Found>(find: () => Promise<Found>, remember: (found: Found) => void): Promise<Found> {
    for (;;) {
      const before = this.forgettings;
      const found = await find();
      if (before !== this.forgettings) continue;
      remember(found);
      return found;
    }
  }

  private readonly rememberNamed = ({ owners, keys }: Named): void => {
    for (const [pseudonym, personId] of owners) if (keys.get(personId)) this.owners.set(pseudonym, personId);
    this.rememberKeys(keys);
  };

  private readonly rememberKeys = (found: Keys): void => {
    for (const [personId, key] of found) if (key) this.keys.set(personId, key);
  };

  private async noteOwner(pseudonym: string, personId: string): Promise<void> {
    if (!(await this.vault.note(pseudonym, personId))) throw new Rejection('ACCOUNT_ERASED');
    this.owners.set(pseudonym, personId);
  }

  private async keyOf(personId: string): Promise<Buffer> {
    const key = this.keys.get(personId) ?? (await this.fetchSoon(personId));
    if (key === undefined) throw new Error('This person has no key: none was ever made.');
    if (key === null) throw new Rejection('ACCOUNT_ERASED');
    return key;
  }

  /** Asks for the keys of all people who act in one turn of the event loop at once: a rush of first votes costs few queries. */
  private async fetchSoon(personId: string): Promise<Buffer | null | undefined> {
    this.fetching ??= new Promise<void>((resolve) => setImmediate(resolve)).then(() => this.fetchWanted());
    this.wanted.add(personId);
    return (await this.fetching).get(personId);
  }

  /** Null for a key that was destroyed. */
  private async fetchWanted(): Promise<Keys> {
    const personIds = [...this.wanted];
    this.wanted.clear();
    this.fetching = undefined;
    return this.read(() => this.vault.keys(personIds), this.rememberKeys);
  }
}

function pseudonymOf(personKey: Buffer, context: string): string {
  return createHmac('sha256', derivedKey(personKey, 'pseudonym')).update(context).digest('hex').slice(0, 32);
}
