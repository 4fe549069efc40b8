import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import { limits } from '@isegoria/kernel';
import {
  changeOwnWords,
  editableForAWhile,
  idInPath,
  showOwnWords,
  withdrawOwn,
  type OwnThing,
  type Visit,
  type Visited,
} from '@isegoria/portal-kit';
import { annotationPath } from '../../document/paper/paper.page';
import { editStatement, showOwnStatement, withdrawStatement, type EditStatement, type OwnStatementView } from './own-statement.contract';

@Controller('my/statements')
export class OwnStatementPages {
  @Get(':id')
  async show(@Res() { visit }: Visited, @Param('id') id: string): Promise<void> {
    await showOwnWords(visit, load(visit, idInPath(id)));
  }

  @Post(':id/text')
  async change(@Res() { visit }: Visited, @Param('id') id: string, @Body() body: unknown): Promise<void> {
    const statementId = idInPath(id);
    const command = (text: string) => ({ statementId, text });
    const hasEffect = (said: EditStatement, position: number) => standsNow(visit, said, position);
    await changeOwnWords(visit, body, editStatement, { command, path: pathOf(statementId), load: load(visit, statementId), hasEffect });
  }

  @Post(':id/withdrawal')
  async withdraw(@Res() { visit }: Visited, @Param('id') id: string, @Body() body: unknown): Promise<void> {
    const statementId = idInPath(id);
    await withdrawOwn(visit, body, withdrawStatement, {
      command: { statementId },
      path: pathOf(statementId),
      load: load(visit, statementId),
    });
  }
}

/** Whether the words are now those of the statement: behind a vote, or behind the closing, they are recorded and change nothing. */
async function standsNow(visit: Visit, { statementId, text }: EditStatement, after: number): Promise<boolean> {
  const { text: now } = await visit.api.as({ after }).ask(showOwnStatement, { statementId });
  return now === null || now.trim() === text.trim();
}

const pathOf = (statementId: string) => `/my/statements/${statementId}`;

function load(visit: Visit, statementId: string): () => Promise<OwnThing> {
  return async () => {
    const statement = await visit.api.ask(showOwnStatement, { statementId });
    return {
      kind: statement.at ? 'annotation' : 'statement',
      path: pathOf(statementId),
      place: statement.carried
        ? annotationPath(statement.activityId, statement.carried.paragraph, statementId)
        : `/consultations/${statement.consultationId}`,
      became: becameOf(statement),
      text: statement.text,
      version: statement.version,
      max: limits.statementLength,
      withdrawn: statement.status === 'withdrawn' || (statement.status === 'rejected' && statement.text === null),
      editing: editingOf(visit, statement),
    };
  };
}

/** What further versions of a text made of an annotation. */
function becameOf({ followedIn, carried }: OwnStatementView): OwnThing['became'] {
  return [
    ...(followedIn === null ? [] : [{ words: 'versions.ownFollowed', version: followedIn } as const]),
    ...(carried?.lostIn ? [{ words: 'versions.ownLost', version: carried.lostIn } as const] : []),
  ];
}

function editingOf(visit: Visit, { status, votedOn, submittedAt }: OwnStatementView): OwnThing['editing'] {
  if (status !== 'pending') return { refused: 'own.decided' };
  if (votedOn) return { refused: 'own.votedOn' };
  return editableForAWhile(visit, submittedAt);
}
