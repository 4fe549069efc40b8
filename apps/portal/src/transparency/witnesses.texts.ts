import { texts, type KeysOf } from '@isegoria/texts';

export const witnessesTexts = texts({
  'witnesses.title': 'Who else signed it',
  'witnesses.lead':
    'Witnesses are run by others. Each signs a checkpoint only if the log has done nothing but grow since the last one it ' +
    'saw, so that nobody can be shown a separate history.',
  'witnesses.name': 'Witness',
  'witnesses.signed': 'Signed',
  'witnesses.notSigned': 'Not this one',
  'witnesses.enough': 'That is as many as the log’s policy asks for.',
  'witnesses.tooFew': 'Those are fewer than the log’s policy asks for. Do not rely on this checkpoint yet; come back in a minute.',
  'witnesses.policy': 'The policy: who the witnesses are, and how many must sign',
  'witnesses.none': 'No witnesses sign the checkpoints of this log. Keep yours and compare it with those of others.',
});

declare module '@isegoria/texts' {
  interface MessageKeys extends KeysOf<typeof witnessesTexts> {}
}
