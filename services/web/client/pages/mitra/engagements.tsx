import { api, bodyOf } from '../../api/client.ts';
import { may, sessionNow } from '../../api/session.ts';
import { useApi } from '../../api/use-api.ts';
import { Field } from '../../components/field.tsx';
import { Outside } from '../../components/outside.tsx';
import { Empty, Loading, ProblemNotice } from '../../components/states.tsx';
import { Moment } from '../../components/times.tsx';
import { useTexts } from '../../texts/catalogue.ts';
import { dayStart } from './partner-data.ts';
import { partnerWords } from './partner-texts.ts';
import { partnersTexts } from './texts.ts';
import { TypedForm } from './typed-form.tsx';

const kinds = ['press_tour', 'gathering', 'webinar', 'focus_group', 'meeting', 'training'] as const;
type Kind = (typeof kinds)[number];

/** What units did with partners, newest first. */
export function Engagements() {
  const say = useTexts(partnersTexts);
  const word = useTexts(partnerWords);
  const { data, error, reload } = useApi('/v1/engagements', () => bodyOf(api.GET('/v1/engagements')));
  return (
    <>
      {error ? <ProblemNotice error={error} onRetry={reload} /> : !data && <Loading />}
      {data?.engagements.length === 0 && (
        <Empty icon="mitra" title={say('noEngagements')}>
          <p>{say('noEngagementsWhy')}</p>
        </Empty>
      )}
      {data && data.engagements.length > 0 && (
        <ul class="mitra-list card">
          {data.engagements.map(({ id, kind, title, at, place, attended, outcome }) => (
            <li key={id}>
              <strong>
                <Outside text={title} most={160} />
              </strong>
              <span class="row small soft">
                <span class="badge outline">{word(`done_${kind}`)}</span>
                <Moment at={at} />
                <Outside text={place} most={80} />
                {attended !== null && (
                  <span>
                    {say('attended')}: {attended}
                  </span>
                )}
              </span>
              {outcome && <Outside text={outcome} most={400} />}
            </li>
          ))}
        </ul>
      )}
      {may('draft') && <NewEngagement />}
    </>
  );
}

function NewEngagement() {
  const say = useTexts(partnersTexts);
  const word = useTexts(partnerWords);
  const add = ({ title = '', kind, day = '', place = '', attended, outcome = '' }: Record<string, string>) =>
    api.POST('/v1/engagements', {
      body: {
        unit: sessionNow()?.unit ?? 'RI',
        title,
        kind: kind as Kind,
        at: dayStart(day),
        place,
        stakeholderIds: [],
        attended: attended ? Number(attended) : null,
        outcome: outcome.trim() || null,
        activityId: null,
      },
    });
  return (
    <TypedForm
      name="engagement.new"
      title={say('addEngagement')}
      blank={{ title: '', kind: 'meeting', day: '', place: '', attended: '', outcome: '' }}
      onAdd={add}
    >
      {(bind) => (
        <>
          <Field label={say('whatTitle')} isRequired>
            <input type="text" minLength={3} maxLength={200} {...bind('title')} />
          </Field>
          <Field label={say('kind')}>
            <select {...bind('kind')}>
              {kinds.map((kind) => (
                <option key={kind} value={kind}>
                  {word(`done_${kind}`)}
                </option>
              ))}
            </select>
          </Field>
          <Field label={say('when')} isRequired>
            <input type="date" {...bind('day')} />
          </Field>
          <Field label={say('where')}>
            <input type="text" maxLength={200} {...bind('place')} />
          </Field>
          <Field label={say('attended')}>
            <input type="number" min={0} {...bind('attended')} />
          </Field>
          <Field label={say('outcome')} help={say('outcomeHelp')}>
            <textarea rows={2} maxLength={5_000} {...bind('outcome')} />
          </Field>
        </>
      )}
    </TypedForm>
  );
}
