import type { ComponentChildren } from 'preact';
import { useTexts } from '../components/texts-context';
import { pictureStyles } from './picture-styles';
import { wrapped } from './wrapped';

/** Pictures are so wide, and their drawing stands so far from the edge. */
export const pictureWidth = 960;
export const pictureMargin = 40;
const within = pictureWidth - 2 * pictureMargin;

/** A drawing, as wide as a picture is within its margins or less, to be put into one. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly body: ComponentChildren;
}

interface LinesProps {
  readonly lines: readonly string[];
  readonly x: number;
  /** Of the first line. */
  readonly y: number;
  readonly size: number;
  readonly class?: string;
  readonly weight?: number;
}

const rightToLeft = /^\P{L}*[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u;

/** Lines of text that begin at `x`: at the left, or at the right on a page that is read from there, whichever way the words run. */
export function Lines(props: LinesProps) {
  const { direction } = useTexts();
  const words = rightToLeft.test(props.lines.join(' ')) ? 'rtl' : 'ltr';
  return (
    <text
      class={props.class}
      font-size={props.size}
      font-weight={props.weight}
      direction={words}
      text-anchor={words === direction ? 'start' : 'end'}
    >
      {props.lines.map((line, index) => (
        <tspan x={props.x} y={props.y + index * lineHeight(props.size)} key={index}>
          {line}
        </tspan>
      ))}
    </text>
  );
}

export const lineHeight = (size: number): number => Math.round(size * 1.4);

const [titleSize, noteSize] = [26, 15];

/**
 * A picture that stands by itself, wherever it is put: title, what it shows, where it comes from and when. One SVG file without anything
 * that is loaded from elsewhere.
 * @param of what it is about, above the title
 * @param notes lines below: source, date, terms
 */
export function Picture(props: { title: string; of: string; notes: readonly string[]; drawing: Drawing }) {
  const { direction } = useTexts();
  const { drawing } = props;
  const of = wrapped(props.of, within / noteSize);
  const title = wrapped(props.title, within / titleSize);
  const notes = props.notes.flatMap((note) => wrapped(note, within / noteSize));
  const start = direction === 'rtl' ? pictureWidth - pictureMargin : pictureMargin;
  const ofAt = pictureMargin + noteSize;
  const titleAt = ofAt + of.length * lineHeight(noteSize) + 14;
  const drawingAt = titleAt + (title.length - 1) * lineHeight(titleSize) + 24;
  const notesAt = drawingAt + drawing.height + 40;
  const height = notesAt + (notes.length - 1) * lineHeight(noteSize) + pictureMargin;
  const name = `${props.of}: ${props.title}`;
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      width={pictureWidth}
      height={height}
      viewBox={`0 0 ${pictureWidth} ${height}`}
      role="img"
      aria-label={name}
    >
      <title>{name}</title>
      <style>{pictureStyles()}</style>
      <rect class="picture-ground" width={pictureWidth} height={height} />
      <Lines lines={of} x={start} y={ofAt} size={noteSize} class="picture-note" />
      <Lines lines={title} x={start} y={titleAt} size={titleSize} weight={650} />
      <g transform={`translate(${(pictureWidth - drawing.width) / 2} ${drawingAt})`}>{drawing.body}</g>
      <Lines lines={notes} x={start} y={notesAt} size={noteSize} class="picture-note" />
    </svg>
  );
}
