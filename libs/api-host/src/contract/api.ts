import type { Provider, Type } from '@nestjs/common';
import type { CommandContract } from '@isegoria/kernel';
import type { Answer } from '@isegoria/projection';
import { commandRoute } from './command-route';
import { queryRoute } from './query-route';
import { servedBy, type Contract } from './serves';

/** What a context gives to the API. */
export interface ApiPart {
  readonly commands: readonly CommandContract[];
  readonly answers: readonly Answer[];
  /** Routes that are written by hand, since a command or an answer is not all there is to them: files, streams, sessions. */
  readonly controllers?: readonly Type[];
  /** What those controllers need. */
  readonly providers?: readonly Provider[];
}

/** The whole API: its controllers, in the order in which their routes are tried, and its contracts. */
export interface Api {
  readonly controllers: readonly Type[];
  readonly contracts: readonly Contract[];
}

export function apiOf(parts: readonly ApiPart[]): Api {
  const everyAnswer = parts.flatMap(({ answers }) => answers);
  const controllers = parts.flatMap(({ commands, answers, controllers = [] }) => [
    ...controllers,
    ...commands.map(commandRoute),
    ...answers.map((answer) => queryRoute(answer, everyAnswer)),
  ]);
  return { controllers, contracts: controllers.flatMap(servedBy) };
}
