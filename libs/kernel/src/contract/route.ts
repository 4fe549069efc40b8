import { rejections, type RejectionCode } from '../rejection';

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';
/** A method and a path below `/api/v1`, with the fields that the path names: `PUT /pages/:pageId`. */
export type Route = `${Method} /${string}`;

/** The names of the fields in a path. */
export type ParametersOf<Path extends string> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? Name | ParametersOf<Rest>
  : Path extends `${string}:${infer Name}`
    ? Name
    : never;

/** A route whose path names fields of the input alone; any other does not compile. */
export type RouteOf<Input, R extends Route> = ParametersOf<R> extends keyof Input ? R : never;

export interface ParsedRoute {
  readonly method: Method;
  readonly path: string;
  /** The fields that the path names, in order. */
  readonly parameters: readonly string[];
}

export function parsedRoute(route: Route): ParsedRoute {
  const [method, path] = route.split(' ') as [Method, string];
  return { method, path, parameters: [...path.matchAll(/:(\w+)/g)].map(([, name]) => name!) };
}

/** Whether a field of a path holds an id (a UUID), which its name says. */
export function isId(parameter: string): boolean {
  return parameter.endsWith('Id');
}

/**
 * What is not found if an id in a path names nothing: `statementId` gives STATEMENT_NOT_FOUND, or NOT_FOUND if the list has no code for it.
 */
export function notFoundCode(parameter: string): RejectionCode {
  const code = `${parameter.replace(/Id$/, '').replace(/[A-Z]/g, '_$&').toUpperCase()}_NOT_FOUND`;
  return code in rejections ? (code as RejectionCode) : 'NOT_FOUND';
}

/** The address of a request: the path with its fields filled in. */
export function addressOf({ path }: ParsedRoute, input: Readonly<Record<string, unknown>>): string {
  return path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(input[name])));
}
