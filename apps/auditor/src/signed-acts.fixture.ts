import { createPrivateKey } from 'node:crypto';
import { eventCatalogue, mustBeSigned, type DomainEvent, type EventMetadata, type Origin } from '@isegoria/contracts';
import { EventStore } from '@isegoria/event-sourcing';
import { ActSigner } from '@isegoria/service-host';

/** What signs acts as the services do, by the setting that they have. */
export function actSigner(secret: string): ActSigner {
  return new ActSigner(createPrivateKey({ key: Buffer.from(secret, 'base64'), format: 'der', type: 'pkcs8' }));
}

/** A store whose acts are signed as those of the services are. */
export function signingStore(url: string, secret: string): EventStore {
  return new EventStore(url, { catalogue: eventCatalogue, acts: actSigner(secret) });
}

/** A command of the account in whose name an event stands, in a session. */
export function originOf({ data }: Pick<DomainEvent, 'data'>, { imported }: Pick<EventMetadata, 'imported'>): Origin {
  const { by } = data as { readonly by?: unknown };
  const account = imported?.by ?? (typeof by === 'string' ? by : null);
  return { account, session: `session of ${account}`, asked: { subject: 'command.test', command: data } };
}

/** Metadata with the proof of an act beside it, where the event is one. */
export function withProof(
  signer: ActSigner,
  { stream, id, type, data }: { stream: string; id: string; type: string; data: object },
  metadata: EventMetadata,
): EventMetadata {
  const contract = eventCatalogue.of(type);
  if (!contract || !mustBeSigned(contract, metadata)) return metadata;
  const origin = originOf({ data }, metadata);
  return { ...metadata, act: signer.proofOf({ stream, id, type, data, at: metadata.at, origin }) };
}
