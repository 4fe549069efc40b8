import { fileKinds, type MediaType } from '@isegoria/content';
import { standingColumns } from '../../../../ballot/standing/standing.read-model';
import { named, type Tables } from '../../../../export/contributions/contribution-tables.read-model';
import { questionsOf } from '../../questionnaire/questionnaire.pure';
import { underQuotas } from '../../quotas/quota-places.read-model';
import { wholeBeyond } from '../../quotas/quotas.pure';
import type { SurveySettings } from '../../survey.contract';
import type { FileDetails } from '../keeping/known-files';
import { nameOfSealed, unsealBytes } from '../keeping/sealed-bytes';
import { nameInArchive } from './names-in-archive.pure';

/** The files of all responses that stand, in one archive, with this table in it. */
export const answerFileTables: Tables = {
  'answer-files': {
    columns: [
      'file',
      'question_id',
      'question',
      'text_status',
      'name',
      'media_type',
      'bytes',
      'voter',
      'given_at',
      'assurance',
      'status',
      'excluded_reason',
      'sealed_sha256',
    ],
    query: `SELECT row_number() OVER (ORDER BY place) AS number, survey_file.activity_id, file AS sealed_sha256, question AS question_id,
        media_type, size AS bytes, voter, at AS given_at, json_build_object('sealed', details) AS text,
        ${standingColumns('ballot', underQuotas('$1', `'${wholeBeyond}' = ANY (ballot.choices)`))}
      FROM survey_file JOIN survey_response USING (activity_id, voter, commitment) JOIN choice_ballot ballot USING (activity_id, voter)
        JOIN participant USING (activity_id, voter)
      WHERE survey_file.activity_id = $1 ORDER BY place`,
    // Nobody gets this table but those who may read the files.
    isPublic: () => true,
    cells(row, text, settings) {
      const asked = questionsOf((settings as SurveySettings).questionnaire).find(({ id }) => id === row['question_id']);
      const details = text.state === 'open' ? (JSON.parse(text.text) as FileDetails) : null;
      const [ending = 'bin'] = fileKinds[String(row['media_type']) as MediaType] ?? [];
      return [
        details && nameInArchive(Number(row['number']), String(row['question_id']), details.name, ending),
        ...named(row, 'question_id'),
        asked?.text ?? null,
        details ? 'given' : 'erased',
        details?.name ?? null,
        ...named(row, 'media_type', 'bytes', 'voter', 'given_at', 'assurance', 'status', 'excluded_reason', 'sealed_sha256'),
      ];
    },
    archive: {
      named: 'file',
      async bytes(rows, row, text) {
        if (text.state !== 'open') return undefined;
        const [found]: { bytes: Buffer }[] = await rows.query(
          'SELECT bytes FROM consultations_files.answer_file WHERE activity_id = $1 AND file = $2',
          [row['activity_id'], row['sealed_sha256']],
        );
        // What was altered in the table has another name.
        if (!found || nameOfSealed(found.bytes) !== row['sealed_sha256']) return undefined;
        return unsealBytes(Buffer.from((JSON.parse(text.text) as FileDetails).key, 'base64'), found.bytes);
      },
    },
  },
};
