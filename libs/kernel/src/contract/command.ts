import { Accepted } from '../command-context';
import type { Shape } from './fields';
import type { Audience } from './may';
import { parsedRoute, type ParsedRoute, type Route, type RouteOf } from './route';

export interface CommandOptions<Command extends object, Reply extends object, R extends Route> {
  /** Where the API accepts it; absent for commands between services. */
  readonly route?: RouteOf<Command, R>;
  /** What it does, in a sentence for the description of the API. */
  readonly summary: string;
  readonly may: Audience;
  /** The answer; `Accepted` when absent. */
  readonly reply?: Shape<Reply>;
  /** The HTTP status of the answer; 201 for POST and 200 for others when absent. */
  readonly status?: number;
  /** The most requests a minute from one client address; no limit when absent. */
  readonly atMostAMinute?: number;
  /** The types of the events that make a new version of what it changes; see {@link CommandContract.versionedBy}. */
  readonly versionedBy?: readonly string[];
  /** See {@link CommandContract.originWithin}. */
  readonly originWithin?: keyof Command & string;
}

/**
 * One command, declared once: what derives from it is in service-host (handler), api-host (route and description) and api-client (call).
 */
export interface CommandContract<Command extends object = object, Reply extends object = object> {
  readonly name: string;
  /** The NATS subject on which its service receives it. */
  readonly subject: string;
  readonly shape: Shape<Command>;
  readonly route?: ParsedRoute;
  readonly summary: string;
  readonly may: Audience;
  readonly reply: Shape<Reply>;
  readonly status: number;
  readonly atMostAMinute?: number;
  /**
   * The types of the events that make a new version of what it changes. A version is the log position of the last of them in the stream of
   * the thing, 0 before the first. A request may name the one that it was made from (`If-Match`, RFC 9110 section 13.1.1), and is refused
   * where there is a newer one; other events of the stream are no concern of it. Empty for what is in no log: there its service looks at
   * the versions that the request names.
   */
  readonly versionedBy?: readonly string[];
  /**
   * The field of the path within which requests from one class of networks and devices can be counted: what is said of a class there says
   * nothing anywhere else. Absent where nobody counts them.
   */
  readonly originWithin?: string;
}

/** Declares a command: `command(HideComment, { route: 'POST /comments/:commentId/hiding', may: 'moderate', ... })`. */
export function command<Command extends object, Reply extends object = Accepted, R extends Route = Route>(
  shape: Shape<Command>,
  { route, summary, may, reply, status, atMostAMinute, versionedBy, originWithin }: CommandOptions<Command, Reply, R>,
): CommandContract<Command, Reply> {
  const parsed = route && parsedRoute(route);
  return {
    name: shape.name,
    subject: subjectOf(shape.name),
    shape,
    ...(parsed ? { route: parsed } : {}),
    summary,
    may,
    reply: reply ?? (Accepted as unknown as Shape<Reply>),
    status: status ?? (parsed?.method === 'POST' ? 201 : 200),
    ...(atMostAMinute === undefined ? {} : { atMostAMinute }),
    ...(versionedBy === undefined ? {} : { versionedBy }),
    ...(originWithin === undefined ? {} : { originWithin }),
  };
}

/** `HideComment` is received on `command.hide-comment`. */
function subjectOf(name: string): string {
  return `command.${name.replace(/(?!^)[A-Z]/g, '-$&').toLowerCase()}`;
}
