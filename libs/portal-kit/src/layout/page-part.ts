import type { ComponentType } from 'preact';
import type { Visit } from '../session/visit';

/** What one context shows at the end of the page of something that belongs to another. */
export interface PagePart {
  /** Loads what it shows of the thing with this id. */
  load(visit: Visit, id: string): Promise<ComponentType>;
}

/** The token with which the portal hands such parts, in order, to the page of a service. */
export const PARTS_OF_SERVICES = Symbol('parts of the page of a service');
