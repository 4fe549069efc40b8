import type { ComponentChildren } from 'preact';
import { useIds } from './part';

export interface Column<Row> {
  /** Somebody's words are in a language of their own. */
  readonly head: ComponentChildren;
  readonly cell: (row: Row) => ComponentChildren;
  readonly numeric?: boolean;
  /** Holds sentences: as narrow as a figure, one would run down the screen of a phone. */
  readonly isProse?: boolean;
}

/**
 * A table with a caption. The first column names the row. Wide tables scroll in their own frame, which the keyboard can reach,
 * so that the page itself never scrolls sideways.
 */
export function DataTable<Row>(props: { caption: string; columns: readonly Column<Row>[]; rows: readonly Row[]; captionHidden?: boolean }) {
  return (
    <div class="table-frame" tabIndex={0} role="group" aria-label={props.caption}>
      <table class="ds-table" data-size="sm" data-color="neutral">
        <caption class={props.captionHidden ? 'ds-sr-only' : undefined}>{props.caption}</caption>
        <thead>
          <tr>
            {props.columns.map(({ head, numeric }, column) => (
              <th scope="col" class={numeric ? 'numeric' : undefined} key={column}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.rows.map((row, index) => (
            <tr key={index}>
              {props.columns.map(({ cell, numeric, isProse }, column) =>
                column === 0 ? (
                  <th scope="row" dir="auto">
                    {cell(row)}
                  </th>
                ) : (
                  <td class={numeric ? 'numeric' : isProse ? 'prose-cell' : undefined}>{cell(row)}</td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A chart with its table one click beside it; open and close work without scripts. */
export function ChartWithTable(props: { id: string; summary: string; chart: ComponentChildren; children: ComponentChildren }) {
  const id = useIds()(props.id);
  return (
    <div class="chart-with-table">
      {props.chart}
      <details class="ds-details as-table" data-variant="default" id={id} data-color="neutral">
        <summary>{props.summary}</summary>
        <div>{props.children}</div>
      </details>
    </div>
  );
}
