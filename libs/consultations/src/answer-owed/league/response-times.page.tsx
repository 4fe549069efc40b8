import { unitPath, type UnitTree } from '@isegoria/portal-kit';
import type { Texts } from '@isegoria/texts';
import { Bar, BarList, Breadcrumbs, ChartWithTable, DataTable, EmptyState, Heading, Link, Words, useTexts } from '@isegoria/ui';
import { asCsv } from '../../results/dashboard/figures-file.page';
import { Overdue, responseTimesPath, type OverdueProps } from './overdue.page';
import type { ResponseTimes, UnitResponseTimes } from './response-times.contract';

export type Row = UnitResponseTimes & { readonly name: string };
const columns = ['open', 'due', 'overdue', 'answered', 'answeredLate', 'milestonesLate'] as const;
const barKinds = { answered: 'agree', due: 'pass', overdue: 'disagree' } as const;

/** Units that owe an answer, with who is late before the others. */
export function rowsOf({ units }: ResponseTimes, tree: UnitTree): Row[] {
  const named = units.map((one) => ({ ...one, name: tree.wayTo(one.unit) }));
  return named.sort((one, other) => other.overdue - one.overdue || (one.medianDays ?? Infinity) - (other.medianDays ?? Infinity));
}

/** Of what was answered, as a part of 1. */
const inTimeOf = ({ answered, answeredLate }: Row): number => Math.round((1 - answeredLate / answered) * 100) / 100;

export function ResponseTimesPage({ rows, ...late }: { rows: readonly Row[] } & OverdueProps) {
  const { t } = useTexts();
  return (
    <div class="stack-lg">
      <Breadcrumbs trail={[{ href: '/consultations', label: t('nav.consultations') }]} />
      <div class="page-head">
        <Heading level={1} size="lg">
          {t('responseTimes.title')}
        </Heading>
        <p class="lead">{t('responseTimes.lead')}</p>
      </div>
      <Overdue {...late} />
      {rows.length === 0 && <EmptyState>{t('consultations.empty')}</EmptyState>}
      {rows.length > 0 && <TimesOfUnits rows={rows} />}
    </div>
  );
}

function UnitLink({ of: { unit, name } }: { of: Row }) {
  return (
    <Link href={unitPath(unit)}>
      <Words text={name} />
    </Link>
  );
}

/** The figures of units, drawn and as a table. */
export function TimesOfUnits({ rows }: { rows: readonly Row[] }) {
  const { t, number, percent } = useTexts();
  const total = ({ answered, due, overdue }: Row) => answered + due + overdue;
  const drawn = rows.filter((row) => total(row) > 0);
  return (
    <ChartWithTable
      id="response-times"
      summary={t('responseTimes.asTable')}
      chart={
        <>
          <ul class="legend">
            {(['answered', 'due', 'overdue'] as const).map((state) => (
              <li key={state}>
                <span class={`key key-${barKinds[state]}`} /> {t(`responseTimes.${state}`)}
              </li>
            ))}
          </ul>
          <BarList>
            {drawn.map((row) => (
              <li key={row.unit}>
                <span class="bar-text">
                  <UnitLink of={row} />
                </span>
                <Bar
                  id={`unit-${row.unit.replaceAll('.', '-')}`}
                  title={t('responseTimes.bar', { answered: row.answered, due: row.due, overdue: row.overdue })}
                  parts={(['answered', 'due', 'overdue'] as const).map((state) => ({ kind: barKinds[state], value: row[state] }))}
                  total={total(row)}
                />
                <span class="bar-numbers">
                  <span>{t('responseTimes.bar', { answered: row.answered, due: row.due, overdue: row.overdue })}</span>
                </span>
              </li>
            ))}
          </BarList>
        </>
      }
    >
      <DataTable
        caption={t('responseTimes.caption')}
        rows={rows}
        columns={[
          { head: t('responseTimes.unit'), cell: (row) => <UnitLink of={row} /> },
          ...columns.map((name) => ({ head: t(`responseTimes.${name}`), cell: (row: Row) => number(row[name]), numeric: true })),
          {
            head: t('responseTimes.inTime'),
            cell: (row) => (row.answered === 0 ? '–' : percent(inTimeOf(row))),
            numeric: true,
          },
          {
            head: t('responseTimes.median'),
            cell: ({ medianDays }) => (medianDays === null ? '–' : number(medianDays)),
            numeric: true,
          },
        ]}
      />
      <p>
        <Link href={`${responseTimesPath}.csv`}>{t('responseTimes.file')}</Link>
      </p>
    </ChartWithTable>
  );
}

export function timesAsCsv({ t }: Texts, rows: readonly Row[]): string {
  const words = columns.map((name) => t(`responseTimes.${name}`));
  const head = [t('responseTimes.unit'), ...words, t('responseTimes.inTime'), t('responseTimes.median')];
  const share = (row: Row) => (row.answered === 0 ? '' : inTimeOf(row));
  const cells = (row: Row) => [row.name, ...columns.map((name) => row[name]), share(row), row.medianDays ?? ''];
  return asCsv([head, ...rows.map(cells)]);
}
