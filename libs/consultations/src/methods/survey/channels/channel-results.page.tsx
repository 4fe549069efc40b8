import { Heading, useIds, useTexts } from '@isegoria/ui';
import type { ActivityResults } from '../../../results/results.contract';
import { QuestionFigures } from '../results/survey-results.page';
import { leastResponses } from '../results/survey-results.contract';

/** What came by other ways than an account, each apart. */
export function ChannelResults({ results }: { results: ActivityResults }) {
  const { t } = useTexts();
  const id = useIds();
  const { answersState, channels, smallestGroup, countsFrom } = results;
  if (channels.length === 0) return null;
  return (
    <section class="section stack" aria-labelledby={id('apart')}>
      <Heading level={2} size="md" id={id('apart')}>
        {t('channels.title')}
      </Heading>
      <p>{t('channels.lead')}</p>
      {channels.map(({ channel, responses, answers, beyondQuota = 0 }) => (
        <section class="stack" aria-labelledby={id(channel)} key={channel}>
          <Heading level={3} size="sm" id={id(channel)}>
            {t(`channel.${channel}`, { count: responses })}
          </Heading>
          <p class="meta">{t(`channels.meaning.${channel}`)}</p>
          {answers.length === 0 && answersState !== 'open' && <p>{t('survey.tooFew', { least: smallestGroup ?? leastResponses })}</p>}
          {beyondQuota > 0 && <p>{t('quota.beyond', { count: beyondQuota })}</p>}
          {answers.map((question, index) => (
            <QuestionFigures
              place={index + 1}
              question={{ ...question, id: `${channel}-${question.id}` }}
              levels={[]}
              least={smallestGroup ?? leastResponses}
              countsFrom={countsFrom}
              key={question.id}
            />
          ))}
        </section>
      ))}
    </section>
  );
}
