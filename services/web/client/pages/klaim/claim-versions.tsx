import { useState } from 'preact/hooks';
import { api, bodyOf } from '../../api/client.ts';
import { useApi } from '../../api/use-api.ts';
import { Badge } from '../../components/badges.tsx';
import { Moment } from '../../components/times.tsx';
import { Who } from '../../components/who.tsx';
import { useTexts } from '../../texts/catalogue.ts';
import type { Claim } from './claim-data.ts';
import { claimTexts } from './texts.ts';

/** Who brought a claim where, and when. */
export function ClaimVersions({ claim }: { claim: Claim }) {
  const say = useTexts(claimTexts);
  const [isOpen, setIsOpen] = useState(false);
  const versions =
    useApi(isOpen ? `/v1/claims/${claim.id}/versions?${claim.version}` : null, () =>
      bodyOf(api.GET('/v1/claims/{claim}/versions', { params: { path: { claim: claim.id } } })),
    ).data?.versions ?? [];
  return (
    <details class="card fold" onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}>
      <summary>
        <h2>
          {say('history')} <span class="soft number">{claim.version}</span>
        </h2>
      </summary>
      <ul class="plain-list">
        {versions.map(({ version, verdict, approver, updatedAt, updatedBy }) => (
          <li key={version} class="small">
            <strong class="number">{say('version', { n: version })}</strong> <Badge value={verdict} />{' '}
            {approver !== null && <span class="badge good">{say('state_approved')}</span>}
            <div class="soft">
              <Who id={updatedBy} />, <Moment at={updatedAt} />
            </div>
          </li>
        ))}
      </ul>
    </details>
  );
}
