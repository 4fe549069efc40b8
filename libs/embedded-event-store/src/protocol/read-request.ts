import { type ReadReq, streamsPb } from '@isegoria/event-store-wire';
import { checkedStreamName, InvalidAppend } from './append-messages';
import { checkpointInterval, matcherOf, type Filter } from '../rules/filters';

export type From = 'start' | 'end' | number;

export interface ReadRequest {
  /** Undefined for $all. */
  readonly stream: string | undefined;
  readonly from: From;
  readonly backwards: boolean;
  /** Undefined for a subscription, which never ends. */
  readonly count: number | undefined;
  readonly filter: Filter | undefined;
  /** Whether an event that points at another is answered with that other. */
  readonly resolveLinks: boolean;
}

const { Options } = streamsPb.ReadReq;

/** @throws InvalidAppend with what is wrong in a sentence */
export function readRequestOf(message: ReadReq): ReadRequest {
  const options = message.getOptions();
  if (!options) throw new InvalidAppend('A read has options.');
  const stream = options.getStream();
  const all = options.getAll();
  if (!stream && !all) throw new InvalidAppend('A read is of a stream or of $all.');
  const isSubscription = options.hasSubscription();
  const backwards = options.getReadDirection() === Options.ReadDirection.BACKWARDS;
  if (isSubscription && backwards) throw new InvalidAppend('A subscription goes forwards.');
  return {
    stream: stream && checkedStreamName(Buffer.from(stream.getStreamIdentifier()?.getStreamName_asU8() ?? []).toString('utf8')),
    from: stream ? fromRevision(stream) : fromPosition(all!),
    backwards,
    resolveLinks: options.getResolveLinks(),
    count: isSubscription ? undefined : Number(options.getCount()),
    filter: all && options.hasFilter() ? filterOf(options.getFilter()!, isSubscription) : undefined,
  };
}

function fromRevision(stream: ReadReq.Options.StreamOptions): From {
  if (stream.hasRevision()) return Number(stream.getRevision());
  return stream.hasEnd() ? 'end' : 'start';
}

function fromPosition(all: ReadReq.Options.AllOptions): From {
  if (all.hasPosition()) return Number(all.getPosition()!.getCommitPosition());
  return all.hasEnd() ? 'end' : 'start';
}

function filterOf(options: ReadReq.Options.FilterOptions, isSubscription: boolean): Filter {
  const onStream = options.hasStreamIdentifier();
  const expression = onStream ? options.getStreamIdentifier() : options.getEventType();
  if (!expression) throw new InvalidAppend('A filter is by stream name or by event type.');
  const multiplier = options.getCheckpointintervalmultiplier();
  if (multiplier === 0 && isSubscription) throw new InvalidAppend('The checkpoint interval multiplier is at least 1.');
  try {
    return {
      matches: matcherOf({ on: onStream ? 'stream' : 'type', prefixes: expression.getPrefixList(), regex: expression.getRegex() }),
      checkpointEvery: checkpointInterval(options.hasMax() ? options.getMax() : undefined, multiplier),
    };
  } catch (error) {
    throw new InvalidAppend(`The filter is no regular expression that can be used: ${(error as Error).message}.`);
  }
}
