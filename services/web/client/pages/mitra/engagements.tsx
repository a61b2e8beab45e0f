import { useState } from 'preact/hooks';
import { api, bodyOf } from '../../api/client.ts';
import type { components } from '../../api/generated/schema.ts';
import { may, sessionNow } from '../../api/session.ts';
import { usePages } from '../../api/use-pages.ts';
import { MoreButton } from '../../components/more-button.tsx';
import { Outside } from '../../components/outside.tsx';
import { dayOf } from '../../components/periods.ts';
import { Empty, Loading, ProblemNotice } from '../../components/states.tsx';
import { Moment } from '../../components/times.tsx';
import { useTexts } from '../../texts/catalogue.ts';
import { dayStart } from './partner-data.ts';
import { EngagementFields, type EngagementKind } from './partner-fields.tsx';
import { partnerWords } from './partner-texts.ts';
import { RowActs } from './row-acts.tsx';
import { partnersTexts } from './texts.ts';
import { TypedDialog } from './typed-dialog.tsx';
import { type Typed, TypedForm } from './typed-form.tsx';

type Engagement = components['schemas']['Engagement'];

/** What units did with partners, newest first. */
export function Engagements() {
  const say = useTexts(partnersTexts);
  const pages = usePages('/v1/engagements', async (cursor) => {
    const query = cursor === undefined ? {} : { cursor };
    const page = await bodyOf(api.GET('/v1/engagements', { params: { query } }));
    return { rows: page.engagements, next: page.nextCursor };
  });
  const { rows, error, reload } = pages;
  return (
    <>
      {error ? <ProblemNotice error={error} onRetry={reload} /> : !rows && <Loading />}
      {rows?.length === 0 && (
        <Empty icon="mitra" title={say('noEngagements')}>
          <p>{say('noEngagementsWhy')}</p>
        </Empty>
      )}
      {rows && rows.length > 0 && (
        <ul class="mitra-list card">
          {rows.map((engagement) => (
            <EngagementRow key={engagement.id} engagement={engagement} />
          ))}
        </ul>
      )}
      <MoreButton pages={pages} />
      {may('draft') && <NewEngagement />}
    </>
  );
}

const bodyFrom = ({ title = '', kind, day = '', place = '', attended, outcome = '' }: Typed) => ({
  title,
  kind: kind as EngagementKind,
  at: dayStart(day),
  place,
  attended: attended ? Number(attended) : null,
  outcome: outcome.trim() || null,
});

function EngagementRow({ engagement }: { engagement: Engagement }) {
  const say = useTexts(partnersTexts);
  const word = useTexts(partnerWords);
  const [isEditing, setIsEditing] = useState(false);
  const { id, kind, title, at, place, attended, outcome, unit, stakeholderIds, activityId, version } =
    engagement;
  const params = { path: { engagement: id } };
  const save = (typed: Typed): Promise<unknown> => {
    const body = { ...bodyFrom(typed), unit, stakeholderIds, activityId, version };
    return api.PUT('/v1/engagements/{engagement}', { params, body });
  };
  return (
    <li>
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
      {may('draft') && (
        <RowActs
          name={title}
          onEdit={() => setIsEditing(true)}
          eraseText={say('eraseEngagement')}
          onErase={() => api.DELETE('/v1/engagements/{engagement}', { params })}
        />
      )}
      {isEditing && (
        <TypedDialog
          title={say('editNamed', { name: title })}
          first={{
            title,
            kind,
            day: dayOf(at),
            place,
            attended: attended === null ? '' : String(attended),
            outcome: outcome ?? '',
          }}
          onSave={save}
          onClose={() => setIsEditing(false)}
        >
          {(bind) => <EngagementFields bind={bind} />}
        </TypedDialog>
      )}
    </li>
  );
}

function NewEngagement() {
  const say = useTexts(partnersTexts);
  const add = (typed: Typed): Promise<unknown> =>
    api.POST('/v1/engagements', {
      body: {
        ...bodyFrom(typed),
        unit: sessionNow()?.unit ?? 'RI',
        stakeholderIds: [],
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
      {(bind) => <EngagementFields bind={bind} />}
    </TypedForm>
  );
}
