import { api, bodyOf } from '../../api/client.ts';
import { useApi } from '../../api/use-api.ts';
import { ButtonLink } from '../../components/button.tsx';
import { useTexts } from '../../texts/catalogue.ts';
import { signInTexts } from './texts.ts';

/** Accounts elsewhere that open the desk, where an operator set one up; with a token, they accept an invitation. */
export function Providers({ invitation }: { invitation?: string }) {
  const say = useTexts(signInTexts);
  const { data } = useApi('/v1/session/providers', () => bodyOf(api.GET('/v1/session/providers')));
  if (!data || data.providers.length === 0) return null;
  const query = invitation ? `?invitation=${encodeURIComponent(invitation)}` : '';
  return (
    <div class="stack">
      <p class="soft small">{say('or')}</p>
      {data.providers.map(({ name, url }) => (
        <ButtonLink key={url} href={url + query}>
          {say(invitation ? 'acceptWith' : 'signInWith', { name })}
        </ButtonLink>
      ))}
    </div>
  );
}
