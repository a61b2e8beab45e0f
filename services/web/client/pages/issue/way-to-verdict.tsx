import { may } from '../../api/session.ts';
import { ButtonLink } from '../../components/button.tsx';
import { useTexts } from '../../texts/catalogue.ts';
import { useClaims, type Workflow } from './issue-data.ts';
import { issueTexts } from './texts.ts';

export const newClaimOf = (issue: string): string => `/klaim/baru?isu=${issue}`;

/** While a claim is checked, the verdict is what everything else waits for: it is set on the page of the claim. */
export function WayToVerdict({ workflow: { issue, state, path, verdict } }: { workflow: Workflow }) {
  const say = useTexts(issueTexts);
  const claims = useClaims(issue);
  if (state !== 'verifying' || path !== 'claim' || verdict !== 'belum_diperiksa' || !may('draft'))
    return null;
  const own = claims.data?.links.find(
    ({ state: link, entry }) => link === 'linked' && entry.kind === 'claim',
  );
  // Two people stand behind it already: it is taken over beside the claim itself.
  if (own?.entry.state === 'approved') return null;
  return (
    <ButtonLink href={own ? `/klaim/${own.entry.id}` : newClaimOf(issue)} looks="main" icon="klaim">
      {say(own ? 'toVerdict' : 'recordClaim')}
    </ButtonLink>
  );
}
