import { describe, it } from '@jest/globals';
import { given } from '@isegoria/event-sourcing';
import type { Actor } from '@isegoria/kernel';
import { fileAdded, type FileEvent } from './file.contract';
import { fileDecider, type FileCommand } from './file.decider';

const unit = 'root.aaaaaaaa';
const { by, ...facts } = { ...fileAdded.sample, unit };
const actor: Actor = { accountId: by, roles: [{ role: 'official', unit }], assurance: 'email' };
const elsewhere: Actor = { ...actor, roles: [{ role: 'official', unit: 'root.bbbbbbbb' }] };
const { file } = facts;
const reason = 'It named a private person.';

const add: FileCommand = { type: 'AddFile', ...facts, standing: 'open', isKept: true, actor };
const withdraw: FileCommand = { type: 'WithdrawFile', file, reason, actor };
const added: FileEvent = { type: 'FileAdded', data: { ...facts, by } };
const withdrawn: FileEvent = { type: 'FileWithdrawn', data: { file, by, reason } };

describe('a file', () => {
  it('is its bytes: the same ones again change nothing', () => {
    given(fileDecider).when(add).then([added]);
    given(fileDecider, [added])
      .when({ ...add, name: 'Another name.pdf' })
      .then([]);
  });

  it('is in the hands of officials of its unit, whether or not that is open still', () => {
    given(fileDecider)
      .when({ ...add, actor: elsewhere })
      .thenRejected('FORBIDDEN_ROLE');
    given(fileDecider)
      .when({ ...add, standing: 'closed' })
      .thenRejected('UNIT_CLOSED');
    given(fileDecider, [added]).when(withdraw).then([withdrawn]);
    given(fileDecider, [added])
      .when({ ...withdraw, actor: elsewhere })
      .thenRejected('FORBIDDEN_ROLE');
  });

  it('does not come back once it was withdrawn', () => {
    given(fileDecider, [added, withdrawn]).when(add).thenRejected('FILE_WITHDRAWN');
    given(fileDecider, [added, withdrawn]).when(withdraw).then([]);
    given(fileDecider).when(withdraw).thenRejected('FILE_NOT_FOUND');
    given(fileDecider, [added, withdrawn])
      .when({ ...add, isKept: false })
      .thenRejected('FILE_WITHDRAWN');
  });

  it('is not recorded without its bytes', () => {
    for (const history of [[], [added]])
      given(fileDecider, history)
        .when({ ...add, isKept: false })
        .thenRejected('FILE_NOT_FOUND');
  });

  it('that is a picture says what it shows', () => {
    const picture = { ...add, mediaType: 'image/png', width: 3, height: 2 } as const;
    given(fileDecider).when(picture).thenRejected('ALTERNATIVE_TEXT_MISSING');
    const described = { ...facts, mediaType: 'image/png', width: 3, height: 2, alt: 'A bus' } as const;
    given(fileDecider)
      .when({ ...picture, alt: 'A bus' })
      .then([{ type: 'FileAdded', data: { ...described, by } }]);
  });
});
