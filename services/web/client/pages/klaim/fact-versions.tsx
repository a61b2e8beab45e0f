import { useState } from 'preact/hooks';
import { api, bodyOf } from '../../api/client.ts';
import { useApi } from '../../api/use-api.ts';
import { Outside } from '../../components/outside.tsx';
import { Moment } from '../../components/times.tsx';
import { Who } from '../../components/who.tsx';
import { useTexts } from '../../texts/catalogue.ts';
import type { Fact } from './claim-data.ts';
import { claimTexts } from './texts.ts';

/** What a fact said before, and who changed it; fetched once it is opened. */
export function FactVersions({ fact }: { fact: Fact }) {
  const say = useTexts(claimTexts);
  const [isOpen, setIsOpen] = useState(false);
  const versions =
    useApi(isOpen ? `/v1/facts/${fact.id}/versions?${fact.version}` : null, () =>
      bodyOf(api.GET('/v1/facts/{fact}/versions', { params: { path: { fact: fact.id } } })),
    ).data?.facts ?? [];
  if (fact.version === 1) return null;
  return (
    <details class="small" onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}>
      <summary>
        {say('history')} <span class="soft number">{fact.version}</span>
      </summary>
      <ol class="plain-list">
        {versions.map(({ version, statement, source, updatedAt, updatedBy, approver }) => (
          <li key={version}>
            <strong class="number">{say('version', { n: version })}</strong>{' '}
            {approver !== null && <span class="badge good">{say('state_approved')}</span>}
            <div>
              <Outside text={statement} most={700} />
            </div>
            <div class="soft">
              <Outside text={source.regulation ?? source.title} most={160} /> · <Who id={updatedBy} />,{' '}
              <Moment at={updatedAt} />
            </div>
          </li>
        ))}
      </ol>
    </details>
  );
}
