import type { AnsweredView, PublishedView } from '@isegoria/audit-kit';
import { amongResults } from '@isegoria/consultations/recount';
import type { ConsultationResults, ConsultationView } from '@isegoria/contracts';
import { textsIn } from '@isegoria/texts';
import type { Motion, Stood } from '../../recount/stood';
import { bare, wrongPage, type ReadPage } from '../page-finding';
import { numbersIn } from '../reading/numbers-in';
import { inOneLine } from '../reading/visible-text';
import { asTheLogHasIt } from './as-the-log-has-it';
import { outcomeFor, type Moved, type Outcome } from './held-page';

/** What a page of results is made of, each part with a place of its own in the log. */
export interface ResultsAnswers {
  readonly id: string;
  readonly results: ConsultationResults;
  readonly views: readonly AnsweredView[];
  readonly consultation: Partial<ConsultationView>;
}

type Check = (page: ReadPage, answers: ResultsAnswers) => Promise<void>;

/** So many ways in which the parts of a page may belong together are tried. */
const mostWays = 2_000;

/** Where the log has what a page shows, as it says itself: its figures, and answers beside these that say it of their own. */
export function placesStatedOn({ lines, language }: ReadPage): number[] {
  const { t } = textsIn(language);
  return lines.flatMap(({ cells }) => {
    const said = bare(cells.join(' '));
    return numbersIn(cells.join(' ')).flatMap(({ value }) => (bare(t('results.computed', { position: value })) === said ? value : []));
  });
}

/** Whether figures that stood still while the log moved are those of a page, which says where in the log that was. */
export function stillResults(check: Check) {
  return async (page: ReadPage, moved: Moved<ResultsAnswers>): Promise<Outcome> => {
    const { before, after } = moved;
    const places = placesStatedOn(page);
    const { position } = before.results;
    if (places.length === 0) return wrongPage(page, 'does not say where in the log its figures are.');
    const [last, first] = [Math.max(...places), Math.min(...places)];
    const old = last < position ? last : first;
    const since = last < position ? position : Math.min(position, ...before.views.filter(isPlaced).map(({ answer }) => answer.position));
    if (old < since) return wrongPage(page, `is of position ${old} in the log, and the site answered for ${since} long before.`);
    if (stillOf(before) !== stillOf(after)) return 'moved';
    const beside = after.views.filter((one) => !isPlaced(one));
    const ways = placesOfFigures(places, before).flatMap((place) =>
      (placedWays(places, moved) ?? []).map((placed) => ({ results: placedAt(page, place, moved), views: [...beside, ...placed] })),
    );
    return firstRight(ways, (way) => check(page, { ...after, ...way }));
  };
}

/** What the log must have of a moving page. */
export function motionOf(pages: readonly ReadPage[], { before, after }: Moved<ResultsAnswers>): Motion {
  const places = pages.flatMap(placesStatedOn);
  const to = Math.max(after.results.position, ...places);
  const shown = after.views.filter(({ view }) => !view.isApart);
  const [placed, views] = [shown.filter(isPlaced), shown.filter((one) => !isPlaced(one))].map((some) => some.map(({ view }) => view));
  return { id: after.id, from: before.results.position, to, places, views: views!, placed: placed! };
}

/** Whether a page shows what the log has at the places that it states, beside answers of any place at which they may have been read. */
export function resultsInLog(check: Check) {
  return async (page: ReadPage, moved: Moved<ResultsAnswers>, stood: Stood): Promise<Outcome> => {
    const { before, after } = moved;
    const stated = placesStatedOn(page);
    const places = placesOfFigures(stated, before);
    const states = stood.states();
    const written = new Set(page.lines.flatMap(({ cells }) => numbersIn(cells.join(' | ')).map(({ value }) => value)));
    const [least = 0, ...others] = peopleWithin(before.consultation, after.consultation, stood.events);
    // What the page does not write makes no difference.
    const people = [least, ...others.filter((one) => written.has(one))];
    const placed = placedWays(stated, moved, (view, place) => stood.viewAt(place, view));
    if (!states || !placed || people.length * states.length * places.length * placed.length > mostWays) return 'moved';
    const counted = places.map((place) => {
      const figures = amongResults(stood.at(place)!);
      return [before, after].map(({ results }) => placedAt(page, place, moved, asTheLogHasIt(results, figures)));
    });
    const beside = states.flatMap((state) => {
      const within = state.map(({ view, counted: must }) => ({ view, answer: asTheLogHasIt(answerTo(view, after), must) }));
      return placed.map((views) => [...within, ...views]);
    });
    const consultations = people.map((participants) => ({ ...after.consultation, participants }));
    const ways = counted.flatMap(([_, results]) =>
      beside.flatMap((views) => consultations.map((consultation) => ({ results: results!, views, consultation }))),
    );
    const outcome = await firstRight(ways, (way) => check(page, { ...after, ...way }));
    // What the log does not say of figures, or of the consultation, must have stood still.
    const isTold = counted.every(([one, other]) => JSON.stringify(one) === JSON.stringify(other));
    const isStill = stillConsultation(before.consultation) === stillConsultation(after.consultation);
    return outcome === 'right' || (isTold && isStill) ? outcome : 'moved';
  };
}

