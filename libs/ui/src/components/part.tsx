import { createContext, type ComponentChildren } from 'preact';
import { useContext } from 'preact/hooks';

interface Place {
  readonly name?: string;
  readonly depth: number;
}

const Here = createContext<Place>({ depth: 0 });

/**
 * A part of a page that may stand on it more than once. Ids in it begin with its name, so that none is on the page twice, and its headings
 * are as many levels deeper as it stands.
 */
export function Part(props: { name: string; depth?: number; children: ComponentChildren }) {
  return <Here.Provider value={{ name: props.name, depth: props.depth ?? 0 }}>{props.children}</Here.Provider>;
}

/** Gives the ids of the part in which it is asked; outside of any, the names as they are. */
export function useIds(): (name: string) => string {
  const { name: part } = useContext(Here);
  return (name) => (part === undefined ? name : idInPart(part, name));
}

/**
 * Gives what names a section below the title of the part: the title and the section's own heading, since several parts have sections of the
 * same name, and a landmark has to be told from the others. The title of the part has the id `title` in it.
 */
export function useSectionName(): (heading: string) => string {
  const { name: part } = useContext(Here);
  return (heading) => (part === undefined ? heading : `${idInPart(part, 'title')} ${idInPart(part, heading)}`);
}

/** The id by which something in a part is reached from outside, such as from an address. */
export function idInPart(part: string, name: string): string {
  return `${part}-${name}`;
}

/** How many levels deeper than written headings stand here. */
export function useDepth(): number {
  return useContext(Here).depth;
}
