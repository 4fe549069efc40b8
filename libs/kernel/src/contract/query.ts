import type { Shape } from './fields';
import type { Audience } from './may';
import type { PageRequest } from './page';
import { parsedRoute, type ParsedRoute, type Route, type RouteOf } from './route';

export interface QueryOptions<Parameters extends object, R extends Route> {
  readonly route: RouteOf<Parameters, R>;
  /** What it answers, in a sentence for the description of the API. */
  readonly summary: string;
  readonly may: Audience;
  /** For how many seconds anybody may cache the answer; when absent, nobody may. */
  readonly keptFor?: number;
  /** The media type of the answer if that is not JSON; clients that ask for JSON still get it. */
  readonly type?: string;
}

/** One question, declared once: its parameters (those of the path and those after the question mark) and its answer. */
export interface QueryContract<Parameters extends object = object, View extends object = object> {
  readonly name: string;
  readonly shape: Shape<Parameters>;
  readonly route: ParsedRoute;
  readonly summary: string;
  readonly may: Audience;
  /** The view, or that of one item if the answer is a page of a list. */
  readonly view: Shape<object>;
  readonly isPage: boolean;
  readonly keptFor?: number;
  readonly type?: string;
  /** Carries the type of the answer; there is no value. */
  readonly answer?: View;
}

/** Declares a query: `query(ShowPage, PageView, { route: 'GET /pages/:pageId', may: 'anyone', ... })`. */
export function query<Parameters extends object, View extends object, R extends Route>(
  shape: Shape<Parameters>,
  view: Shape<View>,
  options: QueryOptions<Parameters, R>,
): QueryContract<Parameters, View> {
  return declared(shape, view, options, false);
}

/** Declares a query that is answered by a page of a list. */
export function pageQuery<Parameters extends PageRequest, Item extends object, R extends Route>(
  shape: Shape<Parameters>,
  item: Shape<Item>,
  options: QueryOptions<Parameters, R>,
): QueryContract<Parameters, Page<Item>> {
  return declared(shape, item, options, true);
}

/** One page of a list in the order of the log: new items that arrive while somebody reads neither repeat nor hide others. */
export interface Page<Item> {
  readonly items: readonly Item[];
  /** The cursor of the page that follows; null at the end. */
  readonly next: string | null;
  /** How many there are in total. */
  readonly count: number;
}

function declared(
  shape: Shape<object>,
  view: Shape<object>,
  options: Omit<QueryOptions<object, Route>, 'route'> & { route: string },
  isPage: boolean,
) {
  const { route, ...rest } = options;
  return { name: shape.name, shape: shape as Shape<never>, route: parsedRoute(route as Route), view, isPage, ...rest };
}
