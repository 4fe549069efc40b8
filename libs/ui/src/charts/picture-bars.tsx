import { useTexts } from '../components/texts-context';
import { Lines, lineHeight, pictureMargin, pictureWidth, type Drawing } from './picture';
import { wrapped } from './wrapped';

export interface PictureBar {
  readonly parts: readonly { readonly kind: string; readonly value: number }[];
  readonly total: number;
  /** The numbers in words, below the bar. */
  readonly note: string;
}

export interface PictureRow {
  readonly text: string;
  readonly bars: readonly PictureBar[];
}

interface KeyOfColour {
  readonly kind: string;
  readonly label: string;
}

const width = pictureWidth - 2 * pictureMargin;
const [textWidth, gap, size, noteSize, barHeight] = [380, 30, 17, 15, 18];
const barAt = textWidth + gap;
const barWidth = width - barAt;
const top = 40;

/** Rows of bars with their words beside them, all from nothing to everybody, and what the colours mean above. */
export function barsAsDrawing(rows: readonly PictureRow[], legend: readonly KeyOfColour[]): Drawing {
  let y = top;
  const placed = rows.map((row) => {
    const lines = wrapped(row.text, textWidth / size);
    const at = y;
    const barsHeight = row.bars.reduce((sum, { note }) => sum + barHeightOf(note), 0);
    y += Math.max(lines.length * lineHeight(size), barsHeight) + 18;
    return { row, lines, at };
  });
  return {
    width,
    height: y,
    body: (
      <>
        <Legend legend={legend} />
        {placed.map(({ row, lines, at }, index) => (
          <Row row={row} lines={lines} at={at} key={index} />
        ))}
      </>
    ),
  };
}

const tenth = (value: number): number => Math.round(value * 10) / 10;
const noteLines = (note: string): string[] => wrapped(note, barWidth / noteSize);
const barHeightOf = (note: string): number => barHeight + 6 + noteLines(note).length * lineHeight(noteSize);

function Legend(props: { legend: readonly KeyOfColour[] }) {
  const { direction } = useTexts();
  const share = Math.floor(width / Math.max(1, props.legend.length));
  const at = (x: number, itsWidth = 0) => (direction === 'rtl' ? width - x - itsWidth : x);
  return (
    <>
      {props.legend.map(({ kind, label }, index) => (
        <g key={kind}>
          <rect class={`bar-${kind}`} x={at(index * share, 14)} y="0" width="14" height="14" rx="3" />
          <Lines lines={[label]} x={at(index * share + 22)} y={13} size={noteSize} />
        </g>
      ))}
    </>
  );
}

function Row(props: { row: PictureRow; lines: readonly string[]; at: number }) {
  const { direction } = useTexts();
  const mirrored = direction === 'rtl';
  let y = props.at;
  return (
    <>
      <Lines lines={props.lines} x={mirrored ? width : 0} y={props.at + size - 2} size={size} />
      {props.row.bars.map((bar, index) => {
        const barY = y;
        y += barHeightOf(bar.note);
        let filled = 0;
        return (
          <g key={index}>
            <rect class="bar-ground" x={mirrored ? 0 : barAt} y={barY} width={barWidth} height={barHeight} />
            {bar.parts.map(({ kind, value }) => {
              const length = tenth((value / Math.max(1, bar.total)) * barWidth);
              const x = tenth(mirrored ? barWidth - filled - length : barAt + filled);
              filled += length;
              return <rect class={`bar-${kind}`} x={x} y={barY} width={length} height={barHeight} key={kind} />;
            })}
            <Lines
              lines={noteLines(bar.note)}
              x={mirrored ? barWidth : barAt}
              y={barY + barHeight + noteSize + 3}
              size={noteSize}
              class="picture-note"
            />
          </g>
        );
      })}
    </>
  );
}