/** What is wrong with the last way in which the parts of a page may belong together, unless one is right. */
async function firstRight<Way>(ways: readonly Way[], check: (way: Way) => Promise<void>): Promise<Outcome> {
  let outcome: Outcome = 'moved';
  for (const way of ways) {
    outcome = await outcomeFor(() => check(way));
    if (outcome === 'right') break;
  }
  return outcome;
}

/** What a site computes now and then, as an opinion map, and of which its page says where in the log that was. */
const isPlaced = ({ view }: AnsweredView): boolean => view.isPlaced ?? false;

/** Of the places that a page states, those that may be of its figures. */
const placesOfFigures = (stated: readonly number[], { results }: ResultsAnswers) => stated.filter((place) => place >= results.position);

/**
 * Each way in which the places that a page states may belong to what it shows of places of its own: none is of longer ago than what was
 * answered before. Undefined if there are too many ways.
 * @param counted what the log has there; when absent, what was answered last
 */
function placedWays(
  stated: readonly number[],
  { before, after }: Moved<ResultsAnswers>,
  counted: (view: PublishedView, place: number) => object | undefined = () => undefined,
): AnsweredView[][] | undefined {
  const placed = after.views.filter(isPlaced);
  if (stated.length ** placed.length > mostWays) return undefined;
  return placed.reduce<AnsweredView[][]>(
    (ways, { view, answer }) => {
      const since = before.views.find((one) => one.view.path === view.path)?.answer.position ?? 0;
      const at = (position: number) => ({ view, answer: { ...asTheLogHasIt(answer, counted(view, position) ?? {}), position } });
      const choices = stated.filter((place) => place >= since).map(at);
      return ways.flatMap((way) => (choices.length > 0 ? choices : [{ view, answer }]).map((choice) => [...way, choice]));
    },
    [[]],
  );
}

/** Everything but the place in the log, which moves with all that is recorded anywhere. */
function stillOf({ results, views, consultation }: ResultsAnswers): string {
  const { position: _, computedAt: __, ...figures } = results;
  const beside = views.map(({ view, answer: { position: ___, ...answer } }) => [view.path, answer]);
  return JSON.stringify([figures, beside, consultation]);
}

const stillConsultation = (consultation: object): string => JSON.stringify({ ...consultation, ...movingInConsultation });

/** What every response moves; each by one. */
const movingInConsultation = { participants: null, participantsByAssurance: null };

/** How many people may have taken part when the page was made, if each event makes it one more or one less. */
export function peopleWithin(before: Partial<ConsultationView>, after: Partial<ConsultationView>, events: number): number[] {
  const [one = 0, other = 0] = [before.participants, after.participants];
  const [least, most] = [Math.max(0, Math.min(one, other) - events), Math.max(one, other) + events];
  return Array.from({ length: most - least + 1 }, (_, more) => least + more);
}

/** Figures with the place and the time that a page states of its own, if the site may have computed them then. */
function placedAt(
  page: ReadPage,
  position: number,
  { before, after }: Moved<ResultsAnswers>,
  results = after.results,
): ConsultationResults {
  const { dateTime } = textsIn(page.language);
  const shown = page.lines.flatMap(({ times }) => times);
  const [from, to] = [Date.parse(before.results.computedAt), Date.parse(after.results.computedAt)];
  const length = Math.min(longest, Math.ceil((to - from) / aMinute) + 1);
  const minutes = Array.from({ length }, (_, more) => Math.min(from + more * aMinute, to));
  const computedAt = minutes.map((time) => new Date(time).toISOString()).find((time) => shown.includes(inOneLine(dateTime(time))));
  return { ...results, position, computedAt: computedAt ?? after.results.computedAt };
}

const aMinute = 60_000;
/** In minutes. */
const longest = 60;

const answerTo = ({ path }: PublishedView, { views }: ResultsAnswers) => views.find(({ view }) => view.path === path)!.answer;
