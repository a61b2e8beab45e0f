import { api, bodyOf } from '../../api/client.ts';
import { useApi } from '../../api/use-api.ts';
import { tamed } from '../../components/outside.tsx';

/** What the API gives at once, the most urgent first; another number can be typed. */
const most = 100;

/** Open issues to choose from, no local part of one among them, by number or words of the title, for an input with this `list`. */
export function IssueNumbers({ id, without }: { id: string; without: string }) {
  const { data } = useApi('/v1/issues?numbers', () =>
    bodyOf(api.GET('/v1/issues', { params: { query: { limit: most } } })),
  );
  return (
    <datalist id={id}>
      {data?.issues
        .filter(({ number, parentId }) => number !== without && parentId === null)
        .map(({ number, title }) => (
          <option key={number} value={number}>
            {tamed(title).slice(0, 120)}
          </option>
        ))}
    </datalist>
  );
}
