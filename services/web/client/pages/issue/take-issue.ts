import { api } from '../../api/client.ts';
import { invalidate } from '../../api/use-api.ts';
import { tell, tellError } from '../../components/toasts.tsx';
import { say } from '../../texts/catalogue.ts';
import { issueTexts } from './texts.ts';

const path = (issue: string) => ({ params: { path: { issue } } });

/** Takes an issue in hand, with a way to give it back. */
export async function takeIssue(number: string): Promise<void> {
  try {
    await api.POST('/v1/issues/{issue}/take', { ...path(number), body: {} });
    invalidate('/v1/i');
    invalidate('/v1/me/');
    tell(say(issueTexts, 'taken', { number }), () => void releaseIssue(number));
  } catch (error) {
    tellError(error);
  }
}

export async function releaseIssue(number: string): Promise<void> {
  try {
    await api.POST('/v1/issues/{issue}/release', { ...path(number), body: {} });
    invalidate('/v1/i');
    invalidate('/v1/me/');
    tell(say(issueTexts, 'released'));
  } catch (error) {
    tellError(error);
  }
}
